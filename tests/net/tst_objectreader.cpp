// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/objectreader.h"

#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;

namespace {

enum class Colour : quint8 { Red, DarkBlue, Other };

QList<std::pair<QLatin1StringView, Colour>> wireNames(Colour)
{
    return {{"red"_L1, Colour::Red}, {"dark-blue"_L1, Colour::DarkBlue}};
}

struct Wheel
{
    std::optional<double> size;
};

void readFrom(ObjectReader &in, Wheel &wheel)
{
    in.read("size"_L1, wheel.size);
}

struct Car
{
    RemoteId id;
    std::optional<QString> name;
    std::optional<QString> number;
    std::optional<bool> isNew;
    std::optional<int> doors;
    std::optional<QDateTime> builtAt;
    std::optional<QDate> soldOn;
    std::optional<QStringList> owners;
    std::optional<QList<QDateTime>> services;
    std::optional<QJsonObject> extras;
    std::optional<Colour> colour;
    std::optional<Wheel> spare;
    std::optional<QList<Wheel>> wheels;
    std::optional<QList<RemoteId>> drivers;
};

void readFrom(ObjectReader &in, Car &car)
{
    in.require("_id"_L1, car.id);
    in.read("name"_L1, car.name);
    in.readLabel("number"_L1, car.number);
    in.read("isNew"_L1, car.isNew);
    in.read("doors"_L1, car.doors);
    in.read("builtAt"_L1, car.builtAt);
    in.read("soldOn"_L1, car.soldOn);
    in.read("owners"_L1, car.owners);
    in.read("services"_L1, car.services);
    in.read("extras"_L1, car.extras);
    in.read("colour"_L1, car.colour);
    in.read("spare"_L1, car.spare);
    in.read("wheels"_L1, car.wheels);
    in.read("drivers"_L1, car.drivers);
}

Result<Car> car(const QByteArray &json)
{
    return decoded<Car>(QJsonDocument::fromJson(json).object(), u"OfficeRnD"_s);
}

} // namespace

class TestObjectReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTypeIsRead()
    {
        const auto read = car(R"({"_id": "c1", "name": "x\u0000y", "number": 12, "isNew": true,
            "doors": 4, "builtAt": "2026-01-31T01:00:00.250+02:00",
            "soldOn": "2026-02-01T00:00:00.000Z", "owners": ["a", 2, false],
            "services": ["2026-03-01T00:00:00Z"], "extras": {"a b": [1]}, "colour": "Dark-Blue",
            "spare": {"size": 16.5}, "wheels": [{"size": 1}, {}], "drivers": ["d1", "d2"]})");
        QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
        QCOMPARE(read->id, RemoteId(u"c1"_s));
        QCOMPARE(read->name->size(), 3);
        QCOMPARE(read->number, u"12"_s);
        QCOMPARE(read->isNew, true);
        QCOMPARE(read->doors, 4);
        QCOMPARE(read->builtAt, QDateTime(QDate(2026, 1, 30), QTime(23, 0, 0, 250), Qt::UTC));
        QCOMPARE(read->soldOn, QDate(2026, 2, 1));
        QCOMPARE(read->owners, (QStringList {u"a"_s, u"2"_s, u"false"_s}));
        QCOMPARE(read->services->size(), 1);
        QVERIFY(read->extras->contains("a b"_L1));
        QVERIFY(read->colour == Colour::DarkBlue);
        QCOMPARE(read->spare->size, 16.5);
        QCOMPARE(read->wheels->size(), 2);
        QVERIFY(!read->wheels->at(1).size);
        QCOMPARE(read->drivers->at(1), RemoteId(u"d2"_s));
    }

    void missingNullAndBlankAreAbsent()
    {
        const auto read = car(R"({"_id": "c1", "name": null, "doors": null, "builtAt": "",
            "soldOn": "", "owners": null, "spare": null, "wheels": null, "colour": ""})");
        QVERIFY(read);
        QVERIFY(!read->name && !read->number && !read->doors && !read->builtAt && !read->soldOn);
        QVERIFY(!read->owners && !read->spare && !read->wheels && !read->colour && !read->extras);
    }

    void lenientWhereServicesDiffer()
    {
        const auto read
            = car(R"({"_id": "c1", "owners": "one", "colour": "mauve", "builtAt": "2026-01-31"})");
        QVERIFY(read);
        QCOMPARE(read->owners, QStringList {u"one"_s});
        QVERIFY(read->colour == Colour::Other);
        QCOMPARE(read->builtAt, QDateTime(QDate(2026, 1, 31), QTime(0, 0), Qt::UTC));
    }

    void wrongTypesSpoilTheReply_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *json, const char *detail) {
            QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(detail);
        };
        row(R"({})", "_id is missing");
        row(R"({"_id": ""})", "_id is missing");
        row(R"({"_id": 7})", "_id is a number, not a text");
        row(R"({"_id": "c", "name": ["secret@example.test"]})", "name is a list, not a text");
        row(R"({"_id": "c", "isNew": "yes"})", "isNew is a text, not a truth value");
        row(R"({"_id": "c", "doors": 2.5})", "doors is no whole number");
        row(R"({"_id": "c", "doors": 1e300})", "doors is no whole number");
        row(R"({"_id": "c", "builtAt": "soon"})", "builtAt is no moment");
        row(R"({"_id": "c", "soldOn": "2026-02-31"})", "soldOn is no date");
        row(R"({"_id": "c", "owners": {}})", "owners is an object, not a list");
        row(R"({"_id": "c", "owners": [{}]})", "owners holds something other than text");
        row(R"({"_id": "c", "services": ["x"]})", "services holds something other than moments");
        row(R"({"_id": "c", "extras": []})", "extras is a list, not an object");
        row(R"({"_id": "c", "spare": {"size": "big"}})", "spare.size is a text, not a number");
        row(R"({"_id": "c", "wheels": [{}, {"size": true}]})",
            "wheels[1].size is a truth value, not a number");
        row(R"({"_id": "c", "wheels": [3]})", "wheels holds a number instead of an object");
    }

    void wrongTypesSpoilTheReply()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, detail);
        const auto read = car(json);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::BadReply);
        QCOMPARE(read.error().detail, detail);
        QVERIFY(read.error().message.contains("OfficeRnD"_L1));
    }
};

QTEST_GUILESS_MAIN(TestObjectReader)
#include "tst_objectreader.moc"
