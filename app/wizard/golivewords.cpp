#include "wizard/golivewords.h"

#include "wizard/errortext.h"

#include <QLocale>

namespace golive {
namespace {

using Standing = GoLivePart::Standing;

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
        messages.append(hint.message);
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
    QList<GoLivePart> parts {dnsPart(*status), certificatePart(*status), mailPart(*status)};
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
    if (part.standing == Standing::Done)
        part.text = tr("Clerk sees every record it needs.");
    else if (status.records.isEmpty())
        part.text = tr("Clerk has not seen the records yet.");
    else
        part.text = tr("Clerk sees %1 of %2 records. Your turn: the DNS records step says what is missing.")
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
            part.remarks.append(QStringLiteral("%1: %2").arg(host.key(), hint.message));
    switch (part.standing) {
    case Standing::Done: part.text = tr("Your sign-in hosts have their certificate."); break;
    case Standing::Failed:
        part.text = tr("The certificate could not be issued. Clerk’s Domains page shows why and has a button to try "
                       "again. A CAA record on your domain is the usual cause.");
        break;
    case Standing::Working:
        part.text = tr("Being issued. This takes a few minutes; nothing is left for you to do.");
        break;
    case Standing::Waiting:
        part.text = status.dns.isDone()
            ? tr("Starts in a moment. If nothing happens for several minutes, open Clerk’s Domains page and press "
                 "“Deploy certificates”.")
            : tr("Starts by itself once the DNS records are seen.");
        break;
    }
    return part;
}

GoLivePart GoLiveWords::mailPart(const DomainStatus &status)
{
    const Component mail = status.mail.value_or(Component());
    GoLivePart part {GoLivePart::Id::Mail, standingOf(mail), tr("E-mail"), {}, messagesOf(mail.hints)};
    switch (part.standing) {
    case Standing::Done: part.text = tr("Codes and links are sent from your own domain."); break;
    case Standing::Failed:
        part.text = tr("Something is wrong with the mail records. Look at the DNS records step.");
        break;
    case Standing::Working: part.text = tr("Being set up. Nothing is left for you to do."); break;
    case Standing::Waiting: part.text = tr("Starts by itself once the mail records are seen."); break;
    }
    return part;
}

GoLivePart GoLiveWords::proxyPart(const Component &proxy)
{
    GoLivePart part {GoLivePart::Id::Proxy, standingOf(proxy), tr("Frontend API proxy"), {}, messagesOf(proxy.hints)};
    part.text = part.standing == Standing::Done
        ? tr("Clerk reaches its Frontend API through your application.")
        : tr("Clerk does not reach its Frontend API through your application yet.");
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

QString GoLiveWords::headline(const std::optional<DomainStatus> &status)
{
    if (!status)
        return tr("Asking Clerk how the domain stands…");
    if (status->complete)
        return tr("Your domain is live.");
    if (status->dns.isDone())
        return tr("Nothing is left for you to do here. Clerk is finishing.");
    return tr("Waiting for the DNS records.");
}

QString GoLiveWords::timeOfDay(const QDateTime &utc)
{
    return QLocale().toString(utc.toLocalTime().time(), QLocale::ShortFormat);
}

QString GoLiveWords::couldNotAsk(const QDateTime &utc, const Error &error)
{
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

QString GoLiveWords::keyPlace(bool kept, bool onlyInMemory)
{
    if (onlyInMemory)
        return tr("The secret key is only in this program’s memory. Copy it, or try again to keep it.");
    return kept ? tr("The secret key is in this computer’s password store.")
                : tr("The secret key is not on this computer; Golive asks Clerk for it when you need it.");
}

} // namespace golive
