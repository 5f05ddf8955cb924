#include "model/settings/entrycomparison.h"

#include <QHash>
#include <QSet>

namespace golive {
namespace {

using State = ComparedEntry::State;

bool sayTheSame(const JwtTemplate &left, const JwtTemplate &right)
{
    return left.claims == right.claims && left.lifetime == right.lifetime
        && left.allowedClockSkew == right.allowedClockSkew && left.hasCustomSigningKey == right.hasCustomSigningKey;
}

} // namespace

QList<ComparedEntry> compareEntries(const QList<RedirectUrl> &development, const QList<RedirectUrl> &production)
{
    QSet<QString> there;
    for (const RedirectUrl &each : production)
        there.insert(each.url);
    QList<ComparedEntry> compared;
    for (const RedirectUrl &each : development)
        compared.append({each.url, there.contains(each.url) ? State::Same : State::MissingInProduction, false});
    return compared;
}

QList<ComparedEntry> compareEntries(const QList<JwtTemplate> &development, const QList<JwtTemplate> &production)
{
    QHash<QString, JwtTemplate> there;
    for (const JwtTemplate &each : production)
        there.insert(each.name, each);
    QList<ComparedEntry> compared;
    for (const JwtTemplate &each : development) {
        const auto found = there.constFind(each.name);
        State state = State::MissingInProduction;
        if (found != there.cend())
            state = sayTheSame(each, *found) ? State::Same : State::Differs;
        compared.append({each.name, state, each.hasCustomSigningKey});
    }
    return compared;
}

} // namespace golive
