#include "model/providercatalogue.h"

#include "model/modeldata.h"

#include <QJsonArray>
#include <QMap>

namespace golive {
namespace {

QUrl docsPage(const QString &page)
{
    const QString folder
        = QStringLiteral("https://clerk.com/docs/guides/configure/auth-strategies/social-connections/");
    return QUrl(folder + page, QUrl::StrictMode);
}

QStringList textsOf(const QJsonObject &entry, QLatin1String key)
{
    QStringList texts;
    const QJsonArray listed = entry[key].toArray();
    for (const auto &text : listed)
        texts.append(text.toString());
    return texts;
}

ProviderGuide guideFrom(const QJsonObject &entry)
{
    ProviderGuide guide;
    guide.slug = entry[QLatin1String("slug")].toString();
    guide.name = entry[QLatin1String("name")].toString();
    guide.idWord = entry[QLatin1String("id")].toString();
    guide.secretWord = entry[QLatin1String("secret")].toString();
    guide.console = QUrl(entry[QLatin1String("console")].toString(), QUrl::StrictMode);
    const QString docs = entry[QLatin1String("docs")].toString(); // of those that Clerk has no guide for
    guide.docs = docs.isEmpty() ? docsPage(entry[QLatin1String("page")].toString()) : QUrl(docs, QUrl::StrictMode);
    guide.redirectPlace = entry[QLatin1String("redirect")].toString();
    guide.steps = textsOf(entry, QLatin1String("steps"));
    guide.gotchas = textsOf(entry, QLatin1String("gotchas"));
    guide.longestSecretMonths = entry[QLatin1String("secretMonths")].toInt();
    guide.asksForOrigins = entry[QLatin1String("asks")] == QLatin1String("origins");
    guide.asksForHost = entry[QLatin1String("asks")] == QLatin1String("host");
    return guide;
}

QMap<QString, ProviderGuide> readCatalogue()
{
    QMap<QString, ProviderGuide> guides;
    const QJsonArray entries = modelData(QStringLiteral("providers.json"))[QLatin1String("providers")].toArray();
    for (const auto &entry : entries) {
        const ProviderGuide guide = guideFrom(entry.toObject());
        guides.insert(guide.slug, guide);
    }
    return guides;
}

const QMap<QString, ProviderGuide> &catalogue()
{
    static const QMap<QString, ProviderGuide> guides = readCatalogue();
    return guides;
}

} // namespace

ProviderGuide guideFor(const QString &slug)
{
    const auto found = catalogue().constFind(slug);
    if (found != catalogue().cend())
        return *found;
    ProviderGuide guide;
    guide.slug = slug;
    guide.name = titleCased(slug);
    guide.docs = docsPage(QString(slug).replace(QLatin1Char('_'), QLatin1Char('-')));
    return guide;
}

QStringList cataloguedProviders()
{
    return catalogue().keys();
}

QString titleCased(const QString &key)
{
    QStringList words = key.split(QLatin1Char('_'), Qt::SkipEmptyParts);
    for (QString &word : words)
        word[0] = word[0].toUpper();
    return words.join(QLatin1Char(' '));
}

} // namespace golive
