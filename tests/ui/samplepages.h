#pragma once

#include "ui/shell/page.h"

namespace golive {

class AssistantWindow;
class WizardFlow;

/// A step that says nothing by itself: what a page shows is fixed in its builder.
class SampleViewModel : public StepViewModel
{
    Q_OBJECT

public:
    using StepViewModel::StepViewModel;

    void enter() override { ++entered; }
    void leave() override { ++left; }
    void goForward() override
    {
        ++forward;
        Q_EMIT finished();
    }

    int entered = 0;
    int left = 0;
    int forward = 0;
};

/// A page whose texts are given: for looking at the shell and for its tests.
class SamplePage : public Page
{
    Q_OBJECT

public:
    SamplePage(SampleViewModel &model, const PageContext &context, QString title, QString subtitle);

    [[nodiscard]] QString title() const override { return m_title; }
    [[nodiscard]] QString subtitle() const override { return m_subtitle; }
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] bool enterGoesForward() const override { return enterIsNext; }
    [[nodiscard]] bool forwardIsMain() const override { return !ownActStandsOut; }
    [[nodiscard]] QString reasonToStay() const override { return reason; }
    [[nodiscard]] QVBoxLayout *column() const { return content(); }
    void show(const Notice &notice) { setNotice(notice); }
    using QWidget::show;

    bool enterIsNext = false;
    bool ownActStandsOut = false;
    QString reason;

protected:
    void render() override { ++rendered; }

private:
    QString m_title;
    QString m_subtitle;

public:
    int rendered = 0;
};

/// Adds ten pages with every widget of the room in a likely place. The models belong to the window.
void addSamplePages(AssistantWindow &window, const PageContext &context);

/// As far as step eight: the records are to be entered.
void fillWithProgress(WizardFlow &flow);

} // namespace golive
