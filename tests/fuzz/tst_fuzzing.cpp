// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "campaign.h"
#include "mutator.h"

#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook::fuzz;

namespace {

const QByteArray seedText
    = "{\"results\":[{\"_id\":\"a1\",\"tags\":[\"x\",\"y\\\"z\"],\"n\":-1.5e3,"
      "\"in\":{\"k\":null}}],\"end\":true}";

} // namespace

//! A search for faults that finds none proves something only if it would have found one.
class TestFuzzing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsAreFound()
    {
        const Parts parts = partsOf(seedText);
        const auto texts = [](const QList<Span> &spans) {
            QSet<QByteArray> found;
            for (const Span span : spans)
                found.insert(seedText.mid(span.begin, span.end - span.begin));
            return found;
        };
        QCOMPARE(texts(parts.keys),
                 QSet<QByteArray>({"\"results\"", "\"_id\"", "\"tags\"", "\"n\"", "\"in\"", "\"k\"",
                                   "\"end\""}));
        const auto values = texts(parts.values);
        for (const char *value : {"\"a1\"", "\"y\\\"z\"", "-1.5e3", "null", "true", "{\"k\":null}",
                                  "[\"x\",\"y\\\"z\"]"})
            QVERIFY2(values.contains(value), value);
        QVERIFY(texts(parts.members).contains("\"in\":{\"k\":null}"));
    }

    void everyTextCanBeMadeAgain()
    {
        const Mutator mutator({seedText});
        const Mutator other({seedText});
        QSet<QByteArray> texts;
        for (quint64 i = 0; i < 1000; ++i) {
            const QByteArray text = mutator.text(7, i);
            QCOMPARE(other.text(7, i), text);
            texts.insert(text);
        }
        // Some changes make the same text, such as an empty one.
        QVERIFY2(texts.size() > 700, qPrintable(QString::number(texts.size())));
        QVERIFY(mutator.text(7, 1) != mutator.text(8, 1));
    }

    //! Text that is no JSON at all stops at the door and tests nothing behind it.
    void muchOfItIsJson()
    {
        const Mutator mutator({seedText});
        int whole = 0;
        for (quint64 i = 0; i < 2000; ++i) {
            if (!QJsonDocument::fromJson(mutator.text(7, i)).isNull())
                ++whole;
        }
        QVERIFY2(whole > 700 && whole < 1900, qPrintable(QString::number(whole)));
    }

    void brokenPromisesAreCounted()
    {
        // A reader that forgets that a member can be missing.
        const Target careless {u"test.careless"_s, {seedText}, [](QByteArrayView text) {
                                   const auto json = QJsonDocument::fromJson(text.toByteArray());
                                   if (!json.isNull())
                                       expect(json[u"results"_s].isArray(), "there is a list");
                               }};
        const Outcome outcome = run(careless, Orders {.end = 500, .seed = 7});
        QCOMPARE(outcome.cases, 500U);
        QVERIFY(outcome.findings > 5);
        QVERIFY(distinctComplaints().contains(u"there is a list"_s));

        const Target careful {u"test.careful"_s, {seedText}, [](QByteArrayView) {}};
        QCOMPARE(run(careful, Orders {.end = 500, .seed = 7}).findings, 0);
    }

    //! A long run that is ended and begun again must neither leave out nor repeat a case.
    void aRunGoesOnWhereItEnded()
    {
        const QTemporaryDir folder;
        QList<QByteArray> seen;
        const Target target {u"test.target"_s, {seedText}, [&seen](QByteArrayView text) {
                                 seen.append(text.toByteArray());
                             }};
        QList<quint64> shards;
        Campaign campaign {.cases = 70,
                           .seed = 7,
                           .shard = 30,
                           .folder = folder.path(),
                           .onShard
                           = [&shards](const Outcome &soFar) { shards.append(soFar.cases); }};
        QCOMPARE(run(target, campaign).cases, 70U);
        QCOMPARE(shards, QList<quint64>({30, 60, 70}));
        campaign.cases = 100;
        QCOMPARE(run(target, campaign).cases, 100U);
        QCOMPARE(seen.size(), 100);
        const Mutator mutator({seedText});
        for (quint64 i = 0; i < 100; ++i)
            QCOMPARE(seen.at(static_cast<qsizetype>(i)), mutator.text(7, i));
        QCOMPARE(run(target, campaign).cases, 100U);
        QCOMPARE(seen.size(), 100);
        campaign.seed = 8;
        campaign.cases = 10;
        QCOMPARE(run(target, campaign).cases, 10U);
        QCOMPARE(seen.size(), 110);
    }

    void keptMemoryIsAFinding()
    {
        constexpr qsizetype megabyte = 1024 * 1024;
        QList<QByteArray> kept;
        const Target hoarder {u"test.hoarder"_s, {seedText}, [&kept](QByteArrayView) {
                                  kept.append(QByteArray(megabyte, 'x'));
                              }};
        const Target spender {u"test.spender"_s, {seedText}, [&kept](QByteArrayView) {
                                  kept.fill(QByteArray(megabyte, 'x'), 1);
                              }};
        const Campaign campaign {.cases = 100, .seed = 7, .shard = 10};
        QVERIFY(run(hoarder, campaign).findings > 0);
        QCOMPARE(run(spender, campaign).findings, 0);
    }
};

QTEST_GUILESS_MAIN(TestFuzzing)
#include "tst_fuzzing.moc"
