#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace golive {

/// One piece of a section.
struct DocumentBlock
{
    enum class Kind {
        Paragraph, ///< text
        Facts, ///< facts: a label and a technical value each
        Records, ///< facts: two technical names each, of which one leads to the other
        Steps, ///< lines, numbered
        Points, ///< lines
        Checks, ///< lines to be ticked; done says which are
        Code, ///< text, under the caption
    };

    Kind kind = Kind::Paragraph;
    QString text;
    QString caption;
    QStringList lines;
    QList<bool> done;
    QList<std::pair<QString, QString>> facts;
};

struct DocumentSection
{
    QString title;
    QList<DocumentBlock> blocks;
};

/// A text for people, to be sent to others. All of it is taken as plain text and escaped on the way out.
struct Document
{
    QString title;
    QString subtitle;
    QString language; ///< as HTML wants it, such as `de`
    bool isRightToLeft = false;
    QList<DocumentSection> sections;
};

/// One page that needs nothing else, runs no script, and prints on paper.
[[nodiscard]] QString htmlOf(const Document &document);

/// CommonMark, with the task lists and tables that GitHub and GitLab understand.
[[nodiscard]] QString markdownOf(const Document &document);

} // namespace golive
