#pragma once

#include "foundation/result.h"
#include "model/instanceconfig.h"
#include "model/provider.h"

#include <QFuture>
#include <QObject>

namespace golive {

class PlatformApi;

/// One social connection, to be written into an instance's settings.
struct ConnectionChange
{
    QString applicationId;
    QString instanceId;
    QString section; ///< such as `connection_oauth_google`
    QJsonObject values; ///< of the section, without secrets
    QList<SecretSetting> secrets;
    InstanceConfig seen; ///< what the person had before them: the version, and the section as it was
};

/// What was entered, as Clerk files it. `enabled` goes along: credentials alone leave a connection off.
[[nodiscard]] ConnectionChange changeFor(const ProviderCredentials &credentials);

/// Writes a connection so that nothing half-right is left behind.
///
/// A trial comes first (`dry_run`), so that Clerk's validation speaks before anything changes; then one PATCH for
/// good. Both say which version of the settings they rest on. When Clerk has a newer one, the section is read again:
/// if it is as it was seen, somebody changed something else, and the writing goes on from there; if not, the answer
/// is VersionConflict, and the person has to look. After a lost answer the settings are read before anything is said.
class ConnectionWriter : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionWriter(PlatformApi &api, QObject *parent = nullptr);

    QFuture<Result<>> write(const ConnectionChange &wanted);

private:
    class Writing;

    PlatformApi &m_api;
};

} // namespace golive
