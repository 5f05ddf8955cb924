#include "wizard/dns/findingthemes.h"
#include "wizard/dns/phrases.h"

namespace golive {
namespace {

using Phrases = DnsPhrases;

/// As it is typed: the whole of a CAA record that allows an issuer (RFC 8659, section 4.2).
QString rule(const QString &issuer)
{
    return QStringLiteral("0 issue \"%1\"").arg(issuer);
}

struct CertificateWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::CertificateWords)

public:
    static FindingWords forbids(const DnsFinding &finding, const FindingContext &context)
    {
        const QString owner = ownerOf(finding, context);
        return {finding.names.isEmpty()
                    ? tr("The certificate rules (CAA) of %1 allow nobody to issue certificates.").arg(owner)
                    : tr("The certificate rules (CAA) of %1 only allow %2, which Clerk does not use.")
                          .arg(owner, Phrases::names(finding.names)),
                tr("Add two CAA records with the name %1: %2 and %3. Keep those that are there.")
                    .arg(Phrases::typedName(owner, context), rule(QStringLiteral("letsencrypt.org")),
                         rule(QStringLiteral("pki.goog"))),
                Phrases::console(context)};
    }

    static FindingWords allowsOne(const DnsFinding &finding, const FindingContext &context)
    {
        const QString owner = ownerOf(finding, context);
        const QString missing = finding.names.isEmpty() ? QStringLiteral("pki.goog") : finding.names.constFirst();
        return {tr("The certificate rules (CAA) of %1 leave out %2. Certificates work now, and may fail at a renewal.")
                    .arg(owner, Phrases::name(missing)),
                tr("Add one more CAA record with the name %1: %2.")
                    .arg(Phrases::typedName(owner, context), rule(Phrases::name(missing))),
                Phrases::console(context)};
    }

    static FindingWords parameters(const DnsFinding &finding, const FindingContext &context)
    {
        const QString owner = ownerOf(finding, context);
        return {tr("A certificate rule (CAA) of %1 is limited to one method or account: %2.")
                    .arg(owner, Phrases::names(finding.names)),
                tr("Edit that CAA record with the name %1 so that only the issuer remains, without what follows its "
                   "semicolon.")
                    .arg(Phrases::typedName(owner, context)),
                Phrases::console(context)};
    }

    static FindingWords critical(const DnsFinding &finding, const FindingContext &context)
    {
        const QString owner = ownerOf(finding, context);
        return {tr("A certificate rule (CAA) of %1 is marked critical and not known to issuers (%2), so all of them "
                   "refuse.")
                    .arg(owner, Phrases::names(finding.names)),
                tr("Delete that CAA record with the name %1.").arg(Phrases::typedName(owner, context)),
                Phrases::console(context)};
    }

    static FindingWords lookupFails(const DnsFinding &finding, const FindingContext &context)
    {
        return {finding.server.isEmpty()
                    ? tr("The name servers of %1 cannot answer questions for certificate rules (CAA), and issuers "
                         "refuse then.")
                          .arg(Phrases::zone(context))
                    : tr("The name server %1 cannot answer questions for certificate rules (CAA), and issuers refuse "
                         "then.")
                          .arg(Phrases::name(finding.server)),
                tr("Report that to %1: questions of type CAA must be answered, if only with “there is none”.")
                    .arg(Phrases::support(context)),
                Phrases::console(context)};
    }

    static FindingWords throughCname(const DnsFinding &finding, const FindingContext &context)
    {
        return {tr("The certificate rules (CAA) for %1 come from %2, where the record points.")
                    .arg(hostOf(finding, context), Phrases::name(finding.seen)),
                tr("Nothing to do: these are Clerk’s own."),
                {}};
    }

    static FindingWords stuck(const DnsFinding &finding, const FindingContext &context)
    {
        QString problem
            = tr("Clerk has been waiting for the certificate of %1 for a while.").arg(hostOf(finding, context));
        if (!finding.names.isEmpty())
            //: %1 are Clerk's own words, in English
            problem += QLatin1Char(' ') + tr("It says: %1").arg(Phrases::names(finding.names));
        return {problem,
                tr("Make sure that no proxy (orange cloud) is on for the record. If nothing else is wrong here, ask "
                   "Clerk’s support."),
                Phrases::clerkStatus()};
    }

    static FindingWords inUse(const DnsFinding & /*finding*/, const FindingContext &context)
    {
        return {tr("Another Clerk application uses %1 already.").arg(Phrases::domain(context)),
                tr("Remove the domain from that application in Clerk’s dashboard, or use another domain here."),
                Phrases::link(tr("Open Clerk’s dashboard"), QStringLiteral("https://dashboard.clerk.com"))};
    }

private:
    static QString ownerOf(const DnsFinding &finding, const FindingContext &context)
    {
        return finding.seen.isEmpty() ? Phrases::zone(context) : Phrases::name(finding.seen);
    }

    static QString hostOf(const DnsFinding &finding, const FindingContext &context)
    {
        if (!finding.host.isEmpty())
            return Phrases::name(finding.host);
        return context.host.isEmpty() ? Phrases::domain(context) : Phrases::name(context.host);
    }
};

using Kind = DnsFinding::Kind;

constexpr FindingWording wordings[] = {
    {Kind::CaaForbids, &CertificateWords::forbids},         {Kind::CaaAllowsOne, &CertificateWords::allowsOne},
    {Kind::CaaParameters, &CertificateWords::parameters},   {Kind::CaaCritical, &CertificateWords::critical},
    {Kind::CaaLookupFails, &CertificateWords::lookupFails}, {Kind::CaaThroughCname, &CertificateWords::throughCname},
    {Kind::CertificateStuck, &CertificateWords::stuck},     {Kind::DomainInUse, &CertificateWords::inUse},
};

} // namespace

FindingWords certificateWords(const DnsFinding &finding, const FindingContext &context)
{
    return worded(wordings, finding, context);
}

} // namespace golive
