// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/desk.h"

#include <QJsonArray>
#include <QtTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

//! One person's way through all commands, from the first connection to agreement. The functions
//! build on each other and run in this order.
class TestCliJourney final : public QObject
{
    Q_OBJECT

private:
    ServedSandbox m_services {{u"--people"_s, u"200"_s, u"--seed"_s, u"3"_s}};
    Desk m_desk {m_services};
    PerSide<QList<QJsonObject>> m_before;

    //! Two of the same name and address, one on each side, who are not the same person.
    void addLookAlikes()
    {
        const QString location
            = m_services.people(Side::Left).constFirst().value("location"_L1).toString();
        QVERIFY(m_services.write(Side::Left, {},
                                 {{u"name"_s, u"Wilhelmina Featherstone"_s},
                                  {u"email"_s, u"mina@mother.example"_s},
                                  {u"address"_s,
                                   QJsonObject {{u"street"_s, u"12 Old Mill Lane"_s},
                                                {u"city"_s, u"Bath"_s},
                                                {u"zip"_s, u"BA1 0ZZ"_s}}},
                                  {u"location"_s, location},
                                  {u"startDate"_s, u"2026-01-05T00:00:00.000Z"_s}}));
        QVERIFY(m_services.write(Side::Right, {},
                                 {{u"firstName"_s, u"Wilhelmina"_s},
                                  {u"lastName"_s, u"Featherstone"_s},
                                  {u"email"_s, u"mina@daughter.example"_s},
                                  {u"address1"_s, u"12 Old Mill Lane"_s},
                                  {u"city"_s, u"Bath"_s},
                                  {u"postalCode"_s, u"BA1 0ZZ"_s}}));
    }

    void rememberPeople()
    {
        for (const Side side : bothSides)
            m_before[side] = m_services.people(side);
        QVERIFY(m_before.left.size() > 100 && m_before.right.size() > 100);
    }

    //! Stamps of changes included.
    void nobodyWasTouched()
    {
        for (const Side side : bothSides)
            QVERIFY(m_services.people(side) == m_before[side]);
    }

    [[nodiscard]] QJsonArray decisions() const
    {
        return m_desk.run({u"decisions"_s, u"list"_s}).json.value("decisions"_L1).toArray();
    }

    //! The first open question about that field ("" for whether two are the same), left after
    //! `skip` others.
    [[nodiscard]] QJsonObject question(const QString &kind, const QString &field,
                                       int skip = 0) const
    {
        const QJsonArray open = decisions();
        for (const QJsonValue &decision : open) {
            if (decision["kind"_L1].toString() == kind && decision["field"_L1].toString() == field
                && skip-- == 0)
                return decision.toObject();
        }
        return {};
    }

    [[nodiscard]] Ended resolve(const QJsonObject &question, const QString &use) const
    {
        return m_desk.run({u"decisions"_s, u"resolve"_s,
                           QString::number(question.value("id"_L1).toInt()), u"--use"_s, use});
    }

    [[nodiscard]] QJsonObject atOfficeRnD(const QString &id)
    {
        const QList<QJsonObject> everybody = m_services.people(Side::Left);
        for (const QJsonObject &person : everybody) {
            if (person.value("_id"_L1).toString() == id)
                return person;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("TWINBOOK_KEYRING"))
            QSKIP("run through with-keyring.sh, which makes a password store");
        QVERIFY(m_services.isUp());
        addLookAlikes();
    }

    void nothingWorksBeforeConnecting()
    {
        VERIFY_EXIT(m_desk.run({u"preview"_s}), 2);
        QVERIFY(m_desk.run({u"preview"_s}).sentence().contains("OfficeRnD is not connected"_L1));
    }

    void connects()
    {
        const Ended officeRnD = m_desk.connectOfficeRnD();
        VERIFY_EXIT(officeRnD, 0);
        QCOMPARE(officeRnD.json.value("service"_L1).toString(), u"officernd"_s);
        QCOMPARE(officeRnD.json.value("people"_L1).toInt(), m_services.people(Side::Left).size());
        QVERIFY(!officeRnD.json.value("account"_L1).toString().isEmpty());

        const Ended highLevel = m_desk.connectHighLevel();
        VERIFY_EXIT(highLevel, 0);
        QCOMPARE(highLevel.json.value("service"_L1).toString(), u"highlevel"_s);
        QCOMPARE(highLevel.json.value("people"_L1).toInt(), m_services.people(Side::Right).size());
    }

    void previewShowsAndWritesNothing()
    {
        rememberPeople();
        const Ended preview = m_desk.run({u"preview"_s});
        VERIFY_EXIT(preview, 1);
        QVERIFY(preview.json.value("writes"_L1).toInt() > 10);
        QVERIFY(bothSidesOf(preview.json, u"created"_s) > 0);
        QVERIFY(bothSidesOf(preview.json, u"updated"_s) > 0);
        QCOMPARE(bothSidesOf(preview.json, u"erased"_s), 0);
        QVERIFY(preview.json.value("stops"_L1).toArray().isEmpty());
        const QJsonArray people = preview.json.value("people"_L1).toArray();
        QVERIFY(!people.isEmpty());
        for (const QJsonValue &person : people) {
            QVERIFY(!person["state"_L1].toString().isEmpty());
            QVERIFY(person["officernd"_L1].isString() || person["highlevel"_L1].isString());
        }
        nobodyWasTouched();
        QVERIFY(m_desk.run({u"history"_s}).json.value("runs"_L1).toArray().isEmpty());
    }

    void syncWithoutYesChangesNothing()
    {
        VERIFY_EXIT(m_desk.run({u"sync"_s}), 1);
        const Ended five = m_desk.run({u"sync"_s, u"--pilot"_s, u"5"_s});
        VERIFY_EXIT(five, 1);
        QVERIFY(five.json.value("outside"_L1).toInt() > 0);
        int inside = 0;
        const QJsonArray people = five.json.value("people"_L1).toArray();
        for (const QJsonValue &person : people)
            inside += person["outside"_L1].toBool() ? 0 : 1;
        QCOMPARE(inside, 5);
        const int requests = five.json["forecast"_L1]["requests"_L1].toInt();
        QVERIFY(requests >= 5 && requests <= 30);
        const Ended nobody = m_desk.run({u"sync"_s, u"--yes"_s, u"--retry-failed"_s});
        VERIFY_EXIT(nobody, 2);
        QVERIFY(nobody.sentence().contains("Nobody has failed"_L1));
        VERIFY_EXIT(m_desk.run({u"sync"_s, u"--yes"_s, u"--filter"_s, u"zzzzqqqq"_s}), 2);
        nobodyWasTouched();
    }

    void limitedSyncChangesSoManyPeople()
    {
        const Ended ended = m_desk.run({u"sync"_s, u"--yes"_s, u"--pilot"_s, u"10"_s});
        VERIFY_EXIT(ended, 1);
        QCOMPARE(ended.json.value("ending"_L1).toString(), u"completed"_s);
        QVERIFY(ended.json.value("outside"_L1).toInt() > 0);
        // What was forecast is what was asked, but for a few.
        const int foreseen = bothSidesOf(ended.json, u"foreseen"_s);
        const int sent = bothSidesOf(ended.json, u"sent"_s);
        QVERIFY(foreseen >= 10);
        QVERIFY2(std::abs(sent - foreseen) * 100 <= 3 * foreseen,
                 qPrintable(u"forecast %1, sent %2"_s.arg(foreseen).arg(sent)));
        const int written
            = bothSidesOf(ended.json, u"created"_s) + bothSidesOf(ended.json, u"updated"_s);
        QVERIFY(written >= 10 && written <= 20); // one person may be written on both sides
        int grown = 0;
        for (const Side side : bothSides)
            grown += static_cast<int>(m_services.people(side).size() - m_before[side].size());
        QCOMPARE(grown, bothSidesOf(ended.json, u"created"_s));
    }

    void fullSyncLeavesOnlyQuestions()
    {
        const Ended ended = m_desk.run({u"sync"_s, u"--yes"_s});
        VERIFY_EXIT(ended, 1);
        QCOMPARE(ended.json.value("failed"_L1).toInt(-1), 0);
        QCOMPARE(ended.json.value("notStarted"_L1).toInt(-1), 0);
        QCOMPARE(ended.json.value("questions"_L1).toInt(), decisions().size());

        rememberPeople();
        const Ended preview = m_desk.run({u"preview"_s});
        QCOMPARE(preview.json.value("writes"_L1).toInt(-1), 0);
        QCOMPARE(preview.json.value("links"_L1).toInt(-1), 0);
        VERIFY_EXIT(m_desk.run({u"sync"_s, u"--yes"_s}), 1);
        nobodyWasTouched();
    }

    void questionsSayWhatTheyTake()
    {
        const Ended listed = m_desk.run({u"decisions"_s, u"list"_s});
        VERIFY_EXIT(listed, 1);
        const QJsonObject samePerson = question(u"same-person"_s, QString());
        VERIFY_EXIT(resolve(samePerson, u"officernd"_s), 2);
        QVERIFY(resolve(samePerson, u"officernd"_s).sentence().contains("different"_L1));
        VERIFY_EXIT(resolve({{u"id"_s, 999'999}}, u"same"_s), 2);
    }

    void answersAreCarriedOut()
    {
        const QJsonObject fromOfficeRnD = question(u"field-differs"_s, u"street"_s, 0);
        const QJsonObject fromHighLevel = question(u"field-differs"_s, u"street"_s, 1);
        const QJsonObject typed = question(u"field-differs"_s, u"street"_s, 2);
        QJsonObject same = question(u"same-person"_s, QString(), 0);
        QJsonObject different = question(u"same-person"_s, QString(), 1);
        if (same.value("person"_L1).toString() == "Wilhelmina Featherstone"_L1)
            std::swap(same, different);
        QCOMPARE(different.value("person"_L1).toString(), u"Wilhelmina Featherstone"_s);
        VERIFY_EXIT(resolve(fromOfficeRnD, u"officernd"_s), 0);
        VERIFY_EXIT(resolve(fromHighLevel, u"highlevel"_s), 0);
        VERIFY_EXIT(resolve(typed, u"7 \"Third\" <Way>"_s), 0);
        VERIFY_EXIT(resolve(same, u"same"_s), 0);
        VERIFY_EXIT(resolve(different, u"different"_s), 0);
        nobodyWasTouched(); // an answer alone writes nothing

        const Ended synced = m_desk.run({u"sync"_s, u"--yes"_s});
        VERIFY_EXIT(synced, 1);
        QCOMPARE(synced.json.value("failed"_L1).toInt(-1), 0);
        // The two who are not the same are each added to the other side.
        QCOMPARE(bothSidesOf(synced.json, u"created"_s), 2);

        const auto streets = [this](const QJsonObject &asked) {
            return QStringList {
                atOfficeRnD(asked.value("officerndId"_L1).toString())["address"_L1]["street"_L1]
                    .toString(),
                m_services.contact(asked.value("highlevelId"_L1).toString())["address1"_L1]
                    .toString()};
        };
        const auto twice = [](const QString &value) { return QStringList {value, value}; };
        QCOMPARE(streets(fromOfficeRnD), twice(fromOfficeRnD["officernd"_L1].toString()));
        QCOMPARE(streets(fromHighLevel), twice(fromHighLevel["highlevel"_L1].toString()));
        QCOMPARE(streets(typed), twice(u"7 \"Third\" <Way>"_s));

        const QJsonArray open = decisions();
        for (const QJsonValue &decision : open) {
            for (const QJsonObject &answered :
                 {fromOfficeRnD, fromHighLevel, typed, same, different})
                QVERIFY(decision["id"_L1] != answered.value("id"_L1));
        }
    }

    void verifyStatusAndHistoryTellTheSame()
    {
        const Ended verified = m_desk.run({u"verify"_s});
        VERIFY_EXIT(verified, 1);
        QVERIFY(verified.json.value("compared"_L1).toInt() > 150);
        QVERIFY(verified.json.value("equal"_L1).toInt() > 0);

        const QString digest = verified.json.value("digest"_L1).toString();
        QCOMPARE(digest.size(), 64);
        QCOMPARE(verified.json.value("verdict"_L1).toString(), u"questions-only"_s);

        const Ended status = m_desk.run({u"status"_s});
        VERIFY_EXIT(status, 1);
        QCOMPARE(status.json.value("level"_L1).toString(), u"attention"_s);
        QCOMPARE(status.json.value("openDecisions"_L1).toInt(), decisions().size());
        QVERIFY(!status.json.value("sentence"_L1).toString().isEmpty());

        const Ended history = m_desk.run({u"history"_s});
        VERIFY_EXIT(history, 0);
        const QJsonArray runs = history.json.value("runs"_L1).toArray();
        QVERIFY2(runs.size() == 4, history.out.constData());
        QCOMPARE(runs.first()["run"_L1].toInt(), 4); // newest first
        const Ended changes = m_desk.run({u"history"_s, u"4"_s});
        VERIFY_EXIT(changes, 0);
        const QJsonArray list = changes.json.value("changes"_L1).toArray();
        QVERIFY(std::any_of(list.cbegin(), list.cend(), [](const QJsonValue &change) {
            return change["after"_L1].toString() == "7 \"Third\" <Way>"_L1
                && change["reason"_L1].toString() == "person-decided"_L1
                && change["before"_L1] != change["after"_L1];
        }));
    }

    void certificatesTellTheStateAndNobodysName()
    {
        const QString text = m_desk.path(u"certificate.txt"_s);
        const QString json = m_desk.path(u"certificate.json"_s);
        const QString named = m_desk.path(u"named.txt"_s);
        const Ended first
            = m_desk.run({u"verify"_s, u"--certificate"_s, text, u"--certificate"_s, json});
        VERIFY_EXIT(first, 1);
        VERIFY_EXIT(m_desk.run({u"verify"_s, u"--certificate"_s, named, u"--with-names"_s}), 1);
        const auto contentOf = [](const QString &path) {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        };
        const QString digest = first.json.value("digest"_L1).toString();
        for (const QString &file : {text, json, named}) {
            QVERIFY2(contentOf(file).contains(digest), qPrintable(file));
            QVERIFY(!(QFile(file).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        }
        const QJsonArray differences = first.json.value("differences"_L1).toArray();
        QVERIFY(!differences.isEmpty());
        for (const QJsonValue &difference : differences) {
            const QString person = difference["person"_L1].toString();
            QVERIFY(!contentOf(text).contains(person) && !contentOf(json).contains(person));
            QVERIFY(contentOf(named).contains(person));
            for (const QLatin1StringView side : {"officernd"_L1, "highlevel"_L1}) {
                // Short values occur in ids and words by chance.
                const QString value = difference[side].toString();
                QVERIFY(value.size() < 8 || !contentOf(named).contains(value));
            }
        }

        const Ended history = m_desk.run({u"verify"_s, u"--history"_s});
        VERIFY_EXIT(history, 0);
        const QJsonArray kept = history.json.value("verifications"_L1).toArray();
        QCOMPARE(kept.size(), 3);
        for (const QJsonValue &entry : kept)
            QCOMPARE(entry["digest"_L1].toString(), digest);
        VERIFY_EXIT(m_desk.run({u"verify"_s, u"--with-names"_s}), 2);
        VERIFY_EXIT(m_desk.run({u"verify"_s, u"--history"_s, u"--certificate"_s, text}), 2);
        VERIFY_EXIT(
            m_desk.run({u"verify"_s, u"--certificate"_s, m_desk.path(u"no/such/folder.txt"_s)}), 2);
    }

    void mappingSurvivesExportAndImport()
    {
        const QString file = m_desk.path(u"mapping.json"_s);
        VERIFY_EXIT(m_desk.run({u"mapping"_s, u"export"_s, file}), 0);
        const Ended imported = m_desk.run({u"mapping"_s, u"import"_s, file});
        VERIFY_EXIT(imported, 0);
        QVERIFY(imported.json.value("lines"_L1).toInt() > 5);
        const QString again = m_desk.path(u"again.json"_s);
        VERIFY_EXIT(m_desk.run({u"mapping"_s, u"export"_s, again}), 0);
        QFile files[] {QFile(file), QFile(again)};
        for (QFile &exported : files)
            QVERIFY(exported.open(QFile::ReadOnly));
        QCOMPARE(files[1].readAll(), files[0].readAll());

        const Ended preview = m_desk.run({u"preview"_s});
        QCOMPARE(preview.json.value("writes"_L1).toInt(-1), 0);
        QCOMPARE(preview.json.value("questions"_L1).toInt(), decisions().size());
    }

    void allAnsweredIsAgreement()
    {
        // Two people who turn out to be one may differ in their fields: that is asked next.
        for (int round = 0; round < 4 && !decisions().isEmpty(); ++round) {
            const QJsonArray open = decisions();
            for (const QJsonValue &decision : open) {
                const bool isField = decision["kind"_L1].toString() == "field-differs"_L1;
                VERIFY_EXIT(resolve(decision.toObject(), isField ? u"highlevel"_s : u"same"_s), 0);
            }
            const Ended synced = m_desk.run({u"sync"_s, u"--yes"_s});
            QVERIFY2(synced.json.value("ending"_L1).toString() == "completed"_L1,
                     synced.told().constData());
        }
        VERIFY_EXIT(m_desk.run({u"preview"_s}), 0);
        VERIFY_EXIT(m_desk.run({u"decisions"_s, u"list"_s}), 0);
        VERIFY_EXIT(m_desk.run({u"sync"_s, u"--yes"_s}), 0);
        VERIFY_EXIT(m_desk.run({u"verify"_s}), 0);
        VERIFY_EXIT(m_desk.run({u"status"_s}), 0);
    }
};

QTEST_GUILESS_MAIN(TestCliJourney)
#include "tst_cli_journey.moc"
