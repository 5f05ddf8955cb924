#include "dns/judge/caarule.h"

#include <algorithm>

namespace golive {
namespace {

/// `tag = value`, without what surrounds the sign; empty when it is none.
QByteArray parameterFrom(const QByteArray &text)
{
    const qsizetype sign = text.indexOf('=');
    const QByteArray tag = text.left(sign).trimmed().toLower();
    const QByteArray value = text.mid(sign + 1).trimmed();
    if (sign < 0 || tag.isEmpty() || tag.contains(' ') || value.contains(' '))
        return {};
    return tag + '=' + value;
}

} // namespace

CaaIssue caaIssueFrom(const QByteArray &value)
{
    QByteArrayList parts = value.split(';');
    CaaIssue issue;
    issue.issuer = parts.takeFirst().trimmed().toLower();
    for (const QByteArray &part : std::as_const(parts)) {
        const QByteArray text = part.trimmed();
        if (text.isEmpty())
            continue;
        issue.parameters.append(parameterFrom(text));
        if (issue.parameters.constLast().isEmpty())
            return {};
    }
    if (issue.issuer.contains(' ') || issue.issuer.contains('='))
        return {};
    return issue;
}

QByteArrayList restrictionsIn(const CaaIssue &issue)
{
    QByteArrayList restrictions;
    for (const QByteArray &parameter : issue.parameters) {
        const qsizetype sign = parameter.indexOf('=');
        const QByteArray tag = parameter.left(sign);
        const QByteArrayList methods = parameter.mid(sign + 1).toLower().split(',');
        if (tag == "accounturi" || (tag == "validationmethods" && !methods.contains("http-01")))
            restrictions.append(parameter);
    }
    return restrictions;
}

bool isCriticalUnknown(const DnsCaaData &rule)
{
    // The flag is the highest bit. So many have read the RFC as bit 1 that Let's Encrypt obeys both.
    constexpr int critical = 128 | 1;
    static const QByteArrayList known {"issue", "issuewild", "iodef", "issuemail"};
    return (rule.flags & critical) != 0 && !known.contains(rule.tag.toLower());
}

} // namespace golive
