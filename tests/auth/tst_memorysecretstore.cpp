// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/memorysecretstore.h"
#include "net/joboutcome.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::test::outcome;

class TestMemorySecretStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAndForgets()
    {
        MemorySecretStore store;
        QCOMPARE(outcome(store.state()).value(), SecretStoreState::Ready);
        QCOMPARE(outcome(store.read(u"k"_s)).value(), std::nullopt);
        QVERIFY(outcome(store.remove(u"k"_s)));
        QVERIFY(outcome(store.write(u"k"_s, u"v"_s)));
        QCOMPARE(outcome(store.read(u"k"_s)).value(), std::optional(u"v"_s));
        QVERIFY(outcome(store.remove(u"k"_s)));
        QCOMPARE(outcome(store.read(u"k"_s)).value(), std::nullopt);
    }

    void cancelledWriteWritesNothing()
    {
        MemorySecretStore store;
        const auto write = store.write(u"k"_s, u"v"_s);
        QSignalSpy finished(write.get(), &Job::finished);
        write->start();
        write->cancel();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(write->result().error().kind, ErrorKind::Cancelled);
        QCOMPARE(outcome(store.read(u"k"_s)).value(), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestMemorySecretStore)
#include "tst_memorysecretstore.moc"
