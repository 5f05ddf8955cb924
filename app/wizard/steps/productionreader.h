#pragma once

#include "foundation/result.h"
#include "model/domain.h"
#include "model/domainstatus.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace golive {

class PlatformApi;

/// What Clerk says about an application's production instance.
struct ProductionStanding
{
    QString domain; ///< as Clerk filed it; empty while Clerk lists none
    bool isLive = false;

    bool operator==(const ProductionStanding &) const = default;
};

/// Finds out how production instances stand, one after another and a few at once.
///
/// It takes two calls for each, and Clerk counts calls per workspace: so each is asked once, the
/// number is limited, and after "too many requests" no more are made. What could not be read is
/// left out; nobody depends on it.
class ProductionReader final : public QObject
{
    Q_OBJECT

public:
    explicit ProductionReader(PlatformApi &api, QObject *parent = nullptr);

    /// Forgets everything; answers on their way are dropped.
    void reset();
    /// What is asked next, in this order. Replaces what was still waiting.
    void ask(const QStringList &applicationIds);
    /// Makes no more calls until asked again.
    void pause() { m_waiting.clear(); }

    [[nodiscard]] const QHash<QString, ProductionStanding> &standings() const { return m_standings; }

Q_SIGNALS:
    void standingsChanged();

private:
    void askNext();
    void readStatus(const QString &applicationId, const QList<Domain> &domains);
    void finish(const QString &applicationId, const Result<ProductionStanding> &standing);

    PlatformApi &m_api;
    QStringList m_waiting;
    QSet<QString> m_asked;
    QHash<QString, ProductionStanding> m_standings;
    int m_running = 0;
    int m_generation = 0; ///< answers of an older one are dropped
    bool m_refused = false; ///< Clerk wants fewer requests
};

} // namespace golive
