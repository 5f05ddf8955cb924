#pragma once

#include "practice/practicefault.h"
#include "practice/practiceobjects.h"

#include <QStringList>

/// The configuration calls of one instance. Rules: Clerk's OpenAPI description of the Platform
/// API and its error catalogue; how a mask looks is nowhere written, so this one is made up.
namespace golive::practiceconfig {

struct Patch
{
    QJsonObject changes;
    QStringList keys; ///< what to answer; empty: what was touched
    QString ifMatch; ///< empty: whatever is there
    bool dryRun = false;
    bool destructive = false;
};

/// What a sensitive value reads as.
[[nodiscard]] QString mask();

[[nodiscard]] QString version(const PracticeInstance &instance);

[[nodiscard]] Practised<> read(const PracticeInstance &instance, const QStringList &keys);
[[nodiscard]] Practised<> readSchema(const PracticeInstance &instance, const QStringList &keys);
/// A deep merge: objects are merged, arrays and values replaced.
[[nodiscard]] Practised<> patch(PracticeInstance &instance, const Patch &wanted);

/// What a production instance starts with. A clone leaves paths and credentials behind; some
/// social connections arrive switched on and some not, since both have been seen at Clerk. The keys
/// in `forgotten` start with Clerk's defaults, too.
[[nodiscard]] QJsonObject cloned(const QJsonObject &development, const QStringList &forgotten = {});

} // namespace golive::practiceconfig
