#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

namespace {

constexpr int longestFile = 400;

/// Who may include whom. The picture in the README is drawn from this table. Files outside the
/// rooms put the program together and may include everything.
const QHash<QString, QStringList> &allowedRooms()
{
    static const QStringList ground {QStringLiteral("foundation"), QStringLiteral("model")};
    static const QStringList services
        = ground + QStringList {QStringLiteral("clerk"), QStringLiteral("dns"), QStringLiteral("keychain")};
    static const QHash<QString, QStringList> rooms {
        {QStringLiteral("foundation"), {}},
        {QStringLiteral("model"), {QStringLiteral("foundation")}},
        {QStringLiteral("clerk"), ground},
        {QStringLiteral("dns"), ground},
        {QStringLiteral("keychain"), ground},
        {QStringLiteral("deploy"), services},
        {QStringLiteral("handover"), services},
        {QStringLiteral("support"), services + QStringList {QStringLiteral("deploy")}},
        {QStringLiteral("practice"), ground + QStringList {QStringLiteral("dns")}},
        {QStringLiteral("wizard"),
         services + QStringList {QStringLiteral("deploy"), QStringLiteral("handover"), QStringLiteral("support")}},
        {QStringLiteral("check"), ground + QStringList {QStringLiteral("dns"), QStringLiteral("wizard")}},
        {QStringLiteral("ui"), ground + QStringList {QStringLiteral("wizard")}},
    };
    return rooms;
}

/// Where a credential leaves its box: its type, the request header, the system's password store.
const QStringList &mayReveal()
{
    static const QStringList files {
        QStringLiteral("foundation/secret.h"),
        QStringLiteral("foundation/secretjson.cpp"),
        QStringLiteral("clerk/configjson.cpp"),
        QStringLiteral("clerk/httptransport.cpp"),
        QStringLiteral("handover/envfile.cpp"),
        QStringLiteral("handover/envmerge.cpp"),
        QStringLiteral("deploy/keykeeper.cpp"), // compares the kept key with Clerk’s
        QStringLiteral("keychain/ossecretstore.cpp"),
        QStringLiteral("ui/widgets/clipboardguard.cpp"),
        QStringLiteral("ui/widgets/secretfield.cpp"),
        QStringLiteral("model/credentials/credentialtext.cpp"),
        QStringLiteral("model/credentials/appleprivatekey.cpp"),
    };
    return files;
}

struct SourceFile
{
    QString name; ///< relative to app/
    QString text;

    [[nodiscard]] QString room() const
    {
        return name.contains(QLatin1Char('/')) ? name.section(QLatin1Char('/'), 0, 0) : QString();
    }
    [[nodiscard]] QString code() const
    {
        static const QRegularExpression comment(QStringLiteral("//[^\\n]*|/\\*.*?\\*/"),
                                                QRegularExpression::DotMatchesEverythingOption);
        return QString(text).remove(comment);
    }
};

QList<SourceFile> sourcesBelow(const QString &folder)
{
    QList<SourceFile> found;
    const QDir root(QStringLiteral(SOURCE_ROOT "/") + folder);
    QDirIterator files(root.path(), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        found.append({root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
    }
    return found;
}

QStringList matches(const QString &pattern, const QString &text)
{
    const QRegularExpression expression(pattern);
    QStringList found;
    for (auto match = expression.globalMatch(text); match.hasNext();)
        found.append(match.next().captured(1));
    return found;
}

// Each rule says what is wrong with a file, or nothing.

QStringList roomsIncludeOnlyWhatTheyMay(const SourceFile &file)
{
    const QString room = file.room();
    QStringList broken;
    if (room.isEmpty())
        return broken;
    if (!allowedRooms().contains(room))
        broken.append(QStringLiteral("%1 is not in the table").arg(room));
    for (const QString &target : matches(QStringLiteral("#include \"(\\w+)/"), file.code()))
        if (target != room && !allowedRooms().value(room).contains(target))
            broken.append(QStringLiteral("includes %1/").arg(target));
    return broken;
}

QStringList dialogsLiveInTheUi(const SourceFile &file)
{
    if (file.room() == QLatin1String("ui"))
        return {};
    return matches(QStringLiteral("#include <(?:\\w+/)?(Q\\w*Dialog|QMessageBox|QErrorMessage)>"), file.code());
}

QStringList secretsAreRevealedInFewPlaces(const SourceFile &file)
{
    return mayReveal().contains(file.name) ? QStringList() : matches(QStringLiteral("\\b(reveal)\\s*\\("), file.code());
}

/// A continuation takes neither a context nor `this` nor references: in Qt 6.4 then(context, …)
/// aborts a debug build once the context is gone. Objects listen with onAnswer().
QStringList continuationsStandAlone(const SourceFile &file)
{
    static const QRegularExpression fine(QStringLiteral("^(\\[(?!=\\]|=,)(?![^\\]]*\\bthis\\b)[^&\\]]*\\]|\\w+\\))"));
    QStringList broken;
    for (const QString &start : matches(QStringLiteral("\\.then\\(\\s*([^({]*)"), file.code()))
        if (!fine.match(start).hasMatch())
            broken.append(QStringLiteral("then(%1").arg(start.simplified()));
    return broken;
}

/// A loop inside the event loop lets anything happen in the middle of a function, its own end included.
QStringList nobodyWaitsInside(const SourceFile &file)
{
    return matches(QStringLiteral("\\b(QEventLoop|waitForFinished|(?<!Application::)exec|getSaveFileName|"
                                  "getOpenFileName|processEvents)\\b"),
                   file.code());
}

QStringList noFileOutgrowsItsReader(const SourceFile &file)
{
    const auto lines = file.text.count(QLatin1Char('\n'));
    return lines > longestFile ? QStringList(QStringLiteral("%1 lines").arg(lines)) : QStringList();
}

using Rule = QStringList (*)(const SourceFile &);

} // namespace

class TestConventions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areKept_data()
    {
        QTest::addColumn<Rule>("rule");
        QTest::addColumn<QString>("folder");

        QTest::newRow("includes") << Rule(roomsIncludeOnlyWhatTheyMay) << QStringLiteral("app");
        QTest::newRow("dialogs") << Rule(dialogsLiveInTheUi) << QStringLiteral("app");
        QTest::newRow("secrets") << Rule(secretsAreRevealedInFewPlaces) << QStringLiteral("app");
        QTest::newRow("continuations") << Rule(continuationsStandAlone) << QStringLiteral("app");
        QTest::newRow("waiting") << Rule(nobodyWaitsInside) << QStringLiteral("app");
        QTest::newRow("length") << Rule(noFileOutgrowsItsReader) << QStringLiteral("app");
        QTest::newRow("length of tests") << Rule(noFileOutgrowsItsReader) << QStringLiteral("tests");
    }

    void areKept()
    {
        QFETCH(Rule, rule);
        QFETCH(QString, folder);
        const QList<SourceFile> sources = sourcesBelow(folder);
        QVERIFY(!sources.isEmpty());

        QStringList broken;
        for (const SourceFile &file : sources)
            for (const QString &fault : rule(file))
                broken.append(QStringLiteral("%1/%2: %3").arg(folder, file.name, fault));
        QCOMPARE(broken.join(QLatin1Char('\n')), QString());
    }

    void tellRightFromWrong_data()
    {
        QTest::addColumn<Rule>("rule");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fine");

        const auto row = [](const char *title, Rule rule, const char *file, const QString &text, bool fine) {
            QTest::newRow(title) << rule << QString::fromLatin1(file) << text << fine;
        };
        row("upwards", roomsIncludeOnlyWhatTheyMay, "ui/a.cpp", QStringLiteral("#include \"wizard/b.h\""), true);
        row("downwards", roomsIncludeOnlyWhatTheyMay, "wizard/a.cpp", QStringLiteral("#include \"ui/b.h\""), false);
        row("past a room", roomsIncludeOnlyWhatTheyMay, "ui/a.cpp", QStringLiteral("#include \"clerk/b.h\""), false);
        row("new room", roomsIncludeOnlyWhatTheyMay, "attic/a.cpp", QString(), false);
        row("main", roomsIncludeOnlyWhatTheyMay, "main.cpp", QStringLiteral("#include \"clerk/b.h\""), true);
        row("in a comment", roomsIncludeOnlyWhatTheyMay, "wizard/a.cpp", QStringLiteral("// #include \"ui/b.h\""),
            true);
        row("dialog in ui", dialogsLiveInTheUi, "ui/a.cpp", QStringLiteral("#include <QMessageBox>"), true);
        row("message box", dialogsLiveInTheUi, "clerk/a.cpp", QStringLiteral("#include <QMessageBox>"), false);
        row("file dialog", dialogsLiveInTheUi, "main.cpp", QStringLiteral("#include <QtWidgets/QFileDialog>"), false);
        row("listed", secretsAreRevealedInFewPlaces, "clerk/httptransport.cpp", QStringLiteral("k.reveal()"), true);
        row("unlisted", secretsAreRevealedInFewPlaces, "wizard/a.cpp", QStringLiteral("k.reveal()"), false);
        row("values", continuationsStandAlone, "a/b.cpp", QStringLiteral("f.then([id](int) {})"), true);
        row("named", continuationsStandAlone, "a/b.cpp", QStringLiteral("f.then(check)"), true);
        row("context", continuationsStandAlone, "a/b.cpp", QStringLiteral("f.then(this, [](int) {})"), false);
        row("other context", continuationsStandAlone, "a/b.cpp", QStringLiteral("f.then(page, [](int) {})"), false);
        row("address", continuationsStandAlone, "a/b.cpp", QStringLiteral("f.then(&page, [](int) {})"), false);
        row("this", continuationsStandAlone, "a/b.cpp", QStringLiteral("f.then([id, this](int) {})"), false);
        row("everything", continuationsStandAlone, "a/b.cpp", QStringLiteral("f.then([=](int) {})"), false);
        row("reference", continuationsStandAlone, "a/b.cpp", QStringLiteral("f.then([&](int) {})"), false);
        row("loop", nobodyWaitsInside, "ui/a.cpp", QStringLiteral("QEventLoop loop;"), false);
        row("static dialog", nobodyWaitsInside, "ui/a.cpp", QStringLiteral("QFileDialog::getSaveFileName(w)"), false);
        row("dialog that waits", nobodyWaitsInside, "ui/a.cpp", QStringLiteral("dialog.exec();"), false);
        row("the application's own", nobodyWaitsInside, "main.cpp", QStringLiteral("return QApplication::exec();"),
            true);
        row("long", noFileOutgrowsItsReader, "a/b.cpp", QString(longestFile + 1, QLatin1Char('\n')), false);
        row("long enough", noFileOutgrowsItsReader, "a/b.cpp", QString(longestFile, QLatin1Char('\n')), true);
    }

    void tellRightFromWrong()
    {
        QFETCH(Rule, rule);
        QFETCH(QString, file);
        QFETCH(QString, text);
        QFETCH(bool, fine);

        QCOMPARE(rule({file, text}).isEmpty(), fine);
    }
};

QTEST_APPLESS_MAIN(TestConventions)
#include "tst_conventions.moc"
