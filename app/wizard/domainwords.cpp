#include "wizard/domainwords.h"

#include "wizard/errortext.h"

#include <QUrl>

namespace golive {
namespace {

constexpr qsizetype longestPart = 80;

/// The part a problem is about, short enough for a sentence.
QString quoted(const QString &part)
{
    return part.size() > longestPart ? part.left(longestPart) + QChar(0x2026) : part;
}

/// RFC 2606 keeps these for trying things out; nobody mistypes them.
bool isForPractice(const QString &topLevel)
{
    return topLevel == QLatin1String("example") || topLevel == QLatin1String("test");
}

} // namespace

QString DomainWords::asPeopleWriteIt(const QString &ascii)
{
    return QUrl::fromAce(ascii.toLatin1(), QUrl::IgnoreIDNWhitelist);
}

QString DomainWords::problem(const DomainProblem &problem)
{
    const QString part = quoted(problem.part);
    switch (problem.kind) {
    case DomainProblem::Kind::Empty: return tr("Type the domain of your website, such as example.com.");
    case DomainProblem::Kind::NotADomain:
        return tr("This is not a domain on the internet. Type a name such as example.com.");
    case DomainProblem::Kind::SingleLabel:
        return tr("Something is missing after “%1”: type the whole domain, such as example.com.").arg(part);
    case DomainProblem::Kind::IpAddress: return tr("This is an IP address. Clerk needs a domain, such as example.com.");
    case DomainProblem::Kind::EmailAddress:
        return tr("This is an email address. Type the domain of your website, such as example.com.");
    case DomainProblem::Kind::LabelTooLong:
        return tr("The part “%1” is too long: 63 characters between two dots are the limit.").arg(part);
    case DomainProblem::Kind::NameTooLong: return tr("The name is too long: 253 characters are the limit.");
    case DomainProblem::Kind::BadLabel:
        return part.isEmpty()
            ? tr("There are two dots without anything between them. Take one away.")
            : tr("“%1” cannot be part of a domain: use letters, digits and hyphens, with no hyphen at "
                 "either end.")
                  .arg(part);
    case DomainProblem::Kind::PublicSuffix:
        return tr("“%1” is an ending that many people share. Type the name you registered below it, such as "
                  "example.%1.")
            .arg(part);
    case DomainProblem::Kind::HostingProvider:
        return tr("This name belongs to a hosting provider (%1). You cannot add DNS records to it, so Clerk cannot use "
                  "it in production. Connect a domain of your own there, then type that one.")
            .arg(part);
    }
    Q_UNREACHABLE();
}

QString DomainWords::backendProblem(const DomainProblem &problem)
{
    switch (problem.kind) {
    case DomainProblem::Kind::Empty: return tr("Type the host of your backend, such as api.example.com.");
    case DomainProblem::Kind::NotADomain:
    case DomainProblem::Kind::SingleLabel:
    case DomainProblem::Kind::IpAddress:
    case DomainProblem::Kind::EmailAddress:
        return tr("This is not a host name on the internet. Type a name such as api.example.com.");
    case DomainProblem::Kind::LabelTooLong:
    case DomainProblem::Kind::NameTooLong:
    case DomainProblem::Kind::BadLabel:
    case DomainProblem::Kind::PublicSuffix:
    case DomainProblem::Kind::HostingProvider: return DomainWords::problem(problem);
    }
    Q_UNREACHABLE();
}

QString DomainWords::refusal(const Error &error)
{
    return error.kind == Error::Kind::Rejected
        ? tr("Clerk did not accept this domain. Check its spelling, or choose another one.")
        : ErrorText::sentence(error);
}

QString DomainWords::understood(const QString &typed, const QString &ascii, const QString &unicode)
{
    if (ascii != unicode)
        return tr("Understood as %1. In DNS it is written %2.").arg(unicode, ascii);
    return typed.trimmed() == ascii ? QString() : tr("Understood as %1.").arg(ascii);
}

QString DomainWords::rootOrSubdomain(const DomainName &domain)
{
    if (!domain.isSubdomain())
        return tr("%1 is a root domain. Clerk puts its names on it, and people who sign in are signed in on all its "
                  "subdomains.")
            .arg(domain.unicode());
    return tr("%1 is a subdomain of %2. Clerk may put its names on the subdomain or on %2, and says which only when "
              "the "
              "instance is created; Golive compares then. Prefer %2, unless other Clerk applications share it.")
        .arg(domain.unicode(), asPeopleWriteIt(domain.registrable()));
}

QString DomainWords::caution(const DomainName &domain)
{
    if (domain.mixesScripts())
        return tr("This name mixes letters of several alphabets, some of which look alike. Make sure that it is the "
                  "domain you own.");
    const QString topLevel = domain.ascii().section(QLatin1Char('.'), -1);
    if (!domain.hasKnownTopLevel() && !isForPractice(topLevel))
        return tr("“.%1” is not a known ending of domains. Check the spelling.").arg(asPeopleWriteIt(topLevel));
    return {};
}

QString DomainWords::purpose(ClerkName::Purpose purpose)
{
    switch (purpose) {
    case ClerkName::Purpose::FrontendApi: return tr("Your website talks to Clerk here");
    case ClerkName::Purpose::AccountPortal: return tr("Clerk’s own pages for signing in");
    case ClerkName::Purpose::MailSender: return tr("Sender of Clerk’s mail to your users");
    case ClerkName::Purpose::MailReturnPath: return tr("Takes mail that bounces, and vouches for the sender");
    case ClerkName::Purpose::MailSignature: return tr("Key that signs the mail");
    }
    Q_UNREACHABLE();
}

QString DomainWords::consequence(HostRelation relation, bool separate)
{
    if (!separate)
        return tr("The browser sends the session cookie to your backend by itself. Your code needs nothing more than "
                  "Clerk’s middleware.");
    switch (relation) {
    case HostRelation::SameOrigin:
        return tr("This is your website’s own host, so nothing is separate: the browser sends the session cookie by "
                  "itself. “Same host” says the same.");
    case HostRelation::SameRoot:
        return tr("The session cookie stays on your website’s host. Your website asks Clerk for a token with every "
                  "request and sends it as “Authorization: Bearer”. Your backend has to allow requests from the "
                  "website (CORS).");
    case HostRelation::OtherRoot:
        return tr(
            "No cookie can reach another domain. Your website asks Clerk for a token with every request and sends "
            "it as “Authorization: Bearer”. Your backend has to allow requests from the website (CORS), and the "
            "website’s content security policy, if it has one, has to allow this host.");
    }
    Q_UNREACHABLE();
}

HostPicture DomainWords::picture(const QString &site, const QString &backend, HostRelation relation, bool separate)
{
    HostPicture picture;
    picture.relation = separate ? relation : HostRelation::SameOrigin;
    picture.separate = separate;
    picture.cookieReachesBackend = picture.relation == HostRelation::SameOrigin;
    picture.frontEndTitle = separate ? tr("Your website") : tr("Your website and backend");
    picture.frontEndHost = asPeopleWriteIt(site);
    picture.backendTitle = tr("Your backend");
    picture.backendHost = separate ? asPeopleWriteIt(backend) : QString();
    picture.clerkTitle = tr("Clerk");
    picture.clerkHost = site.isEmpty() ? QString() : asPeopleWriteIt(QStringLiteral("clerk.") + site);
    picture.unknownHost = tr("not known yet");
    picture.sessionCookie = QStringLiteral("__session");
    picture.clientCookie = QStringLiteral("__client");
    picture.toClerk = tr("Signs in, fetches tokens");
    if (separate)
        picture.toBackend
            = picture.cookieReachesBackend ? tr("Cookie goes along") : QStringLiteral("Authorization: Bearer");
    picture.description = description(picture);
    return picture;
}

QString DomainWords::description(const HostPicture &picture)
{
    const auto known = [&](const QString &host) { return host.isEmpty() ? picture.unknownHost : host; };
    const QString clerk
        = tr("Your website talks to Clerk at %1, where the cookie __client lives.").arg(known(picture.clerkHost));
    const QString site = picture.separate
        ? tr("Your website is at %1, where the cookie __session lives.").arg(known(picture.frontEndHost))
        : tr("Your website and your backend are both at %1, where the cookie __session lives and reaches both.")
              .arg(known(picture.frontEndHost));
    if (!picture.separate)
        return site + QLatin1Char(' ') + clerk;
    const QString backend
        = (picture.cookieReachesBackend ? tr("Your backend is at %1; the cookie goes along.")
                                        : tr("Your backend is at %1; the cookie does not reach it, so every request "
                                             "carries an Authorization header with a token."))
              .arg(known(picture.backendHost));
    return site + QLatin1Char(' ') + backend + QLatin1Char(' ') + clerk;
}

} // namespace golive
