#pragma once

#include "wizard/notice.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace golive {

/// How a provider stands in front of the person.
enum class ProviderStanding { NotStarted, PartlyFilled, Saving, Saved, LeftOut, NeedsDashboard };

/// One line of a provider's form, as it is shown.
struct ProviderFieldState
{
    QString key;
    QString label;
    QString hint; ///< the schema's description, server text
    bool sensitive = false;
    bool required = false;
    bool multiline = false; ///< a PEM block
    QStringList choices; ///< where one is optional, the first is empty
    QString value; ///< never of a sensitive field
    bool filled = false; ///< a sensitive field holds something
    bool held = false; ///< Clerk has a value that is not shown, and that stays unless another is entered
    int edition = 0; ///< counts what was put into it by anything but typing
    QString problem; ///< what is wrong with it, and what to do
    QString remark; ///< what is probably not meant; nothing waits for it
    QString remedy; ///< what one click does about it; empty for nothing

    bool operator==(const ProviderFieldState &) const = default;
};

/// A value to enter at the provider, exactly like this.
struct ProviderRegistration
{
    QString label;
    QString value;

    bool operator==(const ProviderRegistration &) const = default;
};

/// One provider, as it is shown.
struct ProviderCardState
{
    QString slug;
    QString name;
    ProviderStanding standing = ProviderStanding::NotStarted;
    QString standingText;
    QString elsewhere; ///< why there is nothing to enter: left out, or left to the Dashboard
    bool redirectConfirmed = false;
    bool editing = false; ///< the fields are shown; of a saved provider only on request
    bool replacing = false; ///< of a saved one: what Clerk has is about to be replaced
    QList<ProviderFieldState> fields;
    QList<ProviderRegistration> registrations; ///< the redirect URI first; empty while Clerk lists no domain
    QUrl console;
    QUrl docs;
    QString redirectPlace;
    QStringList steps; ///< what to do at the provider, in order
    QStringList gotchas;
    QString importCaption; ///< of the button that chooses a file
    QStringList imported; ///< what came of the last import
    bool keepCopy = false; ///< the person wishes to have the credentials in the password store, too
    bool asksForExpiry = false; ///< the provider's secrets expire
    QString expiry; ///< as it was typed, or the date as ISO 8601 writes it
    bool expiryKnown = false; ///< it is a date, of which a calendar can remind
    QString expiryRemark;
    QString expiryProblem; ///< why it is no date that could be meant
    Notice notice;

    bool operator==(const ProviderCardState &) const = default;
};

} // namespace golive
