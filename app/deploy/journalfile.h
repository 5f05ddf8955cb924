#pragma once

#include "deploy/deployjournal.h"

#include <QByteArray>

namespace golive {

/// The contents of an entry's file: JSON with a `schema` number.
[[nodiscard]] QByteArray journalFileOf(const JournalEntry &entry);

/// Nothing for a file that is damaged, written by a newer program, or not ours.
[[nodiscard]] std::optional<JournalEntry> journalEntryFrom(const QByteArray &contents);

/// The name of the file for one application at one Clerk: safe on any file system, and no two alike.
[[nodiscard]] QString journalFileName(const QString &clerkHost, const QString &applicationId);

} // namespace golive
