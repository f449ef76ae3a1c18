// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/keychainsecretstore.h"
#include "net/joboutcome.h"
#include "signindesk.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

QString pairKey()
{
    return QStringLiteral("highlevel/loc-1/sign-in");
}

QString keyringName()
{
    return QStringLiteral("app.twinbook.test");
}

} // namespace

//! Several programs with one sign-in in a real password store, at a real authorization server.
class TestSignInProcesses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = m_server.start(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        QVERIFY(outcome(
            m_keyring.write(highLevelClientSecretKey(SignInDesk::desk()), u"desk secret+/=&"_s)));
    }

    //! Somebody signed in, and the token has run out since.
    void init()
    {
        m_server.control({{u"graceSeconds"_s, 30}, {u"delaySeconds"_s, 0}});
        SignInDesk desk(m_server);
        TokenPair pair = desk.signIn();
        pair.expiresAt = desk.clock.now().addSecs(-1);
        QVERIFY(outcome(writeTokenPair(m_keyring, pairKey(), pair)));
        m_before = m_server.control();
    }

    void programsAtTheSameTimeRenewOnceAndShareTheResult()
    {
        m_server.control({{u"delaySeconds"_s, 1}, {u"graceSeconds"_s, 0}});
        std::vector<std::unique_ptr<QProcess>> programs;
        for (int i = 0; i < 4; ++i)
            programs.push_back(started());
        QSet<QByteArray> answers;
        for (const auto &program : programs)
            answers.insert(answerOf(*program));
        QCOMPARE(answers.size(), 1);
        QVERIFY2(answers.cbegin()->startsWith("token "), answers.cbegin()->constData());
        QCOMPARE(since("refresh"_L1), 1);
        QVERIFY(outcome(readTokenPair(m_keyring, pairKey())).value()->expiresAt
                > QDateTime::currentDateTimeUtc());
    }

    void killedBetweenReplyAndStoreGoesOnFromTheOldPair()
    {
        const auto before = outcome(readTokenPair(m_keyring, pairKey())).value();
        const auto killed = started(u"hold"_s);
        QVERIFY(killed->waitForReadyRead(20'000));
        QCOMPARE(killed->readAll(), "storing\n"_ba);
        killed->kill();
        QVERIFY(killed->waitForFinished());
        QCOMPARE(outcome(readTokenPair(m_keyring, pairKey())).value(), before);

        const auto next = started();
        const QByteArray answer = answerOf(*next);
        QVERIFY2(answer.startsWith("token "), answer.constData());
        QCOMPARE(since("refresh"_L1), 2);
        QCOMPARE(since("replayed"_L1), 1);
        QVERIFY(outcome(readTokenPair(m_keyring, pairKey())).value()->refresh != before->refresh);
    }

    void killedAndStartedTooLateHasToSignInAgain()
    {
        const auto killed = started(u"hold"_s);
        QVERIFY(killed->waitForReadyRead(20'000));
        killed->kill();
        QVERIFY(killed->waitForFinished());
        m_server.control({{u"graceSeconds"_s, 0}});
        QElapsedTimer elapsed;
        elapsed.start();
        const auto next = started();
        QCOMPARE(answerOf(*next), "error unauthorized\n"_ba);
        QVERIFY(elapsed.elapsed() < 5000); // the dead program's lock is in nobody's way
    }

private:
    [[nodiscard]] std::unique_ptr<QProcess> started(const QString &mode = {})
    {
        auto program = std::make_unique<QProcess>();
        program->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program->start(QStringLiteral(TWINBOOK_RENEWER),
                       {m_server.url().toString(), SignInDesk::desk(), pairKey(),
                        m_directory.filePath(u"sign-in.lock"_s), keyringName(), mode});
        return program;
    }

    [[nodiscard]] static QByteArray answerOf(QProcess &program)
    {
        if (program.state() != QProcess::NotRunning && !program.waitForFinished(60'000))
            return "did not end"_ba;
        return program.readAllStandardOutput();
    }

    [[nodiscard]] int since(QLatin1StringView what)
    {
        return m_server.control().value(what).toInt() - m_before.value(what).toInt();
    }

    AuthorizationServer m_server;
    KeychainSecretStore m_keyring {keyringName()};
    QTemporaryDir m_directory;
    QJsonObject m_before;
};

QTEST_GUILESS_MAIN(TestSignInProcesses)
#include "tst_signin_processes.moc"
