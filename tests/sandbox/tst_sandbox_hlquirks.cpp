// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevelquirkchecks.h"
#include "movableclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! Every behaviour of HighLevel that has a name, switched on and off.
class TestSandboxHlQuirks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsPlayedUnlessSwitchedOff_data()
    {
        QTest::addColumn<int>("index");
        for (const QuirkFacts &facts : quirks()) {
            if (facts.side == Side::Right)
                QTest::newRow(facts.name) << static_cast<int>(facts.quirk);
        }
    }

    void eachIsPlayedUnlessSwitchedOff()
    {
        QFETCH(int, index);
        const auto quirk = static_cast<Quirk>(index);
        const auto check = highlevelQuirkChecks().constFind(quirk);
        QVERIFY2(check != highlevelQuirkChecks().constEnd(), "no check for this quirk");
        MovableClock clock;
        SandboxOptions options;
        options.clock = &clock;
        options.searchIndexLag = std::chrono::seconds(10);
        options.pace = SandboxOptions::Pace::Exact;
        if (quirk == Quirk::CreateMayAnswer422)
            options.creationsPer422 = 1;
        {
            HighLevelPlay play(options);
            QCOMPARE((*check)(play), Seen::Quirk);
        }
        options.quirks = QuirkSet().without(quirk);
        HighLevelPlay play(options);
        QCOMPARE((*check)(play), Seen::Documented);
    }

    void losesAnswersAsOftenAsTold()
    {
        SandboxOptions options;
        options.people = 40;
        options.creationsPer422 = 20;
        const auto lost = [&options] {
            HighLevelPlay play(options);
            QList<int> numbers;
            for (int i = 0; i < 200; ++i) {
                const Response made
                    = play.createContact({{u"email"_s, u"n%1@lost.example"_s.arg(i)}});
                if (made.status == 422)
                    numbers.append(i);
            }
            return numbers;
        };
        const QList<int> first = lost();
        QVERIFY2(first.size() >= 2 && first.size() <= 25,
                 qPrintable(QString::number(first.size())));
        QCOMPARE(lost(), first); // drawn from the seed
        options.creationsPer422 = 0;
        QVERIFY(lost().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSandboxHlQuirks)
#include "tst_sandbox_hlquirks.moc"
