// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/failedpeople.h"
#include "store/runhistory.h"
#include "storefixture.h"

#include <QObject>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

class FailedPeopleTest final : public QObject
{
    Q_OBJECT

    static PerSide<RemoteId> ids(const QString &left, const QString &right)
    {
        return {RemoteId(left), RemoteId(right)};
    }

private Q_SLOTS:
    void whoFailsAgainIsKeptOnce()
    {
        StoreFolder folder;
        const Database database = folder.open();
        const HandClock clock;
        RunHistory history(database, clock);
        const RunId first = *history.begin(RunTrigger::Person);
        const RunId second = *history.begin(RunTrigger::Person);
        FailedPeople failed(database);
        VERIFY_GOOD(failed.add({ids(u"l"_s, u"r"_s), first, u"Why."_s}));
        VERIFY_GOOD(failed.add({ids(u"l"_s, u"r"_s), second, u"Another why."_s}));
        VERIFY_GOOD(failed.add({ids(u"m"_s, {}), first, u"Why."_s}));
        QCOMPARE(failed.all()->size(), 2);
        QCOMPARE(failed.all()->constLast(),
                 (FailedPerson {ids(u"l"_s, u"r"_s), second, u"Another why."_s}));
        QCOMPARE(*failed.records(),
                 (QSet<RemoteId> {RemoteId(u"l"_s), RemoteId(u"r"_s), RemoteId(u"m"_s)}));
        VERIFY_GOOD(failed.keepOnlyOf(second));
        QCOMPARE(failed.all()->size(), 1);
    }

    //! Who was created has got a second record since.
    void whoIsWrittenIsForgottenByEitherRecord()
    {
        StoreFolder folder;
        const Database database = folder.open();
        const HandClock clock;
        const RunId run = *RunHistory(database, clock).begin(RunTrigger::Person);
        FailedPeople failed(database);
        VERIFY_GOOD(failed.add({ids(u"l"_s, {}), run, {}}));
        VERIFY_GOOD(failed.add({ids({}, u"r"_s), run, {}}));
        VERIFY_GOOD(failed.remove(ids({}, u"other"_s)));
        QCOMPARE(failed.all()->size(), 2);
        VERIFY_GOOD(failed.remove(ids(u"l"_s, u"new"_s)));
        QCOMPARE(failed.all()->size(), 1);
        VERIFY_GOOD(failed.remove(ids(u"new"_s, u"r"_s)));
        QVERIFY(failed.all()->isEmpty());
    }
};

QTEST_GUILESS_MAIN(FailedPeopleTest)

#include "tst_failedpeople.moc"
