#pragma once

#include "foundation/result.h"
#include "model/application.h"

#include <QFuture>
#include <QObject>

namespace golive {

class PlatformApi;

/// Creates an application, once. It notes which ones there are before it sends; when the answer is
/// lost it looks for one of that name that was not there, instead of sending again.
class ApplicationCreator final : public QObject
{
    Q_OBJECT

public:
    explicit ApplicationCreator(PlatformApi &api, QObject *parent = nullptr);

    [[nodiscard]] QFuture<Result<Application>> create(const QString &name);

private:
    class Attempt;

    PlatformApi &m_api;
};

} // namespace golive
