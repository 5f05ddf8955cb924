#pragma once

#include "testkit/openeddeployment.h"
#include "testkit/waitfor.h"
#include "ui/shell/pagecontext.h"

#include <QGuiApplication>

namespace golive {

/// What a page needs besides its view model.
struct PageWorld : OpenedDeployment
{
    ClipboardGuard clipboard {*QGuiApplication::clipboard(), clock};
    PageContext context {clock, clipboard, [](const QUrl &) { return false; }};

    /// Shows the page as large as it is in a window of 1024 x 600, and waits for it.
    static void show(QWidget &page)
    {
        page.resize(782, 415);
        page.show();
        if (!QTest::qWaitForWindowExposed(&page))
            QTest::qFail("the page does not show", __FILE__, __LINE__);
        settle();
    }

    /// Lets layouts take effect.
    static void settle()
    {
        for (int round = 0; round < 3; ++round)
            QCoreApplication::processEvents();
    }

    template<typename Widget>
    static Widget *find(QWidget &page, const char *objectName)
    {
        auto *widget = page.findChild<Widget *>(QString::fromLatin1(objectName));
        if (widget == nullptr)
            qFatal("no widget %s", objectName);
        return widget;
    }
};

} // namespace golive
