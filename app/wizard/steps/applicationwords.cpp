#include "wizard/steps/applicationwords.h"

#include "wizard/displaytext.h"
#include "wizard/errortext.h"

namespace golive {

QString ApplicationWords::standing(ApplicationViewModel::Standing standing)
{
    using Standing = ApplicationViewModel::Standing;
    switch (standing) {
    case Standing::NoProduction: return tr("No production yet");
    case Standing::HasProduction: return tr("Has a production instance");
    case Standing::InProgress: return tr("In progress");
    case Standing::Live: return tr("Live");
    }
    Q_UNREACHABLE();
}

QString ApplicationWords::noDevelopment()
{
    return tr("No development instance");
}

QString ApplicationWords::begunHere(const QString &domain)
{
    return domain.isEmpty() ? tr("Begun on this computer") : tr("Begun on this computer for %1").arg(domain);
}

QString ApplicationWords::count(qsizetype shown, int total)
{
    return shown == total ? tr("Applications: %1").arg(total) : tr("Applications: %1 of %2").arg(shown).arg(total);
}

QString ApplicationWords::emptyWorkspace()
{
    return tr("This workspace has no application yet. Create one in Clerk’s Dashboard, then choose “Reload”. If you "
              "expected one here, the key belongs to another workspace: go back and use another key.");
}

QString ApplicationWords::noMatch(const QString &filter)
{
    constexpr qsizetype longestQuote = 40;
    return tr("No application has “%1” in its name or id.").arg(displayText(filter, longestQuote));
}

QString ApplicationWords::selection(const ApplicationViewModel::Row &row)
{
    using Standing = ApplicationViewModel::Standing;
    switch (row.standing) {
    case Standing::NoProduction:
        return row.hasDevelopment
            ? QString()
            : tr("No development instance, so nothing to copy: production will begin with Clerk’s defaults.");
    case Standing::HasProduction:
    case Standing::InProgress: return tr("Has a production instance already: Golive continues where it stands.");
    case Standing::Live: return tr("Live already: Golive shows how it stands and creates nothing.");
    }
    Q_UNREACHABLE();
}

Notice ApplicationWords::chooseFirst()
{
    return {Notice::Tone::Problem, tr("Choose the application that is to go to production."), {}};
}

Notice ApplicationWords::notInWorkspace()
{
    return {Notice::Tone::Warning,
            tr("The application of the earlier deployment is not in this workspace. It may have been deleted, or the "
               "key belongs to another workspace. Choose an application, or go back and use another key."),
            {}};
}

Notice ApplicationWords::incomplete(const Error &error)
{
    return {Notice::Tone::Warning,
            tr("Not everything about this application could be read.") + QLatin1Char(' ') + ErrorText::sentence(error)
                + QLatin1Char(' ') + tr("You can go on, but some steps may show less."),
            ErrorText::details(error)};
}

} // namespace golive
