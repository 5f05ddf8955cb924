#pragma once

#include <QFile>
#include <QTemporaryDir>

namespace golive {

/// A file of this content for as long as a test does.
class WrittenFile
{
public:
    WrittenFile(const QByteArray &content, const QString &name)
        : m_path(m_folder.filePath(name))
    {
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(m_path));
    }

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString beside(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

} // namespace golive
