#pragma once

#include "assembledwindow.h"
#include "clerk/clerkenvironment.h"
#include "composition.h"
#include "places.h"
#include "systemappearance.h"
#include "wizard/preferences.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QProcessEnvironment>
#include <QScrollArea>
#include <QSettings>
#include <QTest>

namespace golive {

/// The program as main() puts it together, from start to end.
struct WholeProgram
{
    WholeProgram()
        : settings(Preferences::defaultFile(), QSettings::IniFormat)
        , preferences(settings)
        , services(realServices(preferences, *ClerkEnvironment::from(QProcessEnvironment::systemEnvironment()),
                                Places::in({}).journal)
                       .value())
        , assembled(*services, preferences, appearance)
    {
        assembled.window().show();
        if (!QTest::qWaitForWindowExposed(&assembled.window()))
            qFatal("the window does not appear");
    }

    Assistant &assistant() { return *services->assistant; }
    [[nodiscard]] Step step() { return assistant().flow().current(); }

    template<typename T>
    T *widget(const QString &name)
    {
        auto *found = assembled.window().findChild<T *>(name);
        if (found == nullptr)
            qFatal("there is no %s", qPrintable(name));
        for (QWidget *above = found; above != nullptr; above = above->parentWidget())
            if (auto *area = qobject_cast<QScrollArea *>(above))
                area->ensureWidgetVisible(found);
        return found;
    }

    void press(const QString &name)
    {
        auto *button = widget<QAbstractButton>(name);
        // Nobody presses what has not been laid out yet.
        (void)QTest::qWaitFor([button] { return button->height() >= 20 && button->isEnabled(); });
        if (!button->isVisible() || !button->isEnabled())
            qFatal("%s cannot be pressed", qPrintable(name));
        // Near its start: a check box stretches further than what can be clicked.
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(12, button->height() / 2));
    }

    void type(const QString &name, const QString &text)
    {
        auto *line = widget<QLineEdit>(name);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }

    /// Into the folder that GOLIVE_PICTURES names, for people to look at.
    void takePictures(const QString &name)
    {
        const QString folder = qEnvironmentVariable("GOLIVE_PICTURES");
        if (folder.isEmpty())
            return;
        const auto take = [&](const char *variant, ThemeChoice theme, QSize size, Qt::LayoutDirection direction) {
            applyTheme(*qApp, theme, false);
            QGuiApplication::setLayoutDirection(direction);
            assembled.window().resize(size);
            QTest::qWait(100);
            assembled.window().grab().save(
                QStringLiteral("%1/%2-%3.png").arg(folder, name, QString::fromLatin1(variant)));
        };
        take("dark", ThemeChoice::Dark, QSize(1180, 760), Qt::LeftToRight);
        take("small", ThemeChoice::Light, QSize(1024, 600), Qt::LeftToRight);
        take("rtl", ThemeChoice::Light, QSize(1180, 760), Qt::RightToLeft);
        take("light", ThemeChoice::Light, QSize(1180, 760), Qt::LeftToRight);
    }

    QSettings settings;
    Preferences preferences;
    SystemAppearance appearance;
    std::unique_ptr<Services> services;
    AssembledWindow assembled;
};

} // namespace golive
