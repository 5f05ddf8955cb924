#pragma once

#include "testkit/sourcetexts.h"

#include <QRegularExpression>
#include <QXmlStreamWriter>

namespace golive {

/// The text as somebody would see it in a language that is a third longer than English: each piece
/// between placeholders stands in ⟦brackets⟧, so that what is put into a placeholder stays outside.
inline QString inPseudoLanguage(const QString &source)
{
    static const QRegularExpression fixed(QStringLiteral("%L?\\d+|%n|<[^>]*>|\\n+"));
    static const QRegularExpression words(QStringLiteral("^(\\s*)(.*\\p{L}.*?)(\\s*)$"));
    const auto lengthen = [](const QString &piece) {
        const auto match = words.match(piece);
        if (!match.hasMatch())
            return piece;
        const QString core = match.captured(2);
        QString more;
        for (qsizetype added = 0; added < (core.size() * 3 + 9) / 10; ++added)
            more += added % 8 == 2 ? QLatin1Char(' ') : QLatin1Char('o');
        return match.captured(1) + QChar(0x27e6) + core + more + QChar(0x27e7) + match.captured(3);
    };
    QString pseudo;
    qsizetype from = 0;
    for (auto matches = fixed.globalMatch(source); matches.hasNext();) {
        const auto match = matches.next();
        pseudo += lengthen(source.mid(from, match.capturedStart() - from)) + match.captured();
        from = match.capturedEnd();
    }
    return pseudo + lengthen(source.mid(from));
}

/// Writes `texts` with their pseudo-translations as a .ts file of a language with two plural forms.
inline bool writePseudoLanguage(const QList<TranslatedText> &texts, const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QXmlStreamWriter xml(&file);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("TS"));
    xml.writeAttribute(QStringLiteral("version"), QStringLiteral("2.1"));
    xml.writeAttribute(QStringLiteral("language"), QStringLiteral("de"));
    for (const TranslatedText &text : texts) {
        xml.writeStartElement(QStringLiteral("context"));
        xml.writeTextElement(QStringLiteral("name"), text.context);
        xml.writeStartElement(QStringLiteral("message"));
        if (text.plural)
            xml.writeAttribute(QStringLiteral("numerus"), QStringLiteral("yes"));
        xml.writeTextElement(QStringLiteral("source"), text.source);
        if (!text.comment.isEmpty())
            xml.writeTextElement(QStringLiteral("comment"), text.comment);
        xml.writeStartElement(QStringLiteral("translation"));
        const QString pseudo = inPseudoLanguage(text.source);
        if (text.plural) {
            xml.writeTextElement(QStringLiteral("numerusform"), pseudo);
            xml.writeTextElement(QStringLiteral("numerusform"), pseudo);
        } else
            xml.writeCharacters(pseudo);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return !xml.hasError();
}

/// What of a shown text nobody translated: the words outside the brackets that are neither numbers,
/// hosts, keys and the like, nor among `names`.
inline QString untranslatedPart(QString text, const QStringList &names)
{
    static const QRegularExpression bracketed(QStringLiteral("\\x{27e6}[^\\x{27e6}\\x{27e7}]*\\x{27e7}"));
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    static const QRegularExpression gap(QStringLiteral("[\\s,;()“”•…\"]+"));
    static const QRegularExpression technical(QStringLiteral("[\\d._@/=*:]\\S"));
    static const QRegularExpression letters(QStringLiteral("\\p{L}{2}"));
    text.remove(bracketed);
    text.remove(tag);
    for (const QString &name : names)
        text.remove(name);
    QStringList rest;
    for (const QString &word : text.split(gap, Qt::SkipEmptyParts))
        if (word.contains(letters) && !word.contains(technical))
            rest.append(word);
    return rest.join(QLatin1Char(' '));
}

} // namespace golive
