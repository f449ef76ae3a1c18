// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A program of its own that asks for a token once, for tst_signin_processes:
//   renewer SERVER CLIENT_ID PAIR_KEY LOCK_FILE KEYRING_SERVICE [hold]
// Prints "token <hash>" or "error <kind>". With "hold" it prints "storing" when it has a new pair,
// and waits there to be killed.

#include "auth/keychainsecretstore.h"
#include "auth/refreshingtokensource.h"
#include "highlevel/highlevelsignin.h"
#include "net/networktransport.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace twinbook;

namespace {

void say(const QByteArray &line)
{
    std::fprintf(stdout, "%s\n", line.constData());
    std::fflush(stdout);
}

class Endless final : public TypedJob<void>
{
protected:
    void run() override { say("storing"); }
    void abort() override { }
};

class HoldingStore final : public SecretStore
{
public:
    HoldingStore(SecretStore &store, bool hold)
        : m_store(store)
        , m_hold(hold)
    { }

    std::unique_ptr<TypedJob<SecretStoreState>> state() override { return m_store.state(); }
    std::unique_ptr<TypedJob<std::optional<QString>>> read(const QString &key) override
    {
        return m_store.read(key);
    }
    std::unique_ptr<TypedJob<void>> write(const QString &key, const QString &secret) override
    {
        if (m_hold)
            return std::make_unique<Endless>();
        return m_store.write(key, secret);
    }
    std::unique_ptr<TypedJob<void>> remove(const QString &key) override
    {
        return m_store.remove(key);
    }

private:
    SecretStore &m_store;
    bool m_hold;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const SystemClock clock;
    NetworkTransport transport;
    RateLimiter limiter(clock, {{100, std::chrono::seconds(1)}, {100, std::chrono::seconds(1)}});
    KeychainSecretStore keyring(arguments.value(5));
    HoldingStore secrets(keyring, arguments.value(6) == "hold"_L1);
    TokenExchange exchange({clock, transport, limiter}, secrets,
                           highLevelClient(QUrl(arguments.value(1)), arguments.value(2)));
    RefreshingTokenSource tokens(clock, secrets, exchange, arguments.value(3), arguments.value(4));

    QObject context;
    runJob(&context, tokens.token(), [](const Result<QByteArray> &token) {
        if (token)
            say("token "_ba + QCryptographicHash::hash(*token, QCryptographicHash::Sha256).toHex());
        else
            say("error "_ba + errorKindName(token.error().kind).toLatin1());
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
