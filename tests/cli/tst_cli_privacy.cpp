// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/desk.h"

#include <QDirIterator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

//! Where secrets and people may not show, with every log turned on.
class TestCliPrivacy final : public QObject
{
    Q_OBJECT

private:
    ServedSandbox m_services {{u"--people"_s, u"120"_s, u"--seed"_s, u"9"_s}};
    Desk m_desk {m_services};
    QByteArray m_said;
    QByteArray m_logged;
    QByteArray m_commandLines;
    QByteArray m_requests; //!< the list of requests in all its shapes

    void note(const Ended &ended)
    {
        m_said += ended.out;
        m_logged += ended.err;
    }

    [[nodiscard]] QByteArrayList secrets() const
    {
        return {m_services.told(u"clientSecret"_s).toUtf8(),
                m_services.told(u"privateToken"_s).toUtf8()};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("TWINBOOK_KEYRING"))
            QSKIP("run through with-keyring.sh, which makes a password store");
        QVERIFY(m_services.isUp());
        qputenv("QT_LOGGING_RULES", "twinbook.*=true");
        note(m_desk.connectOfficeRnD());
        note(m_desk.connectHighLevel());
        const std::unique_ptr<QProcess> sync = m_desk.start({u"sync"_s, u"--yes"_s});
        QVERIFY(sync->waitForStarted());
        QFile commandLine(u"/proc/%1/cmdline"_s.arg(sync->processId()));
        QVERIFY(commandLine.open(QFile::ReadOnly));
        m_commandLines = commandLine.readAll();
        note(endOf(*sync));
        for (const QString &command : {u"verify"_s, u"status"_s, u"history"_s, u"preview"_s})
            note(m_desk.run({command}));
        for (const QStringList &more : {QStringList(), QStringList {u"--csv"_s}})
            m_requests += m_desk.run(QStringList {u"requests"_s, u"list"_s} + more).out;
        for (const QString &name : {u"requests.csv"_s, u"requests.json"_s}) {
            const QString path = m_desk.path(name);
            note(m_desk.run({u"requests"_s, u"export"_s, path}));
            QFile file(path);
            QVERIFY(file.open(QFile::ReadOnly));
            m_requests += file.readAll();
        }
        note(m_desk.connectHighLevel(m_services.told(u"location"_s), u"pit-not-this-one-0123"_s));
        note(m_desk.connectOfficeRnD(u"elsewhere"_s, m_services.told(u"clientSecret"_s)));
    }

    void secretsAreNeverSaid()
    {
        QVERIFY(m_commandLines.contains("sync"));
        QVERIFY(m_logged.contains("twinbook."));
        const QByteArrayList hidden = secrets() << "pit-not-this-one-0123";
        for (const QByteArray &secret : hidden) {
            QVERIFY(secret.size() > 8);
            QVERIFY(!m_said.contains(secret));
            QVERIFY(!m_logged.contains(secret));
            QVERIFY(!m_commandLines.contains(secret));
        }
        QVERIFY(!m_logged.contains("Bearer "));
    }

    void logsNameNobody()
    {
        int checked = 0;
        for (const Side side : bothSides) {
            const QList<QJsonObject> people = m_services.people(side);
            for (const QJsonObject &person : people) {
                const QByteArray email = person.value("email"_L1).toString().toUtf8();
                const QByteArray phone = person.value("phone"_L1).toString().toUtf8();
                QVERIFY2(email.isEmpty() || !m_logged.contains(email), email.constData());
                QVERIFY2(phone.isEmpty() || !m_logged.contains(phone), phone.constData());
                checked += email.isEmpty() ? 0 : 1;
            }
        }
        QVERIFY(checked > 100);
        QVERIFY(!m_logged.contains('@'));
    }

    void theListOfRequestsNamesNobody()
    {
        QVERIFY(m_requests.contains("highlevel.contacts.search"));
        QVERIFY(m_requests.contains("officernd.members.list"));
        const QByteArrayList hidden = secrets();
        for (const QByteArray &secret : hidden)
            QVERIFY(!m_requests.contains(secret));
        QVERIFY(!m_requests.contains('@'));
        QVERIFY(!m_requests.contains("%40"));
        for (const Side side : bothSides) {
            const QList<QJsonObject> people = m_services.people(side);
            for (const QJsonObject &person : people) {
                for (const QString &member :
                     {u"name"_s, u"firstName"_s, u"lastName"_s, u"phone"_s}) {
                    const QByteArray value = person.value(member).toString().toUtf8();
                    QVERIFY2(value.size() < 5 || !m_requests.toLower().contains(value.toLower()),
                             value.constData());
                }
            }
        }
    }

    void filesKeepNoSecretAndBelongToTheirUserAlone()
    {
        const QString root = m_desk.path(u"twinbook"_s);
        constexpr auto foreign = QFileDevice::ReadGroup | QFileDevice::WriteGroup
            | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::WriteOther
            | QFileDevice::ExeOther;
        QVERIFY(!(QFileInfo(root).permissions() & foreign));
        int files = 0;
        QDirIterator entries(root, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                             QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            const QFileInfo entry(entries.next());
            QVERIFY2(!(entry.permissions() & foreign), qPrintable(entry.filePath()));
            if (entry.isDir())
                continue;
            QVERIFY2(!(entry.permissions() & QFileDevice::ExeOwner), qPrintable(entry.filePath()));
            QFile file(entry.filePath());
            QVERIFY(file.open(QFile::ReadOnly));
            const QByteArray content = file.readAll();
            const QByteArrayList hidden = secrets();
            for (const QByteArray &secret : hidden)
                QVERIFY2(!content.contains(secret), qPrintable(entry.filePath()));
            ++files;
        }
        QVERIFY(files > 0);
    }

    void practiceFilesBelongToTheirUserAlone()
    {
        const QTemporaryDir directory;
        const Ended ended = twinbookctl(
            {u"practice"_s, u"--people"_s, u"40"_s, u"--data-dir"_s, directory.filePath(u"new"_s)});
        QVERIFY2(ended.code <= 1, ended.told().constData());
        QDirIterator entries(directory.path(), QDir::AllEntries | QDir::NoDotAndDotDot,
                             QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            const QFileInfo entry(entries.next());
            const auto expected = entry.isDir()
                ? QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner
                : QFileDevice::ReadOwner | QFileDevice::WriteOwner;
            const auto user = QFileDevice::ReadUser | QFileDevice::WriteUser | QFileDevice::ExeUser;
            QCOMPARE(entry.permissions() & ~QFileDevice::Permissions(user),
                     QFileDevice::Permissions(expected));
        }
    }
};

QTEST_GUILESS_MAIN(TestCliPrivacy)
#include "tst_cli_privacy.moc"
