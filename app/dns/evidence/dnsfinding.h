#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace golive {

/// One line of diagnosis: what is wrong, in facts that `wizard` makes sentences of.
struct DnsFinding
{
    /// The failure catalogue. The comment is its number there, which is what people and programs
    /// outside get to see; see catalogueId().
    enum class Kind {
        None,

        // this computer and its network
        DnsBlocked, ///< F01: nobody can be asked
        OnlyEncrypted, ///< F01: public resolvers can be asked over HTTPS, and nobody else
        DnsIntercepted, ///< F02
        CaptivePortal, ///< F03
        LocalAnswerDiffers, ///< F04
        HostsFileOverride, ///< F05
        Ipv6OnlyServer, ///< F06; `server` cannot be reached from here
        AskedToSlowDown, ///< F07; `server` refuses for now
        ClockWrong, ///< F08

        // the domain, its delegation and its zone
        NotRegistered, ///< F11: nobody owns the domain
        Suspended, ///< F12; `names` are the registry's status words, `seen` the registrar
        NoServerAnswers, ///< F13; `names` are the servers in charge, where they are known
        ZoneNotActive, ///< F14: the servers in charge, `names`, refuse the zone; `seen` is whose they are, if known
        LameServer, ///< F15; `names` do not know the zone, `otherNames` do; `server` is the first of `names`
        DeadServer, ///< F16; `names` do not answer, `otherNames` do; `server` is the first of `names`
        ServerListsDiffer, ///< F17; `names` as the registry has them, `otherNames` as the zone has them
        RecordsAtOtherProvider, ///< F18; `seen` is the provider that has them, `names` its servers
        ServersChanged, ///< F19; `wait` says how long old lists may live, `until` when the last is forgotten
        SubZoneDelegated, ///< F20; `seen` is the name that is handed on, `names` to whom
        DnssecBroken, ///< F21; `seen` is the reason a resolver gives, `DNSKEY missing`; `names` its code, `EDE 9`
        ResolverTrouble, ///< F22; `server` fails although the zone is right
        HostingDomain, ///< F23; `seen` is the provider, or the suffix it hands out names below
        InternationalName, ///< F24; `seen` is how DNS writes it

        // one record
        Missing, ///< F31, F32
        WrongTarget, ///< F33; `seen` is what it points to
        Typo, ///< F33 with an edit distance of at most two
        Swapped, ///< F34; `seen` is the other record's host
        NameDoubled, ///< F35
        TargetGotZone, ///< F36
        OneLevelOff, ///< F37; `seen` is the name that holds the record
        UnderscoreLost, ///< F38; `seen` is the name that holds the record
        AddressInstead, ///< F39; `seen` is the addresses
        Flattened, ///< F09
        CloudflareProxy, ///< F10; `names` is `*` where it may as well be the catch-all that is proxied, and no record
        TextInstead, ///< F41
        OtherRecordThere, ///< F42; `seen` is its type
        TwoCnames, ///< F43
        Wildcard, ///< F44
        Detour, ///< F45; `seen` is the name in between
        DnameAbove, ///< F46; `seen` is the name that is redirected as a whole, `names` where to
        UnderscoreRefused, ///< F47; `seen` is the name that holds the record
        ApexTouched, ///< F48; `seen` is what the bare domain points to; `names` is the bare domain
        ServersDisagree, ///< F49; `server` does not have it yet
        ServersStayApart, ///< F49, for a quarter of an hour; `names` are the versions of the zone, `ns1.example.net 7`
        OldAnswerCached, ///< F51; `wait` says how long
        AbsenceCached, ///< F52; `wait` says how long
        ClerkTargetDown, ///< F40: the record is right and leads nowhere

        // certificates and Clerk
        // CAA, RFC 8659: `otherNames` are the hosts concerned, `host` the only one if it is one, and
        // `seen` the name that holds the rule
        CaaForbids, ///< F60; `names` are the issuers that are allowed, none for nobody
        CaaAllowsOne, ///< F61; `names` is the issuer that is missing
        CaaParameters, ///< F62; `names` are the restricting parameters, such as `accounturi=https://…`
        CaaCritical, ///< F63; `names` are the tags
        CaaLookupFails, ///< F64; `seen` is the name that was asked about, `server` whose answer fails
        CaaThroughCname, ///< F66; `seen` is Clerk's own name
        ClerkHasNotLooked, ///< F67
        CertificateStuck, ///< F68; `names` are Clerk's own remarks, `otherNames` and `host` the hosts as for
                          ///< CAA, `seen` the rows of the catalogue that explain it: `F60, F10`
        DomainInUse, ///< F69; `names` are Clerk's own remarks
    };
    Q_ENUM(Kind)

    /// What a finding is about.
    enum class Scope { Network, Zone, Record };
    enum class Severity {
        Error, ///< keeps the deployment from its end
        Warning, ///< works now, or will by itself
        Info,
    };

    Kind kind = Kind::None;
    QString seen;
    QString server; ///< whose answer it is, where that matters
    QString host; ///< the record or certificate host it is about, where a finding of the domain is about one
    QStringList names;
    QStringList otherNames;
    std::optional<std::chrono::seconds> wait;
    QDateTime until; ///< the end of `wait`; invalid where an answer of `server` tells it

    bool operator==(const DnsFinding &) const = default;

    Q_GADGET
};

/// The catalogue's number, such as `F33`; empty for None. Stable: programs outside compare it.
[[nodiscard]] QString catalogueId(DnsFinding::Kind kind);
[[nodiscard]] DnsFinding::Scope scopeOf(DnsFinding::Kind kind);
[[nodiscard]] DnsFinding::Severity severityOf(DnsFinding::Kind kind);

/// While this holds, nothing can be said about single records: what they seem to lack is its consequence.
[[nodiscard]] bool silencesRecords(DnsFinding::Kind kind);

} // namespace golive
