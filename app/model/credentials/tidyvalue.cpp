#include "model/credentials/tidyvalue.h"

#include <QRegularExpression>

#include <utility>

namespace golive {
namespace {

using Kind = CredentialHint::Kind;

constexpr int mostLayers = 8; // of quotes, commas and prefixes around a value

QString withoutInvisible(const QString &value)
{
    static const QRegularExpression invisible(
        QStringLiteral("[\\x{00AD}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{2060}\\x{FEFF}]"));
    return QString(value).remove(invisible);
}

bool isQuoted(const QString &value)
{
    static const QStringList pairs {QStringLiteral("\"\""), QStringLiteral("''"), QStringLiteral("``"),
                                    QStringLiteral("“”"),   QStringLiteral("‘’"), QStringLiteral("„“"),
                                    QStringLiteral("«»")};
    return value.size() > 2 && pairs.contains(QString(value.front()) + value.back());
}

QString withoutSurroundings(const QString &value)
{
    static const QRegularExpression ends(QStringLiteral("^[\\s,;]+|[\\s,;]+$"));
    QString inner = withoutInvisible(value);
    for (int layer = 0; layer < mostLayers; ++layer) {
        const QString before = inner;
        inner.remove(ends);
        if (isQuoted(inner))
            inner = inner.mid(1, inner.size() - 2);
        if (inner == before)
            break;
    }
    return inner;
}

QString withoutPrefix(const QString &value)
{
    static const QRegularExpression scheme(QStringLiteral("^(?:Bearer|Basic|Token)\\s+(?=\\S)"),
                                           QRegularExpression::CaseInsensitiveOption);
    // Only a name that ends as one of a credential: a value may hold an equals sign of its own.
    static const QRegularExpression variable(
        QStringLiteral("^(?:export\\s+)?[\"']?[A-Za-z][A-Za-z0-9_. -]{0,80}(?:id|key|secret|value)[\"']?"
                       "\\s*[:=]\\s*(?=\\S{4})"),
        QRegularExpression::CaseInsensitiveOption);
    return QString(value).remove(scheme).remove(variable);
}

} // namespace

TidyValue tidyValue(const QString &value)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    TidyValue tidy {withoutSurroundings(value), {}};
    if (tidy.value.isEmpty())
        return {value, {}};
    if (tidy.value != value)
        tidy.faults.append(Kind::Surrounded);
    if (const QString bare = withoutSurroundings(withoutPrefix(tidy.value)); bare != tidy.value && !bare.isEmpty()) {
        tidy.value = bare;
        tidy.faults = {Kind::Prefixed};
    }
    if (tidy.value.contains(space) && !tidy.value.contains(QLatin1String("-----BEGIN "))) {
        tidy.value.remove(space);
        tidy.faults.append(Kind::Broken);
    }
    return tidy;
}

bool isMasked(const QString &value)
{
    static const QRegularExpression dots(QStringLiteral("[*•●∙·]{3,}|^\\.{3,}$|…|\\.{3,}$|^x{6,}$|REDACTED"));
    return dots.match(value).hasMatch();
}

bool isPlaceholder(const QString &value)
{
    static const QRegularExpression standsForOne(
        QStringLiteral(
            "^(?:your|enter|insert|paste|replace|change|add|example)(?:[\\s_-]+[a-z]{1,15}){1,6}$|"
            "^[a-z]{1,15}(?:[\\s_-]+[a-z]{1,15}){0,4}[\\s_-]+(?:id|secret|key|here|value|token)$|"
            "^<.*>$|^\\[.*\\]$|^\\{.*\\}$|^(?:change|replace)_?me$|^(?:todo|tbd|null|none|undefined|placeholder)$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression reference(
        QStringLiteral("^\\$|^%[A-Za-z_]+%$|^(?:process|import\\.meta|Deno)\\.|\\bos\\.(?:environ|getenv)|"
                       "^(?:ENV|env)[\\[(.]|^op://|^vault:"));
    return standsForOne.match(value).hasMatch() || reference.match(value).hasMatch();
}

} // namespace golive
