#include "model/credentials/credentialfile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace golive {
namespace {

using Kind = ImportFault::Kind;

class OpenFile
{
public:
    explicit OpenFile(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~OpenFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(OpenFile)
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

ImportFault faultOf(int number)
{
    switch (number) {
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG: return {Kind::Missing, {}};
    case ELOOP: return {Kind::BrokenLink, {}};
    case EACCES:
    case EPERM: return {Kind::Unreadable, {}};
    case EISDIR: return {Kind::Directory, {}};
    default: return {Kind::ReadFailed, qt_error_string(number)};
    }
}

std::optional<ImportFault> whyNotToRead(const struct stat &status, qint64 limit)
{
    if (S_ISDIR(status.st_mode))
        return ImportFault {Kind::Directory, {}};
    if (S_ISFIFO(status.st_mode))
        return ImportFault {Kind::Pipe, {}};
    if (S_ISSOCK(status.st_mode))
        return ImportFault {Kind::Socket, {}};
    if (!S_ISREG(status.st_mode))
        return ImportFault {Kind::Device, {}};
    if (status.st_size > limit)
        return ImportFault {Kind::TooLarge, {}};
    return std::nullopt;
}

/// Into one buffer that never moves, so that nothing of it stays behind unwiped.
Imported<Secret> readAll(int file, qint64 limit)
{
    QByteArray content(limit + 1, Qt::Uninitialized);
    qint64 size = 0;
    int number = 0;
    while (size < content.size()) {
        const ssize_t count = ::read(file, content.data() + size, static_cast<std::size_t>(content.size() - size));
        if (count < 0 && errno == EINTR)
            continue;
        number = count < 0 ? errno : 0;
        if (count <= 0)
            break;
        size += count;
    }
    content.resize(size);
    Secret secret(std::move(content));
    if (number != 0)
        return tl::unexpected(faultOf(number));
    if (size > limit)
        return importFault(Kind::TooLarge);
    return secret;
}

} // namespace

Imported<CredentialFile> readCredentialFile(const QString &path, qint64 limit)
{
    if (path.isEmpty() || path.contains(QChar(0)))
        return importFault(Kind::Missing);
    const QByteArray name = QFile::encodeName(path);
    struct stat status
    {
    };
    if (::stat(name.constData(), &status) != 0) {
        const int number = errno;
        if (number == ENOENT && ::lstat(name.constData(), &status) == 0)
            return importFault(Kind::BrokenLink);
        return tl::unexpected(faultOf(number));
    }
    if (const auto fault = whyNotToRead(status, limit))
        return tl::unexpected(*fault);

    // Without waiting, and looked at once more: another file may have taken its place meanwhile.
    const OpenFile file(::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0)
        return tl::unexpected(faultOf(errno));
    if (const auto fault = whyNotToRead(status, limit))
        return tl::unexpected(*fault);
    Imported<Secret> content = readAll(file.get(), limit);
    if (!content)
        return tl::unexpected(content.error());

    const QFileInfo chosen(path);
    CredentialFile read;
    read.name = chosen.fileName();
    if (chosen.isSymLink())
        read.linkTarget = QFileInfo(chosen.canonicalFilePath()).fileName();
    read.content = std::move(*content);
    return read;
}

} // namespace golive
