// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "store/database.h"
#include "sync/question.h"

#include <QDateTime>
#include <QList>

namespace twinbook {

//! A question with its number and answer.
struct Decision
{
    DecisionId id {};
    Question question {};
    QDateTime askedAt {};
    std::optional<Answer> answer {};
    QDateTime answeredAt {};
};

//! Questions and answers. Questions are known by their key: asking again keeps the number.
class DecisionStore
{
public:
    DecisionStore(const Database &database, const Clock &clock);

    //! Makes the open questions exactly these: new ones are added, changed ones updated, those no
    //! longer asked closed. Answers are kept. One transaction.
    [[nodiscard]] Result<> setOpen(const std::vector<Question> &questions);
    [[nodiscard]] Result<QList<Decision>> open() const; //!< unanswered, oldest first
    [[nodiscard]] Result<std::optional<Decision>> find(DecisionId id) const;
    [[nodiscard]] Result<> answer(DecisionId id, const Answer &answer);
    [[nodiscard]] Result<> withdraw(DecisionId id); //!< undo of answer()
    //! All answers ever given and everybody left out, as plan() wants them.
    [[nodiscard]] Result<Judgements> judgements() const;
    [[nodiscard]] Result<> leaveOut(Side side, const RemoteId &id);
    [[nodiscard]] Result<> takeIn(Side side, const RemoteId &id); //!< undo of leaveOut()

private:
    const Database &m_database;
    const Clock &m_clock;
};

} // namespace twinbook
