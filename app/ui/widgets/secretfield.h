#pragma once

#include "foundation/clock.h"
#include "foundation/secret.h"

#include <QWidget>

#include <memory>

class QLineEdit;
class QToolButton;

namespace golive {

class SecretLine;

/// A line for a credential: a dot for each character while it is typed, and otherwise as many dots for
/// every secret. A button beside it (reachable by keyboard) shows it (asking first while the screen is shared). It
/// hides itself again after 30 seconds, when its window is left and when the page is.
class SecretField : public QWidget
{
    Q_OBJECT

public:
    static constexpr int secondsShown = 30;

    explicit SecretField(Clock &clock, QWidget *parent = nullptr);
    SecretField(const SecretField &) = delete;
    SecretField &operator=(const SecretField &) = delete;
    ~SecretField() override;

    [[nodiscard]] Secret secret() const;
    void setSecret(const Secret &secret);
    [[nodiscard]] bool isEmpty() const;
    void clear();

    void setPlaceholderText(const QString &text);
    void setReadOnly(bool readOnly);
    /// What the field is for; the show button is named after it.
    void setName(const QString &name);
    [[nodiscard]] bool isRevealed() const { return m_revealed; }
    void hideSecret();
    [[nodiscard]] QLineEdit *lineEdit() const;

Q_SIGNALS:
    /// The person changed the text; not sent for setSecret() and clear().
    void edited();

protected:
    bool event(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void takeClick(bool wantsToSee);
    void setRevealed(bool revealed);
    void setPlainText(const QString &text);
    void render();

    Clock &m_clock;
    SecretLine *m_edit;
    QToolButton *m_show;
    QString m_name;
    bool m_revealed = false;
    std::unique_ptr<QObject> m_hiding;
};

} // namespace golive
