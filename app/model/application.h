#pragma once

#include "foundation/secret.h"
#include "model/domain.h"

#include <QList>
#include <QString>

#include <optional>

namespace golive {

/// `Other` stands for a word we do not know yet; such an instance is shown and left alone.
enum class Environment { Development, Production, Other };

struct Instance
{
    QString id;
    Environment environment = Environment::Development;
    QString publishableKey; ///< may be empty: Clerk does not promise it

    bool operator==(const Instance &) const = default;
};

struct Application
{
    QString id;
    QString name; ///< may be empty; displayName() is what people see
    QList<Instance> instances;

    [[nodiscard]] QString displayName() const { return name.isEmpty() ? id : name; }
    [[nodiscard]] std::optional<Instance> instanceOf(Environment environment) const;

    bool operator==(const Application &) const = default;
};

/// What create-instance takes, and all it takes.
struct NewProductionInstance
{
    QString domain; ///< ASCII form
    QString cloneFrom; ///< development instance whose settings are copied; empty for Clerk's defaults
};

/// What create-instance answers.
struct ProductionInstance
{
    QString id;
    std::optional<Domain> domain; ///< as Clerk filed it, which need not be what was typed; may be absent
    QString publishableKey;
    Secret secretKey;
};

/// The keys of one instance, read with `include_secret_keys`.
struct InstanceKeys
{
    QString instanceId;
    Environment environment = Environment::Development;
    QString publishableKey;
    Secret secretKey; ///< empty when the credential may not read secret keys
};

} // namespace golive
