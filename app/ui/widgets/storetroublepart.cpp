#include "ui/widgets/storetroublepart.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/statuslabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace golive {

using Remedy = StoreTrouble::Remedy;

StoreTroublePart::StoreTroublePart(const QString &secret, QWidget *parent)
    : QWidget(parent)
    , m_text(new StatusLabel)
    , m_remedy(new QPushButton)
    , m_session(new QPushButton(tr("Keep for this session only")))
{
    m_text->setObjectName(QStringLiteral("storeTrouble"));
    m_text->setParagraph();
    m_remedy->setObjectName(QStringLiteral("storeRemedy"));
    m_remedy->setAccessibleDescription(secret);
    m_session->setObjectName(QStringLiteral("storeForSession"));
    m_session->setAccessibleDescription(secret);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_text);
    auto *buttons = new FlowLayout;
    for (QPushButton *button : {m_remedy, m_session}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    column->addLayout(buttons);
    connect(m_remedy, &QPushButton::clicked, this, &StoreTroublePart::remedyWanted);
    connect(m_session, &QPushButton::clicked, this, &StoreTroublePart::sessionWanted);
    setTrouble({});
}

void StoreTroublePart::setTrouble(const StoreTrouble &trouble)
{
    setVisible(!trouble.notice.isEmpty());
    m_text->setStatus(statusToneOf(trouble.notice.tone), trouble.notice.text);
    m_text->setToolTip(trouble.notice.details);
    m_remedy->setText(trouble.remedy == Remedy::Unlock ? tr("&Unlock…") : tr("&Try again"));
    m_remedy->setVisible(trouble.remedy != Remedy::None);
    m_remedy->setEnabled(!trouble.busy);
    m_session->setVisible(trouble.mayKeepForSession);
    m_session->setEnabled(!trouble.busy);
}

} // namespace golive
