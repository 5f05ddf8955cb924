#include "wizard/settings/advicewords.h"

#include "wizard/settings/settingrowwords.h"

namespace golive {

using Kind = SettingAdvice::Kind;

QList<AdviceLine> AdviceWords::lines(const QList<SettingAdvice> &advice)
{
    QList<AdviceLine> lines;
    for (const SettingAdvice &each : advice)
        //: a setting's name and its value: "Bot protection: off"
        lines.append(
            {title(each.kind), text(each),
             tr("%1: %2").arg(SettingRowWords::titleAlone(each.path), SettingRowWords::value(each.path, each.value))});
    return lines;
}

QString AdviceWords::title(Kind kind)
{
    switch (kind) {
    case Kind::NoBotProtection: return tr("No protection against bots");
    case Kind::TestMode: return tr("Test mode is on");
    case Kind::LenientLockout: return tr("Accounts are hardly ever locked");
    case Kind::LongSessions: return tr("Sessions last very long");
    case Kind::SubAddressesAllowed: return tr("One mailbox can sign up many times");
    case Kind::NoLegalConsent: return tr("Nobody agrees to your terms");
    }
    Q_UNREACHABLE();
}

QString AdviceWords::text(const SettingAdvice &advice)
{
    const QString better = SettingRowWords::value(advice.path, advice.suggested);
    switch (advice.kind) {
    case Kind::NoBotProtection:
        return tr("Sign-up forms on the internet are found by programs within days. Switch bot protection on.");
    case Kind::TestMode:
        return tr("With it anybody can sign in with made-up addresses and a well-known code. Switch it off before real "
                  "people come.");
    case Kind::LenientLockout:
        return tr("Somebody who tries passwords is not stopped, or very late. Clerk’s own setting is to lock after 100 "
                  "attempts.");
    case Kind::LongSessions:
        return tr("Whoever finds a forgotten computer is still signed in. A good value: %1.").arg(better);
    case Kind::SubAddressesAllowed:
        return tr("Addresses with a plus sign, such as name+2@example.com, all lead to one mailbox. Block them if free "
                  "trials or votes matter to you.");
    case Kind::NoLegalConsent:
        return tr("If your terms or privacy policy have to be agreed to, let people do so as they sign up.");
    }
    Q_UNREACHABLE();
}

} // namespace golive
