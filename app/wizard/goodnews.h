#pragma once

#include <QObject>

namespace golive {

class Deployment;
class DesktopNotifier;
class Preferences;

/// Watches for the moment at which Clerk sees all records, and tells the desktop where the person
/// wants that: waiting for DNS is what people do in other windows. The page shows it anyway.
class GoodNews final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this object.
    GoodNews(const Deployment &deployment, const Preferences &preferences, DesktopNotifier &notifier,
             QObject *parent = nullptr);

private:
    void take();

    const Deployment &m_deployment;
    const Preferences &m_preferences;
    DesktopNotifier &m_notifier;
    QString m_waitedFor; ///< the domain that was seen to lack a record
};

} // namespace golive
