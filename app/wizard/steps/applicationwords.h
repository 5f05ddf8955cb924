#pragma once

#include "wizard/steps/applicationviewmodel.h"

#include <QCoreApplication>

namespace golive {

/// What the step that chooses an application says.
class ApplicationWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::ApplicationWords)

public:
    [[nodiscard]] static QString standing(ApplicationViewModel::Standing standing);
    [[nodiscard]] static QString noDevelopment();
    /// `domain` was chosen on this computer before.
    [[nodiscard]] static QString begunHere(const QString &domain);
    [[nodiscard]] static QString count(qsizetype shown, int total);
    [[nodiscard]] static QString emptyWorkspace();
    [[nodiscard]] static QString noMatch(const QString &filter);
    /// What choosing this application means; empty when there is nothing special about it.
    [[nodiscard]] static QString selection(const ApplicationViewModel::Row &row);
    [[nodiscard]] static Notice chooseFirst();
    [[nodiscard]] static Notice notInWorkspace();
    [[nodiscard]] static Notice incomplete(const Error &error);
};

} // namespace golive
