#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

class QWidget;

namespace golive::steering {

/// What is on the screen and has that object name.
[[nodiscard]] QWidget *find(const QString &name);
/// A person can press it, or type into it.
[[nodiscard]] bool isReady(const QWidget *widget);

[[nodiscard]] QByteArray yes(bool is);
[[nodiscard]] QByteArray json(const QStringList &texts);

/// Tells what can be seen in the program's windows; nothing when that is not such a question.
[[nodiscard]] std::optional<QByteArray> answerTo(const QString &question, const QString &about);

} // namespace golive::steering
