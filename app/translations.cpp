#include "translations.h"

#include <QDir>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace golive {

Translations::Translations(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    const QString folder = QStringLiteral(":/i18n");
    QLocale::setDefault(locale);
    if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(locale, QStringLiteral("golive"), QStringLiteral("_"), folder)
        || m_own.load(QStringLiteral("golive_en"), folder))
        QCoreApplication::installTranslator(&m_own);
    if (locale.textDirection() == Qt::RightToLeft && qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
}

QList<QPair<QString, QString>> availableLanguages()
{
    QList<QPair<QString, QString>> languages;
    const QString prefix = QStringLiteral("golive_");
    const QStringList files = QDir(QStringLiteral(":/i18n")).entryList({prefix + QStringLiteral("*.qm")});
    for (const QString &file : files) {
        const QString code = file.mid(prefix.size()).section(QLatin1Char('.'), 0, 0);
        // Qt calls plain English “American English”.
        const QLocale locale(code);
        languages.append(
            {code, locale.language() == QLocale::English ? QStringLiteral("English") : locale.nativeLanguageName()});
    }
    return languages;
}

} // namespace golive
