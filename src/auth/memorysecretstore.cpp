// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/memorysecretstore.h"

#include <functional>

namespace twinbook {

namespace {

//! Does its work when it runs, not when it is made.
template<class T>
class ImmediateJob final : public TypedJob<T>
{
public:
    explicit ImmediateJob(std::function<Result<T>()> work)
        : m_work(std::move(work))
    { }

protected:
    void run() override { this->finish(m_work()); }
    void abort() override
    {
        this->finish(Failure(Error {.kind = ErrorKind::Cancelled, .message = {}, .detail = {}}));
    }

private:
    std::function<Result<T>()> m_work;
};

} // namespace

MemorySecretStore::MemorySecretStore() = default;
MemorySecretStore::~MemorySecretStore() = default;

std::unique_ptr<TypedJob<SecretStoreState>> MemorySecretStore::state()
{
    return std::make_unique<ImmediateJob<SecretStoreState>>([] { return SecretStoreState::Ready; });
}

std::unique_ptr<TypedJob<std::optional<QString>>> MemorySecretStore::read(const QString &key)
{
    return std::make_unique<ImmediateJob<std::optional<QString>>>([this, key] {
        const auto found = m_secrets.constFind(key);
        return found == m_secrets.cend() ? std::optional<QString>() : *found;
    });
}

std::unique_ptr<TypedJob<void>> MemorySecretStore::write(const QString &key, const QString &secret)
{
    return std::make_unique<ImmediateJob<void>>([this, key, secret]() -> Result<> {
        m_secrets.insert(key, secret);
        return {};
    });
}

std::unique_ptr<TypedJob<void>> MemorySecretStore::remove(const QString &key)
{
    return std::make_unique<ImmediateJob<void>>([this, key]() -> Result<> {
        m_secrets.remove(key);
        return {};
    });
}

} // namespace twinbook
