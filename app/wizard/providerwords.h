#pragma once

#include "model/deployplan.h"
#include "wizard/steps/providersviewmodel.h"

#include <QCoreApplication>

namespace golive {

/// The sentences of the step that takes the providers' credentials.
class ProviderWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::ProviderWords)

public:
    /// How one provider stands, in a few words.
    [[nodiscard]] static QString standing(ProvidersViewModel::Standing standing, bool redirectConfirmed);
    /// How all of them stand; empty while that is not known.
    [[nodiscard]] static QString headline(const DeployFacts &facts);
    /// The catalogue's advice about a provider, in the person's language.
    [[nodiscard]] static QStringList advice(const QStringList &gotchas);
    [[nodiscard]] static Notice unsaved(const QString &name);
    [[nodiscard]] static Notice acceptedButNotListed(const QString &name);
    /// Of a saving that may or may not have taken effect.
    [[nodiscard]] static Notice answerLost(const Error &error);
};

} // namespace golive
