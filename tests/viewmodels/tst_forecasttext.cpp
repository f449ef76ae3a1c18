// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/forecasttext.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;

class ForecastTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void tellsRequestsTimeAndShareOfTheDay()
    {
        Forecast forecast;
        QCOMPARE(forecastText(forecast), u"No requests are needed."_s);
        forecast.calls.left = {.reads = 6, .writes = 4};
        QCOMPARE(forecastText(forecast), u"About 10 requests (10 to OfficeRnD)."_s);
        forecast.calls.right = {.reads = 20, .writes = 12};
        forecast.ofDay.right = 0.0123;
        forecast.minutes = 0.2;
        QCOMPARE(forecastText(forecast),
                 u"About 42 requests (10 to OfficeRnD; 32 to HighLevel, 1.2 % of its day), less "
                 "than a minute."_s);
        forecast.isBeyondToday.right = true;
        QVERIFY(forecastText(forecast).contains(u"HighLevel does not allow so many more today"_s));
    }

    void tellsHowFarOffItWas_data()
    {
        QTest::addColumn<qint64>("foreseen");
        QTest::addColumn<qint64>("sent");
        QTest::addColumn<QString>("text");
        QTest::newRow("more") << qint64(120) << qint64(124)
                              << u"Forecast 120 requests, made 124 (3 % more)."_s;
        QTest::newRow("fewer") << qint64(100) << qint64(90)
                               << u"Forecast 100 requests, made 90 (10 % fewer)."_s;
        QTest::newRow("as many") << qint64(8) << qint64(8)
                                 << u"Forecast 8 requests, made 8, just as many."_s;
        QTest::newRow("no forecast") << qint64(0) << qint64(9) << QString();
    }
    void tellsHowFarOffItWas()
    {
        QFETCH(const qint64, foreseen);
        QFETCH(const qint64, sent);
        Run run;
        run.foreseen = {foreseen / 2, foreseen - foreseen / 2};
        run.sent = {0, sent};
        QTEST(comparisonText(run), "text");
    }
};

QTEST_GUILESS_MAIN(ForecastTextTest)

#include "tst_forecasttext.moc"
