#pragma once

#include "deploy/deployment.h"
#include "model/domainname.h"
#include "wizard/hostpicture.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace golive {

/// The questions that lead to a HostLayout, with what was typed as it was typed. What is right is
/// stored in the plan when a field is left; what is wrong is kept, and said then. Nothing of it
/// concerns Clerk, so it can change at any time.
class HostForm final : public QObject
{
    Q_OBJECT

public:
    struct State
    {
        bool website = true;
        bool nativeApp = false;
        bool extension = false;
        QString audienceProblem; ///< nothing is ticked

        QString sites; ///< as typed
        QString sitesUnderstood;
        QString sitesProblem;

        HostChoices::Backend backend = HostChoices::Backend::SameHost;
        bool asksForBackend = false; ///< its host is to be typed
        QString backendHost; ///< as typed
        QString backendUnderstood;
        QString backendProblem;
        QString backendCaution; ///< odd, not wrong

        bool secondFrontEnd = false;
        QString satellites; ///< as typed
        QString satellitesUnderstood;
        QString satellitesProblem;

        bool proxied = false;
        QString proxyPath; ///< as typed
        QString proxyProblem;

        QStringList consequences;
        QStringList changes;
        HostPicture picture;

        bool operator==(const State &) const = default;
    };

    explicit HostForm(Deployment &deployment, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    /// The domain in the field above, if it is one. Hosts are understood in relation to it.
    void setSite(const std::optional<DomainName> &site);
    /// A name of a hosting provider stands there, which cannot be used; the picture shows what it would mean.
    void setProviderDomain(const QString &host);
    /// Takes the fields from the plan.
    void load();
    /// Stores what is right. To be called when the page is left.
    void store();
    /// From now on everything that is wrong is said. The object name of the first field at fault; empty when all is
    /// right.
    [[nodiscard]] QString complain();

    void setWebsite(bool website);
    void setNativeApp(bool nativeApp);
    void setExtension(bool extension);
    void setSites(const QString &typed);
    /// The website opens at `host`, too.
    void addSite(const QString &host);
    void finishSites();
    void setBackend(HostChoices::Backend backend);
    void setBackendHost(const QString &typed);
    void finishBackendHost();
    void setSecondFrontEnd(bool has);
    void setSatellites(const QString &typed);
    void finishSatellites();
    void setProxied(bool proxied);
    void setProxyPath(const QString &typed);
    void finishProxyPath();

Q_SIGNALS:
    void stateChanged();

private:
    /// A text field: what stands in it and whether its fault may be said.
    struct Typed
    {
        QString text;
        bool complains = false;

        bool set(const QString &typed);
        void finish() { complains = !text.trimmed().isEmpty(); }
    };

    [[nodiscard]] HostChoices choicesNow() const;
    void change(bool &flag, bool value);
    void render();
    void renderSites(State &next) const;
    void renderBackend(State &next) const;
    void renderSatellites(State &next) const;
    [[nodiscard]] bool wantsBackendHost() const;

    Deployment &m_deployment;
    std::optional<DomainName> m_site;
    QString m_providerDomain;
    HostChoices m_choices; ///< what is ticked; hosts come from the fields
    bool m_secondFrontEnd = false;
    bool m_audienceComplains = false;
    Typed m_sites;
    Typed m_backend;
    Typed m_satellites;
    Typed m_proxyPath;
    State m_state;
};

} // namespace golive
