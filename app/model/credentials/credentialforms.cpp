#include "model/credentials/credentialforms.h"

#include "model/modeldata.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>

namespace golive {
namespace {

using Kind = CredentialHint::Kind;

QRegularExpression patternIn(const QJsonObject &entry, QLatin1String key)
{
    return QRegularExpression(entry[key].toString());
}

Kind kindFrom(const QString &word)
{
    static const QMap<QString, Kind> words {
        {QStringLiteral("accessToken"), Kind::AccessToken}, {QStringLiteral("development"), Kind::Development},
        {QStringLiteral("gitHubApp"), Kind::GitHubApp},     {QStringLiteral("otherKeys"), Kind::OtherKeys},
        {QStringLiteral("secretId"), Kind::SecretId},
    };
    return words.value(word, Kind::UnusualForm); // which the test of the data rules out
}

QStringList variableWordsOf(const QJsonObject &entry)
{
    QStringList words {upperSnake(entry[QLatin1String("slug")].toString())};
    const QJsonArray more = entry[QLatin1String("variables")].toArray();
    for (const auto &word : more)
        words.append(word.toString());
    words.append(upperSnake(entry[QLatin1String("name")].toString()));
    words.removeDuplicates();
    return words;
}

CredentialForms formsFrom(const QJsonObject &entry)
{
    CredentialForms forms;
    forms.slug = entry[QLatin1String("slug")].toString();
    forms.variableWords = variableWordsOf(entry);
    const QJsonObject fields = entry[QLatin1String("forms")].toObject();
    for (auto each = fields.constBegin(); each != fields.constEnd(); ++each) {
        const QJsonObject form = each.value().toObject();
        forms.fields.append({each.key(), patternIn(form, QLatin1String("form")), patternIn(form, QLatin1String("mark")),
                             form[QLatin1String("documented")].toBool(), form[QLatin1String("like")].toString()});
    }
    const QJsonArray traps = entry[QLatin1String("traps")].toArray();
    for (const auto &trap : traps)
        forms.traps.append({trap[QLatin1String("field")].toString(), patternIn(trap.toObject(), QLatin1String("form")),
                            kindFrom(trap[QLatin1String("is")].toString())});
    return forms;
}

QList<CredentialForms> readForms()
{
    QList<CredentialForms> all;
    const QJsonArray entries = modelData(QStringLiteral("providers.json"))[QLatin1String("providers")].toArray();
    for (const auto &entry : entries)
        all.append(formsFrom(entry.toObject()));
    return all;
}

} // namespace

bool FieldForm::isMatchedBy(const QString &value) const
{
    return form.match(value).hasMatch();
}

bool FieldForm::isMarkedIn(const QString &value) const
{
    return !mark.pattern().isEmpty() && mark.match(value).hasMatch();
}

const FieldForm *CredentialForms::fieldForm(const QString &field) const
{
    const auto found
        = std::find_if(fields.cbegin(), fields.cend(), [&](const FieldForm &each) { return each.field == field; });
    return found == fields.cend() ? nullptr : &*found;
}

CredentialForms credentialFormsFor(const QString &slug)
{
    const auto &all = allCredentialForms();
    const auto found
        = std::find_if(all.cbegin(), all.cend(), [&](const CredentialForms &each) { return each.slug == slug; });
    return found == all.cend() ? CredentialForms {slug, {upperSnake(slug)}, {}, {}} : *found;
}

const QList<CredentialForms> &allCredentialForms()
{
    static const QList<CredentialForms> forms = readForms();
    return forms;
}

QString upperSnake(const QString &text)
{
    static const QRegularExpression hump(QStringLiteral("([a-z0-9])([A-Z])"));
    static const QRegularExpression between(QStringLiteral("[^A-Za-z0-9]+"));
    QString name = text;
    name.replace(hump, QStringLiteral("\\1_\\2"));
    return name.split(between, Qt::SkipEmptyParts).join(QLatin1Char('_')).toUpper();
}

} // namespace golive
