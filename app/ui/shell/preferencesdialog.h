#pragma once

#include "ui/theme/theme.h"

#include <QDialog>
#include <QStringList>

#include <functional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace golive {

class FieldRow;

/// What the preferences dialog shows and returns.
struct PreferencesState
{
    ThemeChoice theme = ThemeChoice::System;
    bool wantsContrast = false; ///< more of it, even where the system does not ask
    QString language; ///< such as "de"; empty: the system's
    bool notifies = false; ///< of records that are in place, on the desktop
    QStringList resolvers; ///< one `ip[:port]` per entry; empty: the built-in ones
    QString clerkAddress; ///< empty: Clerk's own

    bool operator==(const PreferencesState &) const = default;
};

/// What is wrong with an entry, in a sentence, or nothing.
struct PreferencesChecks
{
    std::function<QString(const QStringList &)> resolvers;
    std::function<QString(const QString &)> clerkAddress;
};

/// Everything a person may set. Changes nothing by itself: saved() carries what was chosen.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `languages`: code and name in that language itself; the row is left out when there are none.
    PreferencesDialog(const PreferencesState &state, PreferencesChecks checks,
                      const QList<QPair<QString, QString>> &languages = {}, QWidget *parent = nullptr);

    [[nodiscard]] PreferencesState state() const;

Q_SIGNALS:
    void saved(const golive::PreferencesState &state);
    void removalWanted();

private:
    void fillIn(const PreferencesState &state, const QList<QPair<QString, QString>> &languages);
    [[nodiscard]] QWidget *makeFields();
    [[nodiscard]] QWidget *makeButtons();
    void save();
    [[nodiscard]] bool findFaults();

    PreferencesChecks m_checks;
    QComboBox *m_theme;
    QCheckBox *m_contrast;
    QComboBox *m_language;
    QCheckBox *m_notifies;
    QPlainTextEdit *m_resolvers;
    QLineEdit *m_clerkAddress;
    FieldRow *m_resolversRow = nullptr;
    FieldRow *m_clerkRow = nullptr;
};

} // namespace golive
