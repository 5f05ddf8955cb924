#include "model/credentials/credentialforms.h"
#include "model/modeldata.h"
#include "model/providercatalogue.h"
#include "model/publicsuffix.h"
#include "testkit/syntheticforms.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace golive;

/// The data files that people extend, checked as code is.
class TestProviderData : public QObject
{
    Q_OBJECT

private:
    static QStringList keysOf(const char *list) { return QString::fromLatin1(list).split(QLatin1Char(' ')); }

    static void addRowPerEntry()
    {
        QTest::addColumn<QJsonObject>("entry");
        const QJsonArray entries = modelData(QStringLiteral("providers.json"))[QLatin1String("providers")].toArray();
        QVERIFY(entries.size() >= 25);
        for (const QJsonValue &entry : entries)
            QTest::newRow(qPrintable(entry[QLatin1String("slug")].toString())) << entry.toObject();
    }

    static bool isWhole(QJsonObject entry)
    {
        static const QStringList askable = keysOf("host origins"); // besides the redirect URI
        if (entry.contains(QLatin1String("asks")) && !askable.contains(entry.take(QLatin1String("asks")).toString()))
            return false;
        if (entry.contains(QLatin1String("secretMonths")) && entry[QLatin1String("secretMonths")].toInt() < 1)
            return false;
        for (const char *optional : {"forms", "secretMonths", "traps", "variables"})
            entry.remove(QLatin1String(optional));
        return entry.keys() == keysOf("console gotchas id name page redirect secret slug steps");
    }

    static bool isAsked(const OAuthProvider &form, const QString &key)
    {
        return std::any_of(form.fields.cbegin(), form.fields.cend(),
                           [&](const ProviderField &field) { return field.key == key; });
    }

    /// Compiles, is bounded, sits at one end of the value, and cannot take exponential time: no group is repeated.
    static bool isTame(const QRegularExpression &pattern)
    {
        static const QRegularExpression wild(QStringLiteral("\\)[*+{]|\\\\[1-9]|\\(\\?[^:]|\\.[*+]"));
        static const QRegularExpression repeatedParts(QStringLiteral("^\\^\\[A-Za-z0-9-\\]\\+"));
        const QString text = pattern.pattern();
        const bool isServicesId = repeatedParts.match(text).hasMatch(); // of parts that a dot keeps apart
        return pattern.isValid() && !text.isEmpty() && text.size() <= 120
            && (text.startsWith(QLatin1Char('^')) || text.endsWith(QLatin1Char('$')))
            && (isServicesId || !wild.match(text).hasMatch());
    }

private Q_SLOTS:
    void everyProviderIsComplete_data() { addRowPerEntry(); }

    void everyProviderIsComplete()
    {
        QFETCH(QJsonObject, entry);
        const QString slug = entry[QLatin1String("slug")].toString();
        QVERIFY(entry.keys() == keysOf("name page slug") || entry.keys() == keysOf("docs name slug") || isWhole(entry));
        const ProviderGuide guide = guideFor(slug);
        QCOMPARE(guide.slug, slug);
        QVERIFY(!guide.name.isEmpty() && guide.name == guide.name.trimmed());
        QVERIFY(guide.docs.isValid() && !guide.docs.fileName().isEmpty());
        QCOMPARE(guide.docs.scheme(), QStringLiteral("https"));
        if (entry.contains(QLatin1String("page")))
            QVERIFY(guide.docs.toString().startsWith(
                QStringLiteral("https://clerk.com/docs/guides/configure/auth-strategies/social-connections/")));
        if (!isWhole(entry))
            return;
        for (const QString &text : {guide.idWord, guide.secretWord, guide.redirectPlace})
            QVERIFY(!text.isEmpty() && text == text.trimmed());
        QVERIFY(guide.console.isValid() && !guide.console.host().isEmpty());
        QCOMPARE(guide.console.scheme(), QStringLiteral("https"));
        QVERIFY(guide.steps.size() >= 3 && guide.steps.size() <= 8);
        for (const QString &text : guide.steps + guide.gotchas)
            QVERIFY2(text.endsWith(QLatin1Char('.')) && text.size() > 10 && text.size() < 160
                         && !text.contains(QStringLiteral("  ")),
                     qPrintable(text));
        // Whoever follows the steps has entered the redirect URI.
        QVERIFY(guide.steps.join(QLatin1Char(' ')).contains(QStringLiteral("redirect URI")));
    }

    /// The table of Clerk's guides, and what its SDK lists besides.
    void everyProviderOfClerksIsThere()
    {
        QCOMPARE(cataloguedProviders(),
                 keysOf("agentid apple atlassian bitbucket box coinbase discord dropbox enstall expressen facebook "
                        "github gitlab google hubspot huggingface instagram line linear linkedin linkedin_oidc "
                        "microsoft notion slack spotify tiktok twitch twitter vercel x xero"));
    }

    void everyEntryServesAForm_data() { addRowPerEntry(); }

    void everyEntryServesAForm()
    {
        QFETCH(QJsonObject, entry);
        const QString slug = entry[QLatin1String("slug")].toString();
        const OAuthProvider form = slug == QLatin1String("apple") ? syntheticAppleForm() : syntheticForm(slug);
        QVERIFY(form.supported);
        const CredentialForms forms = credentialFormsFor(slug);
        QCOMPARE(forms.slug, slug);
        QVERIFY(!forms.variableWords.isEmpty());
        for (const QString &word : forms.variableWords)
            QVERIFY2(word == upperSnake(word) && !word.isEmpty(), qPrintable(word));
        for (const FieldForm &field : forms.fields) {
            QVERIFY2(isAsked(form, field.field), qPrintable(field.field));
            QVERIFY2(isTame(field.form), qPrintable(field.form.pattern()));
            QVERIFY(field.form.pattern().startsWith(QLatin1Char('^'))
                    && field.form.pattern().endsWith(QLatin1Char('$')));
            QVERIFY(!field.isMatchedBy(QString()));
            QVERIFY2(field.mark.pattern().isEmpty() || isTame(field.mark), qPrintable(field.mark.pattern()));
            QVERIFY2(field.like.isEmpty() || field.isMatchedBy(field.like), qPrintable(field.like));
            QVERIFY(field.like.isEmpty() || field.field != QLatin1String("client_secret"));
        }
        for (const FieldTrap &trap : forms.traps) {
            QVERIFY2(isAsked(form, trap.field), qPrintable(trap.field));
            QVERIFY2(isTame(trap.form) && trap.kind != CredentialHint::Kind::UnusualForm,
                     qPrintable(trap.form.pattern()));
        }
    }

    void everyKeyOfTheFormsIsKnown_data() { addRowPerEntry(); }

    void everyKeyOfTheFormsIsKnown()
    {
        QFETCH(QJsonObject, entry);
        const QStringList known = keysOf("documented form like mark");
        const QJsonObject forms = entry[QLatin1String("forms")].toObject();
        for (const QJsonValue &form : forms) {
            QVERIFY(form[QLatin1String("form")].isString());
            for (const QString &key : form.toObject().keys())
                QVERIFY2(known.contains(key), qPrintable(key));
        }
        for (const QJsonValue &trap : entry[QLatin1String("traps")].toArray())
            QCOMPARE(trap.toObject().keys(), keysOf("field form is"));
    }

    /// A mark is nobody else's: it matches no example of another provider's.
    void marksAreUnmistakable()
    {
        for (const CredentialForms &provider : allCredentialForms())
            for (const FieldForm &marked : provider.fields)
                for (const CredentialForms &other : allCredentialForms())
                    for (const FieldForm &field : other.fields)
                        QVERIFY2(provider.slug == other.slug || !marked.isMarkedIn(field.like), qPrintable(field.like));
    }

    /// A trap that is the right form itself would warn of what is right.
    void noTrapIsTheForm()
    {
        for (const CredentialForms &provider : allCredentialForms())
            for (const FieldTrap &trap : provider.traps) {
                const FieldForm *form = provider.fieldForm(trap.field);
                QVERIFY(form == nullptr || form->like.isEmpty() || !trap.form.match(form->like).hasMatch());
            }
    }

    void noProviderIsListedTwice()
    {
        const QJsonArray entries = modelData(QStringLiteral("providers.json"))[QLatin1String("providers")].toArray();
        QCOMPARE(cataloguedProviders().size(), entries.size());
    }

    void aStrangerGetsAName()
    {
        const ProviderGuide guide = guideFor(QStringLiteral("wonder_land"));
        QCOMPARE(guide.name, QStringLiteral("Wonder Land"));
        QVERIFY(guide.docs.path().endsWith(QStringLiteral("/wonder-land")));
        QVERIFY(guide.console.isEmpty());
        QCOMPARE(guideFor(QStringLiteral("linkedin_oidc")).name, QStringLiteral("LinkedIn"));
        QCOMPARE(guideFor(QString()).name, QString());
    }

    void hostingSuffixesAreNames()
    {
        const QJsonObject data = modelData(QStringLiteral("hostingdomains.json"));
        QSet<QString> seen;
        for (const QJsonValue &provider : data[QLatin1String("providers")].toArray()) {
            const QString name = provider[QLatin1String("name")].toString();
            QVERIFY(!name.isEmpty());
            for (const QJsonValue &suffix : provider[QLatin1String("suffixes")].toArray()) {
                const QString text = suffix.toString();
                QVERIFY2(text == text.toLower() && text.contains(QLatin1Char('.')) && !seen.contains(text),
                         qPrintable(text));
                seen.insert(text);
                QCOMPARE(hostingProviderOf(QStringLiteral("shop.") + text), name);
            }
        }
        QVERIFY(seen.size() > 40);
    }

    void registriesAreNobodysHosting()
    {
        const QJsonArray registries
            = modelData(QStringLiteral("hostingdomains.json"))[QLatin1String("registries")].toArray();
        QVERIFY(!registries.isEmpty());
        for (const QJsonValue &registry : registries) {
            const QString shop = QStringLiteral("shop.") + registry.toString();
            QVERIFY2(hostingProviderOf(shop).isEmpty(), qPrintable(shop));
            QCOMPARE(registrablePart(QStringLiteral("www.") + shop), shop);
        }
    }

    void hostingSuffixesAreNotPublic()
    {
        QVERIFY(!isPublicSuffix(QStringLiteral("vercel.app")));
        QCOMPARE(registrablePart(QStringLiteral("shop.vercel.app")), QStringLiteral("vercel.app"));
    }

    void aMissingFileIsNothing() { QVERIFY(modelData(QStringLiteral("missing.json")).isEmpty()); }
};

QTEST_APPLESS_MAIN(TestProviderData)
#include "tst_providerdata.moc"
