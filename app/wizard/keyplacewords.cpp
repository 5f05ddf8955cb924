#include "wizard/keyplacewords.h"

#include <QLocale>

namespace golive {

using Comparison = KeyKeeper::Comparison;

QString KeyPlaceWords::unseen(const QDateTime &keptAt)
{
    if (!keptAt.isValid())
        return tr("The password store could not be looked at, so whether the secret key is in there is not known.");
    return tr("The password store could not be looked at. The secret key was put in there on %1.")
        .arg(QLocale().toString(keptAt.toLocalTime().date(), QLocale::LongFormat));
}

Notice KeyPlaceWords::compared(Comparison comparison)
{
    switch (comparison) {
    case Comparison::NotMade:
    case Comparison::Same: break;
    case Comparison::Changed:
        return {
            Notice::Tone::Warning,
            tr("Clerk has another secret key than the one that was kept on this computer: somebody has replaced it. "
               "This is the new one. Put it in wherever the former one is."),
            {}};
    case Comparison::Withheld:
        return {
            Notice::Tone::Information,
            tr("This is the secret key that was kept on this computer. Clerk does not let this Platform API key read "
               "secret keys, so whether it was replaced meanwhile is not known. Look at the API keys page of "
               "Clerk’s Dashboard whether it is still the same."),
            {}};
    case Comparison::NotAnswered:
        return {Notice::Tone::Information,
                tr("This is the secret key that was kept on this computer. Clerk did not answer, so whether it was "
                   "replaced meanwhile is not known. Look at the API keys page of Clerk’s Dashboard "
                   "whether it is still the same."),
                {}};
    }
    return {};
}

} // namespace golive
