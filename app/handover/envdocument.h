#pragma once

#include "foundation/secret.h"

#include <QByteArray>
#include <QList>

namespace golive {

/// One assignment of an environment file, by its place in the bytes.
struct EnvAssignment
{
    QByteArray name;
    Secret value; ///< without its quotes; escapes are left as they stand. Any of them may be a credential
    qsizetype valueStart = 0; ///< of the value as it is written, quotes included
    qsizetype valueEnd = 0;
    qsizetype lineEnd = 0; ///< behind the line's end, whatever that is made of
    char quote = 0; ///< `'`, `"`, `` ` ``, or 0
};

/// The assignments of an environment file, in the order of the file, as npm's `dotenv` reads them:
/// `export` before the name, a colon for the equals sign, quotes that reach over several lines, remarks
/// behind a value. Whatever is no assignment is passed over. https://github.com/motdotla/dotenv
[[nodiscard]] QList<EnvAssignment> envAssignments(const QByteArray &text);

/// How the lines of a text end: "\r\n" or "\r" where the first line does, else "\n".
[[nodiscard]] QByteArray lineEndOf(const QByteArray &text);

/// False for what no editor would call a text in UTF-8 or plain ASCII: UTF-16, or bytes of value 0.
/// Other bytes are let pass, since a remark in an old encoding does no harm.
[[nodiscard]] bool isEnvironmentText(const QByteArray &bytes);

} // namespace golive
