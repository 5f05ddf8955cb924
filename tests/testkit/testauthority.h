#pragma once

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace golive {

/// A certification authority of the test's own, made by the openssl program.
class TestAuthority
{
public:
    static bool isPossible() { return !QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty(); }

    TestAuthority()
    {
        write(QStringLiteral("index"), {});
        write(QStringLiteral("conf"),
              "[ca]\ndefault_ca=own\n[own]\ndatabase=index\nnew_certs_dir=.\nrand_serial=yes\ndefault_md=sha256\n"
              "policy=any\ncopy_extensions=copy\nunique_subject=no\nprivate_key=ca.key\ncertificate=ca.pem\n"
              "[any]\ncommonName=supplied\n");
        openssl(QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem"
                               " -days 3650 -subj /CN=Tests"));
    }

    /// Valid on the days given as `20260101`; `names` as in `DNS:dns.test,IP:127.0.0.1`.
    void issue(const QString &file, const QString &names, const QString &from, const QString &until)
    {
        const QString midnight = QStringLiteral("000000Z");
        openssl(QStringLiteral("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout %1.key -out %1.csr"
                               " -subj /CN=server -addext subjectAltName=%2")
                    .arg(file, names));
        openssl(QStringLiteral("ca -batch -config conf -notext -in %1.csr -out %1.pem -startdate %2"
                               " -enddate %3")
                    .arg(file, from + midnight, until + midnight));
    }

    /// For a server that shows the certificate of that name.
    [[nodiscard]] QSslConfiguration serverSide(const QString &file) const
    {
        QSslConfiguration tls;
        tls.setLocalCertificate(QSslCertificate(read(file + QStringLiteral(".pem"))));
        tls.setPrivateKey(QSslKey(read(file + QStringLiteral(".key")), QSsl::Ec));
        return tls;
    }

    /// For a client that trusts this authority only.
    [[nodiscard]] QSslConfiguration clientSide() const
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates({QSslCertificate(read(QStringLiteral("ca.pem")))});
        return tls;
    }

    [[nodiscard]] QString path(const QString &file) const { return m_folder.filePath(file); }

private:
    void openssl(const QString &words)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral("openssl"), words.split(QLatin1Char(' ')));
        if (!process.waitForFinished(20'000) || process.exitCode() != 0)
            QTest::qFail(process.readAll().constData(), __FILE__, __LINE__);
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &text)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            QTest::qFail("cannot write the authority's files", __FILE__, __LINE__);
    }

    QTemporaryDir m_folder;
};

} // namespace golive
