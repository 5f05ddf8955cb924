#pragma once

#include "freedesktopnotifier.h"
#include "storedtraces.h"
#include "ui/shell/assistantwindow.h"
#include "ui/shell/pagecontext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clipboardguard.h"
#include "wizard/goodnews.h"

#include <optional>

namespace golive {

class Preferences;
class SystemAppearance;
struct Services;

/// The assistant's window with all its pages, on top of the services. Both must outlive it.
class AssembledWindow
{
public:
    /// `themeThisTime` goes before the preferences until these are changed.
    AssembledWindow(Services &services, Preferences &preferences, const SystemAppearance &appearance,
                    std::optional<ThemeChoice> themeThisTime = {});

    [[nodiscard]] AssistantWindow &window() { return m_window; }
    /// Applies what the preferences say about light and dark.
    void applyAppearance();

private:
    void addPages();
    void addPractice();
    void openPreferences();
    void removeEverything();
    void tellRemoval(const Removal &removal);

    Services &m_services;
    Preferences &m_preferences;
    const SystemAppearance &m_appearance;
    std::optional<ThemeChoice> m_themeThisTime;
    bool m_panelShown = false; ///< the practice panel, by itself
    ClipboardGuard m_clipboard;
    PageContext m_context;
    AssistantWindow m_window;
    FreedesktopNotifier m_notifier;
    StoredTraces m_traces;
    GoodNews m_goodNews;
};

} // namespace golive
