#include "wizard/safelink.h"

#include <QUrlQuery>

#include <algorithm>

namespace golive {

bool isSafeToOpen(const QUrl &url)
{
    if (!url.isValid())
        return false;
    if (url.scheme() == QLatin1String("https"))
        return !url.host().isEmpty() && url.userInfo().isEmpty(); // a name before the @ passes for the host
    if (url.scheme() != QLatin1String("mailto"))
        return false;
    // Some mail programs attach the file that a draft names.
    const auto parts = QUrlQuery(url).queryItems();
    return std::all_of(parts.cbegin(), parts.cend(), [](const auto &part) {
        return part.first == QLatin1String("subject") || part.first == QLatin1String("body");
    });
}

} // namespace golive
