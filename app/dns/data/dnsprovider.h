#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace golive {

/// A company whose servers hold zones, and what its page for records wants.
struct DnsProvider
{
    /// What is typed as the name of `clerk.example.com` in the zone `example.com`.
    enum class HostField {
        Relative, ///< `clerk`: the zone is added by the provider
        Either, ///< `clerk` or the full name
        Full, ///< `clerk.example.com.`
    };
    /// What the page for records does with a zone file.
    enum class ZoneFileImport {
        None, ///< its website takes none
        Unknown,
        Yes, ///< it adds the records of the file to the zone
        Replaces, ///< the file becomes the zone: every record that is not in it is lost
    };

    QString name; ///< for people; empty when the provider is not known
    QString console; ///< https address of the page for records; empty where there is none for everybody
    QString docs; ///< https address of the provider's own guide to adding a CNAME; may be empty
    HostField hostField = HostField::Relative;
    ZoneFileImport zoneFileImport = ZoneFileImport::None;
    bool targetDot = false; ///< a target without final dot gets the zone appended
    bool refusesUnderscore = false; ///< its page is known to refuse names with `_` at times
    bool subdomainFirst = false; ///< the subdomain has to be created before it can have a record
    bool proxies = false; ///< may put its own addresses in place of a record: Cloudflare's orange cloud
    bool flattens = false; ///< may answer with the target's addresses in place of the CNAME
    QStringList candidates; ///< of servers that several providers use: their names, for providerNamed()

    /// False where importing a zone file is impossible or would lose what the zone has.
    [[nodiscard]] bool takesZoneFile() const
    {
        return !isKnown() || zoneFileImport == ZoneFileImport::Yes || zoneFileImport == ZoneFileImport::Unknown;
    }
    [[nodiscard]] bool isKnown() const { return !name.isEmpty(); }
    /// The servers do not say which of `candidates` it is; ask the person.
    [[nodiscard]] bool isAmbiguous() const { return !candidates.isEmpty(); }

    bool operator==(const DnsProvider &) const = default;
};

/// Who runs the zone, by the names of most of its name servers: the longest suffix counts, whole
/// labels only. An unknown provider when they disagree or none is in resources/dnsproviders.json:
/// saying nothing is better than the wrong page.
[[nodiscard]] DnsProvider providerOf(const QStringList &nameServers, const QString &zone);

/// The provider of that name in resources/dnsproviders.json, as for a zone there; an unknown one
/// when there is none.
[[nodiscard]] DnsProvider providerNamed(const QString &name, const QString &zone);

/// The names of all providers in resources/dnsproviders.json, for a person to choose from.
[[nodiscard]] QStringList providerNames();

/// What is typed into a provider's field for the name of a record.
struct TypedName
{
    QString relative; ///< `clerk`, `clerk.app`, or `@` for the zone itself; the full name when it lies elsewhere
    QString full; ///< `clerk.example.com`, with a final dot where the provider wants one
    bool fullFirst = false; ///< this provider asks for the full name

    /// The form to propose.
    [[nodiscard]] const QString &best() const { return fullFirst ? full : relative; }

    bool operator==(const TypedName &) const = default;
};

/// `host` and `zone` in the form of dnsname.h.
[[nodiscard]] TypedName nameToType(const QByteArray &host, const QByteArray &zone, const DnsProvider &provider);

/// What is typed as the value of a CNAME to `target`.
[[nodiscard]] QString targetToType(const QByteArray &target, const DnsProvider &provider);

} // namespace golive
