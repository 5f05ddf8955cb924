#include "testkit/scripted.h"

#include "testkit/scriptedplatformapi.h"
#include "testkit/scriptedsurveyor.h"

#include <utility>

namespace golive {

template<typename T>
Scripted<T>::Scripted(Result<T> standing)
    : m_standing(std::move(standing))
{
}

template<typename T>
Scripted<T>::~Scripted() = default;

template<typename T>
Scripted<T> &Scripted<T>::operator=(Result<T> standing)
{
    m_standing = std::move(standing);
    return *this;
}

template<typename T>
void Scripted<T>::once(Result<T> answer)
{
    m_queued.append(std::move(answer));
}

template<typename T>
void Scripted<T>::release()
{
    m_held = false;
    for (const Promise<T> &waiting : std::exchange(m_waiting, {}))
        waiting.resolve(take());
}

template<typename T>
void Scripted<T>::releaseLast()
{
    m_waiting.takeLast().resolve(take());
}

template<typename T>
QFuture<Result<T>> Scripted<T>::ask()
{
    ++m_calls;
    if (!m_held)
        return ready<T>(take());
    m_waiting.append(Promise<T>());
    return m_waiting.constLast().future();
}

template<typename T>
Result<T> Scripted<T>::take()
{
    return m_queued.isEmpty() ? m_standing : m_queued.takeFirst();
}

template class Scripted<QList<Application>>;
template class Scripted<Application>;
template class Scripted<QList<InstanceKeys>>;
template class Scripted<ProductionInstance>;
template class Scripted<QList<Domain>>;
template class Scripted<Domain>;
template class Scripted<DomainStatus>;
template class Scripted<DomainSurvey>;
template class Scripted<InstanceConfig>;
template class Scripted<QJsonObject>;
template class Scripted<ConfigChange>;
template class Scripted<QList<RedirectUrl>>;
template class Scripted<RedirectUrl>;
template class Scripted<QList<JwtTemplate>>;
template class Scripted<JwtTemplate>;

} // namespace golive
