#pragma once

#include "handover/reminder.h"
#include "model/credentials/importfault.h"
#include "model/deployplan.h"
#include "wizard/steps/providersviewmodel.h"

#include <QCoreApplication>
#include <QDate>

namespace golive {

/// The sentences of the step that takes the providers' credentials.
class ProviderWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::ProviderWords)

public:
    /// How one provider stands, in a few words.
    [[nodiscard]] static QString standing(ProviderStanding standing, bool redirectConfirmed);
    /// Why nothing is to be entered; empty where something is.
    [[nodiscard]] static QString elsewhere(ProviderStanding standing, const QString &name);
    /// The button that chooses a file.
    [[nodiscard]] static QString importCaption(const QString &slug);
    /// How long the secret still works; asks for the date while it is not told.
    [[nodiscard]] static QString expiresTooLate(const QString &name, QDate latest);
    [[nodiscard]] static QString expiry(const QString &name, QDate expiry, QDate today);
    /// How all of them stand; empty while that is not known.
    [[nodiscard]] static QString headline(const DeployFacts &facts);
    /// The catalogue's advice about a provider, in the person's language.
    [[nodiscard]] static QStringList advice(const QStringList &gotchas);
    [[nodiscard]] static Notice unsaved(const QString &name);
    [[nodiscard]] static Notice acceptedButNotListed(const QString &name);
    /// Of a saving that may or may not have taken effect.
    [[nodiscard]] static Notice answerLost(const Error &error);
    /// Somebody else changed the same connection: what it is now.
    [[nodiscard]] static Notice changedMeanwhile(const OAuthProvider &before, const OAuthProvider &now);
    /// What was found for which providers in a text for all of them; `names` may be empty.
    [[nodiscard]] static Notice filledIn(const QStringList &names, const QStringList &refused, const QString &fileName);
    /// Why a file or text for all of them could not be read.
    [[nodiscard]] static Notice unreadable(const ImportFault &fault, const QString &path);
    [[nodiscard]] static Reminder reminder(const QString &slug, const DeployPlan &plan, QDate expiry);
    [[nodiscard]] static Notice reminderSaved(const QString &path);
    /// What is to be done about a custom connection of development.
    [[nodiscard]] static QString custom(const CustomConnection &connection);
};

} // namespace golive
