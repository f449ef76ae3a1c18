// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "core/side.h"
#include "store/database.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace twinbook {

//! How a writing request that a person composed ended.
enum class SentState : quint8 {
    Intended, //!< on its way; after the program ended: nobody knows
    Answered, //!< see status
    NotSent, //!< certainly did not happen
    Unknown, //!< may have happened
};

struct SentRequest
{
    qint64 id = 0;
    Side side = Side::Left;
    QString operation {}; //!< name in the catalogue
    QString line {}; //!< method and address as sent
    QDateTime intendedAt {};
    SentState state = SentState::Intended;
    std::optional<int> status {}; //!< of the answer
    QString error {}; //!< sentence, if there was no answer

    friend bool operator==(const SentRequest &, const SentRequest &) = default;
};

//! "intended", "answered", "not-sent", "unknown".
[[nodiscard]] QString sentStateName(SentState state);

//! What a person changed by test requests.
class SentRequests
{
public:
    SentRequests(const Database &database, const Clock &clock);

    //! Durable when it returns; the request may leave then. Takes side, operation and line.
    [[nodiscard]] Result<qint64> intend(const SentRequest &request);
    //! Takes state, status and error.
    [[nodiscard]] Result<> settle(qint64 id, const SentRequest &outcome);
    [[nodiscard]] Result<QList<SentRequest>> newest(int limit) const;

private:
    const Database &m_database;
    const Clock &m_clock;
};

} // namespace twinbook
