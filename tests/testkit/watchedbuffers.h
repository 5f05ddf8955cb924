#pragma once

#include <QFile>
#include <QProcessEnvironment>
#include <QTemporaryFile>

namespace golive {

/// Sees which buffers a program gives back with a secret in them, through the library of tests/steering/unwiped.cpp.
class WatchedBuffers
{
public:
    WatchedBuffers()
    {
        if (!m_secrets.open())
            qFatal("no file for what is looked for");
        lookFor({});
    }
    WatchedBuffers(const WatchedBuffers &) = delete;
    WatchedBuffers &operator=(const WatchedBuffers &) = delete;
    ~WatchedBuffers()
    {
        QFile::remove(name("ours"));
        QFile::remove(name("others"));
    }

    /// Watches what is started with `variables`.
    void watch(QProcessEnvironment &variables) const
    {
        variables.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(UNWIPED_BUFFERS));
        variables.insert(QStringLiteral("GOLIVE_WATCHED_SECRETS"), m_secrets.fileName());
    }

    /// From now on. Of each its middle, which nothing overwrites by chance; the file keeps its size.
    void lookFor(const QList<QByteArray> &secrets)
    {
        QByteArray lines;
        for (const QByteArray &secret : secrets)
            lines += secret.mid(secret.size() / 4, secret.size() / 2) + '\n';
        constexpr qsizetype size = 4096;
        if (!m_secrets.seek(0) || m_secrets.write(lines.leftJustified(size, '\0')) != size || !m_secrets.flush())
            qFatal("cannot say what is looked for");
    }

    /// Who did so: the program itself, and libraries on their own account. Empty when nobody did.
    [[nodiscard]] QByteArray ours() const { return found("ours"); }
    [[nodiscard]] QByteArray others() const { return found("others"); }

private:
    [[nodiscard]] QString name(const char *whose) const
    {
        return m_secrets.fileName() + QLatin1Char('.') + QLatin1String(whose);
    }
    [[nodiscard]] QByteArray found(const char *whose) const
    {
        QFile file(name(whose));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryFile m_secrets {QStringLiteral("/tmp/golive-watched-XXXXXX")}; ///< not where files are looked through
};

} // namespace golive
