#pragma once

#include "model/clerknames.h"
#include "model/domainname.h"

#include <QCoreApplication>

namespace golive {

/// The sentences about a domain and its names. Host names in them are given as people write them.
class DomainWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::DomainWords)

public:
    /// A host name in ASCII form as people write it; a port stays.
    [[nodiscard]] static QString asPeopleWriteIt(const QString &ascii);
    /// What is wrong with a typed domain and what to do.
    [[nodiscard]] static QString problem(const DomainProblem &problem);
    /// What was made of `typed`; empty when it is what was typed.
    [[nodiscard]] static QString understood(const QString &typed, const QString &ascii, const QString &unicode);
    /// What it means that this is a root domain or a subdomain.
    [[nodiscard]] static QString rootOrSubdomain(const DomainName &domain);
    /// What looks odd about the name without being wrong; mostly empty.
    [[nodiscard]] static QString caution(const DomainName &domain);
    [[nodiscard]] static QString purpose(ClerkName::Purpose purpose);
};

} // namespace golive
