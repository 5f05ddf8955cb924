#include "resetprogram.h"

#include "deploy/deployjournal.h"
#include "places.h"
#include "singleinstance.h"
#include "storedtraces.h"
#include "translations.h"
#include "wizard/preferences.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSettings>

#include <cstdio>
#include <unistd.h>

namespace golive {
namespace {

constexpr int done = 0;
constexpr int notDone = 1;
constexpr int notAgreed = 2;

class ResetText
{
    Q_DECLARE_TR_FUNCTIONS(golive::Reset)
};

void say(std::FILE *stream, const QString &text)
{
    std::fputs((text + QLatin1Char('\n')).toLocal8Bit().constData(), stream);
    std::fflush(stream);
}

QString listed(const QStringList &lines)
{
    QString text;
    for (const QString &line : lines)
        text += QStringLiteral("\n  ") + line;
    return text;
}

bool isAgreed(const QStringList &present)
{
    if (isatty(STDIN_FILENO) == 0) {
        say(stderr, ResetText::tr("Nothing was removed. Add --yes to remove without being asked."));
        return false;
    }
    say(stdout,
        ResetText::tr(
            "This removes your preferences and the notes about your deployments:%1\nNothing changes in Clerk. "
            "Type yes and press Enter to go on.")
            .arg(listed(present)));
    char line[16] = {};
    const bool agreed = std::fgets(line, sizeof line, stdin) != nullptr
        && QString::fromLocal8Bit(line).trimmed() == QLatin1String("yes");
    if (!agreed)
        say(stderr, ResetText::tr("Nothing was removed."));
    return agreed;
}

/// The password store asks for its password in a window, for which there need be no display here.
void nameWhatStays(const QStringList &entries)
{
    if (entries.isEmpty())
        say(stdout,
            ResetText::tr("The password store was not touched. If a key is kept in it, it is filed under “Golive”."));
    else
        say(stdout,
            ResetText::tr("The password store was not touched. These may still be in it, filed under “Golive”; remove "
                          "them with its own program:%1")
                .arg(listed(entries)));
}

} // namespace

int runReset(const Options &options)
{
    const Places places = Places::in(options.configDir);
    QSettings stored(places.preferences, QSettings::IniFormat);
    Preferences preferences(stored);
    const Translations translations(options.language.isEmpty() ? preferences.language() : options.language);
    SingleInstance instance(SingleInstance::scopeOf(places.journal), SingleInstance::usualFolder());
    if (instance.claim() != SingleInstance::Outcome::First) {
        say(stderr, ResetText::tr("Golive is open. Close it first; nothing was removed."));
        return notDone;
    }

    QStringList present;
    for (const QString &path : {places.preferences, places.journal})
        if (QFileInfo::exists(path))
            present.append(path);
    if (!present.isEmpty() && !options.confirmed && !isAgreed(present))
        return notAgreed;

    const DeployJournal journal(places.journal);
    const QStringList entries = entriesNamedIn(journal);
    const Removal removal = removeStoredFiles(journal, preferences);
    if (!removal.left.isEmpty()) {
        say(stderr, ResetText::tr("This could not be removed:%1").arg(listed(removal.left)));
        return notDone;
    }
    say(stdout,
        present.isEmpty() ? ResetText::tr("There was nothing to remove.")
                          : ResetText::tr("Removed:%1").arg(listed(present)));
    nameWhatStays(entries);
    return done;
}

} // namespace golive
