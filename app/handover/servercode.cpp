#include "handover/servercode.h"

#include "handover/handoverdata.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace golive {
namespace {

/// A JavaScript array of texts. Origins are made of host names, so that nothing in them needs escaping.
QString scriptArray(const QStringList &texts)
{
    QStringList quoted;
    for (const QString &text : texts)
        quoted.append(QStringLiteral("\"%1\"").arg(text));
    return QStringLiteral("[%1]").arg(quoted.join(QStringLiteral(", ")));
}

bool usesDefaultPath(const HostLayout &layout)
{
    return layout.proxyPath() == HostChoices::defaultProxyPath();
}

QString proxyPathOption(const HostLayout &layout)
{
    return usesDefaultPath(layout) ? QString() : QStringLiteral(", path: \"%1\"").arg(layout.proxyPath());
}

/// Whose tokens count, and who may ask from another origin. An extension's id is made when it is packed or published,
/// so that a place is left for it.
QStringList acceptedOrigins(const HostLayout &layout)
{
    QStringList origins = layout.authorizedParties();
    if (layout.choices().extension)
        origins.append(QStringLiteral("chrome-extension://<your extension id>"));
    return origins;
}

/// The options of every clerkMiddleware().
QString clerkOptions(const Framework &framework, const HostLayout &layout)
{
    QStringList options;
    if (!acceptedOrigins(layout).isEmpty())
        options.append(QStringLiteral("authorizedParties: ") + scriptArray(acceptedOrigins(layout)));
    if (layout.isProxied() && framework.id == QLatin1String("nextjs"))
        options.append(QStringLiteral("frontendApiProxy: { enabled: true%1 }").arg(proxyPathOption(layout)));
    return options.isEmpty() ? QStringLiteral("{}")
                             : QStringLiteral("{\n  %1,\n}").arg(options.join(QStringLiteral(",\n  ")));
}

/// Nuxt brings useAuth() along by itself.
QString vueImport(const Framework &framework)
{
    return framework.id == QLatin1String("nuxt") ? QString()
                                                 : QStringLiteral("import { useAuth } from \"@clerk/vue\";\n\n");
}

QString siteHost(const HostLayout &layout)
{
    return layout.frontEnds().isEmpty() ? layout.domain() : layout.frontEnds().constFirst().host;
}

QString originOf(const QString &host)
{
    return QStringLiteral("https://") + host;
}

QString satelliteOrigins(const HostLayout &layout)
{
    QStringList origins;
    for (const QString &host : layout.satellites())
        origins.append(originOf(host));
    return scriptArray(origins);
}

/// A step of the checks of a token, and the number of the next.
QString partiesStep(const HostLayout &layout)
{
    const QStringList origins = acceptedOrigins(layout);
    return origins.isEmpty()
        ? QStringLiteral("5")
        : QStringLiteral("5. \"azp\", where there is one, is among: %1\n6").arg(origins.join(QStringLiteral(", ")));
}

QString partiesRemark(const HostLayout &layout)
{
    return acceptedOrigins(layout).isEmpty()
        ? QString()
        : QStringLiteral(" The list of step 5 is\ncalled authorized parties there.");
}

/// What stands between braces in the templates.
QHash<QString, QString> fillings(const Framework &framework, const HostLayout &layout)
{
    const QString api = layout.apiHost().isEmpty() ? QStringLiteral("api.") + layout.domain() : layout.apiHost();
    const QString matcher = layout.isProxied()
        ? QStringLiteral("\n    // Clerk's Frontend API.\n    \"%1/:path*\",").arg(layout.proxyPath())
        : QString();
    return {
        {QStringLiteral("clerkOptions"), clerkOptions(framework, layout)},
        {QStringLiteral("proxyMatcher"), matcher},
        {QStringLiteral("authorizedParties"), scriptArray(acceptedOrigins(layout))},
        {QStringLiteral("partiesStep"), partiesStep(layout)},
        {QStringLiteral("partiesRemark"), partiesRemark(layout)},
        {QStringLiteral("clerkHost"), layout.clerkHost()},
        {QStringLiteral("frontendApi"), layout.frontendApi()},
        {QStringLiteral("api"), originOf(api)},
        {QStringLiteral("serverHost"), framework.isBrowserOnly() ? siteHost(layout) : api},
        {QStringLiteral("sdk"), framework.sdk},
        {QStringLiteral("vueImport"), vueImport(framework)},
        {QStringLiteral("proxyUrl"), layout.proxyUrl()},
        {QStringLiteral("proxyHost"), layout.clerkHost()},
        {QStringLiteral("proxyPath"), layout.proxyPath()},
        {QStringLiteral("proxyPathOption"), proxyPathOption(layout)},
        {QStringLiteral("prefix"), framework.publicPrefix()},
        {QStringLiteral("satelliteOrigins"), satelliteOrigins(layout)},
        {QStringLiteral("site"), originOf(siteHost(layout))},
        {QStringLiteral("siteHost"), siteHost(layout)},
        {QStringLiteral("csp"), contentSecurityPolicy(layout)},
    };
}

/// In one pass, so that nothing filled in is filled in again.
QString filled(const QString &text, const QHash<QString, QString> &fillings)
{
    static const QRegularExpression place(QStringLiteral("\\{\\{(\\w+)\\}\\}"));
    QString result;
    qsizetype end = 0;
    for (auto places = place.globalMatch(text); places.hasNext();) {
        const auto match = places.next();
        result += QStringView(text).mid(end, match.capturedStart() - end);
        result += fillings.value(match.captured(1));
        end = match.capturedEnd();
    }
    result += QStringView(text).mid(end);
    return result;
}

/// The variables of one second front end are not those of another.
QList<CodeSnippet> forEachSatellite(const CodeSnippet &snippet, const HostLayout &layout,
                                    QHash<QString, QString> values)
{
    QList<CodeSnippet> all;
    const QStringList hosts = layout.satellites();
    for (const QString &host : hosts) {
        values.insert(QStringLiteral("satellite"), host);
        const bool isOnly = hosts.size() == 1;
        const QString file = isOnly ? snippet.file : QStringLiteral(".env.") + host;
        all.append({isOnly ? snippet.id : snippet.id + QLatin1Char(' ') + host, snippet.topic, file,
                    filled(snippet.text, values)});
    }
    return all;
}

bool isTrue(const QString &condition, const Framework &framework, const HostLayout &layout)
{
    if (condition == QLatin1String("cors"))
        return layout.needsCors();
    if (condition == QLatin1String("bearer"))
        return layout.usesBearerToken();
    if (condition == QLatin1String("separate"))
        return layout.apiRelation() != HostRelation::SameOrigin;
    if (condition == QLatin1String("proxy"))
        return layout.isProxied();
    if (condition == QLatin1String("server"))
        return !framework.isBrowserOnly();
    if (condition == QLatin1String("website"))
        return !layout.frontEnds().isEmpty();
    return condition == QLatin1String("satellites") && !layout.satellites().isEmpty();
}

bool applies(const QJsonObject &entry, const Framework &framework, const HostLayout &layout)
{
    const auto holds = [&](const QString &condition) { return isTrue(condition, framework, layout); };
    const QStringList when = textsOf(entry[QLatin1String("when")]);
    const QStringList unless = textsOf(entry[QLatin1String("unless")]);
    const QStringList only = textsOf(entry[QLatin1String("frameworks")]);
    return std::all_of(when.cbegin(), when.cend(), holds) && std::none_of(unless.cbegin(), unless.cend(), holds)
        && (only.isEmpty() || only.contains(framework.id))
        && !textsOf(entry[QLatin1String("unlessFrameworks")]).contains(framework.id);
}

} // namespace

std::optional<CodeSnippet::Topic> snippetTopicFrom(const QString &word)
{
    using Topic = CodeSnippet::Topic;
    static const QHash<QString, Topic> topics {
        {QStringLiteral("middleware"), Topic::Middleware}, {QStringLiteral("bearer"), Topic::Bearer},
        {QStringLiteral("backend"), Topic::Backend},       {QStringLiteral("proxy"), Topic::Proxy},
        {QStringLiteral("forwarding"), Topic::Forwarding}, {QStringLiteral("csp"), Topic::ContentSecurityPolicy},
        {QStringLiteral("satellite"), Topic::Satellite},   {QStringLiteral("native"), Topic::Native},
    };
    const auto found = topics.constFind(word);
    return found == topics.cend() ? std::nullopt : std::optional(*found);
}

QList<CodeSnippet> serverCode(const Framework &framework, const HostLayout &layout)
{
    QList<CodeSnippet> snippets;
    if (layout.domain().isEmpty())
        return snippets;
    static const QJsonArray entries
        = handoverData(QStringLiteral("snippets.json"))[QLatin1String("snippets")].toArray();
    const QHash<QString, QString> values = fillings(framework, layout);
    for (const auto &each : entries) {
        const QJsonObject entry = each.toObject();
        const auto topic = snippetTopicFrom(entry[QLatin1String("topic")].toString());
        if (!topic || !applies(entry, framework, layout))
            continue;
        const QString text
            = handoverTemplate(QStringLiteral("snippets/") + entry[QLatin1String("template")].toString());
        const CodeSnippet snippet {entry[QLatin1String("id")].toString(), *topic,
                                   entry[QLatin1String("file")].toString(), text};
        if (text.contains(QLatin1String("{{satellite}}")))
            snippets += forEachSatellite(snippet, layout, values);
        else
            snippets.append({snippet.id, snippet.topic, snippet.file, filled(text, values)});
    }
    std::stable_sort(snippets.begin(), snippets.end(),
                     [](const CodeSnippet &one, const CodeSnippet &other) { return one.topic < other.topic; });
    return snippets;
}

QString contentSecurityPolicy(const HostLayout &layout)
{
    QString clerk;
    for (const QString &source : layout.clerkSources())
        clerk += QLatin1Char(' ') + source;
    QString connections;
    for (const QString &source : layout.connectSources())
        connections += QLatin1Char(' ') + source;
    return QStringLiteral("default-src 'self'; "
                          "script-src 'self' 'unsafe-inline'%1 https://challenges.cloudflare.com "
                          "https://*.protect.clerk.com; "
                          "connect-src 'self'%1 https://*.protect.clerk.com:*%2; "
                          "img-src 'self' https://img.clerk.com; "
                          "worker-src 'self' blob:; "
                          "style-src 'self' 'unsafe-inline'; "
                          "frame-src 'self' https://challenges.cloudflare.com https://*.protect.clerk.com; "
                          "form-action 'self'")
        .arg(clerk, connections);
}

} // namespace golive
