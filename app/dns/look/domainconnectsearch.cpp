#include "dns/look/domainconnectsearch.h"

#include "dns/ask/dnsask.h"
#include "dns/ask/dnsclient.h"
#include "dns/evidence/sighting.h"
#include "dns/wire/dnsname.h"
#include "foundation/clock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QRegularExpression>

namespace golive {
namespace {

using namespace std::chrono_literals;

constexpr qint64 mostOctets = 65'536;
constexpr int mostRedirects = 3;
constexpr auto patience = 5s;
constexpr int okay = 200;
constexpr auto clerksTemplate = "/v2/domainTemplates/providers/clerk.com/services/app";

QString textIn(const QJsonObject &object, const char *key, qsizetype longest)
{
    return object.value(QLatin1String(key)).toString().simplified().left(longest);
}

/// An address of a stranger that may be opened: encrypted, and without anybody's name in it.
QUrl safeAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isSafe
        = url.isValid() && url.scheme() == QLatin1String("https") && !url.host().isEmpty() && url.userInfo().isEmpty();
    return isSafe ? url : QUrl();
}

QNetworkRequest requestFor(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Encoding", "identity"); // an answer must not grow while it is unpacked
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(mostRedirects);
    for (const QNetworkRequest::Attribute cookies :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute})
        request.setAttribute(cookies, QNetworkRequest::Manual);
    return request;
}

/// What is said with status 200; nothing else is of interest.
QFuture<Result<QByteArray>> fetch(QNetworkAccessManager &network, Clock &clock, const QUrl &url)
{
    const Promise<QByteArray> promise;
    QNetworkReply *reply = network.get(requestFor(url));
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [promise, reply] {
        if (reply->bytesAvailable() <= mostOctets)
            return;
        promise.resolve(failure(Error::Kind::UnexpectedReply));
        reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, reply, [promise, reply] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (reply->error() == QNetworkReply::NoError && status == okay)
            promise.resolve(reply->read(mostOctets));
        else
            promise.resolve(failure(Error::Kind::UnexpectedReply));
        reply->deleteLater();
    });
    clock.callAfter(patience, reply, [promise, reply] {
        promise.resolve(failure(Error::Kind::TimedOut));
        reply->abort();
    });
    return promise.future();
}

class DomainConnectSearch final : public QObject
{
public:
    DomainConnectSearch(DnsClient &client, QNetworkAccessManager &network, Clock &clock, DnsSettings settings,
                        Zone zone)
        : QObject(&client)
        , m_client(client)
        , m_network(&network)
        , m_clock(clock)
        , m_settings(std::move(settings))
        , m_zone(std::move(zone))
    {
    }

    QFuture<Result<DomainConnect>> run()
    {
        QList<DnsServer> addresses;
        for (const ZoneServer &server : std::as_const(m_zone.servers))
            addresses += server.addresses;
        const QByteArray name = joinNames("_domainconnect", m_zone.apex);
        onAnswer(askServersOf(m_zone.apex, m_client, addresses, {name, DnsType::TXT}), this,
                 [this](const Result<DnsAnswer> &answer) { recordFound(answer.value_or(DnsAnswer {}), true); });
        return m_promise.future();
    }

private:
    /// Many providers write a CNAME there, to a record of their own.
    void recordFound(const DnsAnswer &answer, bool mayLead)
    {
        const Sighting seen = sightingOf(answer, Sighting::Role::Resolver, {});
        const QByteArray owner = seen.chain.isEmpty() ? answer.question.name : seen.chain.constLast();
        for (const DnsEntry &entry : answer.message.answers)
            if (const auto *text = std::get_if<DnsTextData>(&entry.data); text && entry.owner == owner) {
                askProvider(text->text());
                return;
            }
        if (!mayLead || seen.chain.isEmpty()) {
            m_promise.resolve(DomainConnect());
            deleteLater();
            return;
        }
        onAnswer(askAny(m_client, m_settings.resolvers, {owner, DnsType::TXT}), this,
                 [this](const Result<DnsAnswer> &next) { recordFound(next.value_or(DnsAnswer {}), false); });
    }

    void askProvider(const QByteArray &text)
    {
        const QUrl address = inTheirPlace(domainConnectAddress(text, m_zone.apex));
        if (address.isEmpty() || !m_network) {
            finish({});
            return;
        }
        onAnswer(fetch(*m_network, m_clock, address), this, [this](const Result<QByteArray> &json) {
            const auto found = json ? domainConnectFrom(*json, m_zone.apex) : std::nullopt;
            if (found && m_network && !found->api.isEmpty())
                askForTemplate(*found);
            else
                finish(found ? found->connect : DomainConnect());
        });
    }

    void askForTemplate(const DomainConnectSettings &found)
    {
        QUrl address = found.api;
        address.setPath(address.path() + QLatin1String(clerksTemplate));
        onAnswer(fetch(*m_network, m_clock, inTheirPlace(address)), this,
                 [this, connect = found.connect](const Result<QByteArray> &known) {
                     DomainConnect answer = connect;
                     answer.supportsClerk = known.has_value();
                     finish(answer);
                 });
    }

    /// A test's own server stands in for every provider's.
    [[nodiscard]] QUrl inTheirPlace(QUrl address) const
    {
        if (address.isEmpty() || m_settings.providerStandIn.isEmpty())
            return address;
        address.setScheme(m_settings.providerStandIn.scheme());
        address.setHost(m_settings.providerStandIn.host());
        address.setPort(m_settings.providerStandIn.port());
        return address;
    }

    void finish(const DomainConnect &found)
    {
        m_promise.resolve(found);
        deleteLater();
    }

    DnsClient &m_client;
    QPointer<QNetworkAccessManager> m_network;
    Clock &m_clock;
    DnsSettings m_settings;
    Zone m_zone;
    Promise<DomainConnect> m_promise;
};

} // namespace

std::optional<DomainConnectSettings> domainConnectFrom(const QByteArray &json, const QByteArray &zone)
{
    constexpr qsizetype longestName = 80;
    constexpr qsizetype longestAddress = 2000;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    DomainConnectSettings settings;
    settings.connect.providerDisplayName = textIn(object, "providerDisplayName", longestName);
    if (settings.connect.providerDisplayName.isEmpty())
        settings.connect.providerDisplayName = textIn(object, "providerName", longestName);
    if (!settings.connect.exists())
        return std::nullopt;
    QString panel = textIn(object, "urlControlPanel", longestAddress);
    panel.replace(QLatin1String("%domain%"), QString::fromLatin1(zone.toPercentEncoding()));
    settings.connect.urlControlPanel = safeAddress(panel).toString(QUrl::FullyEncoded);
    settings.api = safeAddress(textIn(object, "urlAPI", longestAddress));
    return settings;
}

QUrl domainConnectAddress(const QByteArray &text, const QByteArray &zone)
{
    static const QRegularExpression form(QStringLiteral(
        "^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9](?:/[A-Za-z0-9._~-]+)*/?$"));
    constexpr qsizetype longest = 255;
    QString place = QString::fromLatin1(text).trimmed();
    if (place.size() > longest || !form.match(place).hasMatch())
        return {};
    if (place.endsWith(QLatin1Char('/')))
        place.chop(1);
    return safeAddress(
        QStringLiteral("https://%1/v2/%2/settings").arg(place, QString::fromLatin1(zone.toPercentEncoding())));
}

QFuture<Result<DomainConnect>> findDomainConnect(DnsClient &client, QNetworkAccessManager &network, Clock &clock,
                                                 const DnsSettings &settings, const Zone &zone)
{
    auto *search = new DomainConnectSearch(client, network, clock, settings, zone);
    return search->run();
}

} // namespace golive
