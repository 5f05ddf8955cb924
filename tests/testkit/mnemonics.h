#pragma once

#include <QAbstractButton>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QMenuBar>
#include <QStringList>

namespace golive {

/// The keys that Alt would send to more than one place below `root`, each with the texts that claim it.
inline QStringList clashingMnemonics(const QWidget &root)
{
    QMap<QString, QStringList> claims;
    const auto claim = [&claims](const QString &text) {
        if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty())
            claims[key.toString()].append(text);
    };
    for (const QAbstractButton *button : root.findChildren<QAbstractButton *>())
        if (button->isVisibleTo(&root))
            claim(button->text());
    for (const QLabel *label : root.findChildren<QLabel *>())
        if (label->isVisibleTo(&root) && label->buddy() != nullptr)
            claim(label->text());
    for (const QMenuBar *bar : root.findChildren<QMenuBar *>())
        for (const QAction *action : bar->actions())
            claim(action->text());
    QStringList clashes;
    for (auto key = claims.cbegin(); key != claims.cend(); ++key)
        if (key.value().size() > 1)
            clashes.append(QStringLiteral("%1: %2").arg(key.key(), key.value().join(QStringLiteral(" | "))));
    return clashes;
}

} // namespace golive
