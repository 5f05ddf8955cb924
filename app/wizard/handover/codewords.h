#pragma once

#include "handover/hostingplace.h"
#include "handover/servercode.h"

#include <QCoreApplication>

namespace golive {

/// What a piece of code is for, and what the hosting's steps are, in people's words.
class CodeWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::CodeWords)

public:
    [[nodiscard]] static QString title(const CodeSnippet &snippet);
    /// Why, and where it goes; one or two sentences.
    [[nodiscard]] static QString explanation(const CodeSnippet &snippet);

    /// The steps in the person's language.
    [[nodiscard]] static QStringList steps(const HostingPlace &place);
    /// What holds for the place's previews; empty where there are none.
    [[nodiscard]] static QString previews(const HostingPlace &place);
    [[nodiscard]] static QString placeName(const HostingPlace &place);
    /// What everybody should know before the first visitor comes.
    [[nodiscard]] static QStringList goodToKnow(const HostLayout &layout);
};

} // namespace golive
