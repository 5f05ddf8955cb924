#pragma once

#include "model/settings/entrycomparison.h"
#include "model/settings/settingscomparison.h"

#include <QCoreApplication>

namespace golive {

/// A single setting in words: what it is called, what its value means, how it compares. The names
/// are those of Clerk's Dashboard, which speaks English only; everything around them is translated.
class SettingRowWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::SettingRowWords)

public:
    [[nodiscard]] static QString topic(SettingsTopic topic);
    /// "Google: Show account selector prompt", below the heading of its topic.
    [[nodiscard]] static QString title(const SettingPath &path);
    /// The same where no heading says what it belongs to.
    [[nodiscard]] static QString titleAlone(const SettingPath &path);
    /// In one line of at most `longest` characters.
    [[nodiscard]] static QString value(const SettingPath &path, const QJsonValue &value, qsizetype longest = 60);
    /// How the two compare; `productionFirst` turns around what is missing where.
    [[nodiscard]] static QString state(const ComparedSetting &setting, bool productionFirst);
    [[nodiscard]] static QString state(const ComparedEntry &entry, bool productionFirst);
    /// Why it cannot be carried over, and what to do instead; empty when it can, or need not.
    [[nodiscard]] static QString obstacle(const ComparedSetting &setting);
    [[nodiscard]] static QString obstacle(const ComparedEntry &entry);

private:
    [[nodiscard]] static QString ownName(const SettingPath &path);
    [[nodiscard]] static QString section(const SettingPath &path);
    [[nodiscard]] static QString plain(const QJsonValue &value);
};

} // namespace golive
