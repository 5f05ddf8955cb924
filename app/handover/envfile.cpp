#include "handover/envfile.h"

#include <QFile>

#include <algorithm>

namespace golive {
namespace {

/// Keys are made of these. Whatever else a server might answer would change the meaning of the file.
bool isKeyCharacter(char each)
{
    return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9')
        || QByteArrayView("_-+/=.").contains(each);
}

void appendLine(QByteArray &text, const QString &variable, const QByteArray &value)
{
    text += variable.toUtf8();
    text += '=';
    std::copy_if(value.cbegin(), value.cend(), std::back_inserter(text), isKeyCharacter);
    text += '\n';
}

} // namespace

Secret environmentText(const Framework &framework, const QString &publishableKey, const Secret *secretKey)
{
    const bool withSecret = secretKey && !secretKey->isEmpty() && !framework.isBrowserOnly();
    QByteArray text;
    // In one piece: growing would leave copies of the secret key behind.
    text.reserve(512 + publishableKey.size() + (withSecret ? secretKey->reveal().size() : 0));
    text += "# Clerk, production\n";
    appendLine(text, framework.publishableVariable, publishableKey.toUtf8());
    if (withSecret)
        appendLine(text, framework.secretVariable, secretKey->reveal());
    return Secret(std::move(text));
}

QString environmentPreview(const Framework &framework, const QString &publishableKey)
{
    QString text = QString::fromUtf8(environmentText(framework, publishableKey).reveal());
    if (!framework.isBrowserOnly())
        text += framework.secretVariable + QStringLiteral("=sk_live_••••••••\n");
    return text;
}

Result<> writeEnvironmentFile(const QString &path, const Secret &text)
{
    QFile file(path);
    if (file.exists())
        return failure(Error::Kind::AlreadyExists, path);
    // Made for its owner alone before a single byte of the key is in it.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return failure(Error::Kind::StorageFailed, QStringLiteral("%1: %2").arg(path, file.errorString()));
    const bool written = file.write(text.reveal()) == text.reveal().size() && file.flush();
    if (written)
        return {};
    const QString reason = file.errorString();
    file.remove(); // half a file would be worse than none
    return failure(Error::Kind::StorageFailed, QStringLiteral("%1: %2").arg(path, reason));
}

} // namespace golive
