// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/peopleservice.h"
#include "core/secretstore.h"

#include <functional>
#include <memory>

namespace twinbook {

//! Tries an account with a secret that is still in memory only, and keeps both if it works: the
//! secret in the password store, the account in the database. Nothing is kept otherwise.
class Connecting final : public ConnectionJob
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Connecting)

public:
    struct Attempt
    {
        QString secretKey;
        QString secret;
        //! The service to try, reading its secret from the given store.
        std::function<Result<std::unique_ptr<PeopleService>>(SecretStore &)> makeService;
        std::function<Result<>(const ConnectionReport &)> keepAccount;
    };

    //! `keyring` must outlive the job.
    Connecting(Attempt attempt, SecretStore &keyring);
    ~Connecting() override;

protected:
    void run() override;
    void abort() override;

private:
    void tryAccount();
    void keepSecret(const ConnectionReport &report);

    Attempt m_attempt;
    SecretStore &m_keyring;
    std::unique_ptr<SecretStore> m_trial;
    std::unique_ptr<PeopleService> m_service;
    Job *m_running = nullptr;
};

} // namespace twinbook
