#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

class QAbstractButton;
class QWidget;

namespace golive {

class Assistant;
class AssistantWindow;
struct Services;

/// Walks through a whole practice deployment by itself, as a person would: it types into fields and
/// presses buttons of the real window, and saves a picture of every step. Ends the program with
/// exit code 0 only when it reached the end.
class Tour : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the tour. `folder` is made where it is missing.
    Tour(Services &services, AssistantWindow &window, QString folder, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// A scene is on the screen, just before its picture is taken.
    void showing(const QString &picture);

private:
    /// One stop: wait until `ready`, take a picture if it has a name, then act.
    struct Scene
    {
        QString picture;
        std::function<bool()> ready;
        std::function<void()> act;
    };

    void plan();
    void planChoices();
    void planCreation();
    void planProviders();
    void planDns();
    void planComparison();
    void planEnd();
    void planHandOver();
    void add(const QString &picture, std::function<bool()> ready, std::function<void()> act);

    void tick();
    void take(const Scene &scene);
    void end(int exitCode, const QString &report);

    [[nodiscard]] QWidget *find(const QString &name) const;
    void press(const QString &name);
    void type(const QString &name, const QString &text);
    void scrollTo(const QString &name);
    void fillProvider(const QString &slug);
    void enterRecords(bool oneWrong);

    Services &m_services;
    Assistant &m_assistant;
    AssistantWindow &m_window;
    QString m_folder;
    std::vector<Scene> m_scenes;
    std::size_t m_next = 0;
    int m_pictures = 0;
    bool m_settling = false; ///< ready, and given a moment to be drawn
    QElapsedTimer m_waiting;
};

} // namespace golive
