#include "wizard/hintwords.h"

#include "wizard/steps/providerdraft.h"

namespace golive {
namespace {

using Kind = CredentialHint::Kind;

QString labelOf(const OAuthProvider &form, const QString &key)
{
    const auto field = fieldOf(form, key);
    return field ? fieldLabel(form.slug, *field) : key;
}

} // namespace

QString HintWords::sentence(const CredentialHint &hint, const OAuthProvider &form)
{
    const QString words = place(hint, form);
    return words.isEmpty() ? nature(hint, labelOf(form, hint.field)) : words;
}

/// The sentences that name another field or provider.
QString HintWords::place(const CredentialHint &hint, const OAuthProvider &form)
{
    const QString label = labelOf(form, hint.field);
    const QString other = labelOf(form, hint.otherField);
    switch (hint.kind) {
    case Kind::Swapped: return tr("%1 and %2 look exchanged.").arg(label, other);
    case Kind::OtherField: return tr("This looks like the %1.").arg(other);
    case Kind::SameTwice: return tr("This is the same as in %1. One of them is something else.").arg(other);
    case Kind::OtherProvider: return tr("This looks like a credential of %1.").arg(providerName(hint.otherSlug));
    case Kind::WrongForm:
        return hint.detail.isEmpty()
            ? tr("%1 gives its %2 another form. Check what you copied.").arg(form.name, label)
            : tr("%1 gives its %2 a form like %3. Check what you copied.").arg(form.name, label, hint.detail);
    case Kind::UnusualForm:
        return tr("This does not look like the %2 that %1 usually hands out. If you are sure, leave it.")
            .arg(form.name, label);
    case Kind::Surrounded:
    case Kind::Prefixed:
    case Kind::Broken:
    case Kind::Masked:
    case Kind::Placeholder:
    case Kind::Address:
    case Kind::KeyBlock:
    case Kind::ClerkKey:
    case Kind::AccessToken:
    case Kind::GitHubApp:
    case Kind::SecretId:
    case Kind::OtherKeys:
    case Kind::Development: return {};
    }
    Q_UNREACHABLE();
}

/// The sentences about the value alone.
QString HintWords::nature(const CredentialHint &hint, const QString &label)
{
    switch (hint.kind) {
    case Kind::Surrounded: return tr("There are quotes or blanks around the value.");
    case Kind::Prefixed: return tr("There is more than the value: a name or a word stands in front of it.");
    case Kind::Broken: return tr("There are blanks or line ends within the value.");
    case Kind::Masked: return tr("These are the dots that hide the value. Show it there first, then copy it.");
    case Kind::Placeholder: return tr("This only stands for a value. Enter the %1 itself.").arg(label);
    case Kind::Address: return tr("This is an address. Enter the %1.").arg(label);
    case Kind::KeyBlock: return tr("This is a whole key file. Enter the %1, which is one line.").arg(label);
    case Kind::ClerkKey: return tr("This is a key of Clerk’s (%1…). Enter the %2.").arg(hint.detail, label);
    case Kind::AccessToken:
        return tr("This is an access token, which belongs to one account. Enter the %1.").arg(label);
    case Kind::GitHubApp:
        return tr("This belongs to a GitHub App. Clerk needs an OAuth App: register one, and take its Client ID.");
    case Kind::SecretId: return tr("This is the Secret ID. Copy what stands under Value beside it.");
    case Kind::OtherKeys:
        return tr("This belongs to another pair of keys of the same console. Enter the %1.").arg(label);
    case Kind::Development: return tr("This is a client for development or tests. Make one of its own for production.");
    case Kind::Swapped:
    case Kind::OtherField:
    case Kind::SameTwice:
    case Kind::OtherProvider:
    case Kind::WrongForm:
    case Kind::UnusualForm: return {};
    }
    Q_UNREACHABLE();
}

QString HintWords::remedy(const CredentialHint &hint)
{
    switch (hint.remedy) {
    case CredentialHint::Remedy::None: return {};
    case CredentialHint::Remedy::Replace: return tr("Use only the value");
    case CredentialHint::Remedy::Swap: return hint.kind == Kind::OtherField ? tr("Move it there") : tr("Exchange them");
    }
    Q_UNREACHABLE();
}

} // namespace golive
