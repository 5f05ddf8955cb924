#include "wizard/preferences.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>

namespace golive {
namespace {

struct Key
{
    const char *name;
    const char *fallback;
};

constexpr Key resolversKey {Preferences::resolversSetting, ""};
constexpr Key authoritativePortKey {"dns/authoritativePort", "53"};
constexpr Key notifyKey {"dns/notify", "false"};
constexpr Key platformApiUrlKey {Preferences::platformApiSetting, ""};
constexpr Key themeKey {"appearance/theme", "system"};
constexpr Key contrastKey {"appearance/contrast", "false"};
constexpr Key languageKey {"appearance/language", ""};
constexpr Key geometryKey {"window/geometry", ""};

QVariant read(const QSettings &settings, const Key &key)
{
    return settings.value(QLatin1String(key.name), QString::fromLatin1(key.fallback));
}

/// A value equal to the default is not written, so that a later default reaches the person.
void write(QSettings &settings, const Key &key, const QVariant &value)
{
    if (value.toString() == QLatin1String(key.fallback) && value.toStringList().size() <= 1)
        settings.remove(QLatin1String(key.name));
    else
        settings.setValue(QLatin1String(key.name), value);
}

} // namespace

Preferences::Preferences(QSettings &settings)
    : m_settings(settings)
{
}

QStringList Preferences::resolvers() const
{
    QStringList entries;
    const QStringList listed = read(m_settings, resolversKey).toStringList();
    for (const QString &entry : listed)
        if (const QString trimmed = entry.trimmed(); !trimmed.isEmpty())
            entries.append(trimmed);
    return entries;
}

void Preferences::setResolvers(const QStringList &resolvers)
{
    write(m_settings, resolversKey, resolvers);
}

quint16 Preferences::authoritativePort() const
{
    bool isNumber = false;
    const ushort port = read(m_settings, authoritativePortKey).toString().toUShort(&isNumber);
    return isNumber && port > 0 ? port : quint16(53);
}

bool Preferences::notifies() const
{
    return read(m_settings, notifyKey).toBool();
}

void Preferences::setNotifies(bool notifies)
{
    write(m_settings, notifyKey, notifies);
}

QString Preferences::platformApiAddress() const
{
    return read(m_settings, platformApiUrlKey).toString().trimmed();
}

void Preferences::setPlatformApiAddress(const QString &address)
{
    write(m_settings, platformApiUrlKey, address.trimmed());
}

QString Preferences::theme() const
{
    return read(m_settings, themeKey).toString();
}

void Preferences::setTheme(const QString &theme)
{
    write(m_settings, themeKey, theme);
}

bool Preferences::wantsContrast() const
{
    return read(m_settings, contrastKey).toBool();
}

void Preferences::setWantsContrast(bool wants)
{
    write(m_settings, contrastKey, wants);
}

QString Preferences::language() const
{
    return read(m_settings, languageKey).toString();
}

void Preferences::setLanguage(const QString &language)
{
    write(m_settings, languageKey, language);
}

QByteArray Preferences::windowGeometry() const
{
    return read(m_settings, geometryKey).toByteArray();
}

void Preferences::setWindowGeometry(const QByteArray &geometry)
{
    m_settings.setValue(QLatin1String(geometryKey.name), geometry);
}

void Preferences::removeAll()
{
    m_settings.clear();
    m_settings.sync();
    QFile::remove(file());
    QDir().rmdir(QFileInfo(file()).path()); // only when nothing else is in it
}

QString Preferences::file() const
{
    return m_settings.fileName();
}

QString Preferences::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/golive/golive.conf");
}

} // namespace golive
