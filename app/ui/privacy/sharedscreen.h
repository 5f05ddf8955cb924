#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace golive {

/// True while the person shows this screen to others, as they told us (ScreenSharing). Like the
/// palette it is the same for the whole program.
[[nodiscard]] bool screenIsShared();
void setScreenIsShared(bool shared);

/// `text` as it is to be drawn now. For widgets and models that draw their texts themselves; those that
/// Qt draws are seen to by ScreenSharing.
[[nodiscard]] QString onScreen(const QString &text);

/// A step that puts a secret where others would see it.
struct Exposure
{
    QString question;
    QString consequence;
    QString verb; ///< on the button that does it all the same
};

/// Does `act` at once while nobody else sees the screen, and otherwise asks before. Not at all when
/// the answer is no, or `asking` is gone before there is one.
void exposeIfWanted(QWidget *asking, const Exposure &exposure, std::function<void()> act);

} // namespace golive
