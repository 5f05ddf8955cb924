#pragma once

class QByteArray;
class QString;

namespace golive {

/// Overwrites and empties what held a credential on its way between two interfaces, where it could not be a Secret. A
/// buffer that others share is left to them.
void wipe(QByteArray &bytes);
void wipe(QString &text);

} // namespace golive
