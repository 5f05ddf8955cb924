#pragma once

#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QString>

/// Ends the test as skipped, and loudly, where the packages of tests/npm are not installed.
#define NEED_NPM_TOOLS()                                                                                               \
    if (!golive::npmToolsAreHere())                                                                                    \
    QSKIP("SKIPPED: node, or the packages of tests/npm, are not installed")

namespace golive {

inline bool npmToolsAreHere()
{
    return !QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty()
        && QFileInfo::exists(QStringLiteral(NPM_FOLDER "/installed.json"));
}

struct ProgramRun
{
    bool ended = false; ///< by itself, and with success
    QByteArray said; ///< on its standard output
    QByteArray complained; ///< on its standard error
};

inline ProgramRun runProgram(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit;
    return {ended && process.exitCode() == 0, process.readAllStandardOutput(), process.readAllStandardError()};
}

inline ProgramRun runNode(const QStringList &arguments, const QByteArray &input = {})
{
    return runProgram(QStringLiteral("node"), arguments, input);
}

} // namespace golive
