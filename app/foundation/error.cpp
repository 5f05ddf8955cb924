#include "foundation/error.h"

namespace golive {

bool outcomeIsUnknown(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Offline:
    case Error::Kind::ProxyRefused:
    case Error::Kind::NotClerk: // who stands in between may have let the request pass and changed the answer
    case Error::Kind::InsecureConnection:
    case Error::Kind::TimedOut:
    case Error::Kind::ServerFault:
    case Error::Kind::UnexpectedReply:
    case Error::Kind::SecretStoreNotAnswering:
    case Error::Kind::StorageFailed:
    case Error::Kind::Cancelled: return true;
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::AlreadyExists:
    case Error::Kind::DomainTaken:
    case Error::Kind::DomainRefused:
    case Error::Kind::PlanTooSmall:
    case Error::Kind::VersionConflict:
    case Error::Kind::Busy:
    case Error::Kind::Rejected:
    case Error::Kind::RateLimited:
    case Error::Kind::SecretStoreUnavailable:
    case Error::Kind::SecretStoreLocked:
    case Error::Kind::SecretStoreDismissed:
    case Error::Kind::SecretMissing: return false;
    }
    Q_UNREACHABLE();
}

} // namespace golive
