#pragma once

#include "ui/shell/page.h"
#include "wizard/steps/connectviewmodel.h"

class QCheckBox;
class QPushButton;

namespace golive {

class BusyIndicator;
class Card;
class FieldRow;
class SecretField;
class TextLabel;

/// Asks for the Platform API key, or shows which one is in use.
class ConnectPage final : public Page
{
    Q_OBJECT

public:
    ConnectPage(ConnectViewModel &viewModel, const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString shortTitle() const override;
    [[nodiscard]] QString helpText() const override;
    /// Checking a key changes nothing.
    [[nodiscard]] bool enterGoesForward() const override { return true; }
    [[nodiscard]] QWidget *firstField() const override;

protected:
    void render() override;

private:
    void build();
    [[nodiscard]] QWidget *makeReadyKey();
    [[nodiscard]] QWidget *makeRemember();
    [[nodiscard]] QWidget *makeOrigin();
    [[nodiscard]] QWidget *makeConnected();
    [[nodiscard]] QWidget *makeWork();
    void renderAsking(const ConnectViewModel::State &state);
    void renderConnected(const ConnectViewModel::State &state);
    void focusWhatWasFound();
    void renderWork(const ConnectViewModel::State &state);

    ConnectViewModel &m_model;
    SecretField *m_key;
    FieldRow *m_keyRow;
    TextLabel *m_readyText;
    QPushButton *m_useRemembered;
    QPushButton *m_forgetUnused;
    QCheckBox *m_remember;
    TextLabel *m_rememberText;
    QWidget *m_readyKey; ///< a key is there without typing
    QWidget *m_rememberPart;
    QWidget *m_origin;
    QWidget *m_connected;
    TextLabel *m_connectedText;
    TextLabel *m_sourceText;
    QPushButton *m_save;
    QPushButton *m_forget;
    QPushButton *m_another;
    QWidget *m_work;
    BusyIndicator *m_busy;
    QPushButton *m_stop;
    QPushButton *m_lookAgain;
    QPushButton *m_forSession;
    bool m_looksForKey = false; ///< at the person's wish
};

} // namespace golive
