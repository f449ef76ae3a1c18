// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/authorizationserver.h"
#include "auth/browser.h"
#include "auth/useragent.h"
#include "cli/desk.h"

#include <QJsonArray>
#include <QtTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

//! What the program has said on standard error, up to the address to open; empty if it ended.
QUrl addressToOpen(QProcess &program, QByteArray &said)
{
    program.setReadChannel(QProcess::StandardError);
    while (program.canReadLine() || program.waitForReadyRead(30'000)) {
        const QByteArray line = program.readLine();
        said += line;
        if (line.startsWith("http"))
            return QUrl(QString::fromUtf8(line.trimmed()));
    }
    return {};
}

} // namespace

//! Somebody signs in to HighLevel with a real browser, synchronizes, and meets what can become of
//! a sign-in. The functions build on each other and run in this order.
class TestCliSignIn final : public QObject
{
    Q_OBJECT

private:
    ServedSandbox m_services {{u"--people"_s, u"60"_s, u"--control-port"_s, u"0"_s}};
    Desk m_desk {m_services};

    [[nodiscard]] QStringList connecting(const QStringList &more = {}) const
    {
        return QStringList {u"connect"_s,
                            u"highlevel"_s,
                            u"--browser"_s,
                            u"--client-id"_s,
                            m_services.told(u"appClientId"_s),
                            u"--url"_s,
                            m_services.told(u"highlevel"_s),
                            u"--authorize-url"_s,
                            m_services.told(u"highlevel"_s) + "/v2/oauth/chooselocation"_L1}
        + more;
    }

    //! Starts the command and gives it the secret; it waits for the browser at `address`.
    [[nodiscard]] std::unique_ptr<QProcess> waiting(const QStringList &more,
                                                    const QByteArray &input, QUrl &address)
    {
        std::unique_ptr<QProcess> program = m_desk.start(connecting(more));
        program->write(input);
        QByteArray said;
        address = addressToOpen(*program, said);
        if (address.isEmpty())
            qWarning().noquote() << said << program->readAllStandardOutput();
        return program;
    }

    [[nodiscard]] QByteArray secret() const
    {
        return m_services.told(u"appClientSecret"_s).toUtf8() + '\n';
    }

    //! How often the sandbox was asked for a pair since it started.
    [[nodiscard]] int pairsAskedFor()
    {
        const QJsonArray entries
            = m_services.steer("GET", u"/requests"_s).value("entries"_L1).toArray();
        return static_cast<int>(
            std::count_if(entries.cbegin(), entries.cend(), [](const QJsonValue &entry) {
                return entry["side"_L1] == "highlevel"_L1 && entry["path"_L1] == "/oauth/token"_L1;
            }));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("TWINBOOK_KEYRING"))
            QSKIP("run through with-keyring.sh, which makes a password store");
        if (const QString reason = Browser::missing(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        QVERIFY(m_services.isUp());
        VERIFY_EXIT(m_desk.connectOfficeRnD(), 0);
    }

    void interruptingWhileTheBrowserIsOpenChangesNothing()
    {
        QUrl address;
        const auto program = waiting({}, secret(), address);
        QVERIFY(address.isValid());
        ::kill(static_cast<pid_t>(program->processId()), SIGINT);
        VERIFY_EXIT(endOf(*program), 3);
        VERIFY_EXIT(m_desk.run({u"preview"_s}), 2);
    }

    void anAccountThatWasNotOpenedIsRefused()
    {
        QUrl address;
        const auto program = waiting({u"--location"_s, u"somebodyElses1"_s}, secret(), address);
        Browser browser;
        browser.open(address, u"Location"_s, u"/signed-in"_s);
        (void)browser.lastPage(); // needs the event loop, which endOf() does not run
        const Ended ended = endOf(*program);
        VERIFY_EXIT(ended, 2);
        QVERIFY2(ended.sentence().contains("did not open the account"_L1),
                 ended.told().constData());
        VERIFY_EXIT(m_desk.run({u"preview"_s}), 2);
    }

    void signsInAndAsksWhichAccount()
    {
        QUrl address;
        const auto program = waiting({}, secret(), address);
        Browser browser;
        browser.open(address, u"Location"_s, u"/signed-in"_s);
        QCOMPARE(browser.lastPage().value("heading"_L1).toString(), u"You are signed in"_s);
        program->write("9\n1\n");
        const Ended ended = endOf(*program);
        VERIFY_EXIT(ended, 0);
        QVERIFY2(ended.err.contains("Is this the right account?"), ended.told().constData());
        QVERIFY2(ended.err.contains(m_services.told(u"location"_s).toUtf8()),
                 ended.told().constData());
        QCOMPARE(ended.json.value("service"_L1).toString(), u"highlevel"_s);
        QCOMPARE(ended.json.value("people"_L1).toInt(), m_services.people(Side::Right).size());
        QVERIFY(!ended.err.contains(secret().trimmed()) && !ended.out.contains(secret().trimmed()));
    }

    void syncWorksWithTheStoredPair()
    {
        const Ended ended = m_desk.run({u"sync"_s, u"--yes"_s});
        QCOMPARE(ended.json.value("ending"_L1).toString(), u"completed"_s);
        QCOMPARE(ended.json.value("failed"_L1).toInt(-1), 0);
        QVERIFY(bothSidesOf(ended.json, u"created"_s) > 0);
    }

    void anExpiredTokenIsRenewedWithoutAWord()
    {
        const int before = pairsAskedFor();
        (void)m_services.steer("POST", u"/clock"_s, {{u"advanceMs"_s, 25 * 3600 * 1000}});
        const Ended ended = m_desk.run({u"preview"_s});
        QVERIFY2(!ended.json.contains("error"_L1), ended.told().constData());
        QCOMPARE(pairsAskedFor(), before + 1);
        // The new pair was kept: the next program does not renew again.
        QVERIFY(!m_desk.run({u"preview"_s}).json.contains("error"_L1));
        QCOMPARE(pairsAskedFor(), before + 1);
    }

    void aRevokedSignInSaysSignInAgain()
    {
        (void)m_services.steer("POST", u"/faults"_s,
                               {{u"name"_s, u"token-revoked"_s}, {u"side"_s, u"highlevel"_s}});
        const int before = pairsAskedFor();
        const Ended ended = m_desk.run({u"sync"_s, u"--yes"_s});
        VERIFY_EXIT(ended, 2);
        QCOMPARE(ended.json["error"_L1]["kind"_L1].toString(), u"unauthorized"_s);
        QVERIFY2(ended.sentence().contains("HighLevel"_L1)
                     && ended.sentence().contains("sign in again"_L1),
                 ended.told().constData());
        QCOMPARE(pairsAskedFor(), before + 1); // asked once and not again
    }

    //! The client secret was kept, so an empty line is enough.
    void anAgencySignsInAgainOverThePublishedPage()
    {
        AuthorizationServer pages;
        if (const QString reason = pages.start(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        QUrl address;
        const auto program
            = waiting({u"--redirect-page"_s, pages.url(u"/redirect.html"_s).toString(),
                       u"--location"_s, m_services.told(u"location"_s)},
                      "\n", address);
        Browser browser;
        browser.open(address, u"Company"_s, u"/signed-in"_s);
        QCOMPARE(browser.lastPage().value("heading"_L1).toString(), u"You are signed in"_s);
        VERIFY_EXIT(endOf(*program), 0);
        const Ended preview = m_desk.run({u"preview"_s});
        QVERIFY2(!preview.json.contains("error"_L1), preview.told().constData());
    }

    //! HighLevel may not hand back our mark; then the address is pasted.
    void aCodeWithoutOurMarkIsPasted()
    {
        (void)m_services.steer("PUT", u"/quirks"_s,
                               {{u"highlevel.sign-in-hands-back-state"_s, false}});
        QUrl address;
        const auto program
            = waiting({u"--location"_s, m_services.told(u"location"_s)}, "\n", address);
        Browser browser;
        browser.open(address, u"Location"_s, u"/signed-in"_s);
        const QJsonObject page = browser.lastPage();
        QCOMPARE(page.value("heading"_L1).toString(), u"One more step"_s);
        program->write("nonsense that is no code\n");
        program->write(page.value("address"_L1).toString().toUtf8() + '\n');
        VERIFY_EXIT(endOf(*program), 0);
    }

    //! The answer may be there before the question.
    void aPartnerSignsInToOfficeRnD()
    {
        std::unique_ptr<QProcess> program = m_desk.start(
            {u"connect"_s, u"officernd"_s, u"--browser"_s, u"--client-id"_s,
             m_services.told(u"clientId"_s), u"--url"_s, m_services.told(u"officernd"_s),
             u"--identity-url"_s, m_services.told(u"identity"_s)});
        program->write(m_services.told(u"clientSecret"_s).toUtf8() + '\n');
        QByteArray said;
        const QUrl address = addressToOpen(*program, said);
        QVERIFY2(address.isValid(), said.constData());
        UserAgent agent;
        const Page page = agent.get(agent.get(address).redirect);
        QVERIFY(page.body.contains("You are signed in"));
        program->write("1\n");
        VERIFY_EXIT(endOf(*program), 0);
        const Ended preview = m_desk.run({u"preview"_s});
        QVERIFY2(!preview.json.contains("error"_L1), preview.told().constData());
    }

    void theRedirectPageIsSaved()
    {
        const QString file = m_desk.path(u"redirect.html"_s);
        VERIFY_EXIT(m_desk.run({u"connect"_s, u"redirect-page"_s, file}), 0);
        QFile saved(file);
        QFile original(QStringLiteral(TWINBOOK_REDIRECT_PAGE));
        QVERIFY(saved.open(QFile::ReadOnly) && original.open(QFile::ReadOnly));
        QCOMPARE(saved.readAll(), original.readAll());
        VERIFY_EXIT(m_desk.run({u"connect"_s, u"redirect-page"_s, u"/nowhere/page.html"_s}), 2);
    }
};

QTEST_GUILESS_MAIN(TestCliSignIn)
#include "tst_cli_signin.moc"
