#pragma once

#include "foundation/result.h"
#include "model/signinoffer.h"
#include "wizard/notice.h"

#include <QObject>
#include <QUrl>

#include <optional>

namespace golive {

class Deployment;
class FrontendApi;

/// Whether the live domain offers the providers that were configured, and the way to try each by hand: that a
/// sign-in works shows only when somebody signs in.
class SignInProofViewModel final : public QObject
{
    Q_OBJECT

public:
    struct Row
    {
        QString slug;
        QString name;
        SignInProof::Finding finding = SignInProof::Finding::Offered;
        QString text;
        bool mayTry = false;
        bool tried = false; ///< the person says that it worked

        bool operator==(const Row &) const = default;
    };

    struct State
    {
        bool shown = false; ///< false while there is nothing to prove: nothing is live, or no provider is used
        bool asking = false;
        QString headline;
        Notice::Tone tone = Notice::Tone::None; ///< of the headline
        QList<Row> rows;
        QUrl signInPage; ///< of the Account Portal; empty when there is none, and sign-in is on the website alone
        Notice notice;

        bool operator==(const State &) const = default;
    };

    SignInProofViewModel(Deployment &deployment, const FrontendApi &frontend, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    /// It can be seen now: asks on its own the first time that the domain is live.
    void enter();
    void leave() { m_seen = false; }
    void checkNow();
    void setTried(const QString &slug, bool tried);

Q_SIGNALS:
    void stateChanged();

private:
    void follow();
    [[nodiscard]] bool isLive() const;
    [[nodiscard]] State stateNow() const;

    Deployment &m_deployment;
    const FrontendApi &m_frontend;
    QString m_applicationId; ///< whose answer this is
    std::optional<QList<OfferedConnection>> m_offer;
    std::optional<Error> m_trouble;
    bool m_seen = false;
    bool m_asking = false;
    State m_state;
};

} // namespace golive
