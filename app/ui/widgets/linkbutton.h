#pragma once

#include "ui/widgets/clipboardguard.h"

#include <QUrl>
#include <QWidget>

#include <functional>

class QPushButton;

namespace golive {

class ValueRow;

/// Opens a web address in the browser. Where no browser answers, the address itself appears with a
/// copy button, so the person is never stuck.
class LinkButton : public QWidget
{
    Q_OBJECT

public:
    using Opener = std::function<bool(const QUrl &)>;

    LinkButton(const QString &text, const QUrl &address, ClipboardGuard &clipboard, Opener open,
               QWidget *parent = nullptr);

    void setAddress(const QUrl &address);
    /// Another page, with another caption.
    void setLink(const QString &text, const QUrl &address);

private:
    QUrl m_address;
    Opener m_open;
    QPushButton *m_button;
    ValueRow *m_fallback;
};

} // namespace golive
