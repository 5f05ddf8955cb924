#pragma once

#include "model/hostlayout.h"
#include "wizard/hostpicture.h"

#include <QCoreApplication>

namespace golive {

/// Makes the picture of a layout. Nothing is drawn here; the sentences for who does not see it are
/// made from the same boxes and links.
class LayoutPicture
{
    Q_DECLARE_TR_FUNCTIONS(golive::LayoutPicture)

public:
    [[nodiscard]] static HostPicture of(const HostLayout &layout);

private:
    [[nodiscard]] static HostPicture::Box website(const HostLayout &layout);
    [[nodiscard]] static HostPicture::Box application(const HostLayout &layout);
    [[nodiscard]] static HostPicture::Box backend(const HostLayout &layout);
    [[nodiscard]] static HostPicture::Box clerk(const HostLayout &layout);
    [[nodiscard]] static HostPicture::Box stranger(const HostLayout &layout);
    static void linkToBackend(HostPicture &picture, const HostLayout &layout);
    static void linkToClerk(HostPicture &picture, const HostLayout &layout);
    [[nodiscard]] static QString description(const HostPicture &picture);
    [[nodiscard]] static QString sentence(const HostPicture &picture, const HostPicture::Box &box);
    [[nodiscard]] static QString sentence(const HostPicture &picture, const HostPicture::Link &link);
};

} // namespace golive
