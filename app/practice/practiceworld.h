#pragma once

#include "practice/practiceobjects.h"
#include "practice/practicestatus.h"
#include "practice/practicezones.h"

#include <QRandomGenerator>

namespace golive {

/// The workspace that practice mode works on: three applications, of which one waits to be taken
/// live, one has nothing to set up, and one was left half way. Ids and keys look like Clerk's and
/// are the same in every run, so that pictures and tests can be compared.
class PracticeWorld : public QObject
{
    Q_OBJECT

public:
    /// `clock` outlives the world.
    explicit PracticeWorld(Clock &clock, Pace pace = {}, QObject *parent = nullptr);

    /// Everything is as it was in the beginning, ids and keys included.
    void startAnew();

    [[nodiscard]] PracticeZones &zones() { return m_zones; }
    [[nodiscard]] const PracticeZones &zones() const { return m_zones; }
    [[nodiscard]] const PracticeStatus &status() const { return m_status; }
    [[nodiscard]] Clock &clock() const { return m_clock; }
    [[nodiscard]] const QString &workspaceId() const { return m_workspaceId; }

    [[nodiscard]] QList<PracticeApplication> &applications() { return m_applications; }
    [[nodiscard]] Practised<PracticeApplication *> application(const QString &id);
    /// One more application, with a development instance.
    [[nodiscard]] Practised<PracticeApplication *> createApplication(const QString &name);
    /// `instance` is an id, or an environment word.
    [[nodiscard]] Practised<PracticeInstance *> instance(const QString &applicationId, const QString &instance);
    /// Of the application's production instance.
    [[nodiscard]] Practised<PracticeDomain *> domain(const QString &applicationId, const QString &idOrName);

    /// `cloneFrom` is the id of a development instance, or empty for Clerk's defaults.
    [[nodiscard]] Practised<PracticeInstance *> createProduction(const QString &applicationId, const QString &domain,
                                                                 const QString &cloneFrom);

    /// Renames the production domain, which gives it new records. A hosting provider's name gets its way through
    /// `proxyPath` on the website, and its records are not needed any more; sent again unchanged, that is all.
    [[nodiscard]] Practised<PracticeDomain *> changeDomain(const QString &applicationId, const QString &name,
                                                           const QString &proxyPath);

    /// As somebody does it in the Dashboard; the instance stays. False when there is no such domain.
    bool deleteDomain(const QString &name);

    /// A new id that looks like one of Clerk's: `ins_` and 27 letters and digits.
    [[nodiscard]] QString newId(const QString &prefix);

Q_SIGNALS:
    /// Somebody created a production instance for this domain.
    void domainCreated(const QString &domain);

private:
    [[nodiscard]] QString letters(int count, const char *alphabet);
    [[nodiscard]] PracticeInstance newInstance(const QString &environment, const QString &frontendHost);
    [[nodiscard]] PracticeApplication newApplication(const QString &name, const QString &developmentName);
    [[nodiscard]] PracticeDomain newDomain(const QString &name);
    [[nodiscard]] std::optional<PracticeFault> refusedDomain(const QString &applicationId, const QString &domain) const;
    /// Nothing when `cloneFrom` is no development instance of the application.
    [[nodiscard]] std::optional<QJsonObject> startingConfig(const PracticeApplication &application,
                                                            const QString &cloneFrom) const;
    void furnishShop();
    void furnishBlog();
    void furnishBookings();
    void furnishMarket();

    Clock &m_clock;
    static constexpr quint32 seed = 20'220; // the same ids and keys in every run
    QRandomGenerator m_random {seed};
    PracticeZones m_zones;
    PracticeStatus m_status;
    QString m_workspaceId;
    QList<PracticeApplication> m_applications;
};

} // namespace golive
