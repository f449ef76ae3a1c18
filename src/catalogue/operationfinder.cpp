// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogue/operationfinder.h"

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

QString keyOf(Side service, const QString &method, qsizetype words)
{
    return u"%1 %2 %3"_s.arg(serviceKey(service), method, QString::number(words));
}

//! How many words are the same; -1 if one differs.
int likeness(const QStringList &pattern, const QList<QStringView> &path)
{
    int same = 0;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern.at(i).isEmpty())
            continue;
        if (pattern.at(i) != path.at(i))
            return -1;
        ++same;
    }
    return same;
}

} // namespace

OperationFinder::OperationFinder(Catalogue catalogue)
    : m_catalogue(std::move(catalogue))
{
    for (const Operation &operation : m_catalogue.operations()) {
        if (operation.path.isEmpty())
            continue; // an event is sent by the service
        QStringList words = operation.path.split(u'/', Qt::SkipEmptyParts);
        for (QString &word : words) {
            if (word.startsWith(u'{'))
                word.clear();
        }
        const QString key = keyOf(operation.service, rawMethodName(operation.method), words.size());
        m_patterns[key].append({words, &operation});
    }
}

const Operation *OperationFinder::find(Side service, const QString &method,
                                       const QString &path) const
{
    const QList<QStringView> words = QStringView(path).split(u'/', Qt::SkipEmptyParts);
    const auto patterns = m_patterns.constFind(keyOf(service, method, words.size()));
    const Operation *best = nullptr;
    int most = -1;
    if (patterns == m_patterns.constEnd())
        return nullptr;
    for (const Pattern &pattern : *patterns) {
        const int same = likeness(pattern.words, words);
        if (same > most) {
            most = same;
            best = pattern.operation;
        }
    }
    return best;
}

} // namespace twinbook
