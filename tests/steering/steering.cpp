#include "foundation/wiping.h"
#include "steering/looks.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGenericPlugin>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSocketNotifier>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTest>
#include <QToolButton>

#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace golive::steering;

namespace {

/// Works the program's window as a person would, on behalf of a test in another process. Commands come as lines
/// through a socket; every one is answered with a line. What is to be typed comes after its command and is read byte
/// by byte, so that this plugin never holds a secret that the program is looked through for.
class Steering final : public QObject
{
public:
    explicit Steering(const QString &path)
        : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        const QByteArray name = path.toLocal8Bit();
        std::memcpy(address.sun_path, name.constData(),
                    std::min(sizeof(address.sun_path) - 1, static_cast<std::size_t>(name.size())));
        if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
            qFatal("nobody steers at %s", name.constData());
        auto *heard = new QSocketNotifier(m_socket, QSocketNotifier::Read, this);
        connect(heard, &QSocketNotifier::activated, this, [this, heard] {
            heard->setEnabled(false); // while a command waits for something, it is the only one
            const QByteArray command = line();
            if (command.isEmpty())
                return; // nobody steers any more
            answer(perform(QString::fromUtf8(command)));
            heard->setEnabled(true);
        });
    }

private:
    static constexpr qsizetype longestLine = 4096;

    QByteArray line() const
    {
        QByteArray text;
        text.reserve(longestLine); // a growing buffer would leave pieces behind
        for (char each = 0; ::read(m_socket, &each, 1) == 1 && each != '\n';)
            text += each;
        return text;
    }

    void answer(const QByteArray &text) const
    {
        const QByteArray whole = text + '\n';
        for (qsizetype sent = 0; sent < whole.size();) {
            const auto now = ::write(m_socket, whole.constData() + sent, static_cast<std::size_t>(whole.size() - sent));
            if (now <= 0)
                return;
            sent += now;
        }
    }

    QByteArray perform(const QString &command)
    {
        const QString verb = command.section(QLatin1Char(' '), 0, 0);
        const QString rest = command.section(QLatin1Char(' '), 1);
        if (const auto seen = answerTo(verb, rest))
            return *seen;
        if (verb == QLatin1String("press"))
            return yes(press(buttonOf(find(rest))));
        if (verb == QLatin1String("reveal"))
            return yes(reveal(find(rest)));
        if (verb == QLatin1String("save"))
            return yes(saveAs(rest.section(QLatin1Char(' '), 0, 0), rest.section(QLatin1Char(' '), 1)));
        if (verb == QLatin1String("type"))
            return yes(type(qobject_cast<QLineEdit *>(find(rest))));
        if (verb == QLatin1String("leave"))
            return yes(leave(find(rest)));
        if (verb == QLatin1String("paste"))
            return yes(paste(qobject_cast<QLineEdit *>(find(rest))));
        if (verb == QLatin1String("row"))
            return yes(chooseRow(rest.section(QLatin1Char(' '), 0, 0), rest.section(QLatin1Char(' '), 1)));
        if (verb == QLatin1String("put"))
            return yes(putOnClipboard());
        if (verb == QLatin1String("undone"))
            return json(undone());
        if (verb == QLatin1String("pass"))
            return yes(passTime(rest.toDouble()));
        if (verb == QLatin1String("trust"))
            return yes(trust(rest));
        if (verb == QLatin1String("grab"))
            return yes(QApplication::activeWindow() != nullptr && QApplication::activeWindow()->grab().save(rest));
        if (verb == QLatin1String("crash"))
            std::abort();
        return "what?";
    }

    static void bringIntoView(QWidget &widget)
    {
        for (QWidget *above = widget.parentWidget(); above != nullptr; above = above->parentWidget())
            if (auto *area = qobject_cast<QScrollArea *>(above))
                area->ensureWidgetVisible(&widget);
        QCoreApplication::processEvents();
    }

    /// The button itself, or the first one in what stands around it.
    static QAbstractButton *buttonOf(QWidget *widget)
    {
        auto *button = qobject_cast<QAbstractButton *>(widget);
        return button == nullptr && widget != nullptr ? widget->findChild<QAbstractButton *>() : button;
    }

    /// Shows a hidden secret, or hides it again.
    static bool reveal(QWidget *row)
    {
        const QList<QToolButton *> buttons
            = row == nullptr ? QList<QToolButton *>() : row->findChildren<QToolButton *>();
        for (QToolButton *button : buttons)
            if (button->isCheckable())
                return press(button);
        return false;
    }

    /// Presses a button that asks for a file, and answers with that path.
    static bool saveAs(const QString &button, const QString &path)
    {
        if (!press(buttonOf(find(button))))
            return false;
        for (QWidget *window : QApplication::topLevelWidgets())
            if (auto *dialog = qobject_cast<QFileDialog *>(window); dialog != nullptr && dialog->isVisible()) {
                dialog->selectFile(path);
                dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
                return true;
            }
        return false;
    }

    static bool press(QAbstractButton *button)
    {
        if (!isReady(button))
            return false;
        bringIntoView(*button);
        // Near its start: a check box stretches further than what can be clicked.
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(12, button->height() / 2));
        return true;
    }

    bool type(QLineEdit *field) const
    {
        const bool can = isReady(field);
        if (can) {
            bringIntoView(*field);
            field->setFocus();
            field->selectAll();
        }
        for (char each = 0; ::read(m_socket, &each, 1) == 1 && each != '\n';)
            if (can)
                QTest::keyClick(field, each);
        return can;
    }

    static bool leave(QWidget *field)
    {
        if (field != nullptr)
            QTest::keyClick(field, Qt::Key_Tab);
        return field != nullptr;
    }

    static bool paste(QLineEdit *field)
    {
        if (!isReady(field))
            return false;
        bringIntoView(*field);
        field->setFocus();
        field->selectAll();
        QTest::keySequence(field, QKeySequence::Paste);
        return true;
    }

    static bool chooseRow(const QString &list, const QString &text)
    {
        auto *view = qobject_cast<QAbstractItemView *>(find(list));
        for (int row = 0; view != nullptr && row < view->model()->rowCount(); ++row) {
            const QModelIndex index = view->model()->index(row, 0);
            if (!index.data(Qt::DisplayRole).toString().contains(text)
                && !index.data(Qt::AccessibleTextRole).toString().contains(text))
                continue;
            view->scrollTo(index);
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
            return true;
        }
        return false;
    }

    /// One line; `\r` stands for the end of one.
    bool putOnClipboard()
    {
        QByteArray given = line();
        given.replace('\r', '\n');
        QString before = std::exchange(m_put, QString::fromUtf8(given));
        QGuiApplication::clipboard()->setText(m_put);
        golive::wipe(given);
        golive::wipe(before); // the clipboard has let go of it
        return true;
    }

    /// Only where the program was started with what it takes.
    static bool passTime(double seconds)
    {
        auto *pass = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "golivePassTime"));
        if (pass != nullptr)
            pass(static_cast<int>(seconds * 1000));
        return pass != nullptr;
    }

    static bool trust(const QString &authority)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(authority));
        QSslConfiguration::setDefaultConfiguration(configuration);
        return !configuration.caCertificates().isEmpty();
    }

    /// Fields for secrets in which Ctrl+Z changes something.
    static QStringList undone()
    {
        QStringList names;
        for (QWidget *widget : QApplication::allWidgets()) {
            auto *edit = qobject_cast<QLineEdit *>(widget);
            if (edit == nullptr || !edit->inputMethodHints().testFlag(Qt::ImhSensitiveData) || !edit->isVisible())
                continue;
            const qsizetype before = edit->text().size();
            QTest::keySequence(edit, QKeySequence::Undo);
            if (edit->text().size() != before)
                names << edit->objectName();
        }
        return names;
    }

    int m_socket;
    QString m_put; ///< on the clipboard
};

class SteeringPlugin final : public QGenericPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "steering.json")

public:
    /// `specification` is the path of the socket that commands come from.
    QObject *create(const QString & /*key*/, const QString &specification) override
    {
        return new Steering(specification);
    }
};

} // namespace

#include "steering.moc"
