#pragma once

#include "foundation/result.h"
#include "model/application.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace golive {

class KeyKeeper;
class PlatformApi;

/// How creating the production instance ended, unless Clerk refused it.
struct CreationOutcome
{
    enum class How {
        Created, ///< by this call
        FoundExisting, ///< Clerk had it already: an earlier attempt, the Dashboard, or a colleague
        NotSent, ///< whether there is one could not be seen, so nothing was asked for; `whyNotSent` says why
    };

    How how = How::Created;
    bool sent = false; ///< the request went out, so what was found may be its effect
    std::optional<Error> whyNotSent;
    QString instanceId;
    QString domainTyped;
    QString domainStored; ///< as Clerk filed it; empty when Clerk did not say
    /// Why the secret key is not in the keychain, if it is not. Unless Clerk withheld it, it is then held in memory.
    std::optional<Error> keyNotKept;
};

/// Whether a refused creation leaves an instance behind all the same: the answer was lost, it is
/// said to exist, or somebody else's request is still at it.
[[nodiscard]] bool mayExistNow(const Error &error);

/// Creates a production instance, once. It looks before it sends, sends one request at most, and
/// when the answer is lost or says "exists" it looks again instead of repeating it. The secret key
/// goes to the keychain before anybody hears of the success.
class InstanceCreator : public QObject
{
    Q_OBJECT

public:
    InstanceCreator(PlatformApi &api, KeyKeeper &keys, QObject *parent = nullptr);

    QFuture<Result<CreationOutcome>> create(const QString &applicationId, const NewProductionInstance &wanted);

private:
    class Attempt;

    PlatformApi &m_api;
    KeyKeeper &m_keys;
};

} // namespace golive
