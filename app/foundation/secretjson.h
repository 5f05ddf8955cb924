#pragma once

#include "foundation/secret.h"

#include <QList>

#include <utility>

class QJsonValue;
class QString;

namespace golive {

/// A JSON object with credentials in it. Every text is made in one buffer of its final size, which is overwritten when
/// it is let go; QJsonDocument makes half a dozen copies of each and overwrites none.
class SecretJson
{
public:
    /// Members are written in the order they come; a key is given once.
    void insert(const QString &key, const QJsonValue &value);
    /// As text; what is not UTF-8 in it is replaced by U+FFFD.
    void insert(const QString &key, const Secret &value);
    void insert(const QString &key, const SecretJson &object);

    [[nodiscard]] bool isEmpty() const { return m_members.isEmpty(); }
    /// Without spaces, in UTF-8.
    [[nodiscard]] Secret text() const;

private:
    QList<std::pair<QByteArray, Secret>> m_members; ///< keys and values, both as JSON
};

} // namespace golive
