#pragma once

#include "model/credentials/snippetentries.h"

#include <QList>
#include <QRegularExpression>
#include <QString>

namespace golive {

/// Finds names and their values in text that is not JSON, whatever it is instead. For snippetEntries().
class LineScanner
{
public:
    explicit LineScanner(QString text);

    [[nodiscard]] QList<SnippetEntry> entries(qsizetype most);

private:
    struct Section
    {
        qsizetype indent = 0; ///< of its first line; what follows is inside while it is indented further
        QString name;
    };

    void takeLine();
    void takeIndent();
    [[nodiscard]] bool takeSection(const QString &line);
    [[nodiscard]] bool takeNamedValue();
    [[nodiscard]] bool takeValueOfNextLine(const QString &line);
    void takeOpenName(const QString &name, bool mayBeHeading);
    [[nodiscard]] QString takeValue();
    [[nodiscard]] QString takeQuoted(QChar quote);
    [[nodiscard]] QString takeBare();

    [[nodiscard]] QRegularExpressionMatch labelAt(qsizetype position) const;
    [[nodiscard]] qsizetype lineEnd() const;
    [[nodiscard]] QStringView restOfLine() const;
    void skipLine();
    void leaveSections(qsizetype indent);
    void enter(qsizetype indent, const QString &name);
    void add(const QString &name, const QString &value);

    QString m_text;
    qsizetype m_position = 0;
    qsizetype m_indent = 0; ///< of the current line
    QList<Section> m_sections;
    QList<SnippetEntry> m_entries;
};

} // namespace golive
