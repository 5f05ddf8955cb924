#include "model/settings/settingscomparison.h"
#include "model/settings/settingspatch.h"
#include "testkit/settingsseed.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

using namespace golive;
using State = ComparedSetting::State;

namespace {

/// Two configurations that are alike here and there, and a schema for both: nested groups, sets and
/// lists, and in between what must never be carried.
class Imagination
{
public:
    explicit Imagination(quint32 seed)
        : m_random(seed)
    {
        fill(development.settings, production.settings, m_properties, 0);
        for (const QString &slug : {QStringLiteral("google"), QStringLiteral("github")})
            addConnection(QStringLiteral("connection_oauth_") + slug);
        development.settings.insert(QStringLiteral("config_version"), QStringLiteral("v_dev"));
        production.settings.insert(QStringLiteral("config_version"), QStringLiteral("v_live"));
        schema = {{QStringLiteral("properties"), m_properties}};
    }

    [[nodiscard]] QSet<SettingPath> someOf(const QSet<SettingPath> &paths)
    {
        QSet<SettingPath> some;
        for (const SettingPath &each : paths)
            if (chance(2))
                some.insert(each);
        return some;
    }

    InstanceConfig development;
    InstanceConfig production;
    QJsonObject schema;

private:
    [[nodiscard]] bool chance(int outOf) { return m_random.bounded(outOf) == 0; }

    [[nodiscard]] QJsonValue value()
    {
        switch (m_random.bounded(5)) {
        case 0: return chance(2);
        case 1: return m_random.bounded(4);
        case 2: return QStringLiteral("text%1").arg(m_random.bounded(3));
        case 3: return list();
        default: return QJsonValue::Null;
        }
    }

    [[nodiscard]] QJsonArray list()
    {
        QJsonArray elements;
        for (int left = m_random.bounded(4); left > 0; --left)
            elements.append(QString(QLatin1Char(char('a' + m_random.bounded(3)))));
        return elements;
    }

    void fill(QJsonObject &left, QJsonObject &right, QJsonObject &properties, int depth)
    {
        const int members = 2 + m_random.bounded(6);
        for (int i = 0; i < members; ++i) {
            const QString key = QStringLiteral("%1_%2").arg(QLatin1Char(char('a' + m_random.bounded(20)))).arg(i);
            if (depth < 4 && chance(3))
                addGroup(key, left, right, properties, depth);
            else if (chance(6))
                addForbidden(key, left, right, properties);
            else
                addValue(key, left, right, properties);
        }
    }

    void addGroup(const QString &key, QJsonObject &left, QJsonObject &right, QJsonObject &properties, int depth)
    {
        QJsonObject leftGroup;
        QJsonObject rightGroup;
        QJsonObject inner;
        fill(leftGroup, rightGroup, inner, depth + 1);
        left.insert(key, leftGroup);
        if (chance(5))
            right.insert(key, chance(2) ? QJsonValue(QJsonValue::Null) : QJsonValue(1));
        else if (!chance(5))
            right.insert(key, rightGroup);
        properties.insert(key, QJsonObject {{QStringLiteral("properties"), inner}});
    }

    void addValue(const QString &key, QJsonObject &left, QJsonObject &right, QJsonObject &properties)
    {
        const QJsonValue one = value();
        if (!chance(6))
            left.insert(key, one);
        if (!chance(6))
            right.insert(key, chance(2) ? one : value());
        if (chance(3))
            properties.insert(key, QJsonObject {{QStringLiteral("uniqueItems"), true}});
    }

    /// Every one of these texts is searched for in the patch.
    void addForbidden(QString key, QJsonObject &left, QJsonObject &right, QJsonObject &properties)
    {
        QJsonValue hidden = QStringLiteral("forbidden%1").arg(++m_forbidden);
        switch (m_random.bounded(4)) {
        case 0: properties.insert(key, QJsonObject {{QStringLiteral("x-clerk-sensitive"), true}}); break;
        case 1: properties.insert(key, QJsonObject {{QStringLiteral("readOnly"), true}}); break;
        case 2: key += QStringLiteral("_secret"); break;
        default: hidden = QString(8, QChar(0x2022)); break;
        }
        left.insert(key, hidden);
        if (chance(2))
            right.insert(key, QStringLiteral("live"));
    }

    void addConnection(const QString &key)
    {
        const auto connection = [this](const QString &client) {
            return QJsonObject {{QStringLiteral("enabled"), chance(2)},
                                {QStringLiteral("prompt"), chance(2)},
                                {QStringLiteral("client_id"), client},
                                {QStringLiteral("client_secret"), chance(2) ? client : QString()}};
        };
        development.settings.insert(key, connection(QStringLiteral("forbidden client")));
        production.settings.insert(key, connection(QStringLiteral("live client")));
    }

    QRandomGenerator m_random;
    QJsonObject m_properties;
    int m_forbidden = 0;
};

QJsonValue valueAt(const QJsonObject &settings, const SettingPath &path)
{
    QJsonValue value = settings;
    for (const QString &key : path)
        value = value[key];
    return value;
}

/// All values of a configuration by their paths, the hidden ones, too.
void collect(const QJsonObject &object, const SettingPath &above, QHash<SettingPath, QJsonValue> &values)
{
    for (auto each = object.begin(); each != object.end(); ++each) {
        const SettingPath path = above + SettingPath {each.key()};
        if (each.value().isObject())
            collect(each.value().toObject(), path, values);
        else
            values.insert(path, each.value());
    }
}

QHash<SettingPath, QJsonValue> valuesOf(const QJsonObject &settings)
{
    QHash<SettingPath, QJsonValue> values;
    collect(settings, {}, values);
    return values;
}

} // namespace

class TestSettingsProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tickedDifferencesVanishAndNothingElseIsTouched()
    {
        qsizetype carried = 0;
        for (quint32 seed = 1; seed <= rounds; ++seed) {
            Imagination world(seed);
            const auto before = compareSettings(world.development, world.production, world.schema);
            const QSet<SettingPath> ticked = world.someOf(before.carriable());

            const QJsonObject patch = patchOf(before.carried(ticked));
            const InstanceConfig patched {QString(), deepMerge(world.production.settings, patch)};
            const auto after = compareSettings(world.development, patched, world.schema);

            for (const ComparedSetting &each : after.settings)
                if (ticked.contains(each.path))
                    QVERIFY2(each.state == State::Same, qPrintable(describe(seed, each.path)));
            QHash<SettingPath, QJsonValue> expected = valuesOf(world.production.settings);
            QHash<SettingPath, QJsonValue> actual = valuesOf(patched.settings);
            for (const SettingPath &path : ticked) {
                QCOMPARE(actual.take(path), valueAt(world.development.settings, path));
                for (SettingPath above = path; !above.isEmpty(); above.removeLast())
                    expected.remove(above); // null where a group is now
            }
            QVERIFY2(actual == expected, qPrintable(QStringLiteral("seed %1").arg(seed)));
            carried += ticked.size();
        }
        QVERIFY(carried > rounds); // or the worlds were too poor to prove anything
    }

    void applyingTwiceChangesNothing()
    {
        for (quint32 seed = 1; seed <= rounds; ++seed) {
            Imagination world(seed);
            const auto before = compareSettings(world.development, world.production, world.schema);
            const QSet<SettingPath> ticked = before.carriable();
            const QJsonObject patch = patchOf(before.carried(ticked));
            const QJsonObject once = deepMerge(world.production.settings, patch);
            QCOMPARE(deepMerge(once, patch), once);
            const auto after = compareSettings(world.development, {QString(), once}, world.schema);
            QCOMPARE(patchOf(after.carried(ticked)), QJsonObject());
        }
    }

    void nothingTickedIsAnEmptyPatch()
    {
        for (quint32 seed = 1; seed <= rounds; ++seed) {
            Imagination world(seed);
            const auto comparison = compareSettings(world.development, world.production, world.schema);
            QVERIFY(patchOf(comparison.carried({})).isEmpty());
        }
    }

    void aPatchHoldsExactlyWhatWasTicked()
    {
        for (quint32 seed = 1; seed <= rounds; ++seed) {
            Imagination world(seed);
            const auto comparison = compareSettings(world.development, world.production, world.schema);
            const QSet<SettingPath> ticked = world.someOf(comparison.carriable());
            const auto inPatch = valuesOf(patchOf(comparison.carried(ticked)));
            QCOMPARE(QSet<SettingPath>(inPatch.keyBegin(), inPatch.keyEnd()), ticked);
        }
    }

    void noPatchHoldsWhatIsForbidden()
    {
        for (quint32 seed = 1; seed <= rounds; ++seed) {
            Imagination world(seed);
            const auto comparison = compareSettings(world.development, world.production, world.schema);
            const QByteArray patch = QJsonDocument(patchOf(comparison.settings)).toJson();
            for (const QByteArray &word : {QByteArray("forbidden"), QByteArray("client"), QByteArray("config_version"),
                                           QByteArray("\xe2\x80\xa2")})
                QVERIFY2(!patch.contains(word), patch.constData());
        }
    }

    void everyConfigurationEqualsItself()
    {
        for (quint32 seed = 1; seed <= rounds; ++seed) {
            const Imagination world(seed);
            for (const InstanceConfig &config : {world.development, world.production}) {
                const auto comparison = compareSettings(config, config, world.schema);
                for (const ComparedSetting &each : comparison.settings)
                    QVERIFY2(each.state == State::Same, qPrintable(describe(seed, each.path)));
            }
        }
    }

    void bothDirectionsFindTheSameDifferences()
    {
        for (quint32 seed = 1; seed <= rounds; ++seed) {
            const Imagination world(seed);
            const auto there = compareSettings(world.development, world.production, world.schema);
            const auto back = compareSettings(world.production, world.development, world.schema);
            QCOMPARE(there.settings.size(), back.settings.size());
            for (qsizetype i = 0; i < there.settings.size(); ++i) {
                const ComparedSetting &one = there.settings.at(i);
                const ComparedSetting &other = back.settings.at(i);
                QCOMPARE(one.path, other.path);
                QCOMPARE(one.state == State::Same, other.state == State::Same);
                QCOMPARE(one.state == State::OnlyInProduction, other.state == State::MissingInProduction);
            }
        }
    }

private:
    static constexpr quint32 rounds = 100;

    static QString describe(quint32 seed, const SettingPath &path)
    {
        return QStringLiteral("seed %1: %2").arg(seed).arg(path.join(QLatin1Char('.')));
    }
};

QTEST_APPLESS_MAIN(TestSettingsProperties)
#include "tst_settingsproperties.moc"
