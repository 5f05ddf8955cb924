#pragma once

#include "foundation/clock.h"
#include "ui/shell/pagecontext.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>
#include <QUrl>

#include <optional>

namespace golive {

/// One page on its own, shown as large as the smallest window leaves it room.
template<typename SomePage>
class PageStage
{
public:
    /// `more`: what the page takes besides, before its context.
    template<typename ViewModel, typename... More>
    explicit PageStage(ViewModel &viewModel, More &...more)
    {
        applyTheme(*static_cast<QApplication *>(QCoreApplication::instance()), ThemeChoice::Light, false);
        page.emplace(viewModel, more..., context);
        page->resize(782, 420);
        page->show();
        QApplication::setActiveWindow(&*page);
        if (!QTest::qWaitForWindowActive(&*page))
            QTest::qFail("the page does not become active", __FILE__, __LINE__);
        viewModel.enter();
    }

    /// By object name; ends the test program where there is none.
    template<typename Widget>
    [[nodiscard]] Widget &find(const char *name) const
    {
        auto *found = page->template findChild<Widget *>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("no %s of this kind", name);
        return *found;
    }
    [[nodiscard]] bool shows(const char *name) const { return find<QWidget>(name).isVisibleTo(&*page); }

    QUrl opened; ///< the last address that was to be opened in a browser

private:
    SystemClock m_clock;
    ClipboardGuard m_clipboard {*QGuiApplication::clipboard(), m_clock};

public:
    PageContext context {m_clock, m_clipboard, [this](const QUrl &address) {
                             opened = address;
                             return true;
                         }};
    std::optional<SomePage> page;
};

} // namespace golive
