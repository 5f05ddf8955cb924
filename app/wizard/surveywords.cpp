#include "wizard/surveywords.h"

#include "wizard/displaytext.h"
#include "wizard/domainwords.h"

#include <QLocale>

#include <algorithm>

namespace golive {
namespace {

using Tone = Notice::Tone;

constexpr qsizetype longestName = 100;

QString rootOf(const DomainName &domain)
{
    return DomainWords::asPeopleWriteIt(domain.registrable());
}

/// Names of strangers, as many as fit in a sentence.
QString serversOf(const DomainSurvey &survey)
{
    QStringList some;
    for (const QString &each : survey.nameServers.mid(0, 2))
        some.append(displayText(each, longestName));
    return QLocale().createSeparatedList(some);
}

} // namespace

QList<SurveyWords::Finding> SurveyWords::findings(const DomainName &domain, const DomainSurvey &survey)
{
    QList<Finding> all {zone(domain, survey)};
    if (survey.state == Zone::State::Found)
        all += names(domain, survey);
    return all;
}

SurveyWords::Finding SurveyWords::inUse(const DomainName &domain, const QString &used, const QString &name)
{
    const QString where = tr("This workspace already uses %1, in the application “%2”.")
                              .arg(DomainWords::asPeopleWriteIt(displayText(used, longestName)), name);
    if (!domain.isSubdomain())
        return {Tone::Warning,
                where + QLatin1Char(' ')
                    + tr("Clerk refuses a domain that another application has: choose a different one, or remove it "
                         "there first.")};
    return {Tone::Warning,
            where + QLatin1Char(' ')
                + tr("Several applications can share %1 when each is on a subdomain of its own, as %2 is; Clerk calls "
                     "them secondary. Whether it takes this one shows when you create the production instance; if it "
                     "refuses, nothing has been made.")
                      .arg(rootOf(domain), domain.unicode())};
}

SurveyWords::Finding SurveyWords::notSeen(const DomainName &domain)
{
    return {
        Tone::Information,
        tr("This computer could not ask DNS about %1. You can go on; make sure that you own it.").arg(rootOf(domain))};
}

SurveyWords::Finding SurveyWords::zone(const DomainName &domain, const DomainSurvey &survey)
{
    const QString root = rootOf(domain);
    switch (survey.state) {
    case Zone::State::Found: {
        const QString zone = DomainWords::asPeopleWriteIt(survey.zone);
        if (survey.provider.isKnown())
            return {Tone::Success,
                    tr("%1 exists. Its DNS records are looked after by %2.").arg(zone, survey.provider.name)};
        return {Tone::Success, tr("%1 exists. Its DNS records are on %2.").arg(zone, serversOf(survey))};
    }
    case Zone::State::NotRegistered: return notInDns(root, survey.registration);
    case Zone::State::NoServerAnswers:
        return {Tone::Warning,
                tr("%1 is registered, but its name servers do not answer. Until they do, nobody finds a record on it. "
                   "Ask whoever looks after the domain.")
                    .arg(root)};
    case Zone::State::Unknown:
    case Zone::State::NetworkBlocked: break;
    }
    return notSeen(domain);
}

SurveyWords::Finding SurveyWords::notInDns(const QString &root, const std::optional<Registration> &registration)
{
    if (!registration)
        return {Tone::Problem,
                tr("%1 is not in DNS: it is misspelt, nobody has registered it, or it has no name servers yet. Check "
                   "the spelling, and register it before you go live.")
                    .arg(root)};
    if (!registration->exists)
        return {Tone::Problem,
                tr("Nobody has registered %1. Check the spelling, or register it before you go live.").arg(root)};
    const bool isHeld = std::any_of(registration->statuses.cbegin(), registration->statuses.cend(),
                                    [](const QString &each) { return each.endsWith(QLatin1String("hold")); });
    if (isHeld)
        return {Tone::Problem,
                tr("%1 is registered, but suspended, so it is not in DNS. Ask your registrar; often an email address "
                   "has to be confirmed or a bill paid.")
                    .arg(root)};
    return {Tone::Problem,
            tr("%1 is registered, but has no name servers yet, so it is not in DNS. Choose them at your registrar.")
                .arg(root)};
}

QList<SurveyWords::Finding> SurveyWords::names(const DomainName &domain, const DomainSurvey &survey)
{
    QList<Finding> all;
    QString clerks;
    for (const TakenName &each : survey.taken) {
        const bool isMainDomains = domain.isSubdomain() && each.name == QStringLiteral("clerk.") + domain.registrable();
        if (each.leadsToClerk && clerks.isEmpty())
            clerks = each.name;
        else if (!each.leadsToClerk && !isMainDomains)
            all.append(taken(each));
    }
    if (!clerks.isEmpty())
        all.append(otherClerk(domain, clerks));
    if (all.isEmpty() && survey.allNamesSeen)
        all.append({Tone::Success, tr("Nothing else uses the names that Clerk needs.")});
    return all;
}

SurveyWords::Finding SurveyWords::taken(const TakenName &taken)
{
    const QString name = DomainWords::asPeopleWriteIt(taken.name);
    const QString then = tr("Clerk needs this name: what uses it now stops working once you enter Clerk’s record. Move "
                            "that first, or choose another domain.");
    switch (taken.by) {
    case TakenName::By::Alias:
        return {Tone::Warning,
                tr("%1 already leads to %2.").arg(name, displayText(taken.target, longestName)) + QLatin1Char(' ')
                    + then};
    case TakenName::By::Records:
        return {Tone::Warning, tr("%1 already has records of another kind.").arg(name) + QLatin1Char(' ') + then};
    case TakenName::By::Delegation:
        return {Tone::Warning, tr("%1 is handed on to name servers of its own.").arg(name) + QLatin1Char(' ') + then};
    }
    Q_UNREACHABLE();
}

SurveyWords::Finding SurveyWords::otherClerk(const DomainName &domain, const QString &name)
{
    const QString written = DomainWords::asPeopleWriteIt(name);
    const QString root = rootOf(domain);
    if (name == QStringLiteral("clerk.") + domain.registrable() && domain.isSubdomain())
        return {Tone::Information,
                tr("%1 already leads to Clerk, so another Clerk application seems to use %2. Keep %3 then.")
                    .arg(written, root, domain.unicode())};
    return {Tone::Warning,
            tr("%1 already leads to Clerk: a Clerk application uses %2, or did. If it is another one and still there, "
               "Clerk refuses this domain. Records of an earlier one have to be replaced in the step “DNS records”.")
                .arg(written, domain.unicode())};
}

} // namespace golive
