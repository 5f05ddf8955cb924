#include "deploy/applicationcreator.h"

#include "clerk/platformapi.h"
#include "foundation/promise.h"

#include <QSet>

namespace golive {

/// One attempt, from the first look to its end.
class ApplicationCreator::Attempt final : public QObject
{
public:
    Attempt(ApplicationCreator &creator, QString name)
        : QObject(&creator)
        , m_api(creator.m_api)
        , m_name(std::move(name))
    {
    }

    [[nodiscard]] QFuture<Result<Application>> future() const { return m_promise.future(); }

    void lookFirst()
    {
        onAnswer(m_api.listApplications(), this, [this](const Result<QList<Application>> &answer) {
            if (!answer) {
                end(failure(answer.error()));
                return;
            }
            for (const Application &each : *answer)
                m_before.insert(each.id);
            send();
        });
    }

private:
    void send()
    {
        onAnswer(m_api.createApplication(m_name), this, [this](const Result<Application> &answer) {
            if (answer || !outcomeIsUnknown(answer.error()))
                end(answer);
            else
                lookAgain(answer.error());
        });
    }

    void lookAgain(const Error &why)
    {
        onAnswer(m_api.listApplications(), this, [this, why](const Result<QList<Application>> &answer) {
            for (const Application &each : answer.value_or(QList<Application>()))
                if (each.name == m_name && !m_before.contains(each.id)) {
                    end(each);
                    return;
                }
            end(failure(why));
        });
    }

    void end(Result<Application> result)
    {
        m_promise.resolve(std::move(result));
        deleteLater();
    }

    PlatformApi &m_api;
    QString m_name;
    QSet<QString> m_before; ///< ids
    Promise<Application> m_promise;
};

ApplicationCreator::ApplicationCreator(PlatformApi &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

QFuture<Result<Application>> ApplicationCreator::create(const QString &name)
{
    auto *attempt = new Attempt(*this, name);
    auto future = attempt->future();
    attempt->lookFirst();
    return future;
}

} // namespace golive
