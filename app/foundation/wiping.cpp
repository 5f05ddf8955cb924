#include "foundation/wiping.h"

#include <QByteArray>
#include <QString>

#include <cstring>

namespace golive {
namespace {

template<typename Buffer>
void overwrite(Buffer &buffer)
{
    if (!buffer.isEmpty() && buffer.isDetached())
        explicit_bzero(buffer.data(), static_cast<std::size_t>(buffer.size()) * sizeof(*buffer.constData()));
    buffer.clear();
}

} // namespace

void wipe(QByteArray &bytes)
{
    overwrite(bytes);
}

void wipe(QString &text)
{
    overwrite(text);
}

} // namespace golive
