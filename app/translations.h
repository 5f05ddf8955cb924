#pragma once

#include <QList>
#include <QPair>
#include <QString>
#include <QTranslator>

namespace golive {

/// Our own texts and Qt's, in the language of the person, for as long as this lives. Needs an
/// application object.
class Translations
{
public:
    /// `language` is a code such as "de"; empty: the system's. A language we do not have leaves our
    /// texts English, with English plurals, but still decides numbers, dates and the direction.
    explicit Translations(const QString &language);

private:
    QTranslator m_qt;
    QTranslator m_own;
};

/// The languages this program was built with: code and name in that language itself.
[[nodiscard]] QList<QPair<QString, QString>> availableLanguages();

} // namespace golive
