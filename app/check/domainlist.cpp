#include "check/domainlist.h"

#include "wizard/displaytext.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace golive {
namespace {

constexpr int mostLines = 100'000;
constexpr qint64 longestLine = 1'024; // kept of a line; more than any domain or address of one has
constexpr qint64 longestThatEnds = 256LL * 1024;
constexpr qint64 mostOctets = 64LL * 1024 * 1024;
constexpr qsizetype longestEcho = 200;

class DomainListText
{
    Q_DECLARE_TR_FUNCTIONS(golive::DomainList)
};

/// The beginning of a line; what is too long is read and forgotten.
QByteArray beginningOfLine(QFile &file, qint64 &octets)
{
    QByteArray line = file.readLine(longestLine);
    octets += line.size();
    const qint64 endless = octets + longestThatEnds;
    QByteArray rest = line;
    while (!rest.isEmpty() && !rest.endsWith('\n') && octets <= mostOctets) {
        rest = file.readLine(longestLine);
        octets += octets > endless ? mostOctets : rest.size(); // a device, or no list at all
    }
    return line;
}

QString withoutComment(QByteArray line, int number)
{
    if (number == 1 && line.startsWith("\xef\xbb\xbf"))
        line.remove(0, 3);
    return QString::fromUtf8(line).section(QLatin1Char('#'), 0, 0).trimmed();
}

bool open(QFile &file, const QString &name)
{
    if (name == QLatin1String("-"))
        return file.open(stdin, QIODevice::ReadOnly);
    file.setFileName(name);
    return file.open(QIODevice::ReadOnly);
}

} // namespace

tl::expected<QList<ListedDomain>, QString> readDomainList(const QString &name)
{
    const QString shown
        = name == QLatin1String("-") ? DomainListText::tr("standard input") : displayText(name, longestEcho);
    QFile file;
    if (!open(file, name))
        return tl::unexpected(
            DomainListText::tr("The list of domains cannot be read: %1: %2").arg(shown, file.errorString()));
    QList<ListedDomain> listed;
    qint64 octets = 0;
    for (int number = 1;; ++number) {
        const QByteArray line = beginningOfLine(file, octets);
        if (line.isEmpty())
            break;
        if (number > mostLines || octets > mostOctets)
            return tl::unexpected(DomainListText::tr("The list of domains is too long: %1 has more than %2 lines.")
                                      .arg(shown, QString::number(mostLines)));
        if (const QString text = withoutComment(line, number); !text.isEmpty())
            listed.append({number, text});
    }
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected(
            DomainListText::tr("The list of domains cannot be read: %1: %2").arg(shown, file.errorString()));
    if (listed.isEmpty())
        return tl::unexpected(DomainListText::tr("There is no domain in %1.").arg(shown));
    return listed;
}

} // namespace golive
