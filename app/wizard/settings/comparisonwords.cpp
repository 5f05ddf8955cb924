#include "wizard/settings/comparisonwords.h"

#include "wizard/displaytext.h"
#include "wizard/errortext.h"

namespace golive {

QString ComparisonWords::headline(Phase phase, const ComparisonTable::Counts &counts, ReadingDirection direction)
{
    switch (phase) {
    case Phase::Empty:
    case Phase::Reading:
    case Phase::Choosing:
    case Phase::Previewing: break;
    case Phase::Previewed: return tr("This is what will change in production. Nothing was changed yet.");
    case Phase::Carrying: return tr("Carrying over to production…");
    case Phase::Carried: return tr("What became of it");
    }
    if (counts.allTheSame())
        return tr("Development and production are the same");
    if (counts.differences() == 0)
        return tr("No differences in what could be compared");
    const bool turned = direction == ReadingDirection::ProductionFirst;
    const QString missing = turned ? tr("Missing in development: %1").arg(counts.missing)
                                   : tr("Missing in production: %1").arg(counts.missing);
    return tr("%1 · Different: %2 · Same: %3").arg(missing).arg(counts.different).arg(counts.same);
}

QString ComparisonWords::explanation(Phase phase, const ComparisonTable::Counts &counts, ReadingDirection direction)
{
    switch (phase) {
    case Phase::Empty:
    case Phase::Reading:
    case Phase::Choosing:
    case Phase::Previewing: break;
    case Phase::Previewed: return tr("Clerk was asked and has only looked. Press “Carry over to production” to do it.");
    case Phase::Carrying: return tr("Please leave Golive open. Afterwards it looks again to make sure.");
    case Phase::Carried: return tr("From looking at production again.");
    }
    if (!counts.complete)
        return tr("There are more settings than Golive can compare. Look at the others in Clerk’s Dashboard.");
    if (counts.differences() == 0)
        return tr("Nothing has to be carried over. Credentials are not compared: each instance has its own.");
    if (direction == ReadingDirection::ProductionFirst)
        return tr(
            "For reading only: Golive writes to production alone. What you want in development, too, change there "
            "in Clerk’s Dashboard.");
    return tr("Tick what production is to get. Nothing is written before you have seen a preview.");
}

QString ComparisonWords::underWay(Phase phase)
{
    switch (phase) {
    case Phase::Reading: return tr("Reading the settings of both instances…");
    case Phase::Previewing: return tr("Asking Clerk what would change…");
    case Phase::Carrying: return tr("Writing to production, then looking again…");
    case Phase::Empty:
    case Phase::Choosing:
    case Phase::Previewed:
    case Phase::Carried: break;
    }
    return {};
}

QString ComparisonWords::ticked(int ticked, int tickable)
{
    return tr("Ticked: %1 of %2").arg(ticked).arg(tickable);
}

QString ComparisonWords::noRows(const QString &search, const ComparisonTable::Counts &counts)
{
    constexpr qsizetype longestQuote = 40;
    if (!search.trimmed().isEmpty())
        return tr("Nothing that is shown here has “%1” in its name, explanation or value.")
            .arg(displayText(search, longestQuote));
    return tr("No differences. Choose “Everything” to see all settings (%1).").arg(counts.same);
}

Notice ComparisonWords::notRead(const Error &error)
{
    Notice notice = noticeFor(error, Notice::Tone::Warning);
    notice.text = tr("The settings could not be compared. Nothing was changed.") + QLatin1Char('\n')
        + ErrorText::sentence(error);
    return notice;
}

Notice ComparisonWords::entriesNotRead(const Error &error)
{
    Notice notice = noticeFor(error, Notice::Tone::Information);
    notice.text = tr("Redirect URLs and JWT templates could not be read, so the list leaves them out.")
        + QLatin1Char('\n') + ErrorText::sentence(error);
    return notice;
}

Notice ComparisonWords::noPreview(const Error &error)
{
    Notice notice = noticeFor(error, Notice::Tone::Warning);
    if (error.kind == Error::Kind::VersionConflict)
        notice.text = tr("Somebody changed production since you looked at it. Nothing was written. Golive has read it "
                         "again and kept your ticks; look once more, then ask for the preview again.");
    else
        notice.text = tr("Clerk could not be asked what would change. Nothing was written.") + QLatin1Char('\n')
            + ErrorText::sentence(error);
    return notice;
}

Notice ComparisonWords::oneInstanceOnly()
{
    return {
        Notice::Tone::Information, tr("This application has only one instance, so there is nothing to compare."), {}};
}

} // namespace golive
