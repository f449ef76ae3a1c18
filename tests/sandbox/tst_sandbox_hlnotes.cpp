// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevelplay.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! Notes of contacts (highlevel.md 2.5).
class TestSandboxHlNotes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_play = std::make_unique<HighLevelPlay>(); }

    void livesThroughItsLife()
    {
        const QString path = u"/contacts/"_s + m_play->person() + u"/notes"_s;
        const Response made = m_play->post(path,
                                           {{u"body"_s, u"<p>Likes plants</p>"_s},
                                            {u"userId"_s, m_play->firstUser()},
                                            {u"title"_s, u"Tour"_s},
                                            {u"color"_s, u"#FFAA00"_s}});
        QCOMPARE(made.status, 201);
        const QJsonObject note = made.json.value(u"note"_s).toObject();
        QCOMPARE(note.keys(),
                 QStringList({u"body"_s, u"color"_s, u"contactId"_s, u"dateAdded"_s, u"id"_s,
                              u"pinned"_s, u"title"_s, u"userId"_s}));
        const QString one = path + u'/' + note.value(u"id"_s).toString();
        QCOMPARE(m_play->get(one).json.value(u"note"_s).toObject(), note);
        QCOMPARE(m_play->get(path).json.value(u"notes"_s).toArray(), QJsonArray {note});
        const Response changed = m_play->put(one, {{u"pinned"_s, true}});
        QCOMPARE(changed.status, 200);
        QJsonObject expected = note;
        expected.insert(u"pinned"_s, true);
        QCOMPARE(changed.json.value(u"note"_s).toObject(), expected);
        const QString stranger
            = u"/contacts/"_s + m_play->person(1) + u"/notes/"_s + note.value(u"id"_s).toString();
        QCOMPARE(m_play->get(stranger).status, 400);
        QCOMPARE(m_play->remove(one).json.value(u"succeded"_s), QJsonValue(true));
        QCOMPARE(m_play->get(one).status, 400);
        QCOMPARE(m_play->get(u"/contacts/nobody/notes"_s).status, 400);
    }

    void refusesBadBodies_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("message");
        const auto row = [](const QJsonObject &body, const QString &message) {
            QTest::newRow(qPrintable(message)) << body << message;
        };
        row({}, u"body should not be null or undefined"_s);
        row({{u"body"_s, QString()}}, u"body should not be empty"_s);
        row({{u"body"_s, 7}}, u"body must be a string"_s);
        row({{u"body"_s, u"x"_s}, {u"color"_s, u"red"_s}}, u"color must be a hexadecimal color"_s);
        row({{u"body"_s, u"x"_s}, {u"userId"_s, u"x"_s}},
            u"userId must be a user of this location"_s);
        row({{u"body"_s, u"x"_s}, {u"locationId"_s, u"x"_s}},
            u"property locationId should not exist"_s);
    }

    void refusesBadBodies()
    {
        QFETCH(QJsonObject, body);
        QFETCH(QString, message);
        const QString path = u"/contacts/"_s + m_play->person() + u"/notes"_s;
        const Response response = m_play->post(path, body);
        QCOMPARE(response.status, 422);
        QCOMPARE(response.messages(), QStringList {message});
        QCOMPARE(m_play->get(path).json.value(u"notes"_s).toArray().size(), 0);
    }

    void movesWithAMerge()
    {
        const QString kept = m_play->person(0);
        const QString gone = m_play->person(1);
        (void)m_play->post(u"/contacts/"_s + gone + u"/notes"_s, {{u"body"_s, u"x"_s}});
        QVERIFY(m_play->sandbox().mergePeople(Side::Right, RemoteId(kept), RemoteId(gone)));
        const QJsonArray notes
            = m_play->get(u"/contacts/"_s + kept + u"/notes"_s).json.value(u"notes"_s).toArray();
        QCOMPARE(notes.size(), 1);
        QCOMPARE(notes.first().toObject().value(u"contactId"_s).toString(), kept);
        QVERIFY(!m_play->sandbox().mergePeople(Side::Right, RemoteId(kept), RemoteId(kept)));
        QVERIFY(!m_play->sandbox().mergePeople(Side::Right, RemoteId(kept), RemoteId(gone)));
    }

private:
    std::unique_ptr<HighLevelPlay> m_play;
};

QTEST_GUILESS_MAIN(TestSandboxHlNotes)
#include "tst_sandbox_hlnotes.moc"
