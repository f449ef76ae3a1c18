// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/tokenexchange.h"

#include "core/logging.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr std::chrono::milliseconds longestPause = std::chrono::seconds(4);

//! A person or a lock waits for the end, so little patience with a service that asks for a pause.
RetryPolicy briefRetries()
{
    RetryTable table;
    table.rateLimited.attempts = 2;
    table.serverFault.attempts = 1;
    table.longestRetryAfter = std::chrono::seconds(10);
    return RetryPolicy(table);
}

bool mayBeRepeated(ErrorKind kind)
{
    return kind == ErrorKind::Network || kind == ErrorKind::Timeout
        || kind == ErrorKind::ServerFault || kind == ErrorKind::BadReply;
}

} // namespace

//! One grant: the client secret first, then the request, which is repeated within `window`.
class TokenExchangeJob final : public TokenPairJob
{
public:
    struct Task
    {
        QueryItems form;
        TokenReplyContext context;
        ReplayLimits replays; //!< a window of zero: never
    };

    TokenExchangeJob(TokenExchange &exchange, HttpClient &http, Task task)
        : m_exchange(exchange)
        , m_http(http)
        , m_task(std::move(task))
    {
        m_impatience.setSingleShot(true);
        connect(&m_impatience, &QTimer::timeout, this, [this] {
            if (m_request)
                m_request->cancel();
        });
    }

protected:
    void run() override
    {
        const OAuthClient &client = m_exchange.m_client;
        m_task.form.prepend({u"client_id"_s, client.clientId});
        if (client.secretKey.isEmpty()) {
            begin();
            return;
        }
        runJob(this, m_exchange.m_secrets.read(client.secretKey),
               [this](const Result<std::optional<QString>> &secret) {
                   if (!secret) {
                       finish(Failure(secret.error()));
                       return;
                   }
                   const QString text = secret->value_or(QString()).trimmed();
                   if (!text.isEmpty())
                       m_task.form.insert(1, {u"client_secret"_s, text});
                   begin();
               });
    }

    void abort() override
    {
        m_impatience.stop();
        if (m_request)
            m_request->cancel();
        finish(Failure(Error {.kind = ErrorKind::Cancelled, .message = {}, .detail = {}}));
    }

private:
    void begin()
    {
        if (!isRunning())
            return;
        m_sinceFirst.start();
        m_pause = m_task.replays.pause;
        attempt();
    }

    void attempt()
    {
        if (!isRunning())
            return;
        HttpRequest request = formRequest(m_exchange.m_client.tokenPath, m_task.form);
        request.repetition = Repetition::Unsafe;
        request.expected = {{u"access_token"_s, QJsonValue::String}};
        m_impatience.start(m_task.replays.attempt);
        m_request = runJob(this, m_http.send(request),
                           [this](const Result<QJsonObject> &reply) { take(reply); });
    }

    void take(const Result<QJsonObject> &reply)
    {
        m_impatience.stop();
        if (!isRunning())
            return;
        if (reply) {
            m_task.context.now = m_exchange.m_clock.now();
            if (const auto pair = tokenPairOfReply(*reply, m_task.context))
                finish(*pair);
            else
                finish(Failure(unusable()));
            return;
        }
        const Error error = reply.error().kind == ErrorKind::Cancelled ? noAnswer() : reply.error();
        const bool inTime
            = std::chrono::milliseconds(m_sinceFirst.elapsed()) + m_pause < m_task.replays.window;
        if (!mayBeRepeated(error.kind) || !inTime) {
            finish(Failure(error));
            return;
        }
        qCInfo(logAuth) << "no answer to the renewal of a sign-in, asking again";
        QTimer::singleShot(m_pause, this, [this] { attempt(); });
        m_pause = std::min(2 * m_pause, longestPause);
    }

    [[nodiscard]] Error noAnswer() const
    {
        Fault fault;
        fault.transport = TransportFault::TimedOut;
        fault.technical = u"no answer from the token endpoint in time"_s;
        return commonError(fault, m_exchange.m_client.service);
    }

    [[nodiscard]] Error unusable() const
    {
        return {.kind = ErrorKind::BadReply,
                .message
                = QCoreApplication::translate(
                      "auth", "%1 answered the sign-in with something unexpected. Try again.")
                      .arg(m_exchange.m_client.service),
                .detail = u"the token reply has no bearer token"_s};
    }

    TokenExchange &m_exchange;
    HttpClient &m_http;
    Task m_task;
    QTimer m_impatience;
    QElapsedTimer m_sinceFirst;
    std::chrono::milliseconds m_pause {};
    QPointer<ReplyJob> m_request;
};

TokenExchange::TokenExchange(const SignInNetwork &network, SecretStore &secrets, OAuthClient client,
                             const ReplayLimits &replays)
    : m_clock(network.clock)
    , m_secrets(secrets)
    , m_client(std::move(client))
    , m_replays(replays)
    , m_codeFaults(m_client.service, OAuthFaults::Grant::Code)
    , m_refreshFaults(m_client.service, OAuthFaults::Grant::Refresh)
    , m_codeClient(network.parts(m_codeFaults, m_client.service), m_client.tokenHost, {},
                   briefRetries())
    , m_refreshClient(network.parts(m_refreshFaults, m_client.service), m_client.tokenHost, {},
                      briefRetries())
{ }

TokenExchange::~TokenExchange() = default;

std::unique_ptr<TokenPairJob> TokenExchange::redeem(const AuthorizationGrant &grant,
                                                    const QStringList &asked)
{
    const ReplayLimits once {std::chrono::milliseconds(0), std::chrono::seconds(30), {}};
    const QueryItems form {{u"grant_type"_s, u"authorization_code"_s},
                           {u"code"_s, grant.code},
                           {u"redirect_uri"_s, grant.redirectUri.toString(QUrl::FullyEncoded)},
                           {u"code_verifier"_s, QString::fromLatin1(grant.verifier)}};
    return std::make_unique<TokenExchangeJob>(
        *this, m_codeClient,
        TokenExchangeJob::Task {form + m_client.codeExtras, {.now = {}, .asked = asked}, once});
}

std::unique_ptr<TokenPairJob> TokenExchange::refresh(const TokenPair &pair)
{
    return std::make_unique<TokenExchangeJob>(
        *this, m_refreshClient,
        TokenExchangeJob::Task {{{u"grant_type"_s, u"refresh_token"_s},
                                 {u"refresh_token"_s, QString::fromLatin1(pair.refresh)}},
                                {.now = {}, .previous = pair},
                                m_replays});
}

} // namespace twinbook
