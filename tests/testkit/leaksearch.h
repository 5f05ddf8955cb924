#pragma once

#include <QByteArray>
#include <QDirIterator>
#include <QFile>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace golive {

/// What base64 makes of `secret` in the middle of something else, `before` bytes into a group of three: the letters
/// that depend on nothing around it.
inline QByteArray encodedWithin(const QByteArray &secret, int before, QByteArray::Base64Option alphabet)
{
    const QByteArray encoded = QByteArray(before, 'x').append(secret).toBase64(alphabet);
    const qsizetype first = (before * 8 + 5) / 6;
    return encoded.mid(first, (before + secret.size()) * 8 / 6 - first);
}

/// The forms in which a secret may hide in a file or a log.
inline QList<QByteArray> disguisesOf(const QByteArray &secret)
{
    const QString text = QString::fromUtf8(secret);
    const QByteArray utf16(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    QByteArray otherUtf16 = utf16;
    for (qsizetype i = 0; i + 1 < otherUtf16.size(); i += 2)
        std::swap(otherUtf16[i], otherUtf16[i + 1]);
    QList<QByteArray> forms {secret, secret.toHex(), secret.toHex().toUpper(), secret.toPercentEncoding(),
                             utf16,  otherUtf16};
    for (int before = 0; before < 3; ++before)
        for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding})
            forms.append(encodedWithin(secret, before, alphabet));
    return forms;
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
