#pragma once

#include "model/hostlayout.h"

#include <QCoreApplication>
#include <QStringList>

namespace golive {

/// The sentences about where an application's parts live: what a layout means and what it asks of
/// the code. Host names in them are given as people write them.
class LayoutWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::LayoutWords)

public:
    /// The layout in one line, for the summary.
    [[nodiscard]] static QString name(const HostLayout &layout);
    /// What it means for sessions and names.
    [[nodiscard]] static QStringList consequences(const HostLayout &layout);
    /// What has to be done in the code, in the environment and at Clerk.
    [[nodiscard]] static QStringList changes(const HostLayout &layout);
    /// Whose tokens the backend accepts: the front ends' origins, and a place for the extension's.
    [[nodiscard]] static QString acceptedOrigins(const HostLayout &layout);
    /// What is wrong with a typed host and what to do.
    [[nodiscard]] static QString siteProblem(const HostFault &fault, const DomainName &site);
    [[nodiscard]] static QString satelliteProblem(const HostFault &fault, const DomainName &site);
    /// The backend's address was given as http.
    [[nodiscard]] static QString plainHttp(const QString &host);
    [[nodiscard]] static QString backendProblem(const DomainProblem &problem);
    [[nodiscard]] static QString proxyPathProblem();

private:
    [[nodiscard]] static QString session(const HostLayout &layout);
    static void addBackendChanges(QStringList &lines, const HostLayout &layout);
    static void addClerkChanges(QStringList &lines, const HostLayout &layout);
    static void addApplicationChanges(QStringList &lines, const HostLayout &layout);
};

} // namespace golive
