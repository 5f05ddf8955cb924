#pragma once

#include "foundation/wiping.h"

#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace golive {

/// A request body that can be read once. When a connection breaks after a request went out, Qt sends
/// that request again by itself, POST and PATCH included, unless it cannot rewind the body. The
/// first one may have taken effect, so ours cannot be rewound.
class SingleUse final : public QIODevice
{
public:
    explicit SingleUse(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    SingleUse(const SingleUse &) = delete;
    SingleUse &operator=(const SingleUse &) = delete;
    ~SingleUse() override { wipe(m_bytes); }

    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 longest) override
    {
        const qint64 left = m_bytes.size() - pos();
        if (left <= 0)
            return -1;
        const qint64 taken = std::min(left, longest);
        std::memcpy(data, m_bytes.constData() + pos(), static_cast<std::size_t>(taken));
        return taken;
    }

    qint64 writeData(const char * /*data*/, qint64 /*length*/) override { return -1; }

private:
    QByteArray m_bytes;
};

} // namespace golive
