#include "dns/evidence/nearmiss.h"

#include "dns/wire/dnsname.h"

namespace golive {
namespace {

using Kind = DnsFinding::Kind;

/// `clk._domainkey` in the forms left when a provider or a person drops the underscore or the rest.
QByteArrayList withoutUnderscore(const QByteArray &relative)
{
    QByteArrayList labels = labelsOf(relative);
    const qsizetype at = labels.indexOf(QByteArrayLiteral("_domainkey"));
    if (at < 0)
        return {};
    QByteArrayList forms;
    labels[at] = "domainkey";
    forms.append(labels.join('.'));
    labels.removeAt(at);
    forms.append(labels.join('.'));
    if (at > 0) {
        labels[at - 1] += "_domainkey";
        forms.append(labels.join('.'));
    }
    return forms;
}

} // namespace

QList<NearMiss> nearMissesOf(const QByteArray &host, const QByteArray &domain, const QByteArray &zone,
                             const QByteArrayList &others)
{
    QList<NearMiss> misses;
    const auto add = [&](Kind kind, const QByteArray &name) {
        const bool known
            = std::any_of(misses.begin(), misses.end(), [&](const NearMiss &each) { return each.name == name; });
        if (name != host && name != zone && !known && !others.contains(name) && isAtOrBelow(name, zone))
            misses.append({kind, name});
    };
    // Clerk's names may lie beside the domain.
    const QByteArray &base = isAtOrBelow(host, domain) ? domain : zone;
    const QByteArray relative = relativeTo(host, base).value_or(labelsOf(host).value(0));
    const QByteArray below = relativeTo(domain, zone).value_or(QByteArray());

    add(Kind::NameDoubled, joinNames(host, zone));
    if (!below.isEmpty())
        add(Kind::NameDoubled, joinNames(host, domain));
    for (const QByteArray &form : withoutUnderscore(relative))
        add(Kind::UnderscoreLost, joinNames(form, base));
    // The domain lies below the zone: its own label was left out, or written once more, or without need.
    if (!below.isEmpty() && base != domain) {
        add(Kind::OneLevelOff, joinNames(relative, domain));
    } else if (!below.isEmpty()) {
        add(Kind::OneLevelOff, joinNames(relative, zone));
        add(Kind::OneLevelOff, joinNames(joinNames(relative, below), domain));
    }
    add(Kind::OneLevelOff, joinNames("www", host));
    return misses;
}

} // namespace golive
