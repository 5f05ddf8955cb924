#include "practice/practiceworld.h"

#include "practice/practiceconfig.h"
#include "practice/practiceseed.h"

#include <QRegularExpression>

#include <algorithm>

namespace golive {
namespace {

constexpr char base62[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr char base36[] = "0123456789abcdefghijklmnopqrstuvwxyz";

const auto development = QStringLiteral("development");
const auto production = QStringLiteral("production");

/// Those that Clerk files as provider domains and reaches through a path on the website.
bool isProviderDomain(const QString &domain)
{
    return domain.endsWith(QLatin1String(".vercel.app")) || domain.endsWith(QLatin1String(".replit.app"));
}

/// Hosting providers' own domains, under which nobody can add records.
bool belongsToHosting(const QString &domain)
{
    static const QStringList hosting {
        QStringLiteral("netlify.app"),  QStringLiteral("pages.dev"),     QStringLiteral("fly.dev"),
        QStringLiteral("onrender.com"), QStringLiteral("herokuapp.com"), QStringLiteral("workers.dev"),
        QStringLiteral("web.app"),      QStringLiteral("github.io"),     QStringLiteral("railway.app"),
        QStringLiteral("clerk.app"),    QStringLiteral("amplifyapp.com")};
    return std::any_of(hosting.begin(), hosting.end(),
                       [&](const QString &each) { return domain == each || domain.endsWith(QLatin1Char('.') + each); });
}

bool isDomainName(const QString &domain)
{
    static const QRegularExpression shape(
        QStringLiteral("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$"));
    return domain.size() <= 253 && shape.match(domain).hasMatch();
}

QString root(const QString &domain)
{
    return QString::fromLatin1(PracticeZones::zoneOf(domain.toLatin1()));
}

/// A subdomain is a name of its own, as Clerk's Dashboard has it for secondary applications; www is not.
/// Whether the Platform API takes one below another application's root is not documented.
bool isSameHome(const QString &one, const QString &other)
{
    const auto home
        = [](const QString &name) { return name == QStringLiteral("www.") + root(name) ? root(name) : name; };
    return home(one) == home(other);
}

QString publishableKey(const QString &environment, const QString &host)
{
    const QString prefix = environment == production ? QStringLiteral("pk_live_") : QStringLiteral("pk_test_");
    return prefix + QString::fromLatin1((host.toLatin1() + '$').toBase64());
}

} // namespace

PracticeWorld::PracticeWorld(Clock &clock, Pace pace, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_status(m_zones, clock, pace)
{
    startAnew();
}

void PracticeWorld::startAnew()
{
    m_random.seed(seed);
    m_zones.forgetAll();
    m_applications.clear();
    m_workspaceId = newId(QStringLiteral("org_"));
    furnishShop();
    furnishBlog();
    furnishBookings();
    furnishMarket();
}

Practised<PracticeApplication *> PracticeWorld::application(const QString &id)
{
    for (PracticeApplication &application : m_applications)
        if (application.id == id)
            return &application;
    return notFound(QStringLiteral("application"));
}

Practised<PracticeApplication *> PracticeWorld::createApplication(const QString &name)
{
    constexpr qsizetype longestName = 50;
    if (name.trimmed().isEmpty())
        return refuseField(QStringLiteral("form_param_missing"), QStringLiteral("name"),
                           QStringLiteral("name must be given."));
    if (name.size() > longestName)
        return refuseField(QStringLiteral("form_param_value_invalid"), QStringLiteral("name"),
                           QStringLiteral("name is too long."));
    m_applications.append(newApplication(name, QStringLiteral("new-comer-") + letters(2, base36)));
    return &m_applications.last();
}

Practised<PracticeInstance *> PracticeWorld::instance(const QString &applicationId, const QString &instance)
{
    const auto owner = application(applicationId);
    if (!owner)
        return tl::unexpected(owner.error());
    for (PracticeInstance &each : (*owner)->instances)
        if (each.id == instance || each.environment == instance)
            return &each;
    return notFound(QStringLiteral("instance"));
}

Practised<PracticeDomain *> PracticeWorld::domain(const QString &applicationId, const QString &idOrName)
{
    const auto live = instance(applicationId, production);
    if (!live)
        return tl::unexpected(live.error());
    std::optional<PracticeDomain> &found = (*live)->domain;
    if (!found || (found->id != idOrName && found->name != idOrName))
        return notFound(QStringLiteral("domain"));
    return &*found;
}

bool PracticeWorld::deleteDomain(const QString &name)
{
    for (PracticeApplication &owner : m_applications)
        for (PracticeInstance &each : owner.instances)
            if (each.domain && each.domain->name == name) {
                each.domain.reset();
                return true;
            }
    return false;
}

Practised<PracticeInstance *> PracticeWorld::createProduction(const QString &applicationId, const QString &domain,
                                                              const QString &cloneFrom)
{
    const auto owner = application(applicationId);
    if (!owner)
        return tl::unexpected(owner.error());
    if (instance(applicationId, production))
        return refuse(400, QStringLiteral("production_instance_exists"),
                      QStringLiteral("The application already has a production instance."));
    const QString name = domain.toLower();
    if (auto refused = refusedDomain(applicationId, name))
        return tl::unexpected(*refused);
    const auto config = startingConfig(**owner, cloneFrom);
    if (!config)
        return notFound(QStringLiteral("development instance"));
    PracticeInstance created = newInstance(production, QStringLiteral("clerk.") + name);
    created.config = *config;
    created.domain = newDomain(name);
    (*owner)->instances.append(created);
    m_zones.announce(name, created.domain->records);
    Q_EMIT domainCreated(name);
    return &(*owner)->instances.last();
}

Practised<PracticeDomain *> PracticeWorld::changeDomain(const QString &applicationId, const QString &name,
                                                        const QString &proxyPath)
{
    const auto live = instance(applicationId, production);
    if (!live)
        return tl::unexpected(live.error());
    std::optional<PracticeDomain> &domain = (*live)->domain;
    if (!domain)
        return notFound(QStringLiteral("domain"));
    if (const QString wanted = name.toLower(); wanted != domain->name) {
        if (auto refused = refusedDomain(applicationId, wanted))
            return tl::unexpected(*refused);
        const QString id = domain->id;
        domain = newDomain(wanted);
        domain->id = id;
        (*live)->publishableKey = publishableKey(production, QStringLiteral("clerk.") + wanted);
        m_zones.announce(wanted, domain->records);
    }
    if (domain->isProviderDomain) {
        domain->proxyUrl = QStringLiteral("https://") + domain->name + proxyPath;
        for (DnsRecord &record : domain->records)
            record.required = false;
        domain->checkStarted = m_clock.elapsed();
    }
    return &*domain;
}

std::optional<PracticeFault> PracticeWorld::refusedDomain(const QString &applicationId, const QString &domain) const
{
    const QJsonObject field {{QStringLiteral("param_name"), QStringLiteral("domain")}};
    if (isDomainName(domain) && belongsToHosting(domain))
        return PracticeFault {422, QStringLiteral("known_hosting_domain"),
                              QStringLiteral("%1 belongs to a hosting provider.").arg(domain), field};
    if (!isDomainName(domain) || PracticeZones::isPublicSuffix(domain.toLatin1()))
        return PracticeFault {422, QStringLiteral("form_param_format_invalid"),
                              QStringLiteral("domain must be a valid domain name."), field};
    for (const PracticeApplication &other : m_applications)
        for (const PracticeInstance &each : other.instances)
            if (other.id != applicationId && each.domain && isSameHome(each.domain->name, domain))
                return PracticeFault {422, QStringLiteral("home_url_taken"),
                                      QStringLiteral("%1 is used by another application.").arg(root(domain)), field};
    return std::nullopt;
}

std::optional<QJsonObject> PracticeWorld::startingConfig(const PracticeApplication &application,
                                                         const QString &cloneFrom) const
{
    if (cloneFrom.isEmpty())
        return practiceseed::defaultConfig();
    for (const PracticeInstance &each : application.instances)
        if (each.id == cloneFrom && each.environment == development)
            return practiceconfig::cloned(each.config, application.cloneForgets);
    return std::nullopt;
}

QString PracticeWorld::letters(int count, const char *alphabet)
{
    const int size = static_cast<int>(qstrlen(alphabet));
    QString text;
    for (int i = 0; i < count; ++i)
        text.append(QLatin1Char(alphabet[m_random.bounded(size)]));
    return text;
}

QString PracticeWorld::newId(const QString &prefix)
{
    return prefix + QLatin1Char('3') + letters(26, base62);
}

PracticeInstance PracticeWorld::newInstance(const QString &environment, const QString &frontendHost)
{
    PracticeInstance created;
    created.id = newId(QStringLiteral("ins_"));
    created.environment = environment;
    created.publishableKey = publishableKey(environment, frontendHost);
    created.secretKey
        = (environment == production ? QStringLiteral("sk_live_") : QStringLiteral("sk_test_")) + letters(42, base62);
    created.created = m_clock.now();
    created.config = practiceseed::defaultConfig();
    created.schema = practiceseed::schema();
    return created;
}

PracticeApplication PracticeWorld::newApplication(const QString &name, const QString &developmentName)
{
    PracticeApplication application;
    application.id = newId(QStringLiteral("app_"));
    application.name = name;
    application.created = m_clock.now();
    application.instances.append(newInstance(development, developmentName + QStringLiteral(".clerk.accounts.dev")));
    return application;
}

PracticeDomain PracticeWorld::newDomain(const QString &name)
{
    const QString token = letters(12, base36);
    const auto record = [&](const char *host, const QString &target) {
        return DnsRecord {QString::fromLatin1(host) + QLatin1Char('.') + name,
                          target + QStringLiteral(".clerk.services"), true};
    };
    PracticeDomain domain;
    domain.id = newId(QStringLiteral("dmn_"));
    domain.name = name;
    domain.created = m_clock.now();
    domain.isProviderDomain = isProviderDomain(name); // filed as it is: no path is worked out at a creation
    domain.records = {record("clerk", QStringLiteral("frontend-api")), record("accounts", QStringLiteral("accounts")),
                      record("clkmail", QStringLiteral("mail.") + token),
                      record("clk._domainkey", QStringLiteral("dkim1.") + token),
                      record("clk2._domainkey", QStringLiteral("dkim2.") + token)};
    return domain;
}

} // namespace golive
