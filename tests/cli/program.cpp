// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/program.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace twinbook::test {

QString Ended::sentence() const
{
    if (json.contains("error"_L1))
        return json.value("error"_L1).toObject().value("message"_L1).toString();
    const QList<QByteArray> lines = err.split('\n');
    for (const QByteArray &line : lines) {
        if (!line.isEmpty() && !line.startsWith("twinbook."))
            return QString::fromUtf8(line);
    }
    return {};
}

QByteArray Ended::told() const
{
    constexpr qsizetype most = 2000;
    return "exit code " + QByteArray::number(code) + ", said: " + out.left(most)
        + ", complained: " + err.left(most);
}

Ended twinbookctl(const QStringList &arguments, const QByteArray &input, int timeout)
{
    const std::unique_ptr<QProcess> process = startTwinbookctl(arguments);
    process->write(input);
    process->closeWriteChannel();
    return endOf(*process, timeout);
}

std::unique_ptr<QProcess> startTwinbookctl(const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    process->start(QStringLiteral(TWINBOOKCTL), arguments);
    return process;
}

Ended endOf(QProcess &process, int timeout)
{
    Ended ended;
    const bool inTime = process.state() == QProcess::NotRunning || process.waitForFinished(timeout);
    if (inTime && process.exitStatus() == QProcess::NormalExit)
        ended.code = process.exitCode();
    ended.out = process.readAllStandardOutput();
    ended.err = process.readAllStandardError();
    ended.json = QJsonDocument::fromJson(ended.out).object();
    return ended;
}

} // namespace twinbook::test
