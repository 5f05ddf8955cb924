#pragma once

#include <QFile>
#include <QFileInfo>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QXmlStreamReader>

namespace golive {

/// One text of a translation file, with what stands beside it.
struct TranslatedText
{
    QString context;
    QString source;
    QString comment;
    bool plural = false;
    bool finished = true;
    QStringList translations; ///< one, or one for each plural form
};

inline TranslatedText readMessage(QXmlStreamReader &xml, const QString &context)
{
    TranslatedText text;
    text.context = context;
    text.plural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source"))
            text.source = xml.readElementText();
        else if (xml.name() == QLatin1String("comment"))
            text.comment = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            text.finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            if (text.plural)
                while (xml.readNextStartElement())
                    text.translations.append(xml.readElementText());
            else
                text.translations.append(xml.readElementText());
        } else
            xml.skipCurrentElement();
    }
    return text;
}

/// The texts of a .ts file; none when it cannot be read.
inline QList<TranslatedText> textsOf(const QString &fileName)
{
    QList<TranslatedText> texts;
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            texts.append(readMessage(xml, context));
    }
    return xml.hasError() ? QList<TranslatedText>() : texts;
}

/// Runs one of Qt's translation tools; true if it was content.
inline bool runTool(const QString &tool, const QStringList &arguments)
{
    return QProcess::execute(tool, arguments) == 0;
}

/// What lupdate finds in `sources`, written to `fileName` (.ts) without any translation.
inline QList<TranslatedText> collectSourceTexts(const QString &lupdate, const QStringList &sources,
                                                const QString &fileName)
{
    QStringList options {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
                         QStringLiteral("-ts"), fileName};
    // Headers are named from the top; without it a class in a deeper folder would have another context.
    for (const QString &source : sources)
        if (QFileInfo(source).isDir())
            options += {QStringLiteral("-I"), source};
    return runTool(lupdate, sources + options) ? textsOf(fileName) : QList<TranslatedText>();
}

} // namespace golive
