#pragma once

#include "foundation/result.h"

#include <QByteArray>
#include <QFileDevice>

namespace golive {

/// Writes a file in one go: afterwards there is all of it, or what was there before. With `permissions`
/// it has them before a single byte is in it. StorageFailed with the path and the system's reason.
///
/// QSaveFile alone is not enough: what it holds back until commit() it may fail to write, on a full disk,
/// without noticing, and then puts an empty file in place of the good one.
[[nodiscard]] Result<> writeWholeFile(const QString &path, const QByteArray &bytes,
                                      QFileDevice::Permissions permissions = {});

} // namespace golive
