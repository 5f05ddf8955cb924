#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace golive {

/// One assistant per person and journal: two would lead the same deployment without knowing of each
/// other. Whoever is first keeps a lock and listens on a socket that only this user may open; whoever
/// comes second knocks there and leaves. Both end with the first program, however it ends.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Outcome {
        First, ///< go on; also when nothing can be locked here, which is no reason not to work
        OtherWasShown, ///< another program is there, and has been told to show itself
        OtherIsSilent, ///< another program is there and does not answer
    };

    /// `scope` is what may be worked on by one program only. Lock and socket are in `folder`.
    SingleInstance(const QString &scope, const QString &folder);

    /// The same journal and the same Clerk are what two programs must not work on at once.
    [[nodiscard]] static QString scopeOf(const QString &journalFolder);

    /// Waits for a few seconds at most, and only when there is another program.
    [[nodiscard]] Outcome claim();

    /// Where lock and socket usually are: gone with the person's session.
    [[nodiscard]] static QString usualFolder();

Q_SIGNALS:
    /// Somebody started the program once more: show the window.
    void shownWanted();

private:
    [[nodiscard]] Outcome knock() const;
    void open();

    QString m_socket;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace golive
