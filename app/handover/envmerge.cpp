#include "handover/envmerge.h"

#include "foundation/wiping.h"
#include "handover/envdocument.h"
#include "model/keykind.h"

#include <algorithm>
#include <optional>

namespace golive {
namespace {

constexpr auto heading = "# Clerk, production";

bool isValueCharacter(char each)
{
    return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9')
        || QByteArrayView("_-+/=.:,").contains(each);
}

bool holdsDevelopmentKey(const EnvAssignment &line)
{
    return line.value.reveal().startsWith("pk_test_") || line.value.reveal().startsWith("sk_test_");
}

bool holdsSecretKey(const EnvAssignment &line)
{
    return line.value.reveal().startsWith("sk_test_") || line.value.reveal().startsWith("sk_live_");
}

bool isOneOf(const QList<EnvVariable> &variables, const QByteArray &name)
{
    return std::any_of(variables.cbegin(), variables.cend(),
                       [&name](const EnvVariable &each) { return each.name.toLatin1() == name; });
}

/// The first key in the file that belongs to neither instance of the application.
std::optional<EnvRefusal> otherApplication(const QList<EnvAssignment> &lines, const EnvOwner &owner)
{
    for (const EnvAssignment &line : lines) {
        const QByteArray &value = line.value.reveal();
        const bool live = value.startsWith("pk_live_");
        if (!live && !value.startsWith("pk_test_"))
            continue;
        const QString host = publishableKeyHost(QString::fromLatin1(value));
        const QString &own = live ? owner.productionHost : owner.developmentHost;
        const bool wasOurs = live && owner.earlierHosts.contains(host, Qt::CaseInsensitive);
        if (!host.isEmpty() && !own.isEmpty() && !wasOurs && host.compare(own, Qt::CaseInsensitive) != 0)
            return EnvRefusal {EnvRefusal::Kind::OtherApplication, QString::fromLatin1(line.name), host, live};
    }
    return std::nullopt;
}

/// What the file says about anything but these variables.
QList<EnvAssignment> others(const QByteArray &text, const QList<EnvVariable> &variables)
{
    QList<EnvAssignment> found;
    for (const EnvAssignment &line : envAssignments(text))
        if (!isOneOf(variables, line.name))
            found.append(line);
    return found;
}

/// The first variable that would mean something else than before, though none of its bytes was touched.
std::optional<EnvRefusal> changedMeaning(const QList<EnvAssignment> &before, const QList<EnvAssignment> &after)
{
    const auto saysTheSame = [](const EnvAssignment &one, const EnvAssignment &other) {
        return one.name == other.name && one.value.reveal() == other.value.reveal();
    };
    const auto [was, is] = std::mismatch(before.cbegin(), before.cend(), after.cbegin(), after.cend(), saysTheSame);
    if (was == before.cend() && is == after.cend())
        return std::nullopt;
    const EnvAssignment &changed = was == before.cend() ? *is : *was;
    return EnvRefusal {EnvRefusal::Kind::DoubtfulQuotation, QString::fromLatin1(changed.name), {}};
}

/// Works on the text from its end to its start, so that places found before stay right.
class Merging
{
public:
    Merging(QByteArray text, const QList<EnvVariable> &variables)
        : m_text(std::move(text))
        , m_lines(envAssignments(m_text))
        , m_variables(variables)
    {
    }

    EnvMerge take()
    {
        EnvMerge merge;
        for (const EnvVariable &variable : m_variables)
            merge.changes.append(changeFor(variable));
        for (const EnvAssignment &line : std::as_const(m_lines)) {
            const bool wanted = isWanted(line.name);
            if (holdsDevelopmentKey(line) && !wanted)
                merge.developmentLeft.append(QString::fromLatin1(line.name));
            merge.replacesDevelopment = merge.replacesDevelopment || (holdsDevelopmentKey(line) && wanted);
            merge.holdsSecret = merge.holdsSecret || holdsSecretKey(line);
        }
        for (const EnvVariable &variable : m_variables)
            merge.holdsSecret = merge.holdsSecret || variable.isSecret;
        // In one piece, as whatever holds a secret here: growing would leave copies of it behind.
        m_text.reserve(m_text.size() + mostAdded());
        addMissing();
        replace();
        merge.text = Secret(std::move(m_text));
        return merge;
    }

private:
    /// By how many bytes the text may grow: by a longer value at every place, or a new line, and by a heading.
    [[nodiscard]] qsizetype mostAdded() const
    {
        qsizetype most = 100;
        for (const EnvVariable &variable : m_variables)
            most += changeFor(variable).places * (variable.name.size() + variable.value.size() + 10);
        return most;
    }

    [[nodiscard]] bool isWanted(const QByteArray &name) const { return isOneOf(m_variables, name); }

    [[nodiscard]] EnvChange changeFor(const EnvVariable &variable) const
    {
        EnvChange change {variable.name, EnvChange::Kind::AlreadyThere, 0, variable.isSecret};
        const Secret value = plainEnvironmentValue(variable.value);
        for (const EnvAssignment &line : m_lines)
            if (line.name == variable.name.toLatin1()) {
                ++change.places;
                if (line.value.reveal() != value.reveal())
                    change.kind = EnvChange::Kind::Replaced;
            }
        if (change.places == 0)
            return {variable.name, EnvChange::Kind::Added, 1, variable.isSecret};
        return change;
    }

    /// Of the last line of Clerk's; -1 where there is none.
    [[nodiscard]] qsizetype endOfCompany() const
    {
        qsizetype end = -1;
        for (const EnvAssignment &line : m_lines)
            if (isWanted(line.name) || line.name.contains("CLERK_"))
                end = line.lineEnd;
        return end;
    }

    /// Below the last line of Clerk's, where there is one: what belongs together stands together.
    void addMissing()
    {
        const QByteArray lineEnd = lineEndOf(m_text);
        QByteArray added;
        added.reserve(mostAdded());
        for (const EnvVariable &variable : m_variables)
            if (changeFor(variable).kind == EnvChange::Kind::Added)
                added.append(variable.name.toLatin1())
                    .append('=')
                    .append(plainEnvironmentValue(variable.value).reveal())
                    .append(lineEnd);
        if (added.isEmpty())
            return;
        qsizetype place = endOfCompany();
        const bool hasCompany = place >= 0;
        if (!hasCompany)
            place = m_text.size();
        const bool isBare = m_text.trimmed().isEmpty() || m_text == QByteArrayLiteral("\xEF\xBB\xBF");
        const bool isOpen = !isBare && m_text.at(place - 1) != '\n' && m_text.at(place - 1) != '\r';
        QByteArray before = isOpen ? lineEnd : QByteArray();
        if (!hasCompany && !isBare)
            before += lineEnd;
        if (!hasCompany)
            before += heading + lineEnd;
        if (hasCompany && isOpen)
            added.chop(lineEnd.size()); // the file went without a final line end, and may go on to
        m_text.insert(place, added);
        m_text.insert(place, before);
        wipe(added);
    }

    void replace()
    {
        QList<EnvAssignment> lines = envAssignments(m_text);
        std::reverse(lines.begin(), lines.end());
        for (const EnvAssignment &line : std::as_const(lines))
            for (const EnvVariable &variable : m_variables)
                if (line.name == variable.name.toLatin1())
                    replaceValue(line, plainEnvironmentValue(variable.value).reveal());
    }

    void replaceValue(const EnvAssignment &line, const QByteArray &value)
    {
        if (line.value.reveal() == value)
            return;
        const QByteArray quote(line.quote == 0 ? 0 : 1, line.quote);
        QByteArray written;
        written.reserve(value.size() + 3);
        written.append(quote).append(value).append(quote);
        const bool remarkFollows = line.quote == 0 && line.valueEnd < m_text.size() && m_text.at(line.valueEnd) == '#';
        if (remarkFollows) // `NAME=#remark` has no value yet
            written += ' ';
        m_text.replace(line.valueStart, line.valueEnd - line.valueStart, written);
        wipe(written);
    }

    QByteArray m_text;
    QList<EnvAssignment> m_lines;
    const QList<EnvVariable> &m_variables;
};

} // namespace

bool EnvMerge::changesNothing() const
{
    return std::all_of(changes.cbegin(), changes.cend(),
                       [](const EnvChange &each) { return each.kind == EnvChange::Kind::AlreadyThere; });
}

Secret plainEnvironmentValue(const Secret &value)
{
    QByteArray plain;
    plain.reserve(value.reveal().size());
    std::copy_if(value.reveal().cbegin(), value.reveal().cend(), std::back_inserter(plain), isValueCharacter);
    return Secret(std::move(plain));
}

tl::expected<EnvMerge, EnvRefusal> mergeEnvironment(const Secret &existing, const QList<EnvVariable> &variables,
                                                    const EnvOwner &owner)
{
    const QByteArray &text = existing.reveal();
    if (!isEnvironmentText(text))
        return tl::unexpected(EnvRefusal {EnvRefusal::Kind::NotText, {}, {}});
    if (auto other = otherApplication(envAssignments(text), owner))
        return tl::unexpected(*other);
    EnvMerge merge = Merging(text, variables).take();
    if (auto changed = changedMeaning(others(text, variables), others(merge.text.reveal(), variables)))
        return tl::unexpected(*changed);
    return merge;
}

} // namespace golive
