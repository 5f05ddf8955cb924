#include "practice/practiceaccident.h"

#include <algorithm>

namespace golive {
namespace {

bool goesByAnswers(Mishap mishap)
{
    return mishap == Mishap::ClosedDoor || mishap == Mishap::OtherCertificate;
}

bool concerns(const PracticeAccident &accident, const PracticeRequest &request)
{
    return (accident.method.isEmpty() || accident.method == request.method) && pathEndsLike(request.path, accident.path)
        && (accident.query.isEmpty() || request.query.toString().contains(accident.query))
        && (accident.unlike.isEmpty() || !request.query.toString().contains(accident.unlike));
}

std::optional<Mishap> mishapFrom(const QString &word)
{
    static const QHash<QString, Mishap> words {
        {QStringLiteral("refusal"), Mishap::Refusal},
        {QStringLiteral("dropped_before"), Mishap::DroppedBefore},
        {QStringLiteral("dropped_after"), Mishap::DroppedAfter},
        {QStringLiteral("silent_before"), Mishap::SilentBefore},
        {QStringLiteral("silent_after"), Mishap::SilentAfter},
        {QStringLiteral("page"), Mishap::Page},
        {QStringLiteral("proxy_refusal"), Mishap::ProxyRefusal},
        {QStringLiteral("half_sent"), Mishap::HalfSent},
        {QStringLiteral("truncated"), Mishap::Truncated},
        {QStringLiteral("wrong_types"), Mishap::WrongTypes},
        {QStringLiteral("huge"), Mishap::Huge},
        {QStringLiteral("slow"), Mishap::Slow},
        {QStringLiteral("invalid_text"), Mishap::InvalidText},
        {QStringLiteral("closed_door"), Mishap::ClosedDoor},
        {QStringLiteral("other_certificate"), Mishap::OtherCertificate},
    };
    const auto found = words.constFind(word);
    return found == words.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

bool pathEndsLike(const QString &path, const QString &pattern)
{
    const QStringList wanted = pattern.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    const QStringList given = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (wanted.size() > given.size())
        return false;
    return std::equal(wanted.crbegin(), wanted.crend(), given.crbegin(), [](const QString &one, const QString &other) {
        const bool isId = other.contains(QLatin1Char('_')); // and not `development`
        return one == other || (isId && one == QLatin1String("*"));
    });
}

std::optional<PracticeAccident> PracticeAccidents::happeningTo(const PracticeRequest &request)
{
    std::optional<PracticeAccident> happening;
    for (Planned &each : m_planned) {
        const PracticeAccident &accident = each.accident;
        if (goesByAnswers(accident.mishap) || happening)
            continue;
        const bool everywhere = accident.spreads && each.happened > 0;
        if (!everywhere && !concerns(accident, request))
            continue;
        ++each.seen;
        if (each.seen < accident.occurrence || (accident.times > 0 && each.happened >= accident.times))
            continue;
        ++each.happened;
        happening = accident;
    }
    m_planned.removeIf(
        [](const Planned &each) { return each.accident.times > 0 && each.happened >= each.accident.times; });
    return happening;
}

std::optional<PracticeAccident> PracticeAccidents::happeningAfter(int answers)
{
    const auto found = std::find_if(m_planned.begin(), m_planned.end(), [answers](const Planned &each) {
        return goesByAnswers(each.accident.mishap) && each.accident.afterAnswers <= answers;
    });
    if (found == m_planned.end())
        return std::nullopt;
    const PracticeAccident accident = found->accident;
    m_planned.erase(found);
    return accident;
}

std::optional<PracticeAccident> accidentFrom(const QJsonObject &words)
{
    const auto mishap = mishapFrom(words.value(QLatin1String("mishap")).toString());
    if (!mishap)
        return std::nullopt;
    PracticeAccident accident;
    accident.mishap = *mishap;
    accident.answer.status = words.value(QLatin1String("status")).toInt(500);
    accident.answer.code = words.value(QLatin1String("code")).toString();
    accident.answer.message = QStringLiteral("This failure was asked for.");
    accident.answer.meta = words.value(QLatin1String("meta")).toObject();
    accident.retryAfter = words.value(QLatin1String("retry_after")).toString().toLatin1();
    accident.everyMilliseconds = words.value(QLatin1String("every_ms")).toInt(accident.everyMilliseconds);
    accident.method = words.value(QLatin1String("method")).toString().toLatin1();
    accident.path = words.value(QLatin1String("path")).toString();
    accident.query = words.value(QLatin1String("query")).toString();
    accident.unlike = words.value(QLatin1String("unlike")).toString();
    accident.occurrence = words.value(QLatin1String("occurrence")).toInt(accident.occurrence);
    accident.times = words.value(QLatin1String("times")).toInt(accident.times);
    accident.spreads = words.value(QLatin1String("spreads")).toBool();
    accident.afterAnswers = words.value(QLatin1String("after_answers")).toInt();
    return accident;
}

} // namespace golive
