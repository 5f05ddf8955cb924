#include "handover/envmerge.h"

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
    return line.value.startsWith("pk_test_") || line.value.startsWith("sk_test_");
}

bool holdsSecretKey(const EnvAssignment &line)
{
    return line.value.startsWith("sk_test_") || line.value.startsWith("sk_live_");
}

/// The first key in the file that belongs to neither instance of the application.
std::optional<EnvRefusal> otherApplication(const QList<EnvAssignment> &lines, const EnvOwner &owner)
{
    for (const EnvAssignment &line : lines) {
        const bool live = line.value.startsWith("pk_live_");
        if (!live && !line.value.startsWith("pk_test_"))
            continue;
        const QString host = publishableKeyHost(QString::fromLatin1(line.value));
        const QString &own = live ? owner.productionHost : owner.developmentHost;
        const bool wasOurs = live && owner.earlierHosts.contains(host, Qt::CaseInsensitive);
        if (!host.isEmpty() && !own.isEmpty() && !wasOurs && host.compare(own, Qt::CaseInsensitive) != 0)
            return EnvRefusal {EnvRefusal::Kind::OtherApplication, QString::fromLatin1(line.name), host, live};
    }
    return std::nullopt;
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
        addMissing();
        replace();
        merge.text = Secret(std::move(m_text));
        return merge;
    }

private:
    [[nodiscard]] bool isWanted(const QByteArray &name) const
    {
        return std::any_of(m_variables.cbegin(), m_variables.cend(),
                           [&name](const EnvVariable &each) { return each.name.toLatin1() == name; });
    }

    [[nodiscard]] EnvChange changeFor(const EnvVariable &variable) const
    {
        EnvChange change {variable.name, EnvChange::Kind::AlreadyThere, 0, variable.isSecret};
        const QByteArray value = plainEnvironmentValue(variable.value);
        for (const EnvAssignment &line : m_lines)
            if (line.name == variable.name.toLatin1()) {
                ++change.places;
                if (line.value != value)
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
        added.reserve(2048); // in one piece: growing would leave copies of a secret behind
        for (const EnvVariable &variable : m_variables)
            if (changeFor(variable).kind == EnvChange::Kind::Added)
                added += variable.name.toLatin1() + '=' + plainEnvironmentValue(variable.value) + lineEnd;
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
        m_text.reserve(m_text.size() + before.size() + added.size() + 1024);
        m_text.insert(place, before + added);
    }

    void replace()
    {
        QList<EnvAssignment> lines = envAssignments(m_text);
        std::reverse(lines.begin(), lines.end());
        for (const EnvAssignment &line : std::as_const(lines))
            for (const EnvVariable &variable : m_variables)
                if (line.name == variable.name.toLatin1())
                    replaceValue(line, plainEnvironmentValue(variable.value));
    }

    void replaceValue(const EnvAssignment &line, const QByteArray &value)
    {
        if (line.value == value)
            return;
        QByteArray written = line.quote == 0 ? value : line.quote + value + line.quote;
        const bool remarkFollows = line.quote == 0 && line.valueEnd < m_text.size() && m_text.at(line.valueEnd) == '#';
        if (remarkFollows) // `NAME=#remark` has no value yet
            written += ' ';
        m_text.replace(line.valueStart, line.valueEnd - line.valueStart, written);
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

QByteArray plainEnvironmentValue(const Secret &value)
{
    QByteArray plain;
    plain.reserve(value.reveal().size());
    std::copy_if(value.reveal().cbegin(), value.reveal().cend(), std::back_inserter(plain), isValueCharacter);
    return plain;
}

tl::expected<EnvMerge, EnvRefusal> mergeEnvironment(const Secret &existing, const QList<EnvVariable> &variables,
                                                    const EnvOwner &owner)
{
    const QByteArray &text = existing.reveal();
    if (!isEnvironmentText(text))
        return tl::unexpected(EnvRefusal {EnvRefusal::Kind::NotText, {}, {}});
    if (auto other = otherApplication(envAssignments(text), owner))
        return tl::unexpected(*other);
    return Merging(text, variables).take();
}

} // namespace golive
