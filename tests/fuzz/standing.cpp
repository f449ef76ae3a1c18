// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "standing.h"

#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace twinbook::fuzz {

Standing::Standing(const QString &folder, const QString &target, quint64 seed)
{
    if (folder.isEmpty())
        return;
    m_file = QDir(folder).filePath(u"%1.seed-%2"_s.arg(target, QString::number(seed)));
    QFile file(m_file);
    if (!file.open(QFile::ReadOnly))
        return;
    const QList<QByteArray> numbers = file.readAll().trimmed().split(' ');
    if (numbers.size() != 3)
        return;
    m_total = {.cases = numbers.at(0).toULongLong(),
               .took = std::chrono::milliseconds(numbers.at(1).toLongLong()),
               .findings = numbers.at(2).toLongLong()};
}

void Standing::add(const Outcome &shard)
{
    m_total.cases += shard.cases;
    m_total.took += shard.took;
    m_total.findings += shard.findings;
    if (m_file.isEmpty())
        return;
    const QByteArray text = QByteArray::number(m_total.cases) + ' '
        + QByteArray::number(qint64(m_total.took.count())) + ' '
        + QByteArray::number(m_total.findings) + '\n';
    QSaveFile file(m_file);
    if (!file.open(QFile::WriteOnly) || file.write(text) != text.size() || !file.commit())
        qFatal("\"%s\" cannot be written", qPrintable(m_file));
}

} // namespace twinbook::fuzz
