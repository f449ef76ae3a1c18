// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/tagmerge.h"

#include "core/normalize.h"

#include <QSet>

namespace twinbook {

namespace {

QSet<QString> keysOf(const QStringList &tags)
{
    const QStringList keys = tagSetKey(tags);
    return {keys.cbegin(), keys.cend()};
}

} // namespace

QStringList mergedTags(const QStringList *base, const QStringList &left, const QStringList &right)
{
    const QSet<QString> baseKeys = base ? keysOf(*base) : QSet<QString>();
    const QSet<QString> leftKeys = keysOf(left);
    const QSet<QString> rightKeys = keysOf(right);
    QStringList merged;
    QSet<QString> taken;
    const auto takeFrom = [&](const QStringList &tags, const QSet<QString> &others) {
        for (const QString &tag : tags) {
            const QString key = caselessText(tag);
            const bool removedByTheOther = baseKeys.contains(key) && !others.contains(key);
            if (key.isEmpty() || removedByTheOther || taken.contains(key))
                continue;
            taken.insert(key);
            merged.append(tag);
        }
    };
    takeFrom(left, rightKeys);
    takeFrom(right, leftKeys);
    return merged;
}

QStringList agreedTags(const QStringList &left, const QStringList &right)
{
    const QSet<QString> rightKeys = keysOf(right);
    QStringList agreed;
    for (const QString &tag : left) {
        if (rightKeys.contains(caselessText(tag)))
            agreed.append(tag);
    }
    return agreed;
}

} // namespace twinbook
