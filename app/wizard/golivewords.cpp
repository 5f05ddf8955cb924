#include "wizard/golivewords.h"

#include "model/deployplan.h"
#include "wizard/displaytext.h"
#include "wizard/errortext.h"

#include <QLocale>

#include <algorithm>

namespace golive {
namespace {

using Standing = GoLivePart::Standing;

constexpr qsizetype longestRemark = 300;

Standing standingOf(const Component &component)
{
    if (component.isDone())
        return Standing::Done;
    switch (component.state) {
    case ComponentState::NotStarted: return Standing::Waiting;
    case ComponentState::InProgress: return Standing::Working;
    case ComponentState::Complete: return Standing::Done;
    case ComponentState::Failed: return Standing::Failed;
    }
    Q_UNREACHABLE();
}

QStringList messagesOf(const QList<FailureHint> &hints)
{
    QStringList messages;
    for (const FailureHint &hint : hints)
        messages.append(displayText(hint.message, longestRemark));
    return messages;
}

bool allPartsAreDone(const DomainStatus &status)
{
    return status.dns.isDone() && status.ssl.isDone() && (!status.mail || status.mail->isDone())
        && (!status.proxy || status.proxy->isDone());
}

} // namespace

QList<GoLivePart> GoLiveWords::partsOf(const std::optional<DomainStatus> &status)
{
    if (!status)
        return {};
    QList<GoLivePart> parts {dnsPart(*status), certificatePart(*status)};
    if (status->mail)
        parts.append(mailPart(*status->mail));
    if (status->proxy && status->proxy->required)
        parts.append(proxyPart(*status->proxy));
    parts.append(overallPart(*status));
    return parts;
}

GoLivePart GoLiveWords::dnsPart(const DomainStatus &status)
{
    GoLivePart part {GoLivePart::Id::Dns, standingOf(status.dns), tr("DNS records"), {}, messagesOf(status.dns.hints)};
    const auto verified = std::count_if(status.records.cbegin(), status.records.cend(),
                                        [](const RecordStatus &record) { return record.verified; });
    if (recordsAreSeenByClerk(status)) {
        part.standing = Standing::Done;
        part.text = tr("Clerk sees every record it needs.");
        return part;
    }
    if (part.standing != Standing::Failed)
        part.standing = Standing::YourTurn;
    part.text = verified == 0
        ? tr("Clerk has not seen the records yet. Your turn: the DNS records step says what to add.")
        : tr("Clerk sees %1 of %2 records. Your turn: the DNS records step says what is missing.")
              .arg(verified)
              .arg(status.records.size());
    return part;
}

GoLivePart GoLiveWords::certificatePart(const DomainStatus &status)
{
    GoLivePart part {
        GoLivePart::Id::Certificate, standingOf(status.ssl), tr("Certificate"), {}, messagesOf(status.ssl.hints)};
    for (auto host = status.sslHosts.cbegin(); host != status.sslHosts.cend(); ++host)
        for (const FailureHint &hint : host.value().hints)
            part.remarks.append(displayText(QStringLiteral("%1: %2").arg(host.key(), hint.message), longestRemark));
    switch (part.standing) {
    case Standing::Done: part.text = tr("Your sign-in hosts have their certificate."); break;
    case Standing::Failed:
        part.text = tr("The certificate could not be issued. Clerk’s Domains page shows why and has a button to try "
                       "again. A CAA record on your domain is the usual cause.");
        break;
    case Standing::Working:
        part.text = tr("Being issued. This takes a few minutes; nothing is left for you to do.");
        break;
    case Standing::YourTurn:
    case Standing::Waiting:
        part.text = recordsAreSeenByClerk(status)
            ? tr("Starts in a moment. If nothing happens for several minutes, open Clerk’s Domains page and press "
                 "“Deploy certificates”.")
            : tr("Starts by itself once the DNS records are seen.");
        break;
    }
    return part;
}

GoLivePart GoLiveWords::mailPart(const Component &mail)
{
    GoLivePart part {GoLivePart::Id::Mail, standingOf(mail), tr("Email"), {}, messagesOf(mail.hints)};
    switch (part.standing) {
    case Standing::Done: part.text = tr("Codes and links are sent from your own domain."); break;
    case Standing::Failed:
        part.text = tr("Something is wrong with the mail records. Look at the DNS records step.");
        break;
    case Standing::Working: part.text = tr("Being set up. Nothing is left for you to do."); break;
    case Standing::YourTurn:
    case Standing::Waiting: part.text = tr("Starts by itself once the mail records are seen."); break;
    }
    return part;
}

GoLivePart GoLiveWords::proxyPart(const Component &proxy)
{
    GoLivePart part {GoLivePart::Id::Proxy, standingOf(proxy), tr("Frontend API proxy"), {}, messagesOf(proxy.hints)};
    part.text = part.standing == Standing::Done
        ? tr("Clerk reaches its Frontend API through your application.")
        : tr("Clerk does not reach its Frontend API through your application yet. Check that the application "
             "passes requests to /__clerk on to Clerk.");
    return part;
}

GoLivePart GoLiveWords::overallPart(const DomainStatus &status)
{
    GoLivePart part {GoLivePart::Id::Overall, Standing::Waiting, tr("Production"), {}, {}};
    if (status.complete) {
        part.standing = Standing::Done;
        part.text = tr("Clerk reports everything complete.");
    } else if (allPartsAreDone(status)) {
        part.standing = Standing::Working;
        part.text = tr("Clerk is finishing. Nothing is left for you to do.");
    } else {
        part.text = tr("Complete as soon as the lines above are.");
    }
    return part;
}

GoLiveOutlook GoLiveWords::outlook(bool instanceExists, const std::optional<DomainStatus> &status)
{
    if (!instanceExists)
        return GoLiveOutlook::NoInstance;
    if (!status)
        return GoLiveOutlook::Unknown;
    if (status->complete)
        return GoLiveOutlook::Live;
    const QList<GoLivePart> parts = partsOf(status);
    if (std::any_of(parts.cbegin(), parts.cend(),
                    [](const GoLivePart &part) { return part.standing == Standing::Failed; }))
        return GoLiveOutlook::Trouble;
    return recordsAreSeenByClerk(*status) ? GoLiveOutlook::ClerkIsWorking : GoLiveOutlook::RecordsMissing;
}

QString GoLiveWords::vanished(const QString &domain)
{
    return tr("Clerk does not list %1 any more").arg(domain);
}

QString GoLiveWords::afterVanishing()
{
    return tr("Nobody can sign in without a domain. The step “DNS records” says what to do about it.");
}

QString GoLiveWords::headline(GoLiveOutlook outlook)
{
    switch (outlook) {
    case GoLiveOutlook::NoInstance: return tr("There is no production instance yet");
    case GoLiveOutlook::Unknown: return tr("Asking Clerk how your domain stands");
    case GoLiveOutlook::RecordsMissing: return tr("Waiting for your DNS records");
    case GoLiveOutlook::ClerkIsWorking: return tr("Clerk is finishing");
    case GoLiveOutlook::Trouble: return tr("Something needs your attention");
    case GoLiveOutlook::Live: return tr("Your domain is live");
    }
    Q_UNREACHABLE();
}

QString GoLiveWords::explanation(GoLiveOutlook outlook)
{
    switch (outlook) {
    case GoLiveOutlook::NoInstance: return tr("Create it first. Then Clerk can check its domain.");
    case GoLiveOutlook::Unknown: return tr("The answer takes a few seconds.");
    case GoLiveOutlook::RecordsMissing:
        return tr("New records take minutes to be seen, sometimes hours. You may close Golive meanwhile.");
    case GoLiveOutlook::ClerkIsWorking:
        return tr("Nothing is left for you to do here. Certificate and mail take a few minutes.");
    case GoLiveOutlook::Trouble: return tr("The line marked below says what failed and what to do.");
    case GoLiveOutlook::Live:
        return tr("Records, certificate and mail are in place. Now your application needs the production keys.");
    }
    Q_UNREACHABLE();
}

QString GoLiveWords::timeOfDay(const QDateTime &utc)
{
    return QLocale().toString(utc.toLocalTime().time(), QLocale::ShortFormat);
}

QString GoLiveWords::couldNotAsk(const QDateTime &utc, const Error &error)
{
    if (needsThePerson(error)) // a notice says why
        return tr("Clerk could not be asked at %1. Golive tries again by itself.").arg(timeOfDay(utc));
    return tr("Clerk could not be asked at %1: %2 Golive tries again by itself.")
        .arg(timeOfDay(utc), ErrorText::sentence(error));
}

Notice GoLiveWords::keyMissing(const Error &error)
{
    Notice notice = noticeFor(error);
    if (error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::SecretMissing)
        notice.text = tr("Clerk does not let this Platform API key read secret keys. Open the API keys page of the "
                         "production instance in Clerk’s Dashboard and copy the secret key there.");
    return notice;
}

QString GoLiveWords::keyPlace(bool kept, bool onlyInMemory, bool permanent)
{
    if (onlyInMemory)
        return tr("The secret key is only in this program’s memory.");
    if (kept && !permanent)
        return tr("The secret key is kept until you close Golive: in practice mode nothing is stored.");
    return kept ? tr("The secret key is in this computer’s password store.")
                : tr("The secret key is not on this computer; Golive asks Clerk for it when you need it.");
}

} // namespace golive
