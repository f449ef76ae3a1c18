// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/forecasttext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::ForecastText)
};

//! As much of a share as tells something: "0.1 %", "12 %".
QString percentText(double part)
{
    const double percent = part * 100;
    if (percent < 0.1)
        return Tr::tr("less than 0.1 %");
    return Tr::tr("%1 %").arg(QLocale().toString(percent, 'f', percent < 10 ? 1 : 0));
}

QString sideText(const Forecast &forecast, Side side)
{
    const QString calls = QLocale().toString(forecast.calls[side].total());
    const std::optional<double> part = forecast.ofDay[side];
    return part
        ? Tr::tr("%1 to %2, %3 of its day").arg(calls, serviceName(side), percentText(*part))
        : Tr::tr("%1 to %2").arg(calls, serviceName(side));
}

QString requestsText(const Forecast &forecast, const QString &bySide)
{
    const QString total = QLocale().toString(forecast.total());
    if (forecast.minutes == 0)
        return Tr::tr("About %1 requests (%2).").arg(total, bySide);
    if (forecast.minutes < 1)
        return Tr::tr("About %1 requests (%2), less than a minute.").arg(total, bySide);
    return Tr::tr("About %1 requests (%2), about %n minute(s).", nullptr,
                  static_cast<int>(std::ceil(forecast.minutes)))
        .arg(total, bySide);
}

} // namespace

QString forecastText(const Forecast &forecast)
{
    if (forecast.total() == 0)
        return Tr::tr("No requests are needed.");
    QStringList sides;
    for (const Side side : bothSides) {
        if (forecast.calls[side].total() > 0)
            sides.append(sideText(forecast, side));
    }
    QString text = requestsText(forecast, sides.join("; "_L1));
    for (const Side side : bothSides) {
        if (forecast.isBeyondToday[side])
            text += u' '
                + Tr::tr("%1 does not allow so many more today: what is left over is done with "
                         "the next sync.")
                      .arg(serviceName(side));
    }
    return text;
}

QString comparisonText(const Run &run)
{
    const qint64 foreseen = run.foreseen.left + run.foreseen.right;
    const qint64 sent = run.sent.left + run.sent.right;
    if (foreseen == 0)
        return {};
    const QLocale locale;
    const auto percent = static_cast<int>(
        std::lround(100.0 * static_cast<double>(sent - foreseen) / static_cast<double>(foreseen)));
    const QString figures = Tr::tr("Forecast %1 requests, made %2")
                                .arg(locale.toString(foreseen), locale.toString(sent));
    if (sent == foreseen)
        return Tr::tr("%1, just as many.").arg(figures);
    return sent > foreseen ? Tr::tr("%1 (%2 % more).").arg(figures, locale.toString(percent))
                           : Tr::tr("%1 (%2 % fewer).").arg(figures, locale.toString(-percent));
}

QString outsidersText(int waiting)
{
    return waiting == 0 ? QString()
                        : Tr::tr("%n more people with changes are not in this pilot. They stay as "
                                 "they are and are offered again.",
                                 nullptr, waiting);
}

} // namespace twinbook
