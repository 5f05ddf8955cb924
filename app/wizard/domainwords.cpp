#include "wizard/domainwords.h"

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
    const auto port = ascii.indexOf(QLatin1Char(':'));
    return QUrl::fromAce(ascii.left(port).toLatin1(), QUrl::IgnoreIDNWhitelist)
        + (port < 0 ? QString() : ascii.mid(port));
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
    return tr("%1 is a subdomain of %2. Clerk should put its names below it, and says what it filed only when the "
              "instance is created; Golive compares then, before anything else.")
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

} // namespace golive
