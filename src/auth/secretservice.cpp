// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/secretservice.h"

#include "core/logging.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include <chrono>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! Long enough for the bus to start the service, short enough for a person who waits.
constexpr std::chrono::milliseconds answerTime = std::chrono::seconds(10);

QDBusMessage call(const QString &path, const QString &interface, const QString &method,
                  const QVariantList &arguments)
{
    QDBusMessage message
        = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path, interface, method);
    message.setArguments(arguments);
    return message;
}

class StateJob final : public TypedJob<SecretStoreState>
{
public:
    using TypedJob::TypedJob;

protected:
    void run() override
    {
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
        finish(SecretStoreState::Ready);
#else
        if (!QDBusConnection::sessionBus().isConnected()) {
            qCInfo(logAuth) << "no session bus";
            finish(SecretStoreState::Absent);
            return;
        }
        askForDefaultCollection();
#endif
    }

    void abort() override
    {
        finish(Failure(Error {.kind = ErrorKind::Cancelled, .message = {}, .detail = {}}));
    }

private:
    template<class Handler>
    void ask(const QDBusMessage &message, Handler handler)
    {
        auto *watcher = new QDBusPendingCallWatcher(
            QDBusConnection::sessionBus().asyncCall(message, static_cast<int>(answerTime.count())),
            this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, handler] {
            watcher->deleteLater();
            handler(*watcher);
        });
    }

    void askForDefaultCollection()
    {
        ask(call(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s,
                 {u"default"_s}),
            [this](const QDBusPendingReply<QDBusObjectPath> &reply) {
                if (reply.isError()) {
                    qCInfo(logAuth) << "no secret service:" << reply.error().name();
                    finish(SecretStoreState::Absent);
                } else if (reply.value().path() == "/"_L1) {
                    finish(SecretStoreState::Locked);
                } else {
                    askWhetherLocked(reply.value().path());
                }
            });
    }

    void askWhetherLocked(const QString &collection)
    {
        ask(call(collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
                 {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s}),
            [this](const QDBusPendingReply<QDBusVariant> &reply) {
                const bool open = reply.isValid() && !reply.value().variant().toBool();
                finish(open ? SecretStoreState::Ready : SecretStoreState::Locked);
            });
    }
};

} // namespace

std::unique_ptr<TypedJob<SecretStoreState>> secretServiceState()
{
    return std::make_unique<StateJob>();
}

} // namespace twinbook
