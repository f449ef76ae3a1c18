// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foreignprogram.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

namespace twinbook::test {

namespace {

QString folder()
{
    return QStringLiteral(TWINBOOK_FOREIGN);
}

} // namespace

ForeignProgram::~ForeignProgram()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(5000);
}

QString ForeignProgram::whyMissing(const QString &package)
{
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
        return u"Node.js is not installed; ./dev test installs it"_s;
    if (!QFileInfo::exists(folder() + "/node_modules/"_L1 + package))
        return u"%1 is not in %2; ./dev test installs it"_s.arg(package, folder());
    return {};
}

void ForeignProgram::start(const QString &script, const QStringList &arguments,
                           const QByteArray &input)
{
    m_process.setWorkingDirectory(folder());
    m_process.start(u"node"_s, QStringList {folder() + u'/' + script} + arguments);
    m_process.write(input);
}

bool ForeignProgram::waitForEnd(int milliseconds)
{
    return QTest::qWaitFor([this] { return !isRunning(); }, milliseconds);
}

QByteArray ForeignProgram::output()
{
    m_output += m_process.readAllStandardOutput();
    return m_output;
}

} // namespace twinbook::test
