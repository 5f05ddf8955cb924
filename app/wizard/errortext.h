#pragma once

#include "foundation/error.h"
#include "wizard/notice.h"

#include <QCoreApplication>

namespace golive {

/// One sentence or two that say what happened and what to do, in the reader's language.
///
/// Text that came from a server is never the sentence. Only names it sent (scopes, features) are
/// built in, shortened, since the person has to know them; show the result as plain text.
class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(golive::ErrorText)

public:
    [[nodiscard]] static QString sentence(const Error &error);

    /// What support asks for, one item a line: the server's or system's own words, code, field and
    /// trace id. Empty when there is nothing of the kind.
    [[nodiscard]] static QString details(const Error &error);

private:
    [[nodiscard]] static QString noStore(const Error &error);
    [[nodiscard]] static QString missingPermission(const Error &error);
    [[nodiscard]] static QString missingFeatures(const Error &error);
    [[nodiscard]] static QString whenToTryAgain(const Error &error);
};

/// True when trying again by itself, as watching does, will not help: somebody has to do what the sentence says.
[[nodiscard]] bool needsThePerson(const Error &error);

/// The error as a message on a page, with its details for support.
[[nodiscard]] Notice noticeFor(const Error &error, Notice::Tone tone = Notice::Tone::Problem);

} // namespace golive
