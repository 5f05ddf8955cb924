#include "wizard/settings/settingdetails.h"

#include "model/settings/clonerules.h"

namespace golive {
namespace {

bool isAbout(const CloneRule &rule, const ComparisonTable::Line &line)
{
    switch (line.source) {
    case ComparisonTable::Line::Source::Setting: return rule.covers(line.path.constFirst());
    case ComparisonTable::Line::Source::RedirectUrl: return rule.entry == LeftBehind::RedirectUrls;
    case ComparisonTable::Line::Source::JwtTemplate: return rule.entry == LeftBehind::JwtTemplates;
    }
    Q_UNREACHABLE();
}

/// Of its own, that is: not the Dashboard's front door.
QUrl ownPage(const ComparisonTable::Line &line, const QUrl &dashboard)
{
    for (const CloneRule &rule : cloneRules())
        if (isAbout(rule, line) && rule.page.size() > 2)
            return rule.pageOn(dashboard);
    return {};
}

} // namespace

SettingDetails detailsOf(const ComparisonTable::Line &line, const SettingColumns &columns, const QUrl &dashboard,
                         const QUrl &instancePage)
{
    SettingDetails details {line.row.title,   line.technical,  line.row.explanation,
                            columns.first,    line.firstWhole, columns.second,
                            line.secondWhole, line.remark,     ownPage(line, dashboard)};
    if (details.dashboard.isEmpty())
        details.dashboard = instancePage;
    return details;
}

} // namespace golive
