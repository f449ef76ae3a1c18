// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/fixedtoken.h"

#include <QCoreApplication>

namespace twinbook {

class FixedTokenJob final : public TokenJob
{
public:
    explicit FixedTokenJob(FixedTokenSource &source)
        : m_source(source)
    { }

protected:
    void run() override
    {
        if (!m_source.m_token.isEmpty()) {
            finish(m_source.m_token);
            return;
        }
        m_read = m_source.m_secrets.read(m_source.m_secretKey);
        connect(m_read.get(), &Job::finished, this, &FixedTokenJob::take);
        m_read->start();
    }

    void abort() override
    {
        if (m_read)
            m_read->cancel();
        else
            finish(Failure(Error {.kind = ErrorKind::Cancelled, .message = {}, .detail = {}}));
    }

private:
    void take()
    {
        const Result<std::optional<QString>> secret = m_read->result();
        if (!secret) {
            finish(Failure(secret.error()));
            return;
        }
        const QByteArray token = secret->value_or(QString()).trimmed().toUtf8();
        if (!isBearerToken(token)) {
            finish(Failure(missingSecret(m_source.m_service)));
            return;
        }
        m_source.m_token = token;
        finish(token);
    }

    FixedTokenSource &m_source;
    std::unique_ptr<TypedJob<std::optional<QString>>> m_read;
};

FixedTokenSource::FixedTokenSource(SecretStore &secrets, QString secretKey, QString service)
    : m_secrets(secrets)
    , m_secretKey(std::move(secretKey))
    , m_service(std::move(service))
{ }

FixedTokenSource::~FixedTokenSource() = default;

std::unique_ptr<TokenJob> FixedTokenSource::token()
{
    return std::make_unique<FixedTokenJob>(*this);
}

TokenSource::Renewal FixedTokenSource::renew(const QByteArray &)
{
    // A person may paste another one while the program runs.
    m_token.clear();
    return Renewal::Useless;
}

Error missingSecret(const QString &service)
{
    return {.kind = ErrorKind::Unauthorized,
            .message
            = QCoreApplication::translate(
                  "auth", "Twinbook is not signed in to %1 on this computer. Sign in again.")
                  .arg(service),
            .detail = {}};
}

} // namespace twinbook
