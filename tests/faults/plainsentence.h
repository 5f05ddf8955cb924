#pragma once

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace golive {

/// What a person reads when something has gone wrong has to say in plain words what can be done about it.
/// Empty when it does.
inline QString poorSentence(const QString &told)
{
    static const QRegularExpression wayOn(
        QStringLiteral("(?<![a-z])(try again|tries again|look again|compare again|save again|the list says why|goes on|"
                       "go on|continue|check|wait|copy|use a key|enter|choose|press|ask|look at|correct)(?![a-z])"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression jargon(
        QStringLiteral("unknown error|\\bHTTP\\b|\\b[1-5]\\d\\d\\b|%\\d|[{}<>]|\\bnull\\b|\\berror:|[a-z]_[a-z]"),
        QRegularExpression::CaseInsensitiveOption);
    // What has to be named as it is: where the address comes from, and whose it is.
    static const QRegularExpression names(QStringLiteral("CLERK_[A-Z_]+|https_proxy\\S*|\\d+(\\.\\d+){3}"));
    if (told.trimmed().isEmpty())
        return QStringLiteral("says nothing");
    const QStringList sentences = told.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (std::none_of(sentences.cbegin(), sentences.cend(), [](const QString &each) { return each.contains(wayOn); }))
        return QStringLiteral("names no way on");
    return QString(told).remove(names).contains(jargon) ? QStringLiteral("speaks in jargon") : QString();
}

} // namespace golive
