#include "handover/envdocument.h"
#include "handover/envmerge.h"
#include "model/keykind.h"

#include <QTest>

using namespace golive;

namespace {

const QString hostName = QStringLiteral("clerk.example.com");
const QString developmentHost = QStringLiteral("calm-otter-7.clerk.accounts.dev");

QByteArray liveKey()
{
    return publishableKeyFor(hostName).toLatin1();
}

QByteArray testKey(const QString &host = developmentHost)
{
    return "pk_test_" + (host + QLatin1Char('$')).toLatin1().toBase64();
}

QList<EnvVariable> both()
{
    return {{QStringLiteral("NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY"), Secret(liveKey()), false},
            {QStringLiteral("CLERK_SECRET_KEY"), Secret("sk_live_0aB9"), true}};
}

tl::expected<EnvMerge, EnvRefusal> merged(const QByteArray &existing, const QList<EnvVariable> &variables = both())
{
    return mergeEnvironment(Secret(existing), variables, {hostName, developmentHost});
}

/// In the tables, PK and SK stand for the production keys.
QByteArray filled(QByteArray text)
{
    return text.replace("{PK}", liveKey()).replace("{SK}", "sk_live_0aB9").replace("{TEST}", testKey());
}

} // namespace

class TestEnvMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mergesAsACarefulPersonWould_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *title, const QByteArray &before, const QByteArray &after) {
            QTest::newRow(title) << before << after;
        };
        row("nothing there", "",
            "# Clerk, production\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\nCLERK_SECRET_KEY={SK}\n");
        row("unrelated variables", "PORT=3000\n",
            "PORT=3000\n\n# Clerk, production\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\nCLERK_SECRET_KEY={SK}\n");
        row("no final line end", "PORT=3000",
            "PORT=3000\n\n# Clerk, production\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\nCLERK_SECRET_KEY={SK}\n");
        row("replaced where they stand",
            "A=1\nCLERK_SECRET_KEY=sk_test_x\n\n# keep me\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={TEST}\nB=2\n",
            "A=1\nCLERK_SECRET_KEY={SK}\n\n# keep me\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\nB=2\n");
        row("quotes, export, spaces and remarks",
            "export  CLERK_SECRET_KEY = 'sk_test_x'   # from the Dashboard\n"
            "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=\"{TEST}\"#x\n",
            "export  CLERK_SECRET_KEY = '{SK}'   # from the Dashboard\n"
            "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=\"{PK}\"#x\n");
        row("backticks and colons", "CLERK_SECRET_KEY: `sk_test_x`\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\n",
            "CLERK_SECRET_KEY: `{SK}`\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\n");
        row("Windows line ends", "A=1\r\nCLERK_SECRET_KEY=sk_test_x\r\nB=2\r\n",
            "A=1\r\nCLERK_SECRET_KEY={SK}\r\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\r\nB=2\r\n");
        row("old Macintosh line ends", "A=1\rCLERK_SECRET_KEY=sk_test_x\rB=2\r",
            "A=1\rCLERK_SECRET_KEY={SK}\rNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\rB=2\r");
        row("a byte order mark",
            "\xEF\xBB\xBF"
            "CLERK_SECRET_KEY=sk_test_x\n",
            "\xEF\xBB\xBF"
            "CLERK_SECRET_KEY={SK}\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\n");
        row("nothing but a byte order mark", "\xEF\xBB\xBF",
            "\xEF\xBB\xBF# Clerk, production\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\nCLERK_SECRET_KEY={SK}\n");
        row("set twice", "CLERK_SECRET_KEY=sk_test_x\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\nCLERK_SECRET_KEY='y'\n",
            "CLERK_SECRET_KEY={SK}\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\nCLERK_SECRET_KEY='{SK}'\n");
        row("out of use", "#CLERK_SECRET_KEY=old\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=\n",
            "#CLERK_SECRET_KEY=old\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\nCLERK_SECRET_KEY={SK}\n");
        row("empty before a remark", "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=# to come\nCLERK_SECRET_KEY=\n",
            "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK} # to come\nCLERK_SECRET_KEY={SK}\n");
        row("a longer name", "MY_CLERK_SECRET_KEY_OLD=x\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\nCLERK_SECRET_KEY=x\n",
            "MY_CLERK_SECRET_KEY_OLD=x\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\nCLERK_SECRET_KEY={SK}\n");
        row("inside a quotation over several lines",
            "PEM=\"-----BEGIN\nCLERK_SECRET_KEY=not me\n-----END\"\nCLERK_SECRET_KEY=me\n",
            "PEM=\"-----BEGIN\nCLERK_SECRET_KEY=not me\n-----END\"\nCLERK_SECRET_KEY={SK}\n"
            "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\n");
        row("a quotation that never ends", "A=\"open\nCLERK_SECRET_KEY=x\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\n",
            "A=\"open\nCLERK_SECRET_KEY={SK}\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\n");
        row("a backslash before the last quote",
            "DIR=\"C:\\temp\\\"\nCLERK_SECRET_KEY=x\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\n",
            "DIR=\"C:\\temp\\\"\nCLERK_SECRET_KEY={SK}\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\n");
        row("company without a final line end", "PORT=1\nNEXT_PUBLIC_CLERK_SIGN_IN_URL=/sign-in",
            "PORT=1\nNEXT_PUBLIC_CLERK_SIGN_IN_URL=/sign-in\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\n"
            "CLERK_SECRET_KEY={SK}");
        row("bytes of an old encoding", "# gr\xFC\xDF\x65\nCLERK_SECRET_KEY=x\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=y",
            "# gr\xFC\xDF\x65\nCLERK_SECRET_KEY={SK}\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}");
        row("no assignment at all", "just words\n= 5\n",
            "just words\n= 5\n\n# Clerk, production\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY={PK}\nCLERK_SECRET_KEY={SK}\n");
    }

    void mergesAsACarefulPersonWould()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);

        const auto once = merged(filled(before));
        QVERIFY(once);
        QCOMPARE(once->text.reveal(), filled(after));
        QVERIFY(!once->changesNothing());

        const auto again = merged(once->text.reveal());
        QVERIFY(again && again->changesNothing());
        QCOMPARE(again->text.reveal(), filled(after));
    }

    void saysWhatIsDifferent()
    {
        const auto merge = merged(filled("CLERK_SECRET_KEY=sk_test_x\nCLERK_SECRET_KEY={SK}\n"
                                         "VITE_CLERK_PUBLISHABLE_KEY={TEST}\n"));
        QVERIFY(merge);
        using Kind = EnvChange::Kind;
        QCOMPARE(merge->changes,
                 (QList<EnvChange> {{QStringLiteral("NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY"), Kind::Added, 1, false},
                                    {QStringLiteral("CLERK_SECRET_KEY"), Kind::Replaced, 2, true}}));
        QCOMPARE(merge->developmentLeft, QStringList(QStringLiteral("VITE_CLERK_PUBLISHABLE_KEY")));
        QVERIFY(merge->replacesDevelopment);
        QVERIFY(merge->holdsSecret);
    }

    void knowsThatAFileHoldsASecretEvenIfItAddsNone()
    {
        const QList<EnvVariable> publicOnly {both().constFirst()};
        QVERIFY(!merged("PORT=1\n", publicOnly)->holdsSecret);
        const auto merge = merged("CLERK_SECRET_KEY=sk_test_x\n", publicOnly);
        QVERIFY(merge->holdsSecret);
        QCOMPARE(merge->developmentLeft, QStringList(QStringLiteral("CLERK_SECRET_KEY")));
        QVERIFY(!merge->replacesDevelopment);
    }

    void refusesToMixTwoApplications_data()
    {
        QTest::addColumn<QByteArray>("existing");
        QTest::addColumn<QString>("host"); // empty: not refused
        QTest::newRow("another production")
            << "CLERK_PUBLISHABLE_KEY=" + publishableKeyFor(QStringLiteral("clerk.other.net")).toLatin1()
            << QStringLiteral("clerk.other.net");
        QTest::newRow("another development")
            << "export VITE_CLERK_PUBLISHABLE_KEY='" + testKey(QStringLiteral("wild-cat-1.clerk.accounts.dev")) + "'\n"
            << QStringLiteral("wild-cat-1.clerk.accounts.dev");
        QTest::newRow("the own development") << "VITE_CLERK_PUBLISHABLE_KEY=" + testKey() << QString();
        QTest::newRow("the own production") << "VITE_CLERK_PUBLISHABLE_KEY=" + liveKey() << QString();
        QTest::newRow("out of use") << "# VITE_CLERK_PUBLISHABLE_KEY="
                + testKey(QStringLiteral("wild-cat-1.clerk.accounts.dev"))
                                    << QString();
        QTest::newRow("no key") << QByteArray("CLERK_PUBLISHABLE_KEY=pk_live_…\n") << QString();
    }

    void refusesToMixTwoApplications()
    {
        QFETCH(QByteArray, existing);
        QFETCH(QString, host);
        const auto merge = merged(existing);
        QCOMPARE(merge.has_value(), host.isEmpty());
        if (!merge) {
            QVERIFY(merge.error().kind == EnvRefusal::Kind::OtherApplication);
            QCOMPARE(merge.error().host, host);
            QVERIFY(merge.error().variable.endsWith(QStringLiteral("CLERK_PUBLISHABLE_KEY")));
        }
    }

    void replacesTheKeyOfAnEarlierDomain()
    {
        const auto existing = [](const char *host) {
            return Secret("NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY="
                          + publishableKeyFor(QString::fromLatin1(host)).toLatin1());
        };
        const EnvOwner owner {hostName, {}, {QStringLiteral("clerk.old.com")}};
        const auto merge = mergeEnvironment(existing("clerk.OLD.com"), both(), owner);
        QVERIFY(merge);
        QVERIFY(merge->changes.constFirst().kind == EnvChange::Kind::Replaced);
        const auto refused = mergeEnvironment(existing("clerk.other.net"), both(), owner);
        QVERIFY(!refused && refused.error().isLive);
        const Secret development("A=" + testKey(QStringLiteral("clerk.old.com")));
        QVERIFY(!mergeEnvironment(development, both(), {hostName, hostName, owner.earlierHosts}));
    }

    void comparesNothingWithADevelopmentThatIsNotKnown()
    {
        const Secret existing("CLERK_PUBLISHABLE_KEY=" + testKey(QStringLiteral("wild-cat-1.clerk.accounts.dev")));
        QVERIFY(mergeEnvironment(existing, both(), {hostName, {}}));
    }

    void leavesAloneWhatIsNoText()
    {
        for (const QByteArray &odd : {QByteArray("\xFF\xFE"
                                                 "A\0=\0",
                                                 6),
                                      QByteArray("A=1\0", 4)}) {
            const auto merge = merged(odd);
            QVERIFY(!merge && merge.error().kind == EnvRefusal::Kind::NotText);
        }
    }

    void leavesAloneWhatWouldMeanSomethingElse_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<bool>("refused");
        // A folder of Windows is said to end at its escaped mark as long as the next one cannot be an end.
        QTest::newRow("a mark in the replaced value") << QByteArray("CLERK_SECRET_KEY=a\"b\nE=c\\\"\n") << true;
        QTest::newRow("no mark there") << QByteArray("CLERK_SECRET_KEY=ab\nE=c\\\"\n") << false;
        QTest::newRow("no mark behind it") << QByteArray("CLERK_SECRET_KEY=a\"b\nE=c\n") << false;
    }
    void leavesAloneWhatWouldMeanSomethingElse()
    {
        QFETCH(QByteArray, end);
        QFETCH(bool, refused);

        const auto merge = merged("DIR=\"C:\\temp\\\"\n" + end);

        QCOMPARE(!merge, refused);
        if (refused) {
            QVERIFY(merge.error().kind == EnvRefusal::Kind::DoubtfulQuotation);
            QCOMPARE(merge.error().variable, QStringLiteral("DIR"));
        }
    }

    void findsEveryAssignment()
    {
        const auto lines = envAssignments("export A=1\nexport=2\n B.c-d = ' x ' # y\nnot one\nE:f\nG: h\n");
        QStringList read;
        for (const EnvAssignment &line : lines)
            read.append(QString::fromLatin1(line.name + '=' + line.value.reveal()));
        QCOMPARE(read.join(QLatin1Char('|')), QStringLiteral("A=1|export=2|B.c-d= x |G=h"));
    }
};

QTEST_APPLESS_MAIN(TestEnvMerge)
#include "tst_envmerge.moc"
