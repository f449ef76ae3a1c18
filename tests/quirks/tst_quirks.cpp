// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quirks/quirkset.h"

#include <QSet>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;

class TestQuirks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableFollowsTheEnumeration()
    {
        const std::span<const QuirkFacts> all = quirks();
        QCOMPARE(all.size(), static_cast<std::size_t>(Quirk::OfficeRnDWebhooksAreSigned) + 1);
        QSet<QString> names;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const QString name = QString::fromLatin1(all[i].name);
            QCOMPARE(static_cast<std::size_t>(all[i].quirk), i);
            QVERIFY2(name.startsWith(serviceKey(all[i].side) + u'.'), all[i].name);
            QVERIFY2(QByteArray(all[i].source).startsWith(serviceKey(all[i].side).toLatin1()),
                     all[i].name);
            QVERIFY2(QByteArray(all[i].statement).endsWith('.'), all[i].name);
            QCOMPARE(quirkNamed(name), std::optional(all[i].quirk));
            names.insert(name);
        }
        QCOMPARE(names.size(), static_cast<qsizetype>(all.size()));
        QCOMPARE(quirkNamed(u"highlevel.nobody-knows"_s), std::nullopt);
    }

    void eachCanBeSwitched()
    {
        for (const QuirkFacts &facts : quirks()) {
            const QuirkSet off = QuirkSet().without(facts.quirk);
            for (const QuirkFacts &other : quirks())
                QCOMPARE(off.holds(other.quirk), other.quirk != facts.quirk);
            QCOMPARE(off.with(facts.quirk), QuirkSet());
            QCOMPARE(QuirkSet::fromJson(off.toJson()).value(), off);
        }
    }

    void aFileWithSomethingElseIsRefused()
    {
        QVERIFY(QuirkSet::fromJson({{u"highlevel.rubbish"_s, true}})
                    .error()
                    .message.contains(u"highlevel.rubbish"_s));
        QVERIFY(!QuirkSet::fromJson({{u"officernd.null-clears"_s, u"yes"_s}}));
        QCOMPARE(QuirkSet::fromJson({}).value(), QuirkSet());
    }
};

QTEST_GUILESS_MAIN(TestQuirks)
#include "tst_quirks.moc"
