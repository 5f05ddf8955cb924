#include "wizard/handover/documentwriter.h"

#include "handover/envfile.h"
#include "wizard/displaytext.h"
#include "wizard/handover/codewords.h"
#include "wizard/handoverwords.h"

#include <QLocale>

namespace golive {
namespace {

using Kind = DocumentBlock::Kind;

constexpr qsizetype longest = 200;

/// A name that is read in the other direction than the rest must not carry the words around it along.
QString isolated(const QString &name)
{
    const bool isForeign = name.isRightToLeft() != (QLocale().textDirection() == Qt::RightToLeft);
    return isForeign ? QChar(0x2068) + name + QChar(0x2069) : name;
}

DocumentBlock paragraph(const QString &text)
{
    DocumentBlock block;
    block.text = text;
    return block;
}

DocumentBlock lines(Kind kind, const QStringList &texts)
{
    DocumentBlock block;
    block.kind = kind;
    block.lines = texts;
    return block;
}

DocumentBlock codeBlock(const QString &caption, const QString &text)
{
    DocumentBlock block;
    block.kind = Kind::Code;
    block.caption = caption;
    block.text = text;
    return block;
}

} // namespace

Document DocumentWriter::write(const DocumentInput &input)
{
    const HostLayout layout = hostLayout(input.plan, input.facts);
    const QString name = input.facts.application ? input.facts.application->displayName() : input.plan.applicationName;
    Document document;
    document.title = tr("Hand-over of %1").arg(isolated(displayText(name, longest)));
    document.subtitle = tr("Written by Golive on %1. It holds no secret and may be passed on.")
                            .arg(QLocale().toString(input.writtenAt.toLocalTime().date(), QLocale::LongFormat));
    document.language = QLocale().bcp47Name();
    document.isRightToLeft = QLocale().textDirection() == Qt::RightToLeft;
    for (const DocumentSection &section :
         {made(input, layout), variables(input, layout), code(input, layout), list(input, layout), records(input),
          DocumentSection {tr("Good to know"), {lines(Kind::Points, CodeWords::goodToKnow(layout))}}})
        if (!section.blocks.isEmpty())
            document.sections.append(section);
    return document;
}

QString DocumentWriter::fileName(const DocumentInput &input, const QString &suffix)
{
    const QString domain = hostLayout(input.plan, input.facts).domain();
    return QStringLiteral("handover-%1.%2").arg(domain.isEmpty() ? QStringLiteral("application") : domain, suffix);
}

DocumentSection DocumentWriter::made(const DocumentInput &input, const HostLayout &layout)
{
    DocumentBlock facts;
    facts.kind = Kind::Facts;
    const auto production = input.facts.production();
    facts.facts.append({tr("Domain"), layout.domain()});
    if (production)
        facts.facts.append({tr("Production instance"), displayText(production->id, longest)});
    if (input.facts.domain && !layout.isProxied())
        facts.facts.append({tr("Frontend API"), input.facts.domain->frontendApiUrl.toString()});
    if (layout.isProxied())
        facts.facts.append({tr("Frontend API, through the proxy"), layout.proxyUrl()});
    if (input.facts.domain && !input.facts.domain->accountsPortalUrl.isEmpty())
        facts.facts.append({tr("Account portal"), input.facts.domain->accountsPortalUrl.toString()});
    if (const QString key = productionPublishableKey(input.facts); !key.isEmpty())
        facts.facts.append({tr("Publishable key"), key});
    if (!layout.authorizedParties().isEmpty())
        facts.facts.append({tr("Websites"), layout.authorizedParties().join(QStringLiteral(", "))});
    if (!layout.apiHost().isEmpty())
        facts.facts.append({tr("Backend"), QStringLiteral("https://") + layout.apiHost()});
    return {tr("What was made"),
            {paragraph(tr("The application has a production instance at Clerk. It only works once the hosting has the "
                          "production keys and the application was built anew.")),
             facts}};
}

DocumentSection DocumentWriter::variables(const DocumentInput &input, const HostLayout &layout)
{
    const Secret dots("dots"); // never shown: environmentPreview() masks it
    const QString publishable = productionPublishableKey(input.facts);
    QList<EnvVariable> all = keyVariables(input.framework, publishable, &dots);
    if (layout.isProxied())
        all.append({input.framework.publicPrefix() + QStringLiteral("CLERK_PROXY_URL"),
                    Secret(layout.proxyUrl().toUtf8()), false});
    DocumentSection section {tr("Environment variables"), {}};
    section.blocks.append(codeBlock(tr("For %1").arg(input.framework.name), environmentPreview(all)));
    if (publishable.isEmpty())
        section.blocks.append(paragraph(tr("The publishable key is in Clerk’s Dashboard under API keys.")));
    if (!input.framework.isBrowserOnly())
        section.blocks.append(paragraph(tr("The secret key is in Clerk’s Dashboard under API keys. Keep it out of "
                                           "emails, chats and version control.")));
    if (input.place) {
        section.blocks.append(paragraph(tr("Where to enter them: %1").arg(CodeWords::placeName(*input.place))));
        section.blocks.append(lines(Kind::Steps, CodeWords::steps(*input.place)));
        if (!input.place->previews.isEmpty())
            section.blocks.append(paragraph(CodeWords::previews(*input.place)));
    }
    section.blocks.append(paragraph(tr("Public variables are built into the pages: build and deploy the application "
                                       "anew; a restart is not enough.")));
    return section;
}

DocumentSection DocumentWriter::records(const DocumentInput &input)
{
    if (!input.facts.domain || input.facts.domain->records.isEmpty())
        return {};
    DocumentBlock facts;
    facts.kind = Kind::Records;
    for (const DnsRecord &record : input.facts.domain->records)
        facts.facts.append({displayText(record.host, longest), displayText(record.target, longest)});
    return {tr("DNS records"),
            {paragraph(tr("They have to stay as long as the application lives. All are of the type CNAME: the first "
                          "name of a line leads to the second.")),
             facts}};
}

DocumentSection DocumentWriter::code(const DocumentInput &input, const HostLayout &layout)
{
    DocumentSection section {tr("Code for this application"), {}};
    const QList<CodeSnippet> snippets = serverCode(input.framework, layout);
    for (const CodeSnippet &snippet : snippets) {
        section.blocks.append(
            codeBlock(QStringLiteral("%1 (%2)").arg(CodeWords::title(snippet), snippet.file), snippet.text));
        section.blocks.append(paragraph(CodeWords::explanation(snippet)));
    }
    return section;
}

DocumentSection DocumentWriter::list(const DocumentInput &input, const HostLayout &layout)
{
    DocumentSection section {tr("What remains to be done"), {}};
    DocumentBlock block = lines(Kind::Checks, {});
    for (const HandoverRow &row : handoverChecklist(input.plan, input.facts)) {
        const bool isDone = row.task == HandoverTask::KeysOnHost ? input.plan.keysTaken : row.ticked;
        block.lines.append(HandoverWords::title(row.task) + QStringLiteral(". ")
                           + HandoverWords::explanation(row.task, layout));
        block.done.append(isDone);
    }
    section.blocks.append(block);
    return section;
}

} // namespace golive
