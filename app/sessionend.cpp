#include "sessionend.h"

#include "ui/shell/assistantwindow.h"
#include "wizard/assistant.h"

#include <QGuiApplication>
#include <QSessionManager>

namespace golive {

SessionEnd::SessionEnd(Assistant &assistant, AssistantWindow &window)
    : m_assistant(assistant)
    , m_window(window)
{
    // The desktop goes on as soon as this returns.
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, &SessionEnd::answer, Qt::DirectConnection);
}

void SessionEnd::answer(QSessionManager &desktop)
{
    m_assistant.providers.flush();
    if (m_window.whyStay().isEmpty())
        return;
    if (m_assistant.deployment().holdsUnkeptKey())
        (void)m_assistant.deployment().keepHeldKey();
    if (!desktop.allowsInteraction())
        return;
    // Asking takes longer than Qt can wait here without an event loop of its own.
    desktop.cancel();
    desktop.release();
    m_window.explainHeldUpSession();
}

} // namespace golive
