// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogue/catalogue.h"
#include "workspace/realworld.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;
using namespace twinbook::test;
using sandbox::Fault;

namespace {

//! Rows of the synchronization that this journey does not come to, and why.
struct Elsewhere
{
    const char *name;
    const char *reason;
};

constexpr Elsewhere elsewhere[] {
    {"officernd.settings.organization", "read when a connection is made (tst_officernd_service)"},
    {"officernd.companies.get", "read for a person whose company is newer than the list of them"},
};

//! "officernd.members.get": of several rows whose path fits, the one with the fewest places that
//! anything could stand in. Empty for a request that is in no row.
QString rowOf(const Catalogue &catalogue, const sandbox::RequestLogEntry &entry)
{
    static const QRegularExpression place(u"\\{[^}]+\\}"_s);
    static const QRegularExpression organization(u"^/api/v2/organizations/[^/]+"_s);
    QString path = entry.path;
    path.remove(organization);
    if (path.isEmpty())
        path = u"/"_s;
    const Operation *best = nullptr;
    for (const Operation &row : catalogue.operations()) {
        if (row.kind != OperationKind::Operation || row.service != entry.side
            || rawMethodName(row.method).toLatin1() != entry.method)
            continue;
        QString pattern = row.path;
        pattern.replace(place, u"[^/]+"_s);
        const bool fits = QRegularExpression(QRegularExpression::anchoredPattern(pattern))
                              .match(path)
                              .hasMatch();
        if (fits && (!best || row.path.count(u'{') < best->path.count(u'{')))
            best = &row;
    }
    return best ? best->name : QString();
}

} // namespace

//! What the catalogue says the synchronization needs is what it sends, no more and no less.
class TestSyncOperations final : public QObject
{
    Q_OBJECT

private:
    //! Both sides make, change and empty things, and answers get lost.
    static void travel(RealWorld &world)
    {
        sandbox::Sandbox &services = world.services();
        QVERIFY2(world.sync(), qPrintable(world.error().detail));
        for (const Side side : {Side::Left, Side::Right}) {
            const QString name = side == Side::Left ? u"name"_s : u"firstName"_s;
            QVERIFY(services.addPerson(side,
                                       {{name, side == Side::Left ? u"Una"_s : u"Otto"_s},
                                        {u"email"_s, u"una-%1@example.com"_s.arg(int(side))},
                                        {u"tags"_s, QJsonArray {u"quay"_s}}}));
        }
        const sandbox::FaultAim creation {.method = "POST", .pathPattern = u"/contacts/"_s};
        for (const Side side : {Side::Left, Side::Right}) {
            sandbox::FaultAim aim = creation;
            aim.side = side;
            if (side == Side::Left)
                aim.pathPattern = u"*/members"_s;
            services.failNext(aim, {.kind = Fault::Kind::Applied500});
        }
        QVERIFY(world.sync());
        services.clearFaults();
        world.clock().advance(2min); // no request can be under way any more
        world.restart();
        QVERIFY(world.sync());
        for (const Side side : {Side::Left, Side::Right}) {
            const QList<RemoteId> found
                = services.findPeople(side, u"una-%1@example.com"_s.arg(int(side)));
            QVERIFY(!found.isEmpty());
            QVERIFY(services.editPerson(side, found.constFirst(),
                                        {{u"phone"_s, u"+44207946012%1"_s.arg(int(side))},
                                         {u"tags"_s, QJsonArray {u"pier"_s}}}));
        }
        QVERIFY(world.sync());
        QVERIFY(world.sync());
    }

private Q_SLOTS:
    void areThoseOfTheCatalogue()
    {
        const Result<Catalogue> catalogue = Catalogue::load();
        QVERIFY(catalogue);
        RealWorld world;
        for (const Side side : {Side::Left, Side::Right})
            QVERIFY(!world.services().people(side).isEmpty());
        travel(world);

        QSet<QString> sent;
        for (const sandbox::RequestLogEntry &entry : world.services().requestLog().entries()) {
            if (sandbox::natureOf(entry.method, entry.path) == sandbox::RequestNature::SignIn)
                continue;
            const QString row = rowOf(*catalogue, entry);
            QVERIFY2(!row.isEmpty(), qPrintable(entry.path));
            sent.insert(row);
        }
        for (const Elsewhere &row : elsewhere) {
            QVERIFY(*row.reason != '\0');
            sent.insert(QString::fromLatin1(row.name));
        }
        QStringList marked;
        for (const Operation &row : catalogue->filter({.use = OperationUse::Sync}))
            marked.append(row.name);
        const QSet<QString> both(marked.begin(), marked.end());
        const QSet<QString> unmarked = sent - both;
        const QSet<QString> unsent = both - sent;
        QVERIFY2(unmarked.isEmpty(), qPrintable(QStringList(unmarked.values()).join(u' ')));
        QVERIFY2(unsent.isEmpty(), qPrintable(QStringList(unsent.values()).join(u' ')));
    }
};

QTEST_GUILESS_MAIN(TestSyncOperations)
#include "tst_syncoperations.moc"
