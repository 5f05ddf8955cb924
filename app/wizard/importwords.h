#pragma once

#include "model/credentials/googleclient.h"
#include "model/credentials/importfault.h"

#include <QCoreApplication>
#include <QStringList>

namespace golive {

/// The sentences about files and texts from which credentials are taken.
class ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::ImportWords)

public:
    /// What is wrong, and what to do. `fileName` is empty for what came from the clipboard.
    [[nodiscard]] static QString fault(const ImportFault &fault, const QString &fileName);

    /// One sentence for each address that is missing at Google; also that a client is of the wrong type.
    [[nodiscard]] static QStringList about(const GoogleClient &client, const GoogleClientGaps &gaps);

private:
    [[nodiscard]] static QString ofTheFile(const ImportFault &fault, const QString &name);
    [[nodiscard]] static QString ofTheClient(ImportFault::Kind kind, const QString &name);
    [[nodiscard]] static QString ofTheKey(const ImportFault &fault, const QString &name);
};

} // namespace golive
