#pragma once

#include "practice/practicefault.h"
#include "practice/practicehttp.h"

#include <optional>

namespace golive {

/// What becomes of a call and of its answer when something goes wrong.
enum class Mishap {
    Refusal, ///< nothing happens, and the answer is an error as Clerk words it
    DroppedBefore, ///< nothing happens, and the connection is closed
    DroppedAfter, ///< it takes effect, and the connection is closed
    SilentBefore, ///< nothing happens, and there is never an answer
    SilentAfter, ///< it takes effect, and there is never an answer
    Page, ///< nothing happens, and the answer is a web page
    ProxyRefusal, ///< nothing happens: a proxy on the way wants credentials
    HalfSent, ///< it takes effect, half of the answer is sent, and nothing more
    Truncated, ///< it takes effect, and the answer's JSON ends in the middle
    WrongTypes, ///< it takes effect, and the answer has numbers for texts, texts for lists and so on
    Huge, ///< it takes effect, and the answer has 200 MB
    Slow, ///< it takes effect, and the answer comes byte by byte
    InvalidText, ///< it takes effect, and the answer is no UTF-8
    ClosedDoor, ///< from then on nobody can connect
    OtherCertificate, ///< from then on the server shows a certificate that nobody trusts
};

/// An accident that is going to happen.
struct PracticeAccident
{
    Mishap mishap = Mishap::Refusal;
    PracticeFault answer; ///< of a Refusal
    QByteArray retryAfter; ///< of a Refusal: seconds; empty for no such header
    int everyMilliseconds = 1000; ///< of Slow: between two bytes

    QByteArray method; ///< of the calls it happens to; empty: any
    QString path; ///< how their path ends, segment by segment; `*` stands for any id, nothing for all
    QString query; ///< what their query contains; empty: whatever
    QString unlike; ///< what their query does not contain; empty: whatever
    int occurrence = 1; ///< the first of those calls that it happens to
    int times = 1; ///< how often it happens; 0: until it is lifted
    bool spreads = false; ///< once it has happened, it happens to every call
    /// ClosedDoor and OtherCertificate go by no call: they happen after so many answers.
    int afterAnswers = 0;
};

[[nodiscard]] bool pathEndsLike(const QString &path, const QString &pattern);

/// The accidents that are planned, and which of them happens to a call.
class PracticeAccidents
{
public:
    void plan(PracticeAccident accident) { m_planned.append({std::move(accident), 0, 0}); }
    void lift() { m_planned.clear(); }
    /// Counts the call, and takes the accident that happens to it, if one does.
    [[nodiscard]] std::optional<PracticeAccident> happeningTo(const PracticeRequest &request);
    /// The accident that was waiting for this number of answers.
    [[nodiscard]] std::optional<PracticeAccident> happeningAfter(int answers);

private:
    struct Planned
    {
        PracticeAccident accident;
        int seen = 0; ///< calls it may happen to
        int happened = 0;
    };

    QList<Planned> m_planned;
};

/// An accident in words, as another process asks for one; nothing when that cannot be understood.
[[nodiscard]] std::optional<PracticeAccident> accidentFrom(const QJsonObject &words);

} // namespace golive
