#pragma once

#include "wizard/stepviewmodel.h"

#include "ui/shell/pagecontext.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace golive {

class NoticeBar;

/// One step's page: builds widgets into content(), forwards input to its view model, and draws the
/// view model's State in one render(). Decides nothing. The derived constructor ends with render().
class Page : public QWidget
{
    Q_OBJECT

public:
    static constexpr int widestContent = 760;

    Page(StepViewModel &viewModel, const PageContext &context, QWidget *parent = nullptr);
    ~Page() override;

    /// Shown in the header and, as the page's name, to assistive technology.
    [[nodiscard]] virtual QString title() const = 0;
    /// One line below the title: what this step is for. Asked again after every stateChanged().
    [[nodiscard]] virtual QString subtitle() const = 0;
    /// The step's name in the list: short. The title when not given.
    [[nodiscard]] virtual QString shortTitle() const { return title(); }
    /// Shown in the help panel, plain text, paragraphs separated by empty lines; works offline.
    [[nodiscard]] virtual QString helpText() const { return {}; }
    /// Whether Enter in a single-line field presses Next. Never where Next could surprise.
    [[nodiscard]] virtual bool enterGoesForward() const { return false; }
    /// False while the step's own act stands on the page: then that button is the one that stands out.
    [[nodiscard]] virtual bool forwardIsMain() const { return true; }
    /// Not empty: what is under way or would be lost if the program were closed now.
    [[nodiscard]] virtual QString reasonToStay() const { return {}; }
    /// Gets the keyboard focus when the step is entered; by default the first thing of the content
    /// that can be filled in or chosen. With none of those the page itself gets the focus.
    [[nodiscard]] virtual QWidget *firstField() const;
    void focusFirstField();

    [[nodiscard]] StepViewModel &viewModel() const { return m_viewModel; }
    /// Focuses the widget of this object name and scrolls it into view.
    void bringToAttention(const QString &field);

protected:
    /// Draws the State. Called after every stateChanged().
    virtual void render() = 0;

    /// The page's column, at most widestContent wide; 16 pixels between rows.
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    /// A message above the content, visible however far the page is scrolled.
    void setNotice(const Notice &notice);
    /// Puts a part between that message and the content, which is visible however far the page is scrolled.
    void pin(QWidget *part);
    [[nodiscard]] const PageContext &context() const { return m_context; }

private:
    StepViewModel &m_viewModel;
    const PageContext &m_context;
    QMetaObject::Connection m_drawing;
    NoticeBar *m_notice;
    QScrollArea *m_scroll;
    QVBoxLayout *m_outer;
    QVBoxLayout *m_content;
};

} // namespace golive
