#include "practice/practiceworld.h"

#include "practice/practiceconfig.h"

#include <QJsonArray>

namespace golive {
namespace {

/// Sets `key` of a section, as a person would in the Dashboard.
void set(QJsonObject &config, const QString &section, const QJsonObject &values)
{
    QJsonObject changed = config.value(section).toObject();
    for (auto each = values.begin(); each != values.end(); ++each)
        changed.insert(each.key(), each.value());
    config.insert(section, changed);
}

/// Development lends Clerk's own credentials, so switching a provider on is all there is to do.
void switchOn(QJsonObject &config, const QString &slug)
{
    set(config, QStringLiteral("connection_oauth_") + slug, {{QStringLiteral("enabled"), true}});
}

QJsonObject redirectUrl(const QString &id, const QString &url, qint64 created)
{
    return {{QStringLiteral("object"), QStringLiteral("redirect_url")},
            {QStringLiteral("id"), id},
            {QStringLiteral("url"), url},
            {QStringLiteral("created_at"), created},
            {QStringLiteral("updated_at"), created}};
}

QJsonObject jwtTemplate(const QString &id, const QString &name, const QJsonObject &claims, qint64 created)
{
    return {{QStringLiteral("object"), QStringLiteral("jwt_template")},
            {QStringLiteral("id"), id},
            {QStringLiteral("name"), name},
            {QStringLiteral("claims"), claims},
            {QStringLiteral("lifetime"), 60},
            {QStringLiteral("allowed_clock_skew"), 5},
            {QStringLiteral("custom_signing_key"), false},
            {QStringLiteral("signing_algorithm"), QStringLiteral("RS256")},
            {QStringLiteral("created_at"), created},
            {QStringLiteral("updated_at"), created}};
}

} // namespace

/// The application to practise on: something of everything, and nothing in production yet.
void PracticeWorld::furnishShop()
{
    PracticeApplication shop = newApplication(QStringLiteral("Corner Shop"), QStringLiteral("bright-otter-41"));
    PracticeInstance &instance = shop.instances.first();
    for (const QString &slug :
         {QStringLiteral("google"), QStringLiteral("github"), QStringLiteral("apple"), QStringLiteral("linear")})
        switchOn(instance.config, slug);
    set(instance.config, QStringLiteral("paths"),
        {{QStringLiteral("home"), QStringLiteral("/")},
         {QStringLiteral("sign_in"), QStringLiteral("/sign-in")},
         {QStringLiteral("sign_up"), QStringLiteral("/sign-up")},
         {QStringLiteral("after_sign_out_all"), QStringLiteral("/")}});
    set(instance.config, QStringLiteral("organization_settings"), {{QStringLiteral("enabled"), true}});
    set(instance.config, QStringLiteral("session"),
        {{QStringLiteral("claims"),
          QJsonObject {{QStringLiteral("shop_role"), QStringLiteral("{{user.public_metadata.role}}")}}}});

    const qint64 created = shop.created.toMSecsSinceEpoch();
    for (const QString &url : {QStringLiteral("cornershop://callback"), QStringLiteral("cornershop://sign-in"),
                               QStringLiteral("https://app.corner-shop.example/oauth-callback")})
        instance.redirectUrls.append(redirectUrl(newId(QStringLiteral("ru_")), url, created));
    const QJsonObject email {{QStringLiteral("email"), QStringLiteral("{{user.primary_email_address}}")}};
    QJsonObject role = email;
    role.insert(QStringLiteral("role"), QStringLiteral("authenticated"));
    instance.jwtTemplates = {jwtTemplate(newId(QStringLiteral("jtmp_")), QStringLiteral("warehouse"), email, created),
                             jwtTemplate(newId(QStringLiteral("jtmp_")), QStringLiteral("database"), role, created)};
    m_applications.append(shop);
}

/// Email and password only: a deployment without a stop at providers.
void PracticeWorld::furnishBlog()
{
    m_applications.append(newApplication(QStringLiteral("Field Notes"), QStringLiteral("quiet-heron-7")));
}

/// Left half way: the instance exists, its records were never added, and one of its providers waits
/// for credentials. A third can only be set up in the Dashboard.
void PracticeWorld::furnishBookings()
{
    PracticeApplication bookings = newApplication(QStringLiteral("Harbour Bookings"), QStringLiteral("calm-tern-88"));
    for (const QString &slug : {QStringLiteral("google"), QStringLiteral("github"), QStringLiteral("discord")})
        switchOn(bookings.instances.first().config, slug);

    const QString name = QStringLiteral("harbour-bookings.example");
    PracticeInstance live = newInstance(QStringLiteral("production"), QStringLiteral("clerk.") + name);
    live.config = practiceconfig::cloned(bookings.instances.constFirst().config);
    set(live.config, QStringLiteral("connection_oauth_google"),
        {{QStringLiteral("enabled"), true},
         {QStringLiteral("client_id"), QStringLiteral("417203355801-practice.apps.googleusercontent.com")},
         {QStringLiteral("client_secret"), QStringLiteral("GOCSPX-practice-only-0000000000")}});
    live.domain = newDomain(name);
    m_zones.announce(name, live.domain->records);
    bookings.instances.append(live);
    m_applications.append(bookings);
}

/// Every way to sign in that people could think of, and one that only the Dashboard can make.
void PracticeWorld::furnishMarket()
{
    PracticeApplication market = newApplication(QStringLiteral("Market Hall"), QStringLiteral("loud-magpie-23"));
    QJsonObject &config = market.instances.first().config;
    const QStringList slugs {QStringLiteral("apple"),     QStringLiteral("box"),     QStringLiteral("dropbox"),
                             QStringLiteral("facebook"),  QStringLiteral("github"),  QStringLiteral("gitlab"),
                             QStringLiteral("google"),    QStringLiteral("hubspot"), QStringLiteral("linkedin_oidc"),
                             QStringLiteral("microsoft"), QStringLiteral("notion"),  QStringLiteral("slack"),
                             QStringLiteral("twitch")};
    for (const QString &slug : slugs)
        switchOn(config, slug);
    set(config, QStringLiteral("connections_oauth_custom"),
        {{QStringLiteral("guild"),
          QJsonObject {{QStringLiteral("name"), QStringLiteral("Traders’ Guild")},
                       {QStringLiteral("enabled"), true},
                       {QStringLiteral("discovery_url"),
                        QStringLiteral("https://guild.example/.well-known/openid-configuration")}}}});
    m_applications.append(market);
}

} // namespace golive
