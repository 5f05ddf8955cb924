#pragma once

#include <QByteArrayList>
#include <QDir>
#include <QFile>
#include <QProcessEnvironment>

namespace golive {

/// What the desktop starts when a link is opened: it opens nothing, and writes down in its folder all that it was
/// given by whoever started it.
class FakeBrowser
{
public:
    /// One page or mail draft that was opened.
    struct Visit
    {
        QByteArrayList arguments;
        QByteArrayList environment; ///< as NAME=value
        QByteArrayList files; ///< where the descriptors lead to that it came with
    };

    explicit FakeBrowser(const QString &folder)
        : m_folder(folder)
    {
        if (!m_folder.mkpath(QStringLiteral(".")))
            qFatal("no folder for a browser");
        QFile script(m_folder.filePath(QStringLiteral("xdg-open")));
        if (!script.open(QIODevice::WriteOnly)
            || script.write("#!/bin/sh\n"
                            "visit=$(mktemp -d \"$(dirname \"$0\")/visit.XXXXXX\")\n"
                            "printf '%s\\0' \"$@\" >\"$visit/arguments\"\n"
                            "cat /proc/$$/environ >\"$visit/environment\"\n"
                            "for file in /proc/$$/fd/*; do readlink \"$file\"; done >\"$visit/files\"\n"
                            "touch \"$visit/done\"\n")
                < 0
            || !script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            qFatal("no browser");
    }

    /// Has the programs that are started with `variables` find it first.
    void comeFirst(QProcessEnvironment &variables) const
    {
        variables.insert(QStringLiteral("PATH"),
                         m_folder.path() + QLatin1Char(':') + variables.value(QStringLiteral("PATH")));
    }

    /// All that have been opened so far, in no order.
    [[nodiscard]] QList<Visit> visits() const
    {
        QList<Visit> all;
        const QStringList names = m_folder.entryList({QStringLiteral("visit.*")}, QDir::Dirs);
        for (const QString &name : names)
            if (m_folder.exists(name + QStringLiteral("/done")))
                all.append({parts(name + QStringLiteral("/arguments"), '\0'),
                            parts(name + QStringLiteral("/environment"), '\0'),
                            parts(name + QStringLiteral("/files"), '\n')});
        return all;
    }

    /// The addresses that have been opened so far, in no order.
    [[nodiscard]] QByteArrayList addresses() const
    {
        QByteArrayList all;
        for (const Visit &visit : visits())
            all += visit.arguments;
        return all;
    }

private:
    [[nodiscard]] QByteArrayList parts(const QString &name, char end) const
    {
        QFile file(m_folder.filePath(name));
        QByteArrayList all = file.open(QIODevice::ReadOnly) ? file.readAll().split(end) : QByteArrayList();
        all.removeAll(QByteArray());
        return all;
    }

    QDir m_folder;
};

} // namespace golive
