#pragma once

#include "wizard/storetrouble.h"

#include <QWidget>

class QPushButton;

namespace golive {

class StatusLabel;

/// What the password store did not do, and a button for each way on: Unlock, Try again, Keep for this session only.
/// The same on every page that keeps a secret; hidden while there is no trouble.
class StoreTroublePart : public QWidget
{
    Q_OBJECT

public:
    /// `secret` says for assistive technology what it is about, in a few words.
    explicit StoreTroublePart(const QString &secret, QWidget *parent = nullptr);

    void setTrouble(const StoreTrouble &trouble);

Q_SIGNALS:
    void remedyWanted();
    void sessionWanted();

private:
    StatusLabel *m_text;
    QPushButton *m_remedy;
    QPushButton *m_session;
};

} // namespace golive
