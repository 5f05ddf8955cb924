#pragma once

#include "wizard/dns/findingwords.h"

#include <QCoreApplication>

#include <span>

namespace golive {

/// The parts that sentences of several themes share. All of it is short and on one line, whatever
/// a server put into it.
class DnsPhrases
{
    Q_DECLARE_TR_FUNCTIONS(golive::DnsPhrases)

public:
    /// A name that came from whoever answers DNS questions.
    [[nodiscard]] static QString name(const QString &text);
    /// Some names, and how many more there are.
    [[nodiscard]] static QString names(const QStringList &all);

    /// The zone, or what is known instead.
    [[nodiscard]] static QString zone(const FindingContext &context);
    /// The domain as the person knows it.
    [[nodiscard]] static QString domain(const FindingContext &context);
    /// What to type as the record's name.
    [[nodiscard]] static QString typedName(const FindingContext &context);
    /// What to type for a name that may or may not be in the zone; `@` for the zone itself.
    [[nodiscard]] static QString typedName(const QString &name, const FindingContext &context);
    /// What to type as the record's value.
    [[nodiscard]] static QString typedValue(const FindingContext &context);

    /// “Porkbun”, or “your DNS provider”.
    [[nodiscard]] static QString provider(const FindingContext &context);
    /// “the servers of Porkbun”
    [[nodiscard]] static QString servers(const FindingContext &context);
    /// “the support of Porkbun”
    [[nodiscard]] static QString support(const FindingContext &context);

    /// `words` about something that is done where the domain is registered, which is often not where
    /// its records are: with the registrar's name, or a link to find it out.
    [[nodiscard]] static FindingWords atRegistrar(FindingWords words, const FindingContext &context);
    /// To the page where the provider's records are edited.
    [[nodiscard]] static std::optional<FindingLink> console(const FindingContext &context);
    [[nodiscard]] static FindingLink clerkStatus();
    /// Nothing for an address that is not https.
    [[nodiscard]] static std::optional<FindingLink> link(const QString &label, const QString &address);
};

/// Who words which finding.
struct FindingWording
{
    DnsFinding::Kind kind;
    FindingWords (*words)(const DnsFinding &finding, const FindingContext &context);
};

/// The words for a finding, or none when nobody in the list has any.
[[nodiscard]] FindingWords worded(std::span<const FindingWording> wordings, const DnsFinding &finding,
                                  const FindingContext &context);

} // namespace golive
