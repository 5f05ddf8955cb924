#include "clerk/domainjson.h"

#include "model/publicsuffix.h"

namespace golive {
namespace {

/// Missing or null means what Clerk means for most records: it is needed.
bool isRequired(const QJsonObject &json)
{
    return json.value(QLatin1String("required")).toBool(true);
}

DnsRecord recordFrom(const QJsonObject &json)
{
    DnsRecord record;
    record.host = hostIn(json, "host");
    record.target = hostIn(json, "value");
    record.required = isRequired(json);
    return record;
}

/// Nobody is asked to enter records for a domain that is somebody else's.
void addRecords(const QJsonArray &entries, Domain &domain)
{
    for (const auto &each : entries) {
        const DnsRecord record = recordFrom(each.toObject());
        if (record.host.isEmpty() || record.target.isEmpty())
            continue;
        if (hasSameOwner(record.host, domain.name))
            domain.records.append(record);
        else
            domain.foreignHosts.append(record.host);
    }
}

QList<FailureHint> hintsIn(const QJsonObject &json)
{
    QList<FailureHint> hints;
    const QJsonArray entries = json.value(QLatin1String("failure_hints")).toArray();
    for (const auto &each : entries) {
        FailureHint hint;
        hint.code = textIn(each.toObject(), "code");
        hint.message = each.isString() ? each.toString() : textIn(each.toObject(), "message");
        if (hint != FailureHint())
            hints.append(hint);
    }
    return hints;
}

/// The same state goes by `in_progress`, `in_process` and `pending`, and more words may come.
ComponentState stateFrom(const QString &word)
{
    if (word == QLatin1String("complete"))
        return ComponentState::Complete;
    if (word == QLatin1String("failed"))
        return ComponentState::Failed;
    return word.isEmpty() || word == QLatin1String("not_started") ? ComponentState::NotStarted
                                                                  : ComponentState::InProgress;
}

Component componentFrom(const QJsonObject &json)
{
    Component component;
    component.state = stateFrom(textIn(json, "status"));
    component.required = isRequired(json);
    component.hints = hintsIn(json);
    return component;
}

std::optional<Component> componentIn(const QJsonObject &json, const char *key)
{
    const QJsonValue entry = json.value(QLatin1String(key));
    return entry.isObject() ? std::optional(componentFrom(entry.toObject())) : std::nullopt;
}

QStringList textsFrom(const QJsonValue &json)
{
    QStringList texts;
    const QJsonArray entries = json.isArray() ? json.toArray() : QJsonArray {json};
    for (const auto &each : entries)
        if (const QString text = each.toString(); !text.isEmpty())
            texts.append(text);
    return texts;
}

RecordStatus recordStatusFrom(const QString &key, const QJsonObject &json)
{
    RecordStatus record;
    record.key = key;
    record.from = hostIn(json, "from");
    record.to = hostIn(json, "to");
    record.verified = json.value(QLatin1String("verified")).toBool();
    record.required = isRequired(json);
    record.actual = textsFrom(json.value(QLatin1String("actual")));
    record.hints = hintsIn(json);
    return record;
}

} // namespace

Result<Domain> domainFrom(const QJsonObject &json)
{
    Domain domain;
    domain.id = textIn(json, "id");
    domain.name = hostIn(json, "name");
    if (domain.id.isEmpty() || domain.name.isEmpty())
        return failure(Error::Kind::UnexpectedReply, QStringLiteral("a domain without id or name"));

    domain.isSatellite = json.value(QLatin1String("is_satellite")).toBool();
    domain.isProviderDomain = json.value(QLatin1String("is_provider_domain")).toBool();
    domain.frontendApiUrl = urlIn(json, "frontend_api_url");
    domain.accountsPortalUrl = urlIn(json, "accounts_portal_url");
    domain.proxyUrl = urlIn(json, "proxy_url");
    addRecords(json.value(QLatin1String("cname_targets")).toArray(), domain);
    domain.applicationId = textIn(json.value(QLatin1String("application")).toObject(), "id");
    return domain;
}

Result<QList<Domain>> domainsFrom(const QJsonDocument &json)
{
    return listFrom<Domain>(json, domainFrom);
}

Result<Page<Domain>> domainPageFrom(const QJsonDocument &json)
{
    return pageFrom<Domain>(json, domainFrom);
}

Result<DomainStatus> domainStatusFrom(const QJsonObject &json)
{
    const QString word = textIn(json, "status");
    if (word.isEmpty())
        return failure(Error::Kind::UnexpectedReply, QStringLiteral("a domain status without status"));

    DomainStatus status;
    status.complete = word == QLatin1String("complete");
    const QJsonObject dns = json.value(QLatin1String("dns")).toObject();
    status.dns = componentFrom(dns);
    const QJsonObject cnames = dns.value(QLatin1String("cnames")).toObject();
    for (auto each = cnames.constBegin(); each != cnames.constEnd(); ++each)
        if (each.value().isObject())
            status.records.append(recordStatusFrom(each.key(), each.value().toObject()));
    status.ssl = componentIn(json, "ssl").value_or(Component());
    const QJsonObject hosts = json.value(QLatin1String("ssl_hosts")).toObject();
    for (auto each = hosts.constBegin(); each != hosts.constEnd(); ++each)
        if (each.value().isObject())
            status.sslHosts.insert(each.key(), componentFrom(each.value().toObject()));
    status.mail = componentIn(json, "mail");
    status.proxy = componentIn(json, "proxy");
    status.lastRunAt = momentFrom(json.value(QLatin1String("last_run_at")));
    return status;
}

} // namespace golive
