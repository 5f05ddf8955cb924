#pragma once

#include "foundation/error.h"
#include "model/domainname.h"

#include <QCoreApplication>

#include <optional>

namespace golive {

/// What Clerk objects to in a domain, by the code of its refusal, and the way on.
class RefusalWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::RefusalWords)

public:
    /// True when it is the domain that has to be changed, and not the plan, the key or the moment.
    [[nodiscard]] static bool isAboutDomain(const Error &error);
    /// `domain` is what was asked for; nothing where it is not known any more.
    [[nodiscard]] static QString sentence(const Error &error, const std::optional<DomainName> &domain);

private:
    [[nodiscard]] static QString taken(const QString &root);
    [[nodiscard]] static QString refused(const QString &code, const QString &name, const QString &root);
    [[nodiscard]] static QString rejected(const QString &code, const QString &name);
};

} // namespace golive
