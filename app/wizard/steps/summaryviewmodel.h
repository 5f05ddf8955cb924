#pragma once

#include "wizard/stepviewmodel.h"
#include "wizard/summarywords.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace golive {

class Deployment;
class SecretStore;

/// What was made, where the secrets are, what to do next, and how to take it back.
class SummaryViewModel final : public StepViewModel
{
    Q_OBJECT

public:
    struct Row
    {
        QString label;
        QString value; ///< may hold server text
        bool technical = false; ///< an id, a host, a path: left to right, in a fixed-width font

        bool operator==(const Row &) const = default;
    };

    struct State
    {
        bool finished = false; ///< everything is live and the keys are where they belong
        Turn turn = Turn::Yours;
        bool loading = false; ///< Clerk is being asked how things stand
        QString headline;
        QString explanation;
        QList<Row> made;
        QList<Row> secrets;
        QStringList next; ///< what remains, the most important first
        QStringList takingBack;
        QUrl site; ///< empty until it can be reached with production
        QUrl dashboard;
        bool isMade = false; ///< there is a production instance
        bool canCompare = false; ///< there are two instances to compare
        Notice notice;

        bool operator==(const State &) const = default;
    };

    SummaryViewModel(Deployment &deployment, SecretStore &secrets, QUrl dashboardUrl, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    void enter() override;

    /// Asks Clerk again; refused while an answer is awaited.
    void reload();
    void compareSettings();
    /// The whole page as plain text, without any secret: for a colleague or a ticket.
    [[nodiscard]] QString asText() const;

Q_SIGNALS:
    void comparisonWanted();

private:
    void follow();
    void lookForPlatformKey();
    [[nodiscard]] QList<Row> made() const;
    [[nodiscard]] QString providerSecretsPlace() const;
    [[nodiscard]] QString storeName() const;
    [[nodiscard]] Row keyPlace(const QString &instanceId) const;
    [[nodiscard]] Row platformKeyPlace() const;
    [[nodiscard]] QStringList providersLeft() const;
    [[nodiscard]] QStringList listLeft() const;
    [[nodiscard]] QList<Row> secretPlaces() const;
    [[nodiscard]] QStringList whatIsNext() const;

    Deployment &m_deployment;
    SecretStore &m_secrets;
    QUrl m_dashboardUrl;
    QString m_applicationId; ///< whose summary this is
    bool m_loading = false;
    bool m_platformKeyKept = false;
    bool m_platformKeyUnseen = false; ///< the password store could not be looked at
    Notice m_notice;
    State m_state;
};

} // namespace golive
