#pragma once

#include "model/hostlayout.h"

#include <QString>

namespace golive {

/// What the small drawing of front end, backend and Clerk shows: the person's own host names, where
/// the session lives and what travels between the hosts. Words included, so that the drawing decides nothing.
struct HostPicture
{
    HostRelation relation = HostRelation::SameOrigin;
    bool separate = false; ///< the backend has a box of its own

    QString frontEndTitle;
    QString frontEndHost; ///< empty while unknown
    QString backendTitle;
    QString backendHost; ///< empty while unknown, or when the backend shares the front end's host
    QString clerkTitle;
    QString clerkHost; ///< empty while unknown
    QString unknownHost; ///< stands where a host is not known yet

    QString sessionCookie; ///< lives on the front end's host
    QString clientCookie; ///< lives on Clerk's host
    QString toBackend; ///< on the arrow from front end to backend
    QString toClerk; ///< on the arrow from front end to Clerk
    bool cookieReachesBackend = true;

    QString description; ///< the whole picture in words, for those who do not see it

    bool operator==(const HostPicture &) const = default;
};

} // namespace golive
