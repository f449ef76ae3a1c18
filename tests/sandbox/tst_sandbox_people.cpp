// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"
#include "movableclock.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

namespace {

QByteArray bytes(const Sandbox &sandbox)
{
    return QJsonDocument(sandbox.toJson()).toJson();
}

QString idOf(Side side, const QJsonObject &person)
{
    return person.value(side == Side::Left ? u"_id"_s : u"id"_s).toString();
}

//! The records of each invented person.
QMap<QString, QList<QJsonObject>> byTruth(const Sandbox &sandbox, Side side)
{
    QMap<QString, QList<QJsonObject>> result;
    for (const QJsonObject &person : sandbox.people(side))
        result[sandbox.truthOf(side, RemoteId(idOf(side, person)))].append(person);
    return result;
}

QString squeezed(const QJsonObject &person, const QString &field)
{
    return person.value(field).toString().simplified().toLower();
}

QString digits(const QString &phone)
{
    static const QRegularExpression other(u"[^0-9]"_s);
    QString result = phone;
    return result.remove(other).right(9);
}

} // namespace

//! The invented people and what a person may do with them in the services' pages.
class TestSandboxPeople final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatsTheSamePeople();
    void keepsSecretsOutOfTheState();
    void agreesAboutMost();
    void holdsEveryCase();
    void neverBreaksHighlevelsRule();
    void savesAndLoads();
    void refusesForeignState_data();
    void refusesForeignState();
    void editsLikeAPerson();
    void invents100000();
};

void TestSandboxPeople::repeatsTheSamePeople()
{
    MovableClock clock;
    SandboxOptions options;
    options.clock = &clock;
    options.seed = 7;
    Sandbox one(options);
    Sandbox two(options);
    options.seed = 8;
    Sandbox other(options);
    QVERIFY(one.start() && two.start() && other.start());
    QCOMPARE(bytes(one), bytes(two));
    QVERIFY(bytes(one) != bytes(other));
    for (Sandbox *sandbox : {&one, &two}) {
        QVERIFY(sandbox->addPerson(Side::Left, {{u"name"_s, u"New"_s}}));
        QVERIFY(sandbox->addPerson(Side::Right, {{u"firstName"_s, u"New"_s}}));
    }
    QCOMPARE(bytes(one), bytes(two));
}

void TestSandboxPeople::keepsSecretsOutOfTheState()
{
    Sandbox one;
    Sandbox two;
    QVERIFY(one.start() && two.start());
    const SandboxCredentials secrets = one.credentials();
    QVERIFY(secrets.clientSecret != two.credentials().clientSecret);
    QVERIFY(secrets.privateToken != two.credentials().privateToken);
    HttpClient client(one);
    client.signIn();
    QVERIFY(!bytes(one).contains(secrets.clientSecret.toUtf8()));
    QVERIFY(!bytes(one).contains(secrets.privateToken.toUtf8()));
    for (const RequestLogEntry &entry : one.requestLog().entries())
        QVERIFY(!entry.body.contains(secrets.clientSecret.toUtf8()));
    QVERIFY(one.officerndUrl().host() == "127.0.0.1"_L1
            && one.highlevelUrl().host() == "127.0.0.1"_L1);
}

void TestSandboxPeople::agreesAboutMost()
{
    Sandbox sandbox;
    QVERIFY(sandbox.start());
    const auto left = byTruth(sandbox, Side::Left);
    const auto right = byTruth(sandbox, Side::Right);
    QSet<QString> everybody(left.keyBegin(), left.keyEnd());
    everybody.unite(QSet<QString>(right.keyBegin(), right.keyEnd()));
    QCOMPARE(everybody.size(), 60);
    int both = 0;
    for (const QString &person : std::as_const(everybody))
        both += left.contains(person) && right.contains(person) ? 1 : 0;
    QVERIFY2(both >= 45 && both <= 51, qPrintable(QString::number(both)));
}

void TestSandboxPeople::holdsEveryCase()
{
    Sandbox sandbox;
    QVERIFY(sandbox.start());
    const auto left = byTruth(sandbox, Side::Left);
    const auto right = byTruth(sandbox, Side::Right);
    QSet<QString> seen;
    QHash<QString, QString> leftPhones;
    QHash<QString, QString> leftEmails;
    for (auto entry = left.cbegin(); entry != left.cend(); ++entry) {
        const QJsonObject member = entry->first();
        const QString phone = member.value(u"phone"_s).toString();
        const QString email = member.value(u"email"_s).toString();
        if (!phone.isEmpty() && leftPhones.contains(phone))
            seen.insert(u"household"_s);
        if (email.startsWith("info@"_L1) && leftEmails.contains(email))
            seen.insert(u"desk"_s);
        leftPhones.insert(phone, entry.key());
        leftEmails.insert(email, entry.key());
        if (entry->size() > 1)
            seen.insert(u"twice at OfficeRnD"_s);
        if (!right.contains(entry.key())) {
            seen.insert(u"only OfficeRnD"_s);
            continue;
        }
        const QJsonObject contact = right.value(entry.key()).first();
        const QString otherPhone = contact.value(u"phone"_s).toString();
        if (email.isEmpty() && !contact.contains(u"email"_s))
            seen.insert(u"no email"_s);
        if (phone.isEmpty() && otherPhone.isEmpty())
            seen.insert(u"no phone"_s);
        if (!phone.isEmpty() && phone != otherPhone && digits(phone) == digits(otherPhone))
            seen.insert(u"phone format"_s);
        if (!phone.isEmpty() && !otherPhone.isEmpty() && digits(phone) != digits(otherPhone))
            seen.insert(u"phone conflict"_s);
        if (member.value(u"name"_s) != contact.value(u"name"_s)
            && squeezed(member, u"name"_s) == squeezed(contact, u"name"_s))
            seen.insert(u"name format"_s);
        if (member.value(u"address"_s).toObject().value(u"city"_s).toString() == "Bath"_L1
            && contact.value(u"city"_s).toString() == "Norwich"_L1)
            seen.insert(u"address conflict"_s);
        if (contact.value(u"companyName"_s).toString() == "Saltmarsh Collective"_L1)
            seen.insert(u"company conflict"_s);
        if (member.value(u"name"_s).toString() == "<img src=file:///etc/passwd>"_L1)
            seen.insert(u"hostile"_s);
    }
    for (auto entry = right.cbegin(); entry != right.cend(); ++entry) {
        if (entry->size() > 1)
            seen.insert(u"twice at HighLevel"_s);
        if (!left.contains(entry.key()))
            seen.insert(u"only HighLevel"_s);
        for (const QChar c : entry->first().value(u"name"_s).toString())
            seen.insert(u"script %1"_s.arg(static_cast<int>(c.script())));
    }
    for (const QString &wanted :
         {u"household"_s, u"desk"_s, u"twice at OfficeRnD"_s, u"twice at HighLevel"_s,
          u"only OfficeRnD"_s, u"only HighLevel"_s, u"no email"_s, u"no phone"_s, u"phone format"_s,
          u"phone conflict"_s, u"name format"_s, u"address conflict"_s, u"company conflict"_s,
          u"hostile"_s})
        QVERIFY2(seen.contains(wanted), qPrintable(wanted));
    for (const QChar::Script script :
         {QChar::Script_Latin, QChar::Script_Cyrillic, QChar::Script_Arabic, QChar::Script_Hebrew})
        QVERIFY2(seen.contains(u"script %1"_s.arg(static_cast<int>(script))),
                 qPrintable(QString::number(script)));
    QVERIFY(seen.contains(u"script %1"_s.arg(static_cast<int>(QChar::Script_Han)))
            || seen.contains(u"script %1"_s.arg(static_cast<int>(QChar::Script_Hangul))));
}

void TestSandboxPeople::neverBreaksHighlevelsRule()
{
    SandboxOptions options;
    options.people = 3000;
    Sandbox sandbox(options);
    QVERIFY(sandbox.start());
    QSet<QString> keys;
    for (const QJsonObject &contact : sandbox.people(Side::Right)) {
        for (const QString &field : {u"email"_s, u"phone"_s}) {
            const QString value = contact.value(field).toString().toLower();
            if (value.isEmpty())
                continue;
            QVERIFY2(!keys.contains(value), qPrintable(value));
            keys.insert(value);
        }
    }
}

void TestSandboxPeople::savesAndLoads()
{
    Sandbox first;
    QVERIFY(first.start());
    const auto added = first.addPerson(Side::Right, {{u"firstName"_s, u"Kept"_s}});
    QVERIFY(added);
    const QJsonObject state = QJsonDocument::fromJson(bytes(first)).object();

    SandboxOptions options;
    options.seed = 99;
    Sandbox second(options);
    QVERIFY(second.loadState(state));
    QVERIFY(second.start());
    QCOMPARE(second.toJson(), state);
    QCOMPARE(second.credentials().organization, first.credentials().organization);
    QCOMPARE(second.credentials().locationId, first.credentials().locationId);
    QCOMPARE(second.person(Side::Right, *added).value(u"name"_s).toString(), u"Kept"_s);
    // Ids go on where they stopped, and both services serve what was loaded.
    const auto next = second.addPerson(Side::Left, {{u"name"_s, u"Next"_s}});
    QVERIFY(next && first.person(Side::Left, *next).isEmpty());
    HttpClient client(second);
    client.signIn();
    QCOMPARE(client.officernd("GET", u"/members/count"_s).json.value(u"total"_s).toInt(),
             second.people(Side::Left).size());
    QCOMPARE(client.search({{u"pageLimit"_s, 1}}).json.value(u"total"_s).toInt(),
             second.people(Side::Right).size());

    // Loading into a running sandbox replaces what it serves.
    QVERIFY(first.removePerson(Side::Right, *added));
    QVERIFY(second.loadState(first.toJson()));
    QCOMPARE(client.search({{u"pageLimit"_s, 1}}).json.value(u"total"_s).toInt(),
             first.people(Side::Right).size());
}

void TestSandboxPeople::refusesForeignState_data()
{
    QTest::addColumn<QJsonObject>("state");
    Sandbox sandbox;
    QVERIFY(sandbox.start());
    const QJsonObject good = sandbox.toJson();
    QTest::newRow("empty") << QJsonObject();
    QJsonObject other = good;
    other.insert(u"version"_s, 2);
    QTest::newRow("version") << other;
    other = good;
    other.remove(u"highlevel"_s);
    QTest::newRow("half") << other;
    QJsonObject left = good.value(u"officernd"_s).toObject();
    left.insert(u"members"_s, QJsonArray {QJsonObject {{u"_id"_s, u"a"_s}}, QJsonValue(7)});
    other = good;
    other.insert(u"officernd"_s, left);
    QTest::newRow("member") << other;
}

void TestSandboxPeople::refusesForeignState()
{
    QFETCH(QJsonObject, state);
    Sandbox sandbox;
    QVERIFY(sandbox.start());
    const QByteArray before = bytes(sandbox);
    const auto loaded = sandbox.loadState(state);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!loaded.error().message.isEmpty());
    QCOMPARE(bytes(sandbox), before);
}

void TestSandboxPeople::editsLikeAPerson()
{
    Sandbox sandbox;
    QVERIFY(sandbox.start());
    const auto member = sandbox.addPerson(Side::Left, {{u"name"_s, u"Pat Rowan"_s}});
    const auto contact = sandbox.addPerson(Side::Right, {{u"name"_s, u"Pat Rowan"_s}});
    QVERIFY(member && contact);
    QCOMPARE(sandbox.findPeople(Side::Left, u"pat ROW"_s), QList<RemoteId> {*member});
    QVERIFY(sandbox.editPerson(
        Side::Left, *member,
        {{u"company"_s, sandbox.companyAtOfficernd(u"Rowan Ltd"_s).text()}, {u"phone"_s, u"1"_s}}));
    QVERIFY(sandbox.editPerson(Side::Right, *contact, {{u"companyName"_s, u"Rowan Ltd"_s}}));
    QCOMPARE(sandbox.person(Side::Right, *contact).value(u"companyName"_s).toString(),
             u"Rowan Ltd"_s);
    const auto refused = sandbox.editPerson(Side::Left, *member, {{u"firstName"_s, u"x"_s}});
    QVERIFY(!refused && refused.error().kind == ErrorKind::Rejected);
    QVERIFY(sandbox.addPerson(Side::Right, {{u"email"_s, u"pat@rowan.example"_s}}));
    const auto twin = sandbox.addPerson(Side::Right, {{u"email"_s, u"pat@rowan.example"_s}});
    QVERIFY(!twin && twin.error().kind == ErrorKind::Conflict);
    QVERIFY(!twin.error().existing.isEmpty());
    QVERIFY(sandbox.removePerson(Side::Left, *member));
    QVERIFY(!sandbox.removePerson(Side::Left, *member));
    QCOMPARE(sandbox.truthOf(Side::Right, *contact), QString());
    QCOMPARE(sandbox.requestLog().entries().size(), 0);
}

void TestSandboxPeople::invents100000()
{
    SandboxOptions options;
    options.people = 100000;
    QElapsedTimer timer;
    timer.start();
    Sandbox sandbox(options);
    QVERIFY(sandbox.start());
    qInfo("100,000 people invented in %lld ms", timer.restart());
    HttpClient client(sandbox);
    client.signIn();
    QJsonObject body {
        {u"pageLimit"_s, 500},
        {u"sort"_s,
         QJsonArray {QJsonObject {{u"field"_s, u"dateUpdated"_s}, {u"direction"_s, u"asc"_s}}}}};
    qsizetype contacts = 0;
    for (;;) {
        const QJsonArray hits = client.search(body).json.value(u"contacts"_s).toArray();
        if (hits.isEmpty())
            break;
        contacts += hits.size();
        body.insert(u"searchAfter"_s, hits.last().toObject().value(u"searchAfter"_s));
    }
    qInfo("%lld contacts paged in %lld ms", static_cast<long long>(contacts), timer.restart());
    QCOMPARE(contacts, sandbox.people(Side::Right).size());
    qsizetype members = 0;
    QString cursor;
    timer.restart();
    do {
        const Response page = client.officernd(
            "GET",
            cursor.isEmpty() ? u"/members?$limit=50"_s
                             : QString(u"/members?$limit=50&$cursorNext="_s
                                       + QString::fromLatin1(QUrl::toPercentEncoding(cursor))));
        QCOMPARE(page.status, 200);
        members += page.json.value(u"results"_s).toArray().size();
        cursor = page.json.value(u"cursorNext"_s).toString();
    } while (!cursor.isEmpty());
    qInfo("%lld members paged in %lld ms", static_cast<long long>(members), timer.elapsed());
    QCOMPARE(members, sandbox.people(Side::Left).size());
}

QTEST_GUILESS_MAIN(TestSandboxPeople)
#include "tst_sandbox_people.moc"
