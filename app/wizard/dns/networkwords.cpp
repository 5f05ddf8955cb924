#include "wizard/dns/findingthemes.h"
#include "wizard/dns/phrases.h"

namespace golive {
namespace {

using Phrases = DnsPhrases;

struct NetworkWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::NetworkWords)

public:
    static FindingWords blocked(const DnsFinding & /*finding*/, const FindingContext & /*context*/)
    {
        return {tr("This network keeps DNS questions from leaving it, so the records cannot be checked from here."),
                tr("Switch off a VPN, or try another network, such as your phone’s. You can add the records all the "
                   "same; Clerk checks them from its own network."),
                {}};
    }

    static FindingWords onlyEncrypted(const DnsFinding & /*finding*/, const FindingContext &context)
    {
        return {tr("This network only lets its own DNS through, so %1 cannot be asked directly. Golive asks public "
                   "resolvers over encrypted DNS instead.")
                    .arg(Phrases::servers(context)),
                tr("Nothing to do, but changes show later here. To see them at once, switch off a VPN or try another "
                   "network. Clerk is not affected."),
                {}};
    }

    static FindingWords intercepted(const DnsFinding & /*finding*/, const FindingContext &context)
    {
        return {tr("Something on this network answers DNS questions in place of %1, so what you see here may be old.")
                    .arg(Phrases::servers(context)),
                tr("Golive asks public resolvers over encrypted DNS instead, where it can. What is in between may be "
                   "a VPN, security software or the internet provider: switch it off or try another network to be "
                   "sure. Clerk is not affected."),
                {}};
    }

    static FindingWords captivePortal(const DnsFinding & /*finding*/, const FindingContext & /*context*/)
    {
        return {tr("This network wants you to sign in before you can use the internet."),
                tr("Open any website in your browser, sign in to the network there, and check again."),
                {}};
    }

    static FindingWords localAnswer(const DnsFinding &finding, const FindingContext & /*context*/)
    {
        const QString fix = tr("Nothing to do for Clerk. If sign-in does not work on this network, ask whoever runs "
                               "its DNS, or switch off a VPN.");
        if (finding.seen.isEmpty())
            return {tr("The internet sees the right record; only the network of this computer says something else."),
                    fix,
                    {}};
        return {tr("The internet sees the right record; only the network of this computer says something else: %1.")
                    .arg(Phrases::name(finding.seen)),
                fix,
                {}};
    }

    static FindingWords hostsFile(const DnsFinding &finding, const FindingContext &context)
    {
        const QString host = Phrases::name(finding.host.isEmpty() ? context.host : finding.host);
        return {tr("A setting on this computer overrides %1.").arg(host.isEmpty() ? tr("this name") : host),
                tr("Nothing to do for Clerk. To use the sign-in on this computer, delete the line with that name "
                   "from its hosts file (/etc/hosts)."),
                {}};
    }

    static FindingWords ipv6Only(const DnsFinding &finding, const FindingContext & /*context*/)
    {
        return {tr("The name server %1 can only be reached over IPv6, which this network does not have.")
                    .arg(Phrases::name(finding.server)),
                tr("Nothing to do: it is left out here. Clerk asks it from its own network."),
                {}};
    }

    static FindingWords slowDown(const DnsFinding &finding, const FindingContext & /*context*/)
    {
        return {tr("The server %1 does not want to be asked so often.").arg(Phrases::name(finding.server)),
                tr("Nothing to do: Golive asks it less often for a while."),
                {}};
    }

    static FindingWords clockWrong(const DnsFinding & /*finding*/, const FindingContext & /*context*/)
    {
        return {tr("The clock of this computer is wrong, so encrypted connections fail."),
                tr("Set the date and the time, or have the computer set them by itself, and check again."),
                {}};
    }
};

using Kind = DnsFinding::Kind;

constexpr FindingWording wordings[] = {
    {Kind::DnsBlocked, &NetworkWords::blocked},
    {Kind::OnlyEncrypted, &NetworkWords::onlyEncrypted},
    {Kind::DnsIntercepted, &NetworkWords::intercepted},
    {Kind::CaptivePortal, &NetworkWords::captivePortal},
    {Kind::LocalAnswerDiffers, &NetworkWords::localAnswer},
    {Kind::HostsFileOverride, &NetworkWords::hostsFile},
    {Kind::Ipv6OnlyServer, &NetworkWords::ipv6Only},
    {Kind::AskedToSlowDown, &NetworkWords::slowDown},
    {Kind::ClockWrong, &NetworkWords::clockWrong},
};

} // namespace

FindingWords networkWords(const DnsFinding &finding, const FindingContext &context)
{
    return worded(wordings, finding, context);
}

} // namespace golive
