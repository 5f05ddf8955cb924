#include "model/credentials/credentialhints.h"

#include "model/credentials/credentialforms.h"
#include "model/credentials/credentialtext.h"
#include "model/credentials/tidyvalue.h"

#include <QHash>

#include <algorithm>

namespace golive {
namespace {

using Kind = CredentialHint::Kind;
using Remedy = CredentialHint::Remedy;

constexpr qsizetype longestJudged = 4096; // nothing that long is a credential of one line

/// The texts of all fields, for as long as they are judged.
class EnteredTexts
{
public:
    EnteredTexts(const OAuthProvider &form, const ProviderCredentials &entered)
    {
        for (const ProviderField &field : form.fields)
            m_texts.emplace_back(field.key, textIn(field, entered));
    }

    static QString textIn(const ProviderField &field, const ProviderCredentials &entered)
    {
        if (!field.sensitive)
            return entered.values.value(field.key);
        const auto text = textOf(entered.secrets.value(field.key));
        return text ? text->text() : QString();
    }

    [[nodiscard]] QString of(const QString &key) const
    {
        const auto found
            = std::find_if(m_texts.cbegin(), m_texts.cend(), [&](const auto &each) { return each.first == key; });
        return found == m_texts.cend() ? QString() : found->second.text();
    }
    [[nodiscard]] QString tidied(const QString &key) const { return tidyValue(of(key)).value; }

private:
    std::vector<std::pair<QString, SensitiveText>> m_texts;
};

QString clerkPrefixOf(const QString &value)
{
    static const QStringList prefixes {QStringLiteral("sk_test_"), QStringLiteral("sk_live_"),
                                       QStringLiteral("pk_test_"), QStringLiteral("pk_live_"),
                                       QStringLiteral("ak_"),      QStringLiteral("whsec_")};
    const auto found = std::find_if(prefixes.cbegin(), prefixes.cend(),
                                    [&](const QString &prefix) { return value.startsWith(prefix); });
    return found == prefixes.cend() ? QString() : *found;
}

bool isAddress(const QString &value)
{
    static const QRegularExpression address(
        QStringLiteral("^[a-z][a-z0-9+.-]{1,20}://|^[^@\\s]{1,100}@[a-z0-9.-]{1,200}\\.[a-z]{2,20}$"),
        QRegularExpression::CaseInsensitiveOption);
    return address.match(value).hasMatch();
}

/// Apple's is read and checked when it is taken, and has lines on purpose.
bool isKeyFile(const OAuthProvider &form, const ProviderField &field)
{
    return form.slug == QLatin1String("apple") && field.key == QLatin1String("client_secret");
}

class Judgement
{
public:
    Judgement(const OAuthProvider &form, const ProviderCredentials &entered, const QJsonObject &development)
        : m_form(form)
        , m_forms(credentialFormsFor(form.slug))
        , m_texts(form, entered)
        , m_development(development[form.configKey()].toObject())
    {
    }

    QList<CredentialHint> all()
    {
        for (const ProviderField &field : m_form.fields)
            if (field.choices.isEmpty() && !isKeyFile(m_form, field))
                judge(field);
        return m_hints;
    }

private:
    void judge(const ProviderField &field)
    {
        const QString text = m_texts.of(field.key);
        if (text.trimmed().isEmpty() || text.size() > longestJudged)
            return;
        const TidyValue tidy = tidyValue(text);
        if (standsForAValue(field, text) || standsForAValue(field, tidy.value))
            return;
        for (const Kind fault : tidy.faults) {
            CredentialHint hint {fault, field.key, {}, {}, {}, Remedy::Replace, Secret(tidy.value.toUtf8())};
            m_hints.append(std::move(hint));
        }
        if (const QString first = earlierFieldWith(tidy.value, field); !first.isEmpty())
            m_hints.append({Kind::SameTwice, field.key, first, {}, {}, Remedy::None, {}});
        if (!isSaidToBeSwapped(field) && !saysWhatItIs(field, tidy.value) && !findsItsPlace(field, tidy.value))
            judgeForm(field, tidy.value);
    }

    bool standsForAValue(const ProviderField &field, const QString &value)
    {
        if (isMasked(value))
            add(Kind::Masked, field);
        else if (isPlaceholder(value.trimmed()))
            add(Kind::Placeholder, field);
        else
            return false;
        return true;
    }

    bool isSaidToBeSwapped(const ProviderField &field) const
    {
        return std::any_of(m_hints.cbegin(), m_hints.cend(), [&](const CredentialHint &hint) {
            return hint.kind == Kind::Swapped && hint.otherField == field.key;
        });
    }

    void add(Kind kind, const ProviderField &field, const QString &detail = {})
    {
        m_hints.append({kind, field.key, {}, {}, detail, Remedy::None, {}});
    }

    QString earlierFieldWith(const QString &value, const ProviderField &field) const
    {
        for (const ProviderField &other : m_form.fields) {
            if (other.key == field.key)
                break;
            if (m_texts.tidied(other.key) == value)
                return other.key;
        }
        return {};
    }

    /// Values that tell what they are whatever the provider, and those known to be taken for the right one.
    bool saysWhatItIs(const ProviderField &field, const QString &value)
    {
        const FieldTrap *trap = trapFor(field.key, value);
        if (value.contains(QLatin1String("-----BEGIN ")))
            add(Kind::KeyBlock, field);
        else if (const QString prefix = clerkPrefixOf(value); !prefix.isEmpty())
            add(Kind::ClerkKey, field, prefix);
        else if (isAddress(value))
            add(Kind::Address, field);
        else if (!field.sensitive && value == m_development[field.key].toString())
            add(Kind::Development, field);
        else if (trap != nullptr)
            add(trap->kind, field);
        else
            return false;
        return true;
    }

    const FieldTrap *trapFor(const QString &key, const QString &value) const
    {
        const auto trap = std::find_if(m_forms.traps.cbegin(), m_forms.traps.cend(), [&](const FieldTrap &each) {
            return each.field == key && each.form.match(value).hasMatch();
        });
        return trap == m_forms.traps.cend() ? nullptr : &*trap;
    }

    /// True when the value belongs somewhere else, or plainly here.
    bool findsItsPlace(const ProviderField &field, const QString &value)
    {
        const FieldForm *own = m_forms.fieldForm(field.key);
        if (own != nullptr && own->isMarkedIn(value))
            return true;
        if (const QString other = fieldFor(field, value); !other.isEmpty()) {
            sendTo(other, field);
            return true;
        }
        if (own != nullptr && own->isMatchedBy(value))
            return true;
        const QString stranger = providerMarkedIn(value);
        if (!stranger.isEmpty())
            m_hints.append({Kind::OtherProvider, field.key, {}, stranger, {}, Remedy::None, {}});
        return !stranger.isEmpty();
    }

    /// The other field of the provider to which the value belongs: by its mark, or by its form where its own
    /// field has another one. Of two possible ones that which is not filled rightly already.
    QString fieldFor(const ProviderField &field, const QString &value) const
    {
        const FieldForm *own = m_forms.fieldForm(field.key);
        const bool fitsHere = own == nullptr || own->isMatchedBy(value);
        QString found;
        for (const FieldForm &other : m_forms.fields) {
            const bool fits = other.isMarkedIn(value) || (!fitsHere && other.isMatchedBy(value));
            if (other.field == field.key || !fits || !isAsked(other.field))
                continue;
            const bool isFree = !other.isMatchedBy(m_texts.tidied(other.field));
            if (found.isEmpty() || isFree)
                found = other.field;
            if (isFree)
                break;
        }
        return found;
    }

    bool isAsked(const QString &key) const
    {
        return std::any_of(m_form.fields.cbegin(), m_form.fields.cend(),
                           [&](const ProviderField &each) { return each.key == key; });
    }

    /// Exchanging two values is the remedy only where the other one is not right where it is.
    void sendTo(const QString &other, const ProviderField &field)
    {
        const FieldForm *otherForm = m_forms.fieldForm(other);
        const QString otherValue = m_texts.tidied(other);
        const bool otherIsRight
            = otherForm != nullptr && otherForm->isMatchedBy(otherValue) && trapFor(other, otherValue) == nullptr;
        const Kind kind = otherValue.trimmed().isEmpty() ? Kind::OtherField : Kind::Swapped;
        m_hints.append({otherIsRight ? Kind::OtherField : kind,
                        field.key,
                        other,
                        {},
                        {},
                        otherIsRight ? Remedy::None : Remedy::Swap,
                        {}});
    }

    QString providerMarkedIn(const QString &value) const
    {
        for (const CredentialForms &each : allCredentialForms()) {
            const bool marked = std::any_of(each.fields.cbegin(), each.fields.cend(),
                                            [&](const FieldForm &form) { return form.isMarkedIn(value); });
            if (marked && each.slug != m_form.slug)
                return each.slug;
        }
        return {};
    }

    void judgeForm(const ProviderField &field, const QString &value)
    {
        const FieldForm *own = m_forms.fieldForm(field.key);
        if (own != nullptr && !own->isMatchedBy(value))
            add(own->documented ? Kind::WrongForm : Kind::UnusualForm, field, own->like);
    }

    const OAuthProvider &m_form;
    CredentialForms m_forms;
    EnteredTexts m_texts;
    QJsonObject m_development;
    QList<CredentialHint> m_hints;
};

} // namespace

QList<CredentialHint> credentialHints(const OAuthProvider &form, const ProviderCredentials &entered,
                                      const QJsonObject &development)
{
    return Judgement(form, entered, development).all();
}

ProviderCredentials remedied(const OAuthProvider &form, const ProviderCredentials &entered, const CredentialHint &hint)
{
    const auto fieldOf = [&form](const QString &key) {
        return std::find_if(form.fields.cbegin(), form.fields.cend(),
                            [&](const ProviderField &each) { return each.key == key; });
    };
    ProviderCredentials result = entered;
    const auto put = [&result](const ProviderField &field, const QString &text) {
        if (field.sensitive)
            result.secrets[field.key] = Secret(text.toUtf8());
        else
            result.values[field.key] = text;
    };
    const auto field = fieldOf(hint.field);
    const auto other = fieldOf(hint.otherField);
    if (field == form.fields.cend())
        return result;
    if (hint.remedy == Remedy::Replace) {
        const auto text = textOf(hint.replacement);
        put(*field, text ? text->text() : QString());
    } else if (hint.remedy == Remedy::Swap && other != form.fields.cend()) {
        const EnteredTexts texts(form, entered);
        put(*field, texts.tidied(other->key));
        put(*other, texts.tidied(field->key));
    }
    return result;
}

} // namespace golive
