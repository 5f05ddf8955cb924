#include "dns/evidence/expectedtarget.h"

#include "dns/wire/dnsname.h"

#include <algorithm>

namespace golive {
namespace {

qsizetype openPlaceOf(const QByteArrayList &labels)
{
    return labels.indexOf(QByteArrayLiteral("*"));
}

} // namespace

bool ExpectedTarget::isPattern() const
{
    return openPlaceOf(labelsOf(m_text)) >= 0;
}

bool ExpectedTarget::matchesAny(const QByteArrayList &names) const
{
    return std::any_of(names.begin(), names.end(), [this](const QByteArray &each) { return matches(each); });
}

QByteArray ExpectedTarget::closestTo(const QByteArray &name) const
{
    if (!m_text.contains('*'))
        return m_text;
    return withToken(labelsOf(name).value(openPlaceOf(labelsOf(m_text)))).text();
}

QByteArray ExpectedTarget::tokenIn(const QByteArray &name) const
{
    const qsizetype place = openPlaceOf(labelsOf(m_text));
    return place >= 0 && matches(name) ? labelsOf(name).value(place) : QByteArray();
}

ExpectedTarget ExpectedTarget::withToken(const QByteArray &token) const
{
    QByteArrayList labels = labelsOf(m_text);
    const qsizetype place = openPlaceOf(labels);
    if (place < 0 || token.isEmpty())
        return *this;
    labels[place] = token;
    return labels.join('.');
}

} // namespace golive
