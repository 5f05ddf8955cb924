#pragma once

#include "practice/practiceserver.h"

namespace golive {

/// Lets another process cause accidents and see what came of them, on a port of its own:
///
///     POST   /accidents   plans one: {"mishap": "dropped_after", "method": "POST", "path": "instances", ...}
///     DELETE /accidents   nothing goes wrong any more
///     GET    /state       {"mishaps": 1, "requests": 12}
///     GET    /requests    every request so far: [{"method", "path", "query"}]
///     GET    /effects     the same of those that changed something
///     POST   /records     every DNS record that Clerk asks for is right
///     DELETE /domains/…   somebody deletes a domain in the Dashboard
///     POST   /anew        as when the server was started
///     GET    /v1/…        what Clerk's API would answer, without being logged or failing
class PracticeControl
{
public:
    /// Both outlive the control.
    PracticeControl(PracticeServer &server, PracticeWorld &world);

    /// Port 0: any. False when the port is taken.
    [[nodiscard]] bool listen(quint16 port);
    [[nodiscard]] const QUrl &baseUrl() const { return m_baseUrl; }

private:
    [[nodiscard]] PracticeReply serve(const PracticeRequest &request);
    [[nodiscard]] PracticeReply plan(const PracticeRequest &request);

    PracticeServer &m_server;
    PracticeWorld &m_world;
    PracticeHttp m_http;
    QUrl m_baseUrl;
};

} // namespace golive
