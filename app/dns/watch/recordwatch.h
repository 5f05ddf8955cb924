#pragma once

#include "dns/data/dnsprovider.h"
#include "dns/evidence/dnsfinding.h"
#include "dns/evidence/domainconnect.h"
#include "dns/judge/recordprogress.h"
#include "model/domain.h"
#include "model/domainstatus.h"

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <optional>

namespace golive {

/// What one server said about one record, for the details view.
struct RecordAnswer
{
    enum class Role {
        Authoritative,
        Resolver, ///< a public one
        System, ///< this computer's own
    };

    Role role = Role::Authoritative;
    QString server; ///< name and address, for people
    bool answered = false;
    bool right = false;
    QString found; ///< CNAME target, addresses, or what the server said instead
    std::optional<std::chrono::seconds> ttl; ///< of the answer, or of "does not exist"
    QDateTime askedAt;

    bool operator==(const RecordAnswer &) const = default;
};

/// Everything known about one record.
struct RecordView
{
    DnsRecord record;
    QString nameToType; ///< what to type at this provider: relative to the zone for most, as `clerk.app`
    QString relativeNameToType; ///< `clerk.app`, `@` for the zone itself
    QString fullNameToType; ///< `clerk.app.example.com`, with a final dot where the provider wants one
    QString valueToType; ///< the target, with a final dot where the provider wants one
    RecordProgress progress = RecordProgress::Unknown;
    int authoritativeRight = 0;
    int authoritativeAsked = 0;
    int resolversRight = 0;
    int resolversAsked = 0; ///< of all there are; 0 while there was nothing to see
    DnsFinding finding;
    QList<RecordAnswer> answers;

    bool operator==(const RecordView &) const = default;
};

/// Watches the records of one domain and says what it knows. DnsWatch asks the world's servers; a
/// test tells what was seen.
class RecordWatch : public QObject
{
    Q_OBJECT

public:
    struct View
    {
        QList<DnsFinding> findings; ///< of the network, the zone and certificates, the gravest first
        QString zone; ///< apex of the zone that holds the domain; empty until found
        QStringList nameServers;
        DnsProvider provider; ///< by the name servers
        QString registrar; ///< where the domain is registered; empty while the registry was not asked
        DomainConnect domainConnect; ///< what the provider says about itself, once it has
        QList<RecordView> records;
        bool looking = false; ///< a pass is under way
        QDateTime lastLooked;
        std::optional<std::chrono::seconds> nextLook; ///< as of lastLooked
        bool allPublished = false; ///< every required record is right at every working server of the zone
        /// And the resolvers that most people use see them, or have had a minute for it: a check by Clerk
        /// would hardly be in vain.
        bool readyForClerk = false;

        bool operator==(const View &) const = default;
    };

    [[nodiscard]] virtual const View &view() const = 0;

    /// What to look for. Called again with more records, it keeps what it knows of the others.
    virtual void setRecords(const QString &domain, const QList<DnsRecord> &records) = 0;
    /// Clerk's own view, whenever it was read.
    virtual void setClerkStatus(const DomainStatus &status) = 0;

    virtual void start() = 0;
    virtual void stop() = 0;
    /// "I have added it": a full pass at once, near misses included.
    virtual void lookNow() = 0;
    /// The person has turned to the window again, and may have added something elsewhere meanwhile: a
    /// look at what is missing, and the pace of the beginning where patience had run out.
    virtual void cameBack() = 0;
    /// A hidden window looks four times less often.
    virtual void setVisible(bool visible) = 0;
    /// So does one on a computer that saves power.
    virtual void setSavingPower(bool saving) = 0;

Q_SIGNALS:
    void viewChanged();
    /// Records more than before are ready for Clerk: the moment to ask it to look.
    void published();

protected:
    using QObject::QObject;
};

} // namespace golive
