#pragma once

#include <QString>

namespace golive {

/// `text` with everything covered that tells whose deployment this is or lets somebody in: keys, PEM
/// blocks, Clerk's ids and trace ids, email addresses, IP addresses, web addresses and host names. What
/// everybody's deployment has in common stays, so that the page can still be talked about: how a key
/// or id begins, the labels Clerk asks everybody for, Clerk's own hosts and those of the consoles that
/// Golive's own data names. Covered text has the same length whatever is below it. Applied twice it
/// changes nothing more.
[[nodiscard]] QString maskedText(const QString &text);

} // namespace golive
