#include "check/checktext.h"

#include "wizard/displaytext.h"
#include "wizard/dns/dnswords.h"

#include <QLocale>

#include <algorithm>

namespace golive {
namespace {

constexpr qsizetype longestSentence = 600;
constexpr qsizetype indent = 2;
constexpr qsizetype gap = 2;

/// `label` in a column of its own, the sentences one below the other beside it.
QString besideEachOther(const QString &label, qsizetype column, const QStringList &sentences)
{
    QString lines;
    for (const QString &sentence : sentences) {
        const QString beginning = lines.isEmpty() ? label : QString();
        lines += QString(indent, QLatin1Char(' ')) + beginning.leftJustified(column + gap)
            + displayText(sentence, longestSentence) + QLatin1Char('\n');
    }
    return lines;
}

bool isAbout(const ReportedFinding &finding, const ReportedRecord &record)
{
    return finding.id == record.finding && finding.scope == record.host;
}

bool isAboutARecord(const ReportedFinding &finding, const CheckReport &report)
{
    return std::any_of(report.records.cbegin(), report.records.cend(),
                       [&](const ReportedRecord &each) { return isAbout(finding, each); });
}

/// The catalogue's F11 and F23: the domain is not registered, or a hosting company's.
bool canHaveRecords(const CheckReport &report)
{
    return std::none_of(report.findings.cbegin(), report.findings.cend(), [](const ReportedFinding &each) {
        return each.id == QLatin1String("F11") || each.id == QLatin1String("F23");
    });
}

bool hasProblem(const CheckReport &report)
{
    return std::any_of(report.findings.cbegin(), report.findings.cend(),
                       [](const ReportedFinding &each) { return each.severity == QLatin1String("error"); });
}

bool isNothingKnown(const CheckReport &report)
{
    return std::all_of(report.records.cbegin(), report.records.cend(),
                       [](const ReportedRecord &each) { return each.state == QLatin1String("unknown"); });
}

QStringList adviceOf(const ReportedFinding &finding)
{
    QStringList sentences {finding.message + QStringLiteral(" [%1]").arg(finding.id), finding.fix, finding.link};
    sentences.removeAll(QString());
    return sentences;
}

} // namespace

QString CheckText::of(const CheckReport &report)
{
    QStringList parts {headline(report) + whereItIs(report)};
    // Nobody can add records to a domain that is not theirs.
    for (const QString &part :
         {surroundings(report), canHaveRecords(report) ? records(report) : QString(), effort(report)})
        if (!part.isEmpty())
            parts.append(part);
    return parts.join(QLatin1Char('\n'));
}

QString CheckText::waiting(std::chrono::seconds time)
{
    return tr("Not all records are right yet. Looking again and again for %1 at most.").arg(DnsWords::duration(time))
        + QLatin1Char('\n');
}

QString CheckText::headline(const CheckReport &report)
{
    const auto right = std::count_if(report.records.cbegin(), report.records.cend(),
                                     [](const ReportedRecord &each) { return each.isRight(); });
    QString said = tr("%1: %2 of %3 records are right.")
                       .arg(report.domain, QString::number(right), QString::number(report.records.size()));
    if (report.allRight)
        said = hasProblem(report) ? tr("%1: all records are right, but something else is not.").arg(report.domain)
                                  : tr("%1: all records are right.").arg(report.domain);
    else if (isNothingKnown(report)) // none of none would sound as if they were wrong
        said = tr("%1: the records cannot be checked.").arg(report.domain);
    return said + QLatin1Char('\n');
}

QString CheckText::whereItIs(const CheckReport &report)
{
    QString said;
    if (report.zone.isEmpty())
        return said;
    if (!report.provider.isEmpty())
        said = tr("The DNS of %1 is with %2.").arg(report.zone, report.provider);
    else if (!report.nameServers.isEmpty())
        said = tr("The DNS of %1 is on %2.").arg(report.zone, report.nameServers.join(QStringLiteral(", ")));
    return said.isEmpty() ? said : displayText(said, longestSentence) + QLatin1Char('\n');
}

/// What is not about one record.
QString CheckText::surroundings(const CheckReport &report)
{
    QString said;
    for (const ReportedFinding &finding : report.findings) {
        if (isAboutARecord(finding, report))
            continue;
        const QString word = finding.severity == QLatin1String("error") ? tr("Problem")
            : finding.severity == QLatin1String("warning")              ? tr("Warning")
                                                                        : tr("Remark");
        said += besideEachOther(word, word.size(), adviceOf(finding));
    }
    return said;
}

QString CheckText::records(const CheckReport &report)
{
    qsizetype column = 0;
    for (const ReportedRecord &record : report.records)
        column = std::max(column, record.host.size());
    QString said;
    for (const ReportedRecord &record : report.records)
        said += besideEachOther(record.host, column, sentencesAbout(record, report));
    return said;
}

QStringList CheckText::sentencesAbout(const ReportedRecord &record, const CheckReport &report)
{
    QStringList sentences;
    const auto finding = std::find_if(report.findings.cbegin(), report.findings.cend(),
                                      [&](const ReportedFinding &each) { return isAbout(each, record); });
    if (record.isRight() || record.state == QLatin1String("partly_found"))
        sentences.append(record.reach);
    if (finding != report.findings.cend())
        sentences += adviceOf(*finding);
    if (sentences.isEmpty())
        sentences.append(tr("Could not be checked."));
    if (!record.isRight())
        sentences.append(tr("Name: %1 · Type: CNAME · Value: %2").arg(record.nameToType, record.valueToType));
    return sentences;
}

QString CheckText::effort(const CheckReport &report)
{
    QString said;
    if (canHaveRecords(report)
        && std::any_of(report.records.cbegin(), report.records.cend(),
                       [](const ReportedRecord &each) { return each.expected.contains(QLatin1Char('*')); }))
        said = tr("* is a part that only Clerk knows: its Dashboard shows the whole value.") + QLatin1Char('\n');
    const double seconds = std::chrono::duration<double>(report.took).count();
    //: at the end of a report: how many questions servers were asked, and how long that took in seconds
    return said + tr("%1 questions, %2 s").arg(QString::number(report.questions), QLocale().toString(seconds, 'f', 1))
        + QLatin1Char('\n');
}

} // namespace golive
