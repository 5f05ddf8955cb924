#pragma once

#include "model/credentials/snippet.h"

#include <QCoreApplication>
#include <QStringList>

namespace golive {

/// The sentences about texts of many values. They name variables and fields, never a value.
class SnippetWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::SnippetWords)

public:
    /// `fields` were filled in. `fileName` is empty for what came from the clipboard.
    [[nodiscard]] static QString takenFrom(const QString &fileName, const OAuthProvider &form,
                                           const QStringList &fields);
    [[nodiscard]] static QString nothingFound(const QString &fileName, const QString &providerName);
    /// What was seen and not filled in, and why.
    [[nodiscard]] static QStringList remarks(const SnippetReading &reading, const OAuthProvider &form);
};

} // namespace golive
