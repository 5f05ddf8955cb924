#pragma once

#include "foundation/result.h"
#include "model/domain.h"
#include "model/domainname.h"
#include "wizard/notice.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace golive {

class DomainSurveyor;
class PlatformApi;
struct DomainSurvey;

/// Finds out what can be known of a domain before anything is created for it: whether this workspace
/// uses it already, and what DNS says. Nothing waits for it, and what cannot be found out is left unsaid.
class DomainResearch final : public QObject
{
    Q_OBJECT

public:
    struct Finding
    {
        Notice::Tone tone = Notice::Tone::Information;
        QString text;

        bool operator==(const Finding &) const = default;
    };

    DomainResearch(PlatformApi &api, DomainSurveyor &surveyor, QObject *parent = nullptr);
    ~DomainResearch() override;

    /// The gravest first.
    [[nodiscard]] QList<Finding> findings() const;
    [[nodiscard]] bool isLooking() const { return m_surveying; }

    /// Looks at `domain` on behalf of the application, unless that has been done. A look at another domain is given up.
    void look(const DomainName &domain, const QString &applicationId);
    /// Gives up what is under way; what is known stays.
    void stop();
    /// Nothing is known any more.
    void forget();

Q_SIGNALS:
    void changed();

private:
    void askWorkspace(const DomainName &domain, const QString &applicationId);
    void showUse(const DomainName &domain, const QString &applicationId, const QList<Domain> &found);
    void survey(const DomainName &domain);

    PlatformApi &m_api;
    DomainSurveyor &m_surveyor;
    QString m_lookedFor;
    QList<Finding> m_workspace;
    QList<Finding> m_survey;
    std::unique_ptr<QObject> m_listening; ///< its end drops the answers that are still to come
    bool m_surveying = false;
};

} // namespace golive
