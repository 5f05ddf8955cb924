#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace golive {

/// What the drawing of front ends, backend and Clerk shows: the person's own host names, where the
/// session lives and what travels between the hosts. Words included, so that the drawing decides nothing.
struct HostPicture
{
    /// One host within a box.
    struct Place
    {
        QString remark; ///< what is special about it, such as "Satellite"; may be empty
        QString host; ///< as people write it; empty while unknown
        QStringList cookies; ///< that live there

        bool operator==(const Place &) const = default;
    };

    enum class Kind {
        Website,
        Application, ///< on a phone, in an extension or on a desktop
        Backend,
        Clerk,
        Stranger, ///< another Clerk application: nothing travels there
    };

    struct Box
    {
        Kind kind = Kind::Website;
        QString title;
        QList<Place> places;

        bool operator==(const Box &) const = default;
    };

    /// How requests show who is signed in.
    enum class Carries { Cookie, Token, Neither };

    struct Link
    {
        qsizetype server = 0; ///< place in `servers`
        Carries carries = Carries::Neither;
        QString who; ///< which of the clients; empty for all of them
        QString words;
        bool technical = false; ///< `words` is code and reads left to right in every language

        bool operator==(const Link &) const = default;
    };

    QList<Box> clients; ///< one below the other in one frame, at the beginning of the line
    QList<Box> servers; ///< each in a frame of its own, at the end of the line
    QList<Link> links; ///< from the clients' frame, by server
    QString unknownHost; ///< stands where a host is not known yet
    QString description; ///< the whole picture in words, for those who do not see it

    bool operator==(const HostPicture &) const = default;
};

} // namespace golive
