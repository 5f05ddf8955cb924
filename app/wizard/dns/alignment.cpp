#include "wizard/dns/alignment.h"

#include <algorithm>
#include <vector>

namespace golive {
namespace {

constexpr qsizetype longestName = 253; // RFC 1035; a server may send anything

bool same(QChar a, QChar b)
{
    return a.toCaseFolded() == b.toCaseFolded();
}

/// costs(i, j): characters to change, add or drop from the first i of one text to the first j of the other.
class Costs
{
public:
    Costs(const QString &from, const QString &to)
        : m_columns(to.size() + 1)
        , m_cells(static_cast<size_t>((from.size() + 1) * m_columns))
    {
        for (qsizetype i = 0; i <= from.size(); ++i)
            for (qsizetype j = 0; j <= to.size(); ++j)
                at(i, j) = cost(i, j, i > 0 && j > 0 && same(from[i - 1], to[j - 1]));
    }

    [[nodiscard]] int &at(qsizetype i, qsizetype j) { return m_cells[static_cast<size_t>(i * m_columns + j)]; }

private:
    [[nodiscard]] int cost(qsizetype i, qsizetype j, bool equal)
    {
        if (i == 0 || j == 0)
            return static_cast<int>(i + j);
        return std::min({at(i - 1, j - 1) + (equal ? 0 : 1), at(i - 1, j) + 1, at(i, j - 1) + 1});
    }

    qsizetype m_columns;
    std::vector<int> m_cells;
};

} // namespace

bool Alignment::differsAt(qsizetype column) const
{
    return !same(expected.at(column), seen.at(column));
}

std::optional<Alignment> align(const QString &expected, const QString &seen)
{
    const qsizetype longer = std::max(expected.size(), seen.size());
    if (expected.isEmpty() || seen.isEmpty() || longer > longestName)
        return std::nullopt;
    Costs costs(expected, seen);
    qsizetype i = expected.size();
    qsizetype j = seen.size();
    const qsizetype differences = costs.at(i, j);
    if (differences == 0 || differences * 3 > longer)
        return std::nullopt;
    Alignment aligned;
    while (i > 0 || j > 0) {
        const int here = costs.at(i, j);
        const bool both
            = i > 0 && j > 0 && here == costs.at(i - 1, j - 1) + (same(expected[i - 1], seen[j - 1]) ? 0 : 1);
        const bool onlyExpected = !both && i > 0 && here == costs.at(i - 1, j) + 1;
        aligned.expected.prepend(both || onlyExpected ? expected[--i] : Alignment::gap);
        aligned.seen.prepend(onlyExpected ? Alignment::gap : seen[--j]);
    }
    return aligned;
}

} // namespace golive
