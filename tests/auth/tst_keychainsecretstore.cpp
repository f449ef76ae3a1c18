// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/keychainsecretstore.h"
#include "net/joboutcome.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::test::outcome;

namespace {

constexpr auto key = "officernd/test/client-secret"_L1;

} // namespace

//! Run by with-keyring.sh once for each state of the password store.
class TestKeychainSecretStore final : public QObject
{
    Q_OBJECT

private:
    const QString m_expected = qEnvironmentVariable("TWINBOOK_KEYRING");
    KeychainSecretStore m_store {u"app.twinbook.Twinbook.test"_s};

private Q_SLOTS:
    void initTestCase()
    {
        if (m_expected.isEmpty())
            QSKIP("run through with-keyring.sh, which makes a password store");
    }

    void stateIsTold()
    {
        const Result<SecretStoreState> state = outcome(m_store.state());
        QVERIFY(state);
        const QHash<QString, SecretStoreState> states {{u"ready"_s, SecretStoreState::Ready},
                                                       {u"locked"_s, SecretStoreState::Locked},
                                                       {u"absent"_s, SecretStoreState::Absent}};
        QCOMPARE(*state, states.value(m_expected));
    }

    void readyKeepsAndForgets()
    {
        if (m_expected != "ready"_L1)
            QSKIP("another state of the password store is under test");
        QCOMPARE(outcome(m_store.read(key)).value(), std::nullopt);
        QVERIFY(outcome(m_store.remove(key)));

        const QString secret = u"s3cret with ünïcode \"quotes\""_s;
        QVERIFY(outcome(m_store.write(key, secret)));
        QCOMPARE(outcome(m_store.read(key)).value(), std::optional(secret));
        QVERIFY(outcome(m_store.write(key, u"newer"_s)));
        QCOMPARE(outcome(m_store.read(key)).value(), std::optional(u"newer"_s));

        QVERIFY(outcome(m_store.remove(key)));
        QCOMPARE(outcome(m_store.read(key)).value(), std::nullopt);
    }

    void readyKeepsAcrossStores()
    {
        if (m_expected != "ready"_L1)
            QSKIP("another state of the password store is under test");
        QVERIFY(outcome(m_store.write(key, u"kept"_s)));
        KeychainSecretStore again(u"app.twinbook.Twinbook.test"_s);
        QCOMPARE(outcome(again.read(key)).value(), std::optional(u"kept"_s));
        KeychainSecretStore other(u"app.other.test"_s);
        QCOMPARE(outcome(other.read(key)).value(), std::nullopt);
    }

    void readySurvivesImpatience()
    {
        if (m_expected != "ready"_L1)
            QSKIP("another state of the password store is under test");
        for (int i = 0; i < 20; ++i) {
            auto job = m_store.write(key, QString::number(i));
            job->start();
            QTest::qWait(i);
            job.reset();
        }
        QTest::qWait(200);
        QVERIFY(outcome(m_store.write(key, u"last"_s)));
        QCOMPARE(outcome(m_store.read(key)).value(), std::optional(u"last"_s));
    }

    void lockedIsNeverAMissingEntry()
    {
        if (m_expected != "locked"_L1)
            QSKIP("another state of the password store is under test");
        QCOMPARE(outcome(m_store.read(key)).error().kind, ErrorKind::KeyringLocked);
        QCOMPARE(outcome(m_store.write(key, u"x"_s)).error().kind, ErrorKind::KeyringLocked);
        QCOMPARE(outcome(m_store.remove(key)).error().kind, ErrorKind::KeyringLocked);
    }

    void absentIsSaidAtOnceAndNothingIsWritten()
    {
        if (m_expected != "absent"_L1)
            QSKIP("another state of the password store is under test");
        QElapsedTimer elapsed;
        elapsed.start();
        QCOMPARE(outcome(m_store.read(key)).error().kind, ErrorKind::KeyringAbsent);
        QCOMPARE(outcome(m_store.write(key, u"plain-text-check"_s)).error().kind,
                 ErrorKind::KeyringAbsent);
        QVERIFY(elapsed.elapsed() < 5'000);

        QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                QVERIFY2(!file.readAll().contains("plain-text-check"), qPrintable(file.fileName()));
        }
    }
};

QTEST_GUILESS_MAIN(TestKeychainSecretStore)
#include "tst_keychainsecretstore.moc"
