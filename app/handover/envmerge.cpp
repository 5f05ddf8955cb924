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

/// What takes the place of some bytes of the text, or of none.
struct Edit
{
    qsizetype start = 0;
    qsizetype end = 0;
    Secret written;
};

/// A new text is put together in one piece, so that nothing that grows leaves copies of a secret behind.
Secret edited(const QByteArray &text, QList<Edit> edits)
{
    std::sort(edits.begin(), edits.end(), [](const Edit &one, const Edit &other) { return one.start < other.start; });
    qsizetype size = text.size();
    for (const Edit &edit : std::as_const(edits))
        size += edit.written.size();
    QByteArray whole;
    whole.reserve(size);
    qsizetype from = 0;
    for (const Edit &edit : std::as_const(edits)) {
        whole.append(QByteArrayView(text).sliced(from, edit.start - from)).append(edit.written.reveal());
        from = edit.end;
    }
    whole.append(QByteArrayView(text).sliced(from));
    return Secret(std::move(whole));
}

class Merging
{
public:
    Merging(const QByteArray &text, const QList<EnvVariable> &variables)
        : m_text(text)
        , m_lines(envAssignments(text))
        , m_variables(variables)
    {
    }

    [[nodiscard]] EnvMerge take() const
    {
        EnvMerge merge;
        for (const EnvVariable &variable : m_variables)
            merge.changes.append(changeFor(variable));
        for (const EnvAssignment &line : m_lines) {
            const bool wanted = isOneOf(m_variables, line.name);
            if (holdsDevelopmentKey(line) && !wanted)
                merge.developmentLeft.append(QString::fromLatin1(line.name));
            merge.replacesDevelopment = merge.replacesDevelopment || (holdsDevelopmentKey(line) && wanted);
            merge.holdsSecret = merge.holdsSecret || holdsSecretKey(line);
        }
        for (const EnvVariable &variable : m_variables)
            merge.holdsSecret = merge.holdsSecret || variable.isSecret;
        merge.text = edited(m_text, replacements() + additions());
        return merge;
    }

private:
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
            if (isOneOf(m_variables, line.name) || line.name.contains("CLERK_"))
                end = line.lineEnd;
        return end;
    }

    /// The variables that the file does not set yet, below the last line of Clerk's, where there is one: what belongs
    /// together stands together.
    [[nodiscard]] QList<Edit> additions() const
    {
        QList<Secret> values;
        QList<QByteArray> names;
        qsizetype size = 0;
        for (const EnvVariable &variable : m_variables)
            if (changeFor(variable).kind == EnvChange::Kind::Added) {
                names.append(variable.name.toLatin1());
                values.append(plainEnvironmentValue(variable.value));
                size += names.constLast().size() + values.constLast().size();
            }
        if (names.isEmpty())
            return {};
        const QByteArray lineEnd = lineEndOf(m_text);
        const qsizetype company = endOfCompany();
        const qsizetype place = company < 0 ? m_text.size() : company;
        const bool isOpen = !isBare() && m_text.at(place - 1) != '\n' && m_text.at(place - 1) != '\r';
        const QByteArray before
            = (isOpen ? lineEnd : QByteArray()) + (company < 0 ? headingAfter(lineEnd) : QByteArray());
        QByteArray added;
        added.reserve(before.size() + size + names.size() * (1 + lineEnd.size()));
        added.append(before);
        for (qsizetype i = 0; i < names.size(); ++i)
            added.append(names.at(i)).append('=').append(values.at(i).reveal()).append(lineEnd);
        if (company >= 0 && isOpen)
            added.chop(lineEnd.size()); // the file went without a final line end, and may go on to
        return {{place, place, Secret(std::move(added))}};
    }

    [[nodiscard]] bool isBare() const
    {
        return m_text.trimmed().isEmpty() || m_text == QByteArrayLiteral("\xEF\xBB\xBF");
    }

    [[nodiscard]] QByteArray headingAfter(const QByteArray &lineEnd) const
    {
        return (isBare() ? QByteArray() : lineEnd) + heading + lineEnd;
    }

    [[nodiscard]] QList<Edit> replacements() const
    {
        QList<Edit> edits;
        for (const EnvAssignment &line : m_lines)
            for (const EnvVariable &variable : m_variables)
                if (line.name == variable.name.toLatin1()) {
                    const Secret value = plainEnvironmentValue(variable.value);
                    if (line.value.reveal() != value.reveal())
                        edits.append({line.valueStart, line.valueEnd, inPlaceOf(line, value)});
                }
        return edits;
    }

    [[nodiscard]] Secret inPlaceOf(const EnvAssignment &line, const Secret &value) const
    {
        const QByteArray quote(line.quote == 0 ? 0 : 1, line.quote);
        QByteArray written;
        written.reserve(value.size() + 3);
        written.append(quote).append(value.reveal()).append(quote);
        const bool remarkFollows = line.quote == 0 && line.valueEnd < m_text.size() && m_text.at(line.valueEnd) == '#';
        if (remarkFollows) // `NAME=#remark` has no value yet
            written.append(' ');
        return Secret(std::move(written));
    }

    const QByteArray &m_text;
    const QList<EnvAssignment> m_lines;
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
