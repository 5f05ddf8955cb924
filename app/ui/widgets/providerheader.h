#pragma once

#include "ui/theme/colors.h"

#include <QAbstractButton>

namespace golive {

class GlyphLabel;
class StatusLabel;

/// The line of a provider that unfolds it: initials, name, state. As wide as the card, so that it
/// can be hit anywhere.
class ProviderHeader : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ProviderHeader(const QString &name, QWidget *parent = nullptr);

    void setState(bool open, StatusTone tone, const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void renderChevron();

    StatusLabel *m_status;
    GlyphLabel *m_chevron;
    bool m_open = false;
};

/// At most two letters that stand for a name: "GH" for GitHub, "HF" for Hugging Face.
[[nodiscard]] QString initialsOf(const QString &name);

} // namespace golive
