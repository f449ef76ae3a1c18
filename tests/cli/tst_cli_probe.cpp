// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/desk.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

//! The probe from the command line, against served services.
class TestCliProbe final : public QObject
{
    Q_OBJECT

private:
    ServedSandbox m_services {{u"--people"_s, u"40"_s, u"--seed"_s, u"12"_s}};
    Desk m_desk {m_services};

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("TWINBOOK_KEYRING"))
            QSKIP("run through with-keyring.sh, which makes a password store");
        QVERIFY(m_services.isUp());
    }

    void refusesWhatItCannotUse()
    {
        VERIFY_EXIT(m_desk.run({u"probe"_s}), 2);
        VERIFY_EXIT(m_desk.run({u"probe"_s, u"somebody"_s}), 2);
        VERIFY_EXIT(m_desk.run({u"probe"_s, u"highlevel"_s, u"--write"_s}), 2);
        VERIFY_EXIT(m_desk.run({u"probe"_s, u"highlevel"_s, u"--test-account"_s, u"x"_s}), 2);
        const Ended early = m_desk.run({u"probe"_s, u"highlevel"_s});
        VERIFY_EXIT(early, 2);
        QVERIFY(early.sentence().contains("HighLevel is not connected"_L1));
    }

    void readsAndKeepsTheResult()
    {
        VERIFY_EXIT(m_desk.connectHighLevel(), 0);
        const QString file = m_desk.path(u"probe.json"_s);
        const Ended ended = m_desk.run({u"probe"_s, u"highlevel"_s, u"--out"_s, file});
        VERIFY_EXIT(ended, 0);
        const QJsonObject found = ended.json.value("quirks"_L1).toObject();
        QCOMPARE(found.value("highlevel.search-window-ends"_L1)["state"_L1].toString(),
                 u"confirmed"_s);
        QCOMPARE(found.value("highlevel.null-clears"_L1)["state"_L1].toString(), u"unknown"_s);
        QFile kept(file);
        QVERIFY(kept.open(QFile::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(kept.readAll()).object(), ended.json);
        QVERIFY(m_desk.run({u"catalogue"_s, u"sent"_s}).json["sent"_L1].toArray().isEmpty());
    }

    //! A probe is kept, can be seen, discarded and taken up again from its file.
    void theResultIsGoneBy()
    {
        const QString file = m_desk.path(u"probe.json"_s);
        const auto shown = [this] {
            return m_desk.run({u"probe"_s, u"show"_s}).json["probes"_L1]["highlevel"_L1].toObject();
        };
        QCOMPARE(shown().value("account"_L1).toString(), m_services.told(u"location"_s));
        QVERIFY(
            shown().value("confirmed"_L1).toArray().contains("highlevel.search-window-ends"_L1));
        QVERIFY(shown().value("contradicted"_L1).toArray().isEmpty());
        VERIFY_EXIT(m_desk.run({u"probe"_s, u"discard"_s, u"highlevel"_s}), 0);
        QVERIFY(shown().isEmpty());
        VERIFY_EXIT(m_desk.run({u"probe"_s, u"use"_s, file}), 0);
        QVERIFY(!shown().isEmpty());
        VERIFY_EXIT(m_desk.run({u"probe"_s, u"discard"_s, u"somebody"_s}), 2);
        VERIFY_EXIT(m_desk.run({u"probe"_s, u"use"_s}), 2);
    }

    void otherFilesChangeNothing()
    {
        const Ended before = m_desk.run({u"probe"_s, u"show"_s});
        const auto use = [this](const QByteArray &content) {
            QFile file(m_desk.path(u"other.json"_s));
            if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
                qFatal("%s", qPrintable(file.errorString()));
            file.close();
            return m_desk.run({u"probe"_s, u"use"_s, file.fileName()});
        };
        const Ended foreign
            = use(R"({"service": "highlevel", "account": "another", "quirks": {}})");
        VERIFY_EXIT(foreign, 2);
        QVERIFY(foreign.sentence().contains("another account"_L1));
        const Ended hostile = use("\x1b[2J not JSON");
        VERIFY_EXIT(hostile, 2);
        QVERIFY(hostile.sentence().contains("was not taken up"_L1));
        const Ended unconnected
            = use(R"({"service": "officernd", "account": "acme", "quirks": {}})");
        VERIFY_EXIT(unconnected, 2);
        QVERIFY(unconnected.sentence().contains("not connected"_L1));
        QCOMPARE(m_desk.run({u"probe"_s, u"show"_s}).json, before.json);
        VERIFY_EXIT(
            m_desk.run({u"sandbox"_s, u"serve"_s, u"--quirks"_s, m_desk.path(u"null.json"_s)}), 2);
    }

    //! A sandbox that behaves as a probed account does: the probe finds the same there.
    void aSandboxPlaysWhatWasProbed()
    {
        const QString file = m_desk.path(u"null.json"_s);
        QFile out(file);
        QVERIFY(out.open(QFile::WriteOnly));
        out.write(R"({"service": "highlevel", "account": "any", "quirks":
                      {"highlevel.null-clears": {"state": "contradicted"},
                       "highlevel.search-window-ends": {"state": "unknown"}}})");
        out.close();
        ServedSandbox played {{u"--people"_s, u"10"_s, u"--quirks"_s, file}};
        QVERIFY(played.isUp());
        Desk desk(played);
        VERIFY_EXIT(desk.connectHighLevel(), 0);
        const Ended ended = desk.run({u"probe"_s, u"highlevel"_s, u"--write"_s, u"--test-account"_s,
                                      played.told(u"location"_s)});
        VERIFY_EXIT(ended, 0);
        QCOMPARE(ended.json["quirks"_L1]["highlevel.null-clears"_L1]["state"_L1].toString(),
                 u"contradicted"_s);
        const QJsonObject kept = desk.run({u"probe"_s, u"show"_s}).json;
        QCOMPARE(kept["probes"_L1]["highlevel"_L1]["contradicted"_L1].toArray(),
                 QJsonArray {u"highlevel.null-clears"_s});
    }

    void anotherNameChangesNothing()
    {
        const QList<QJsonObject> before = m_services.people(Side::Right);
        const Ended ended = m_desk.run(
            {u"probe"_s, u"highlevel"_s, u"--write"_s, u"--test-account"_s, u"Somebody else"_s});
        VERIFY_EXIT(ended, 2);
        QVERIFY(ended.sentence().contains("nothing was changed"_L1));
        QCOMPARE(m_services.people(Side::Right), before);
    }

    //! Every change can be looked up afterwards.
    void writesAreKept()
    {
        const QList<QJsonObject> before = m_services.people(Side::Right);
        const Ended ended = m_desk.run({u"probe"_s, u"highlevel"_s, u"--write"_s,
                                        u"--test-account"_s, m_services.told(u"location"_s)});
        VERIFY_EXIT(ended, 0);
        QCOMPARE(ended.json["quirks"_L1]["highlevel.null-clears"_L1]["state"_L1].toString(),
                 u"confirmed"_s);
        QCOMPARE(m_services.people(Side::Right), before);
        const Ended sent = m_desk.run({u"catalogue"_s, u"sent"_s});
        QVERIFY(sent.json["sent"_L1].toArray().size() > 20);
    }

    void aFileThatCannotBeWrittenStopsItFirst()
    {
        const Ended ended
            = m_desk.run({u"probe"_s, u"highlevel"_s, u"--out"_s, u"/proc/nowhere/x"_s});
        VERIFY_EXIT(ended, 2);
        QVERIFY(ended.sentence().contains("cannot be written"_L1));
    }
};

QTEST_GUILESS_MAIN(TestCliProbe)
#include "tst_cli_probe.moc"
