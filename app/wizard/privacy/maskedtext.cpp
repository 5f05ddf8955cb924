#include "wizard/privacy/maskedtext.h"

#include "dns/data/dnsdata.h"
#include "model/modeldata.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <functional>

namespace golive {
namespace {

const QString &cover()
{
    static const QString dots(8, QChar(0x2022));
    return dots;
}

/// Expressions are made once; the texts of a page go through all of them.
const QRegularExpression &expression(const char *pattern)
{
    static QHash<const char *, QRegularExpression> made;
    auto found = made.find(pattern);
    if (found == made.end())
        found = made.insert(pattern,
                            QRegularExpression(QString::fromUtf8(pattern),
                                               QRegularExpression::UseUnicodePropertiesOption
                                                   | QRegularExpression::DotMatchesEverythingOption));
    return *found;
}

void replaceAll(QString &text, const char *pattern, const std::function<QString(const QRegularExpressionMatch &)> &by)
{
    QString replaced;
    qsizetype end = 0;
    for (auto matches = expression(pattern).globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        replaced += QStringView(text).mid(end, match.capturedStart() - end);
        replaced += by(match);
        end = match.capturedEnd();
    }
    if (end > 0)
        text = replaced + text.mid(end);
}

/// Covers what follows the expression's first group.
void coverAfter(QString &text, const char *pattern)
{
    replaceAll(text, pattern, [](const QRegularExpressionMatch &match) { return match.captured(1) + cover(); });
}

/// The hosts of the web pages that come with the program.
QSet<QString> hostsInOurData()
{
    QSet<QString> hosts;
    for (const QJsonObject &data :
         {modelData(QStringLiteral("providers.json")), dnsData(QStringLiteral("dnsproviders.json"))}) {
        const QString json = QString::fromUtf8(QJsonDocument(data).toJson());
        for (auto matches = expression("https://([\\w.-]+)").globalMatch(json); matches.hasNext();)
            hosts.insert(matches.next().captured(1).toLower());
    }
    return hosts;
}

/// Named in our own texts, or in everybody's.
bool isEverybodys(const QString &host)
{
    static const QSet<QString> ours = hostsInOurData();
    static const QSet<QString> named {QStringLiteral("clerk.com"), QStringLiteral("dashboard.clerk.com"),
                                      QStringLiteral("api.clerk.com"), QStringLiteral("vercel.app"),
                                      QStringLiteral("localhost")};
    return named.contains(host) || ours.contains(host);
}

/// The domain below which Clerk makes hosts for each customer; empty for others.
QString clerksDomain(const QString &host)
{
    for (const QString &domain :
         {QStringLiteral("clerk.services"), QStringLiteral("accounts.dev"), QStringLiteral("clerk.app")})
        if (host.endsWith(QLatin1Char('.') + domain))
            return domain;
    return {};
}

/// What Clerk and mail ask everybody to put in front of a domain.
bool isCommonLabel(const QString &label)
{
    static const QSet<QString> common {QStringLiteral("clerk"),          QStringLiteral("accounts"),
                                       QStringLiteral("clkmail"),        QStringLiteral("clk"),
                                       QStringLiteral("clk2"),           QStringLiteral("www"),
                                       QStringLiteral("mail"),           QStringLiteral("dkim1"),
                                       QStringLiteral("dkim2"),          QStringLiteral("_domainkey"),
                                       QStringLiteral("_dmarc"),         QStringLiteral("frontend-api"),
                                       QStringLiteral("_acme-challenge")};
    return common.contains(label);
}

QString coveredHost(const QString &written)
{
    QString host = written.toLower();
    host.remove(QChar(0x200b)); // where a line may break
    static const QRegularExpression port(QStringLiteral(":\\d+$"));
    if (isEverybodys(QString(host).remove(port)))
        return written;
    const QString clerks = clerksDomain(host);
    const QStringList labels = host.chopped(clerks.isEmpty() ? 0 : clerks.size() + 1).split(QLatin1Char('.'));
    const auto firstOwn = std::find_if_not(labels.cbegin(), labels.cend(), isCommonLabel);
    QStringList shown(labels.cbegin(), firstOwn);
    if (firstOwn != labels.cend())
        shown.append(cover());
    if (!clerks.isEmpty())
        shown.append(clerks);
    return shown.join(QLatin1Char('.'));
}

/// A last label that makes a file's name of it, or the name of a framework.
bool isNoDomain(const QString &last)
{
    static const QSet<QString> endings {QStringLiteral("js"),   QStringLiteral("json"),  QStringLiteral("txt"),
                                        QStringLiteral("pem"),  QStringLiteral("p8"),    QStringLiteral("key"),
                                        QStringLiteral("env"),  QStringLiteral("local"), QStringLiteral("conf"),
                                        QStringLiteral("html"), QStringLiteral("jsonl"), QStringLiteral("production")};
    return endings.contains(last.toLower());
}

void coverKeys(QString &text)
{
    replaceAll(text, "-----BEGIN .*?(?:-----END[^-]*-----|$)", [](const auto &) { return cover(); });
    coverAfter(text, "\\b((?:sk|pk)_(?:live|test)_)[\\w$+/=.-]{4,}");
    coverAfter(text, "\\b((?:ak|oat|whsec|api|gho|ghp|glpat|lin)_)[\\w+/=.-]{6,}");
    coverAfter(text, "\\b(GOCSPX-)[\\w-]{4,}");
}

void coverIds(QString &text)
{
    coverAfter(text, "\\b([a-z]{2,8}_)[A-Za-z0-9]{14,}\\b");
    coverAfter(text, "()\\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\\b");
    coverAfter(text, "()\\b[0-9a-f]{24,}\\b");
}

void coverAddresses(QString &text)
{
    replaceAll(text, R"([\w.+-]+@[\w-]+(?:\.[\w-]+)+)",
               [](const auto &) { return cover() + QLatin1Char('@') + cover(); });
    // Scheme, host, and the rest without the punctuation of the sentence around it.
    replaceAll(text,
               "\\b([A-Za-z][\\w+.-]{1,30})://([^\\s/?#\"“”'<>()]*[^\\s/"
               "?#\"“”'<>().,;:!?])([^\\s\"“”'<>()]*?)(?=[.,;:!?]*(?:[\\s\"“”'<>()]|$))",
               [](const QRegularExpressionMatch &match) {
                   const bool isWeb = match.captured(1).startsWith(QLatin1String("http"));
                   const QString scheme = (isWeb ? match.captured(1) : cover()) + QStringLiteral("://");
                   const QString shown = coveredHost(match.captured(2));
                   return scheme + (shown == match.captured(2) ? shown + match.captured(3) : shown);
               });
    replaceAll(text,
               "(?<![\\w@-])(?<![\\w•]\\.)(?:[\\p{L}\\d_](?:[\\w-]*[\\p{L}\\d])?\\.\\x{200b}?)+([\\p{L}][\\w-]{1,62})(?"
               "![\\w-])",
               [](const QRegularExpressionMatch &match) {
                   return isNoDomain(match.captured(1)) ? match.captured() : coveredHost(match.captured());
               });
    coverAfter(text, R"(()\b\d{1,3}(?:\.\d{1,3}){3}\b)");
    coverAfter(text,
               "()(?<![\\w:])(?:(?:[0-9A-Fa-f]{1,4}:){4,7}[0-9A-Fa-f]{1,4}|[0-9A-Fa-f:]*::[0-9A-Fa-f:]*)(?![\\w:])");
}

} // namespace

QString maskedText(const QString &text)
{
    if (text.size() < 4)
        return text;
    QString masked = text;
    coverKeys(masked);
    coverIds(masked);
    coverAddresses(masked);
    return masked;
}

} // namespace golive
