#include "support/redactor.h"

#include <QRegularExpression>

#include <array>

namespace golive {
namespace {

/// The first group stays. Publishable keys are meant for everybody, and tell support which instance it is.
const std::array<QRegularExpression, 4> &credentials()
{
    static const std::array<QRegularExpression, 4> all {
        QRegularExpression(QStringLiteral(
            R"(\b((?:sk|ak|rk|oak|mch|whsec|test|live|ghp|gho|lin_oauth|lin_api|xoxb|xoxp)_|GOCSPX-)[A-Za-z0-9_\-+/=]{8,})")),
        QRegularExpression(QStringLiteral(R"(\b(Bearer\s+)\S+)"), QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(QStringLiteral(R"(\b(eyJ)[A-Za-z0-9_\-]{10,}(?:\.[A-Za-z0-9_\-]*){1,2})")),
        QRegularExpression(QStringLiteral(R"((-----BEGIN [A-Z ]+-----).*?(?:-----END [A-Z ]+-----|$))"),
                           QRegularExpression::DotMatchesEverythingOption),
    };
    return all;
}

} // namespace

QString withoutCredentials(QString text, const QString &homeFolder)
{
    for (const QRegularExpression &expression : credentials())
        text.replace(expression, QStringLiteral("\\1[removed]"));
    if (homeFolder.size() > 1)
        text.replace(homeFolder, QStringLiteral("~"));
    return text;
}

} // namespace golive
