#include "ui/privacy/sharedscreen.h"

#include "wizard/privacy/maskedtext.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QVariant>

namespace golive {
namespace {

constexpr char stateName[] = "screenIsShared";

} // namespace

bool screenIsShared()
{
    return QCoreApplication::instance()->property(stateName).toBool();
}

void setScreenIsShared(bool shared)
{
    QCoreApplication::instance()->setProperty(stateName, shared);
}

QString onScreen(const QString &text)
{
    return screenIsShared() ? maskedText(text) : text;
}

void exposeIfWanted(QWidget *asking, const Exposure &exposure, std::function<void()> act)
{
    if (!screenIsShared()) {
        act();
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Warning, QStringLiteral("Golive"), exposure.question,
                                     QMessageBox::NoButton, asking->window());
    question->setObjectName(QStringLiteral("exposureQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(exposure.consequence);
    QPushButton *keep = question->addButton(QCoreApplication::translate("golive::ScreenSharing", "&Keep it hidden"),
                                            QMessageBox::RejectRole);
    QPushButton *expose = question->addButton(exposure.verb, QMessageBox::AcceptRole);
    expose->setObjectName(QStringLiteral("expose"));
    question->setDefaultButton(keep);
    question->setEscapeButton(keep);
    QObject::connect(expose, &QPushButton::clicked, asking, [act = std::move(act)] { act(); });
    question->open();
}

} // namespace golive
