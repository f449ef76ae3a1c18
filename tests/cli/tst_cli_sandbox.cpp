// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/program.h"
#include "cli/servedsandbox.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook::test;

//! What the program tells of the played services, and how it lets them be steered.
class TestCliSandbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsBehaviours()
    {
        const Ended ended = twinbookctl({u"sandbox"_s, u"quirks"_s, u"--json"_s});
        VERIFY_EXIT(ended, 0);
        const QJsonArray quirks = ended.json.value(u"quirks"_s).toArray();
        QVERIFY(quirks.size() > 40);
        for (const QJsonValue &value : quirks) {
            const QJsonObject quirk = value.toObject();
            for (const QString &member :
                 {u"name"_s, u"side"_s, u"evidence"_s, u"source"_s, u"statement"_s})
                QVERIFY2(!quirk.value(member).toString().isEmpty(), qPrintable(member));
        }
        const Ended text = twinbookctl({u"sandbox"_s, u"quirks"_s});
        QCOMPARE(text.out.count('\n'), quirks.size());
    }

    void listsFaults()
    {
        const Ended ended = twinbookctl({u"sandbox"_s, u"faults"_s, u"--json"_s});
        VERIFY_EXIT(ended, 0);
        QVERIFY(ended.json.value(u"faults"_s).toArray().size() >= 40);
        const Ended text = twinbookctl({u"sandbox"_s, u"faults"_s});
        QVERIFY(text.out.contains("reset-in-body"));
    }

    void isSteeredOnlyWhenAsked()
    {
        const ServedSandbox plain({});
        QVERIFY(plain.isUp());
        QVERIFY(plain.told(u"control"_s).isEmpty() && plain.told(u"controlSecret"_s).isEmpty());

        const QString name = u"officernd.tags-are-replaced"_s;
        const ServedSandbox steered({u"--control-port"_s, u"0"_s, u"--without"_s, name,
                                     u"--without"_s, u"officernd.null-clears"_s});
        QVERIFY(steered.isUp());
        QNetworkRequest request(QUrl(steered.told(u"control"_s) + u"/quirks"_s));
        request.setRawHeader("X-Sandbox-Secret", steered.told(u"controlSecret"_s).toLatin1());
        QNetworkAccessManager network;
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        QTRY_VERIFY(reply->isFinished());
        const QJsonObject quirks = QJsonDocument::fromJson(reply->readAll()).object();
        QCOMPARE(quirks.value(name), QJsonValue(false));
        QCOMPARE(quirks.value(u"officernd.null-clears"_s), QJsonValue(false));
        QCOMPARE(quirks.value(u"officernd.long-page-is-refused"_s), QJsonValue(true));
    }

    void refusesOddRequests_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no verb") << QStringList {u"sandbox"_s};
        QTest::newRow("verb") << QStringList {u"sandbox"_s, u"explode"_s};
        QTest::newRow("quirk") << QStringList {u"sandbox"_s, u"serve"_s, u"--without"_s,
                                               u"gremlins"_s};
        QTest::newRow("port") << QStringList {u"sandbox"_s, u"serve"_s, u"--control-port"_s,
                                              u"99999"_s};
    }
    void refusesOddRequests()
    {
        QFETCH(QStringList, arguments);
        const Ended ended = twinbookctl(arguments, {}, 10'000);
        VERIFY_EXIT(ended, 2);
        QVERIFY(!ended.sentence().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCliSandbox)
#include "tst_cli_sandbox.moc"
