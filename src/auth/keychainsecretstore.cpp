// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/keychainsecretstore.h"

#include "auth/secretservice.h"

#include <QCoreApplication>

#include <qt6keychain/keychain.h>

#include <functional>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

Error absent()
{
    return {.kind = ErrorKind::KeyringAbsent,
            .message = QCoreApplication::translate(
                "auth",
                "This computer has no password store, so Twinbook cannot keep you signed in. "
                "Install one (for example GNOME Keyring), or stay signed in only until you close "
                "Twinbook."),
            .detail = {}};
}

Error locked()
{
    return {.kind = ErrorKind::KeyringLocked,
            .message = QCoreApplication::translate(
                "auth",
                "Your computer's password store is locked, so Twinbook cannot read the saved "
                "sign-in. Unlock it and try again."),
            .detail = {}};
}

//! QtKeychain's answer as ours. Called only while the store is ready.
Error keychainError(QKeychain::Error error, const QString &text)
{
    const QString detail = u"keychain error %1: %2"_s.arg(static_cast<int>(error)).arg(text);
    Error failure = locked();
    if (error == QKeychain::NoBackendAvailable || error == QKeychain::NotImplemented)
        failure = absent();
    else if (error != QKeychain::AccessDenied && error != QKeychain::AccessDeniedByUser) {
        failure.kind = ErrorKind::Storage;
        failure.message = QCoreApplication::translate(
            "auth", "Your computer's password store reported a problem. Try again.");
    }
    failure.detail = detail;
    return failure;
}

//! Asks for the state, then runs one QtKeychain job and reads its outcome.
template<class T, class KeychainJob>
class KeychainAccess final : public TypedJob<T>
{
public:
    using Outcome = std::function<Result<T>(const KeychainJob &)>;

    //! `job` is not started yet and has no parent.
    KeychainAccess(std::unique_ptr<KeychainJob> job, Outcome outcome)
        : m_job(std::move(job))
        , m_outcome(std::move(outcome))
    {
        m_job->setAutoDelete(false);
        m_job->setInsecureFallback(false);
    }

    ~KeychainAccess() override
    {
        // A job that has begun cannot be stopped; it ends in its own time.
        if (m_started) {
            m_job->setAutoDelete(true);
            (void)m_job.release();
        }
    }

protected:
    void run() override
    {
        m_state = secretServiceState();
        QObject::connect(m_state.get(), &Job::finished, this, [this] { proceed(); });
        m_state->start();
    }

    void abort() override
    {
        this->finish(Failure(Error {.kind = ErrorKind::Cancelled, .message = {}, .detail = {}}));
    }

private:
    void proceed()
    {
        if (!this->isRunning())
            return;
        const Result<SecretStoreState> state = m_state->result();
        if (!state)
            this->finish(Failure(state.error()));
        else if (*state == SecretStoreState::Absent)
            this->finish(Failure(absent()));
        else if (*state == SecretStoreState::Locked)
            this->finish(Failure(locked()));
        else
            access();
    }

    void access()
    {
        QObject::connect(m_job.get(), &QKeychain::Job::finished, this, [this] {
            m_started = false;
            this->finish(m_outcome(*m_job));
            m_job.release()->deleteLater();
        });
        m_started = true;
        m_job->start();
    }

    std::unique_ptr<TypedJob<SecretStoreState>> m_state;
    std::unique_ptr<KeychainJob> m_job;
    Outcome m_outcome;
    bool m_started = false;
};

template<class KeychainJob>
std::unique_ptr<KeychainJob> keychainJob(const QString &service, const QString &key)
{
    auto job = std::make_unique<KeychainJob>(service);
    job->setKey(key);
    return job;
}

Result<> doneOrError(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoError)
        return {};
    return Failure(keychainError(job.error(), job.errorString()));
}

} // namespace

KeychainSecretStore::KeychainSecretStore(QString service)
    : m_service(std::move(service))
{ }

KeychainSecretStore::~KeychainSecretStore() = default;

std::unique_ptr<TypedJob<SecretStoreState>> KeychainSecretStore::state()
{
    return secretServiceState();
}

std::unique_ptr<TypedJob<std::optional<QString>>> KeychainSecretStore::read(const QString &key)
{
    using QKeychain::ReadPasswordJob;
    return std::make_unique<KeychainAccess<std::optional<QString>, ReadPasswordJob>>(
        keychainJob<ReadPasswordJob>(m_service, key),
        [](const ReadPasswordJob &job) -> Result<std::optional<QString>> {
            if (job.error() == QKeychain::EntryNotFound)
                return std::optional<QString>();
            if (job.error() != QKeychain::NoError)
                return Failure(keychainError(job.error(), job.errorString()));
            return std::optional(job.textData());
        });
}

std::unique_ptr<TypedJob<void>> KeychainSecretStore::write(const QString &key,
                                                           const QString &secret)
{
    using QKeychain::WritePasswordJob;
    auto job = keychainJob<WritePasswordJob>(m_service, key);
    job->setTextData(secret);
    return std::make_unique<KeychainAccess<void, WritePasswordJob>>(
        std::move(job), [](const WritePasswordJob &done) { return doneOrError(done); });
}

std::unique_ptr<TypedJob<void>> KeychainSecretStore::remove(const QString &key)
{
    using QKeychain::DeletePasswordJob;
    return std::make_unique<KeychainAccess<void, DeletePasswordJob>>(
        keychainJob<DeletePasswordJob>(m_service, key),
        [](const DeletePasswordJob &done) -> Result<> {
            if (done.error() == QKeychain::EntryNotFound)
                return {};
            return doneOrError(done);
        });
}

} // namespace twinbook
