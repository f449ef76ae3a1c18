// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/connecting.h"

#include "auth/memorysecretstore.h"

namespace twinbook {

Connecting::Connecting(Attempt attempt, SecretStore &keyring)
    : m_attempt(std::move(attempt))
    , m_keyring(keyring)
    , m_trial(std::make_unique<MemorySecretStore>())
{ }

Connecting::~Connecting() = default;

void Connecting::run()
{
    runJob(this, m_trial->write(m_attempt.secretKey, m_attempt.secret),
           [this](const Result<> &written) {
               if (written)
                   tryAccount();
               else
                   finish(Failure(written.error()));
           });
}

void Connecting::tryAccount()
{
    Result<std::unique_ptr<PeopleService>> service = m_attempt.makeService(*m_trial);
    if (!service) {
        finish(Failure(service.error()));
        return;
    }
    m_service = *std::move(service);
    m_running = runJob(this, m_service->checkConnection(),
                       [this](const Result<ConnectionReport> &report) {
                           m_running = nullptr;
                           if (report)
                               keepSecret(*report);
                           else
                               finish(Failure(report.error()));
                       });
}

void Connecting::keepSecret(const ConnectionReport &report)
{
    runJob(this, m_keyring.write(m_attempt.secretKey, m_attempt.secret),
           [this, report](const Result<> &written) {
               m_attempt.secret.fill(u'\0');
               if (!written) {
                   finish(Failure(written.error()));
                   return;
               }
               if (const Result<> kept = m_attempt.keepAccount(report); !kept) {
                   finish(Failure(kept.error()));
                   return;
               }
               finish(report);
           });
}

void Connecting::abort()
{
    if (m_running)
        m_running->cancel();
    finish(Failure(Error {.kind = ErrorKind::Cancelled,
                          .message = tr("Stopped. Nothing was changed."),
                          .detail = {}}));
}

} // namespace twinbook
