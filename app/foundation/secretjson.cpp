#include "foundation/secretjson.h"

#include "foundation/wiping.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QString>
#include <QUtf8StringView>

#include <numeric>

namespace golive {
namespace {

QByteArray plainJson(const QJsonValue &value)
{
    const QByteArray inBrackets = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return inBrackets.mid(1, inBrackets.size() - 2);
}

QByteArray plainJson(const QString &text)
{
    return plainJson(QJsonValue(text));
}

/// Of a letter within a text, in bytes (RFC 8259, section 7).
qsizetype sizeOf(char letter)
{
    if (letter == '"' || letter == '\\')
        return 2;
    return static_cast<unsigned char>(letter) < 0x20 ? 6 : 1;
}

void append(QByteArray &json, char letter)
{
    constexpr char digits[] = "0123456789abcdef";
    if (sizeOf(letter) == 2)
        json.append('\\');
    if (sizeOf(letter) == 6)
        json.append("\\u00").append(digits[letter >> 4]).append(digits[letter & 0xf]);
    else
        json.append(letter);
}

Secret quoted(const QByteArray &utf8)
{
    QByteArray json;
    json.reserve(std::accumulate(utf8.cbegin(), utf8.cend(), qsizetype(2),
                                 [](qsizetype size, char letter) { return size + sizeOf(letter); }));
    json.append('"');
    for (const char letter : utf8)
        append(json, letter);
    json.append('"');
    return Secret(std::move(json));
}

} // namespace

void SecretJson::insert(const QString &key, const QJsonValue &value)
{
    m_members.append({plainJson(key), Secret(plainJson(value))});
}

void SecretJson::insert(const QString &key, const Secret &value)
{
    if (QUtf8StringView(value.reveal()).isValidUtf8()) {
        m_members.append({plainJson(key), quoted(value.reveal())});
        return;
    }
    QString mended = QString::fromUtf8(value.reveal());
    m_members.append({plainJson(key), quoted(Secret(mended.toUtf8()).reveal())});
    wipe(mended);
}

void SecretJson::insert(const QString &key, const SecretJson &object)
{
    m_members.append({plainJson(key), object.text()});
}

Secret SecretJson::text() const
{
    QByteArray json;
    json.reserve(
        std::accumulate(m_members.cbegin(), m_members.cend(), qsizetype(2), [](qsizetype size, const auto &each) {
            return size + each.first.size() + each.second.size() + 2;
        }));
    json.append('{');
    for (const auto &[key, value] : m_members) {
        if (json.size() > 1)
            json.append(',');
        json.append(key).append(':').append(value.reveal());
    }
    json.append('}');
    return Secret(std::move(json));
}

} // namespace golive
