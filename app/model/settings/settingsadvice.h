#pragma once

#include "model/settings/settingscomparison.h"

namespace golive {

/// Something that is pleasant while developing and harmful in production. It is advice: nothing is
/// stopped for it.
struct SettingAdvice
{
    enum class Kind {
        NoBotProtection,
        TestMode, ///< addresses and numbers that anybody can sign in with
        LenientLockout, ///< none, or after more attempts than Clerk's own 100
        LongSessions, ///< without an end, or longer than thirty days
        SubAddressesAllowed, ///< one mailbox can sign up any number of times
        NoLegalConsent,
    };

    Kind kind = Kind::NoBotProtection;
    SettingPath path; ///< the leaf it is about
    QJsonValue value; ///< as it is
    QJsonValue suggested; ///< what would be well

    bool operator==(const SettingAdvice &) const = default;
};

/// The advice on `config`, one of each kind, in the order of the enum; the rules are those of
/// resources/settingsadvice.json. A setting that is not there gives no advice.
[[nodiscard]] QList<SettingAdvice> adviceOn(const InstanceConfig &config);

} // namespace golive
