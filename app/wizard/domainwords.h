#pragma once

#include "foundation/error.h"
#include "model/clerknames.h"
#include "model/domainname.h"
#include "model/hostlayout.h"
#include "wizard/hostpicture.h"

#include <QCoreApplication>

namespace golive {

/// The sentences about a domain, its names and the layout of the hosts. Host names in them are
/// given as people write them.
class DomainWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::DomainWords)

public:
    /// A host name in ASCII form as people write it.
    [[nodiscard]] static QString asPeopleWriteIt(const QString &ascii);
    /// What is wrong with a typed domain and what to do.
    [[nodiscard]] static QString problem(const DomainProblem &problem);
    /// The same for the backend's host.
    [[nodiscard]] static QString backendProblem(const DomainProblem &problem);
    /// What Clerk objected to, for the field.
    [[nodiscard]] static QString refusal(const Error &error);
    /// What was made of `typed`; empty when it is what was typed.
    [[nodiscard]] static QString understood(const QString &typed, const QString &ascii, const QString &unicode);
    /// What it means that this is a root domain or a subdomain.
    [[nodiscard]] static QString rootOrSubdomain(const DomainName &domain);
    /// What looks odd about the name without being wrong; mostly empty.
    [[nodiscard]] static QString caution(const DomainName &domain);
    [[nodiscard]] static QString purpose(ClerkName::Purpose purpose);
    /// What the layout means for the application's code.
    [[nodiscard]] static QString consequence(HostRelation relation, bool separate);
    /// The drawing. `site` and `backend` are empty while unknown; both in ASCII form.
    [[nodiscard]] static HostPicture picture(const QString &site, const QString &backend, HostRelation relation,
                                             bool separate);

private:
    [[nodiscard]] static QString description(const HostPicture &picture);
};

} // namespace golive
