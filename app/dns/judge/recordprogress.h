#pragma once

namespace golive {

/// How far one record has come. The order is the order of progress.
enum class RecordProgress {
    Unknown, ///< not looked yet
    NotFound, ///< not right at any of the zone's own servers
    AtProvider, ///< right at some or all of the zone's own servers
    AtResolvers, ///< right at all of them, and seen by some public resolvers
    SeenByClerk, ///< Clerk has verified it: done
};

} // namespace golive
