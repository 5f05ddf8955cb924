#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

class QSettings;

namespace golive {

/// What a person may set, in `$XDG_CONFIG_HOME/golive/golive.conf`. Holds no secret.
///
/// | key                   | meaning                                              | default            |
/// |-----------------------|------------------------------------------------------|--------------------|
/// | dns/resolvers         | list of `ip[:port]`, `[ipv6]:port`                   | the built-in eight |
/// | dns/authoritativePort | port of zones' own servers; for test networks        | 53                 |
/// | dns/notify            | tell the desktop when all records are in place       | false              |
/// | clerk/platformApiUrl  | another Platform API; the environment outranks it    | Clerk's own        |
/// | appearance/theme      | `system`, `light` or `dark`                          | `system`           |
/// | appearance/contrast   | more contrast, even where the system does not ask    | false              |
/// | appearance/language   | such as `de`; empty: the system's                    | empty              |
/// | window/geometry       | where the window was                                 | empty              |
class Preferences
{
public:
    /// The settings must outlive this object.
    explicit Preferences(QSettings &settings);

    /// The names of settings that can keep the program from starting, as errors carry them.
    static constexpr char resolversSetting[] = "dns/resolvers";
    static constexpr char platformApiSetting[] = "clerk/platformApiUrl";

    [[nodiscard]] QStringList resolvers() const;
    void setResolvers(const QStringList &resolvers);

    [[nodiscard]] quint16 authoritativePort() const;

    [[nodiscard]] bool notifies() const;
    void setNotifies(bool notifies);

    /// As it was written, which need not be a usable address; empty for Clerk's own.
    [[nodiscard]] QString platformApiAddress() const;
    void setPlatformApiAddress(const QString &address);

    [[nodiscard]] QString theme() const;
    void setTheme(const QString &theme);

    [[nodiscard]] bool wantsContrast() const;
    void setWantsContrast(bool wants);

    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);

    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

    /// Forgets everything and removes the file.
    void removeAll();
    /// The file in use; empty when there is none.
    [[nodiscard]] QString file() const;

    /// Where the preferences are kept on this computer.
    [[nodiscard]] static QString defaultFile();

private:
    QSettings &m_settings;
};

} // namespace golive
