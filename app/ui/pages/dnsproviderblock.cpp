#include "ui/pages/dnsproviderblock.h"

#include "ui/shell/pagecontext.h"
#include "ui/widgets/bulletlist.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace golive {
namespace {

constexpr int narrow = 600;

/// Keeps the slashes at both ends of an address in place where the language runs the other way.
QString leftToRight(const QString &address)
{
    constexpr QChar mark(0x200e);
    return mark + address + mark;
}

} // namespace

DnsProviderBlock::DnsProviderBlock(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_provider(new TextLabel({}, TextRole::Strong, this))
    , m_shownAddress(new ElidedLabel({}, Qt::ElideMiddle, this))
    , m_copy(new CopyButton(context.clipboard, tr("address of the DNS page"), this))
    , m_console(new LinkButton(tr("Open its DNS page"), {}, context.clipboard, context.openUrl, this))
    , m_guide(new LinkButton(tr("Its guide"), {}, context.clipboard, context.openUrl, this))
    , m_connect(new TextLabel({}, TextRole::Body, this))
    , m_connectPage(new LinkButton(QString(), {}, context.clipboard, context.openUrl, this))
    , m_notes(new BulletList(this))
{
    m_provider->setObjectName(QStringLiteral("provider"));
    m_shownAddress->setFont(textFont(TextRole::Small));
    m_shownAddress->setObjectName(QStringLiteral("providerAddress"));
    m_copy->setObjectName(QStringLiteral("copyProviderAddress"));
    m_copy->setCompact(true);
    m_copy->setValue([this] { return m_address; });
    m_console->setObjectName(QStringLiteral("openProvider"));
    m_guide->setObjectName(QStringLiteral("openGuide"));
    m_connect->setObjectName(QStringLiteral("domainConnect"));
    m_connectPage->setObjectName(QStringLiteral("openDomainPage"));
    m_notes->setObjectName(QStringLiteral("providerNotes"));
    build();
}

void DnsProviderBlock::build()
{
    auto *address = new QHBoxLayout;
    address->setSpacing(4);
    address->addWidget(m_shownAddress, 0, Qt::AlignVCenter);
    address->addWidget(m_copy, 0, Qt::AlignVCenter);
    address->addStretch(1);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_provider);
    words->addLayout(address);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_guide);
    buttons->addWidget(m_console);
    buttons->addStretch(1);
    m_sides = new QBoxLayout(QBoxLayout::LeftToRight);
    m_sides->setSpacing(8);
    m_sides->addLayout(words, 1);
    m_sides->addLayout(buttons);
    auto *connect = new QVBoxLayout;
    connect->setSpacing(6);
    connect->addWidget(m_connect);
    connect->addWidget(m_connectPage);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(m_sides);
    column->addLayout(connect);
    column->addWidget(m_notes);
}

void DnsProviderBlock::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_sides->setDirection(width() < narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void DnsProviderBlock::setState(const DnsState &state)
{
    m_address = state.providerConsole;
    m_provider->setText(state.providerLine);
    m_provider->setVisible(!state.providerLine.isEmpty());
    const bool hasAddress = !m_address.isEmpty();
    m_console->setVisible(hasAddress);
    m_console->setAddress(QUrl(m_address));
    m_shownAddress->setVisible(hasAddress);
    m_shownAddress->setText(leftToRight(m_address));
    m_copy->setVisible(hasAddress);
    m_guide->setVisible(!state.providerGuide.isEmpty());
    m_guide->setAddress(QUrl(state.providerGuide));
    m_connect->setVisible(state.domainPage.has_value());
    m_connectPage->setVisible(state.domainPage.has_value());
    m_connect->setText(state.connectLine);
    if (state.domainPage)
        m_connectPage->setLink(state.domainPage->label, state.domainPage->address);
    m_notes->setVisible(state.showsRecords && !state.providerNotes.isEmpty());
    if (m_notes->lines() != state.providerNotes)
        m_notes->setLines(state.providerNotes);
    setVisible(hasAddress || !state.providerLine.isEmpty() || m_notes->isVisibleTo(this));
}

} // namespace golive
