#include "dns/wire/dnsname.h"

namespace golive {
namespace {

constexpr qsizetype longestLabel = 63; // RFC 1035 section 2.3.4

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The octet that an escape starting at `at` stands for; moves `at` to its last character.
std::optional<char> unescape(const QByteArray &label, qsizetype &at)
{
    if (at + 1 >= label.size())
        return std::nullopt;
    if (!isDigit(label[at + 1]))
        return label[++at];
    if (at + 3 >= label.size() || !isDigit(label[at + 2]) || !isDigit(label[at + 3]))
        return std::nullopt;
    const int value = (label[at + 1] - '0') * 100 + (label[at + 2] - '0') * 10 + (label[at + 3] - '0');
    at += 3;
    return value > 255 ? std::nullopt : std::optional(static_cast<char>(value));
}

/// Whether the character at `at` belongs to the label, as a backslash in front of it has it.
bool isEscaped(const QByteArray &name, qsizetype at)
{
    qsizetype backslashes = 0;
    while (backslashes < at && name[at - 1 - backslashes] == '\\')
        ++backslashes;
    return backslashes % 2 == 1;
}

} // namespace

QByteArray dnsName(const QString &typed)
{
    QByteArray name = typed.trimmed().toLatin1().toLower();
    while (name.size() > 1 && name.endsWith('.'))
        name.chop(1);
    return name.isEmpty() ? QByteArrayLiteral(".") : name;
}

QByteArrayList labelsOf(const QByteArray &name)
{
    if (name.isEmpty() || name == ".")
        return {};
    QByteArrayList labels;
    qsizetype start = 0;
    for (qsizetype at = 0; at < name.size(); ++at) {
        if (name[at] == '\\') {
            ++at;
        } else if (name[at] == '.') {
            labels.append(name.mid(start, at - start));
            start = at + 1;
        }
    }
    if (start < name.size())
        labels.append(name.mid(start));
    return labels;
}

QByteArray lastLabels(const QByteArray &name, qsizetype count)
{
    const QByteArrayList labels = labelsOf(name);
    const QByteArrayList kept = labels.mid(qMax<qsizetype>(0, labels.size() - count));
    return kept.isEmpty() || count <= 0 ? QByteArrayLiteral(".") : kept.join('.');
}

QByteArray parentOf(const QByteArray &name)
{
    return lastLabels(name, labelsOf(name).size() - 1);
}

QByteArray joinNames(const QByteArray &left, const QByteArray &right)
{
    const QByteArrayList labels = labelsOf(left) + labelsOf(right);
    return labels.isEmpty() ? QByteArrayLiteral(".") : labels.join('.');
}

bool isAtOrBelow(const QByteArray &name, const QByteArray &zone)
{
    return relativeTo(name, zone).has_value();
}

/// Without taking the names apart: every rule of the judgement asks this, of every record and every server.
std::optional<QByteArray> relativeTo(const QByteArray &name, const QByteArray &zone)
{
    if (zone.isEmpty() || zone == ".")
        return name == "." ? QByteArray() : name;
    if (name == zone)
        return QByteArray();
    const qsizetype dot = name.size() - zone.size() - 1;
    if (dot <= 0 || name[dot] != '.' || isEscaped(name, dot) || !name.endsWith(zone))
        return std::nullopt;
    return name.first(dot);
}

std::optional<QByteArray> octetsOfLabel(const QByteArray &label)
{
    QByteArray octets;
    for (qsizetype at = 0; at < label.size(); ++at) {
        const std::optional<char> octet = label[at] == '\\' ? unescape(label, at) : std::optional(label[at]);
        if (!octet)
            return std::nullopt;
        octets.append(*octet);
    }
    if (octets.isEmpty() || octets.size() > longestLabel)
        return std::nullopt;
    return octets;
}

QByteArray labelOfOctets(QByteArrayView octets)
{
    QByteArray label;
    for (const char c : octets) {
        const auto octet = static_cast<uchar>(c);
        if (c == '.' || c == '\\')
            label.append('\\').append(c);
        else if (octet <= 0x20 || octet >= 0x7f)
            label.append('\\').append(QByteArray::number(octet).rightJustified(3, '0'));
        else
            label.append(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
    }
    return label;
}

} // namespace golive
