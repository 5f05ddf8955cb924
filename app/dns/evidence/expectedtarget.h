#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace golive {

/// What a record has to point to: one name, or, as long as a part of it is not known, any of a
/// family of names in which one label, written `*`, may be anything.
///
/// Clerk's targets for mail hold a token that only Clerk's API tells: `mail.*.clerk.services`.
class ExpectedTarget
{
public:
    ExpectedTarget() = default;
    /// Not explicit: nearly every target is simply a name.
    ExpectedTarget(QByteArray text)
        : m_text(std::move(text))
    {
    }
    ExpectedTarget(const char *text)
        : m_text(text)
    {
    }

    /// The name, or the family with its `*`.
    [[nodiscard]] const QByteArray &text() const { return m_text; }
    /// True for a family, whose text is nothing to ask a DNS server about.
    [[nodiscard]] bool isPattern() const;

    [[nodiscard]] bool matches(const QByteArray &name) const { return closestTo(name) == name; }
    [[nodiscard]] bool matchesAny(const QByteArrayList &names) const;
    /// The member of the family that has the same label as `name` in the open place; the text itself
    /// when it is one name, or `name` has too few labels.
    [[nodiscard]] QByteArray closestTo(const QByteArray &name) const;

    /// The label of `name` in the open place; empty unless `name` is of this family.
    [[nodiscard]] QByteArray tokenIn(const QByteArray &name) const;
    /// With `token` in the open place, if there is one.
    [[nodiscard]] ExpectedTarget withToken(const QByteArray &token) const;

    bool operator==(const ExpectedTarget &) const = default;

private:
    QByteArray m_text;
};

} // namespace golive
