#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace golive {

/// A file of tests/clerk/published, which is held against Clerk's own description.
inline QByteArray publishedFile(const QString &name)
{
    QFile file(QStringLiteral(PUBLISHED "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

/// The lines of a list of calls.
inline QList<QJsonObject> publishedCalls(const QString &name)
{
    QList<QJsonObject> calls;
    for (const QByteArray &line : publishedFile(name).split('\n'))
        if (!line.trimmed().isEmpty())
            calls.append(QJsonDocument::fromJson(line).object());
    return calls;
}

} // namespace golive
