#include "model/settings/settingspatch.h"

#include <algorithm>

namespace golive {
namespace {

using Each = QList<const ComparedSetting *>::const_iterator;

/// The members below depth `depth`, of settings that share their keys up to there. Built from the
/// inside out, so that no object is changed once it has a place in another.
QJsonObject objectOf(Each from, Each end, qsizetype depth)
{
    QJsonObject object;
    while (from != end) {
        const QString &key = (*from)->path.at(depth);
        const Each next
            = std::find_if(from, end, [&](const ComparedSetting *each) { return each->path.at(depth) != key; });
        if ((*from)->path.size() == depth + 1)
            object.insert(key, (*from)->development);
        else
            object.insert(key, objectOf(from, next, depth + 1));
        from = next;
    }
    return object;
}

} // namespace

QJsonObject patchOf(const QList<ComparedSetting> &settings)
{
    QList<const ComparedSetting *> sorted;
    for (const ComparedSetting &each : settings)
        if (each.canBeCarried() && !each.path.isEmpty())
            sorted.append(&each);
    std::sort(sorted.begin(), sorted.end(),
              [](const ComparedSetting *left, const ComparedSetting *right) { return left->path < right->path; });
    return objectOf(sorted.cbegin(), sorted.cend(), 0);
}

} // namespace golive
