#pragma once

#include "foundation/secret.h"
#include "model/credentials/importfault.h"

#include <QJsonDocument>

#include <utility>

namespace golive {

/// Text with a credential somewhere in it, overwritten when it is let go. For the parsers of this
/// folder: what they find leaves them as a Secret.
class SensitiveText
{
public:
    explicit SensitiveText(QString text)
        : m_text(std::move(text))
    {
    }
    SensitiveText(SensitiveText &&other) noexcept
        : m_text(std::exchange(other.m_text, {}))
    {
    }
    SensitiveText(const SensitiveText &) = delete;
    SensitiveText &operator=(const SensitiveText &) = delete;
    SensitiveText &operator=(SensitiveText &&) = delete;
    ~SensitiveText();

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    QString m_text;
};

/// The text of `content`, which has to be UTF-8; a byte order mark is left out. Tells what it is
/// instead: empty, UTF-16 with or without a mark, another encoding, or no text at all.
[[nodiscard]] Imported<SensitiveText> textOf(const Secret &content);

/// The text as JSON; `error` says what is wrong where it is none.
[[nodiscard]] QJsonDocument jsonOf(const SensitiveText &text, QJsonParseError &error);

} // namespace golive
