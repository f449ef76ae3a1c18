// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/keychainsecretstore.h"
#include "cli/command.h"
#include "store/decisionstore.h"

namespace twinbook::cli {

//! `decisions list` and `decisions resolve ID --use CHOICE`.
class DecisionsCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DecisionsCommand)

public:
    //! `id` 0 lists the open questions. `use` is officernd, highlevel or a value for a field; same
    //! or different for two people; unlink or add-again for somebody who is gone.
    DecisionsCommand(Context context, qint64 id, QString use);
    void run() override;

private:
    void list();
    void resolve();

    const qint64 m_id;
    const QString m_use;
    KeychainSecretStore m_secrets;
};

//! What the words of --use mean for a question; InvalidInput with the words it takes otherwise.
[[nodiscard]] Result<Answer> answerFor(const Question &question, const QString &use);

} // namespace twinbook::cli
