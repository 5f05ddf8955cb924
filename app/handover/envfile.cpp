#include "handover/envfile.h"

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

} // namespace golive
