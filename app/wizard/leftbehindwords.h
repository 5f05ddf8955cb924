#pragma once

#include "model/settingssummary.h"

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QUrl>

namespace golive {

/// Something a clone leaves behind, in people's words.
struct LeftBehindLine
{
    QString title; ///< with how many development has, where that can be read
    QString names; ///< which ones; server text, may be empty
    QString whatToDo;
    QUrl page; ///< of the Dashboard, where it is done; empty where nothing is to do there

    bool operator==(const LeftBehindLine &) const = default;
};

/// What does not come along when development's settings are copied, and what becomes of it.
class LeftBehindWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::LeftBehindWords)

public:
    [[nodiscard]] static QList<LeftBehindLine> lines(const QList<LeftBehindEntry> &entries, const QUrl &dashboard);

private:
    [[nodiscard]] static QString title(LeftBehind what);
    [[nodiscard]] static QString whatToDo(LeftBehind what);
    [[nodiscard]] static QString names(const LeftBehindEntry &entry);
};

} // namespace golive
