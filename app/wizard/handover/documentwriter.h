#pragma once

#include "handover/checklist.h"
#include "handover/document.h"
#include "handover/hostingplace.h"
#include "handover/servercode.h"

#include <QCoreApplication>
#include <QDateTime>

namespace golive {

/// What the hand-over document is made of. None of it is a secret.
struct DocumentInput
{
    DeployPlan plan;
    DeployFacts facts;
    Framework framework;
    std::optional<HostingPlace> place;
    QDateTime writtenAt; ///< UTC
};

/// The document for the team: what was made, what to enter where, the code, the list. Without secrets.
class DocumentWriter
{
    Q_DECLARE_TR_FUNCTIONS(golive::DocumentWriter)

public:
    [[nodiscard]] static Document write(const DocumentInput &input);
    /// `handover-example.com.html`
    [[nodiscard]] static QString fileName(const DocumentInput &input, const QString &suffix);

private:
    [[nodiscard]] static DocumentSection made(const DocumentInput &input, const HostLayout &layout);
    [[nodiscard]] static DocumentSection variables(const DocumentInput &input, const HostLayout &layout);
    [[nodiscard]] static DocumentSection records(const DocumentInput &input);
    [[nodiscard]] static DocumentSection code(const DocumentInput &input, const HostLayout &layout);
    [[nodiscard]] static DocumentSection list(const DocumentInput &input, const HostLayout &layout);
};

} // namespace golive
