#pragma once

#include <QJsonObject>
#include <QString>

namespace golive {

/// One place in the JSON Schema (2020-12) that Clerk gives for a configuration: what it says of a
/// section or of a single value. A place that the schema does not mention is unknown and says nothing.
///
/// References inside the document and combinations (`allOf`, `anyOf`, `oneOf`) are folded in, so
/// that a mark such as `x-clerk-sensitive` is not missed behind one.
class SettingSchema
{
public:
    SettingSchema() = default;
    /// The whole schema, as the Platform API answers it.
    explicit SettingSchema(const QJsonObject &whole);

    /// What is said of `key` inside this place: a property, or what any other key has to look like.
    [[nodiscard]] SettingSchema child(const QString &key) const;
    /// What is said of the elements of an array.
    [[nodiscard]] SettingSchema items() const;

    [[nodiscard]] bool isKnown() const { return !m_node.isEmpty(); }
    [[nodiscard]] bool isSensitive() const;
    [[nodiscard]] bool isReadOnly() const;
    /// An array whose order means nothing (`uniqueItems`).
    [[nodiscard]] bool isSet() const;

    // Server text, cut to a bearable length.
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString description() const;
    /// The first of its types that is not `null`; empty when there is none.
    [[nodiscard]] QString type() const;

private:
    SettingSchema(QJsonObject whole, const QJsonValue &node);

    QJsonObject m_whole; ///< where references lead
    QJsonObject m_node;
};

} // namespace golive
