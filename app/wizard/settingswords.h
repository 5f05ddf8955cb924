#pragma once

#include "model/settingssummary.h"

#include <QCoreApplication>
#include <QList>
#include <QStringList>

namespace golive {

/// Settings under one heading, in people's words.
struct SettingsParagraph
{
    QString title;
    QStringList lines; ///< may hold server text: show as plain text

    bool operator==(const SettingsParagraph &) const = default;
};

/// Turns the summary of an instance's settings into sentences: the values that matter to people by
/// name, everything else by number or, where we do not know it at all, as it is.
class SettingsWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::SettingsWords)

public:
    /// What a clone takes along. Social connections and paths are not in it: a clone leaves them behind.
    [[nodiscard]] static QList<SettingsParagraph> copied(const QList<SettingsSection> &sections);
    /// "2 days", "90 seconds".
    [[nodiscard]] static QString duration(qint64 seconds);

private:
    class Values;

    [[nodiscard]] static QString title(SettingsGroup group);
    [[nodiscard]] static QStringList lines(SettingsGroup group, Values &values);
    [[nodiscard]] static QStringList identifiers(Values &values);
    [[nodiscard]] static QStringList phone(Values &values);
    [[nodiscard]] static QStringList passwords(Values &values);
    [[nodiscard]] static QStringList secondFactors(Values &values);
    [[nodiscard]] static QStringList attackProtection(Values &values);
    [[nodiscard]] static QStringList accessControl(Values &values);
    [[nodiscard]] static QStringList sessions(Values &values);
    [[nodiscard]] static QStringList profile(Values &values);
    [[nodiscard]] static QStringList organizations(Values &values);
    [[nodiscard]] static QStringList billing(Values &values);
    [[nodiscard]] static QStringList legal(Values &values);
    [[nodiscard]] static QStringList asItIs(const QList<SettingEntry> &entries);
    [[nodiscard]] static QString valueText(const QJsonValue &value);
};

} // namespace golive
