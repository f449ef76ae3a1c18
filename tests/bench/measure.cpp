// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "measure.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdlib>
#include <vector>

using namespace Qt::StringLiterals;

namespace twinbook::bench {

double medianMs(int times, const std::function<void()> &work)
{
    std::vector<double> taken;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        taken.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(taken.begin(), taken.end());
    return taken[taken.size() / 2];
}

double peakMemoryMb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

double machineLoad()
{
    QFile load(u"/proc/loadavg"_s);
    if (!load.open(QIODevice::ReadOnly))
        return 0;
    return load.readAll().split(' ').first().toDouble();
}

void giveUp(const QString &what)
{
    qCritical("%s", qPrintable(what));
    std::exit(1);
}

} // namespace twinbook::bench
