// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/desk.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook::test;

//! Run by with-keyring.sh once with a locked password store and once with none.
class TestCliPasswordStore final : public QObject
{
    Q_OBJECT

private:
    const QString m_state = qEnvironmentVariable("TWINBOOK_KEYRING");
    ServedSandbox m_services {{u"--people"_s, u"40"_s}};

private Q_SLOTS:
    void initTestCase()
    {
        if (m_state.isEmpty())
            QSKIP("run through with-keyring.sh, which makes a password store");
        QVERIFY(m_services.isUp());
    }

    void connectingSaysWhatToDoAndKeepsNothing()
    {
        const Desk desk(m_services);
        for (const Ended &ended : {desk.connectOfficeRnD(), desk.connectHighLevel()}) {
            VERIFY_EXIT(ended, 2);
            const QString said = ended.sentence();
            QVERIFY2(said.contains(m_state == "locked"_L1 ? "locked"_L1 : "password store"_L1),
                     qPrintable(said));
            QVERIFY2(!said.contains("token"_L1) && !said.contains("D-Bus"_L1), qPrintable(said));
        }
        const Ended preview = desk.run({u"preview"_s});
        VERIFY_EXIT(preview, 2);
        QVERIFY2(preview.sentence().contains("not connected"_L1), preview.told().constData());
        QFile database(desk.path(u"twinbook/twinbook.db"_s));
        QVERIFY(database.open(QFile::ReadOnly));
        const QByteArray content = database.readAll();
        for (const QString &secret : {u"clientSecret"_s, u"privateToken"_s})
            QVERIFY(!content.contains(m_services.told(secret).toUtf8()));
    }

    void practiceNeedsNoPasswordStore()
    {
        const Ended ended = twinbookctl({u"practice"_s, u"--people"_s, u"40"_s, u"--json"_s});
        QVERIFY2(ended.code == 0 || ended.code == 1, ended.told().constData());
    }
};

QTEST_GUILESS_MAIN(TestCliPasswordStore)
#include "tst_cli_passwordstore.moc"
