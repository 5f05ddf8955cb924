#pragma once

#include <QByteArray>
#include <QDirIterator>
#include <QFile>
#include <QStringList>

namespace golive {

/// The forms in which a secret may hide in a file or a log.
inline QList<QByteArray> disguisesOf(const QByteArray &secret)
{
    const QString text = QString::fromUtf8(secret);
    const QByteArray utf16(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    return {secret,
            secret.toBase64(),
            secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
            secret.toHex(),
            secret.toPercentEncoding(),
            utf16};
}

/// True when `bytes` holds the secret in any of these forms.
inline bool leaks(const QByteArray &bytes, const QByteArray &secret)
{
    const QList<QByteArray> disguises = disguisesOf(secret);
    return std::any_of(disguises.cbegin(), disguises.cend(),
                       [&](const QByteArray &each) { return bytes.contains(each); });
}

/// The files below `folder`, hidden ones included, that hold the secret in any form.
inline QStringList filesLeaking(const QString &folder, const QByteArray &secret)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && leaks(file.readAll(), secret))
            found.append(file.fileName());
    }
    return found;
}

} // namespace golive
