#pragma once

#include "foundation/result.h"
#include "model/settings/entrycomparison.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace golive {

class PlatformApi;

/// The entries that have calls of their own, of both instances.
struct EntriesReading
{
    QList<RedirectUrl> developmentUrls;
    QList<RedirectUrl> productionUrls;
    QList<JwtTemplate> developmentTemplates;
    QList<JwtTemplate> productionTemplates;
};

struct CarriedEntry
{
    enum class Outcome {
        Added, ///< by this call, and seen afterwards
        AlreadyThere,
        Different, ///< there is one of this name with other contents, and it was left alone
        NeedsOwnKey, ///< signed with a key that cannot be read: for the Dashboard
        Refused,
        NotAdded, ///< its turn never came, or it is not there although Clerk took it
        Unknown, ///< sent, and nobody could look afterwards
    };

    QString name; ///< the URL, or the name of the template
    Outcome outcome = Outcome::NotAdded;
    std::optional<Error> why;
};

struct EntriesCarry
{
    QList<CarriedEntry> entries; ///< as they were wanted
    std::optional<Error> trouble; ///< why it ended early
};

/// Adds development's redirect URLs and JWT templates to production, one by one. It lists first and
/// skips what is there, so doing it twice changes nothing; it lists again afterwards, and after a
/// lost answer it looks and does not send again.
class EntryCarrier : public QObject
{
    Q_OBJECT

public:
    explicit EntryCarrier(PlatformApi &api, QObject *parent = nullptr);

    QFuture<Result<EntriesReading>> read(const QString &applicationId);

    /// An error only when production cannot be listed at first; then nothing was sent.
    QFuture<Result<EntriesCarry>> carryRedirectUrls(const QString &applicationId, const QList<RedirectUrl> &wanted);
    QFuture<Result<EntriesCarry>> carryJwtTemplates(const QString &applicationId, const QList<JwtTemplate> &wanted);

private:
    class Reading;

    PlatformApi &m_api;
};

} // namespace golive
