// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevelplay.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

namespace {

//! "/contacts/{contactId}/tasks" with ids that exist nowhere.
QString withIds(const QString &pattern)
{
    QStringList parts = pattern.split(u'/');
    for (QString &part : parts) {
        if (part == "{type}"_L1)
            part = u"add"_s;
        else if (part.startsWith(u'{'))
            part = u"nobody"_s;
    }
    return parts.join(u'/');
}

} // namespace

//! Is every operation there, and does none of them fall over?
class TestSandboxHlCatalogue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryOperationThatIsUsed()
    {
        const QString shared
            = qEnvironmentVariable("TWINBOOK_SHARED", QStringLiteral(TWINBOOK_SHARED_DEFAULT));
        QFile file(QDir(shared).filePath(u"apis/highlevel/operations-catalogue.csv"_s));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("no catalogue of operations beside the project");
        HighLevelPlay play;
        int checked = 0;
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        for (const QString &line : lines) {
            const QStringList cells = line.split(u',');
            const QString use = cells.value(11).trimmed();
            if (cells.value(1) != "action"_L1 || use == "never"_L1 || use == "out of scope"_L1)
                continue;
            const Response response
                = play.send(cells.at(4).toLatin1(), withIds(cells.at(5)), {{u"x"_s, 1}});
            QVERIFY2(response.status >= 200, qPrintable(line));
            QVERIFY2(!response.message().startsWith(u"Cannot "_s), qPrintable(line));
            ++checked;
        }
        QVERIFY2(checked > 80, qPrintable(QString::number(checked)));
    }

    void survivesEveryKindOfValue_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QStringList>("members");
        const auto row = [](const QByteArray &method, const QString &path, const QString &members) {
            QTest::addRow("%s %s", method.constData(), qPrintable(path))
                << method << path << members.split(u' ');
        };
        row("POST", u"/contacts/:p/tasks"_s, u"title body dueDate completed assignedTo"_s);
        row("POST", u"/contacts/:p/notes"_s, u"body userId title color pinned"_s);
        row("POST", u"/contacts/:p/tags"_s, u"tags"_s);
        row("DELETE", u"/contacts/:p/tags"_s, u"tags"_s);
        row("POST", u"/contacts/:p/followers"_s, u"followers"_s);
        row("POST", u"/contacts/bulk/tags/update/add"_s, u"contacts tags removeAllTags"_s);
        row("POST", u"/contacts/bulk/business"_s, u"ids businessId"_s);
        row("POST", u"/contacts/upsert"_s, u"email phone tags customFields dndSettings name"_s);
        row("PUT", u"/contacts/:p"_s, u"email phone tags customFields dndSettings dateOfBirth"_s);
        row("POST", u"/locations/:l/tasks/search"_s,
            u"contactId completed assignedTo query limit skip businessId"_s);
        row("POST", u"/locations/:l/tags"_s, u"name"_s);
        row("POST", u"/locations/:l/customFields"_s,
            u"name dataType textBoxListOptions position model"_s);
        row("POST", u"/locations/:l/customValues"_s, u"name value"_s);
        row("POST", u"/businesses/"_s, u"name phone email"_s);
        row("POST", u"/objects/business/records/search"_s, u"page pageLimit query searchAfter"_s);
        row("POST", u"/calendars/events/appointments"_s,
            u"calendarId contactId startTime endTime title"_s);
        row("POST", u"/calendars/events/block-slots"_s, u"calendarId startTime endTime"_s);
        row("POST", u"/custom-fields/"_s, u"name options fieldKey objectKey parentId dataType"_s);
    }

    void survivesEveryKindOfValue()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QStringList, members);
        HighLevelPlay play;
        const QJsonArray values {QJsonValue::Null,
                                 true,
                                 -1,
                                 1e300,
                                 QString(),
                                 QString(5000, u'x'),
                                 u"\u202e<b>\n"_s,
                                 QJsonArray(),
                                 QJsonArray {QJsonArray {1}},
                                 QJsonArray {QString()},
                                 QJsonObject {{u"a"_s, QJsonArray()}}};
        path.replace(u":p"_s, play.person()).replace(u":l"_s, play.locationId());
        const bool wantsLocation
            = !path.startsWith(u"/locations"_s) && (!path.contains(play.person()));
        for (const QByteArray &version : {QByteArray("2021-07-28"), QByteArray("v3")}) {
            play.speak(version);
            for (const QJsonValue &value : values) {
                for (qsizetype only = -1; only < members.size(); ++only) {
                    QJsonObject body;
                    if (wantsLocation)
                        body.insert(u"locationId"_s, play.locationId());
                    for (qsizetype i = 0; i < members.size(); ++i) {
                        if (only < 0 || i == only)
                            body.insert(members.at(i), value);
                    }
                    const Response response = play.send(method, path, body);
                    QVERIFY2(response.status >= 200 && response.status < 500,
                             QJsonDocument(body).toJson().constData());
                    QVERIFY(response.json.contains(u"traceId"_s));
                }
            }
        }
        // What was written can be saved and read again.
        Sandbox copy;
        QVERIFY(copy.loadState(play.sandbox().toJson()));
    }
};

QTEST_GUILESS_MAIN(TestSandboxHlCatalogue)
#include "tst_sandbox_hlcatalogue.moc"
