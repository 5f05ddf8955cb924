#pragma once

#include "wizard/steps/signinproofviewmodel.h"

#include <QCoreApplication>

namespace golive {

/// The sentences about what the live sign-in page offers.
class SignInProofWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::SignInProofWords)

public:
    [[nodiscard]] static QString text(SignInProof::Finding finding);
    [[nodiscard]] static QString headline(const QList<SignInProofViewModel::Row> &rows);
    [[nodiscard]] static Notice::Tone tone(const QList<SignInProofViewModel::Row> &rows);
    [[nodiscard]] static Notice couldNotAsk(const Error &error, const QUrl &address);
};

} // namespace golive
