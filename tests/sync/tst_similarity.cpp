// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/similarity.h"

#include "sync/support/plainscore.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using twinbook::testing::plainJaroWinkler;

namespace twinbook {

class SimilarityTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownValues_data();
    void knownValues();
    void agreesWithTheTextbook_data();
    void agreesWithTheTextbook();
};

void SimilarityTest::knownValues_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<double>("expected");
    // From Winkler's own tables.
    QTest::newRow("martha") << u"martha"_s << u"marhta"_s << 0.961;
    QTest::newRow("dwayne") << u"dwayne"_s << u"duane"_s << 0.840;
    QTest::newRow("dixon") << u"dixon"_s << u"dicksonx"_s << 0.813;
    QTest::newRow("equal") << u"ana"_s << u"ana"_s << 1.0;
    QTest::newRow("nothing in common") << u"abc"_s << u"xyz"_s << 0.0;
    QTest::newRow("one is empty") << u"abc"_s << QString() << 0.0;
    QTest::newRow("both are empty") << QString() << QString() << 0.0;
    QTest::newRow("one letter") << u"a"_s << u"b"_s << 0.0;
    QTest::newRow("letters 128 apart") << u"aaaa"_s << QString(4, QChar(u'a' + 128)) << 0.0;
    QTest::newRow("equal as far as is looked at")
        << QString(64, u'a') + u'b' << QString(QString(64, u'a') + u'c') << 1.0;
}

void SimilarityTest::knownValues()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    QFETCH(const double, expected);
    QVERIFY2(std::abs(jaroWinkler(a, b) - expected) < 0.001,
             qPrintable(u"%1"_s.arg(jaroWinkler(a, b))));
}

void SimilarityTest::agreesWithTheTextbook_data()
{
    QTest::addColumn<int>("longest");
    QTest::addColumn<int>("letters");
    QTest::addColumn<int>("apart");
    QTest::newRow("names") << 15 << 12 << 1;
    QTest::newRow("two letters only") << 12 << 2 << 1;
    QTest::newRow("longer than is looked at") << 90 << 20 << 1;
    QTest::newRow("letters 128 apart") << 20 << 6 << 128;
    QTest::newRow("all over the alphabets") << 70 << 500 << 131;
}

void SimilarityTest::agreesWithTheTextbook()
{
    QFETCH(const int, longest);
    QFETCH(const int, letters);
    QFETCH(const int, apart);
    const auto seed = std::random_device()();
    std::mt19937 random(seed);
    const auto below = [&random](int n) { return static_cast<int>(random() % unsigned(n)); };
    const auto text = [&](int length) {
        QString made;
        for (int i = 0; i < length; ++i)
            made += QChar(char16_t(u'a' + below(letters) * apart));
        return made;
    };
    for (int i = 0; i < 20'000; ++i) {
        const QString begin = text(below(8));
        const QString a = begin + text(below(longest));
        const QString b = begin + text(below(longest));
        // To the last bit: a threshold may lie between two neighbours.
        if (jaroWinkler(a, b) != plainJaroWinkler(a, b))
            QFAIL(qPrintable(u"seed %1: \"%2\" and \"%3\" give %4, not %5"_s.arg(seed)
                                 .arg(a, b)
                                 .arg(jaroWinkler(a, b), 0, 'g', 17)
                                 .arg(plainJaroWinkler(a, b), 0, 'g', 17)));
    }
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::SimilarityTest)

#include "tst_similarity.moc"
