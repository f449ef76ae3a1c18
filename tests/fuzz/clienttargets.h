// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "promises.h"
#include "stage.h"

namespace twinbook::fuzz {

//! Builds targets that reach a reader through the client that uses it. `ask(clients, ids)` makes
//! the job that is to be answered with hostile text.
class ClientTargets
{
public:
    explicit ClientTargets(Stage &stage)
        : m_stage(stage)
        , m_played(std::make_shared<PlayedClients>(stage))
    { }

    template<class Ask>
    ClientTargets &add(const QString &name, const Ask &ask, int status = 200)
    {
        m_targets.append(
            {name, m_stage.seedsOf(ask(m_stage.clients(), m_stage.ids())),
             [played = m_played, ids = m_stage.ids(), ask, status](QByteArrayView text) {
                 played->play.set(text.toByteArray(), status);
                 const auto job = ask(played->clients, ids);
                 expectOutcome(ended(*job), text);
             }});
        return *this;
    }

    [[nodiscard]] const QList<Target> &all() const { return m_targets; }

private:
    Stage &m_stage;
    std::shared_ptr<PlayedClients> m_played;
    QList<Target> m_targets;
};

} // namespace twinbook::fuzz
