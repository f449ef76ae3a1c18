// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/records/recordtable.h"

#include <QDateTime>

#include <chrono>
#include <deque>
#include <optional>

namespace twinbook::sandbox::highlevel {

//! The search index: the contacts as they were a while ago (highlevel.md 2.3, "index lag").
class SearchIndex
{
public:
    explicit SearchIndex(std::chrono::milliseconds lag);

    void noteStored(const QJsonObject &contact, const QDateTime &now);
    void noteRemoved(const QString &id, const QDateTime &now);
    //! What a search sees now.
    [[nodiscard]] const RecordTable &seenAt(const QDateTime &now);
    //! Forgets what is on its way and shows exactly these.
    void reset(const RecordTable &contacts);

private:
    struct Change
    {
        QDateTime visibleFrom;
        QString id;
        std::optional<QJsonObject> contact; //!< none: removed
    };
    void apply(const Change &change);

    std::chrono::milliseconds m_lag;
    RecordTable m_seen;
    std::deque<Change> m_coming;
};

//! The keys under which a contact is found: e-mail in lower case, phone as stored.
[[nodiscard]] QStringList contactKeys(const QJsonObject &contact);
[[nodiscard]] QString emailKeyOf(const QString &email);
[[nodiscard]] QString phoneKeyOf(const QString &phone);

} // namespace twinbook::sandbox::highlevel
