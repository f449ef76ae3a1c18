// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/testrequest.h"
#include "engine/engine.h"
#include "net/networktransport.h"
#include "net/requestlog.h"
#include "workspace/accounts.h"
#include "workspace/keeplinkids.h"
#include "workspace/keptprobes.h"
#include "workspace/signinconnecting.h"
#include "workspace/signintargets.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace twinbook {

class SecretStore;

//! One data directory with its database, its two accounts and, once both are connected, the
//! engine. Used by the window and by the command line alike. Lives in one thread.
class Workspace
{
public:
    //! Creates the directory (readable by its owner only) if it is not there. Errors are of kind
    //! Storage: it cannot be written, or another Twinbook is using it. `secrets` and `clock` must
    //! outlive the workspace.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> open(const QString &directory,
                                                                 HostPolicy hosts,
                                                                 SecretStore &secrets,
                                                                 const Clock &clock);
    ~Workspace();

    [[nodiscard]] const Database &database() const { return m_database; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] Accounts &accounts() { return m_accounts; }
    //! How the accounts were found to behave; the clients that are made from now on follow it.
    [[nodiscard]] KeptProbes &probes() { return m_probes; }
    //! Keeps the result of a probe. InvalidInput with a sentence if it is none, or is that of
    //! another account than the connected one; then nothing changes.
    [[nodiscard]] Result<> keepProbe(const QJsonObject &report);
    //! "<directory>/twinbook.db"
    [[nodiscard]] static QString databasePath(const QString &directory);

    //! Puts a restore point in the place of the directory's database, see RestorePoints. No
    //! workspace may be open on it: Storage with a sentence otherwise.
    [[nodiscard]] static Result<> goBackTo(const QString &directory, RunId restorePoint);

    //! What was asked of both services, without secrets and personal values; also kept in
    //! "<directory>/requests.log".
    [[nodiscard]] const RequestLog &requests() const { return m_requests; }

    //! Tests the account and keeps it with its secret if the test succeeds.
    [[nodiscard]] std::unique_ptr<ConnectionJob> connectOfficeRnD(const OfficeRnDSettings &account,
                                                                  const QString &secret);
    [[nodiscard]] std::unique_ptr<ConnectionJob> connectHighLevel(const HighLevelSettings &account,
                                                                  const QString &secret);

    //! The same by a sign-in through the browser; see SignInConnecting. The settings name the
    //! addresses only; which account it is, the person says after signing in. InvalidInput with a
    //! sentence for an address or a client ID that cannot be used.
    [[nodiscard]] Result<std::unique_ptr<SignInConnecting>> signInToOfficeRnD(
        const OfficeRnDSettings &account, const SignInApp &app);
    [[nodiscard]] Result<std::unique_ptr<SignInConnecting>> signInToHighLevel(
        const HighLevelSettings &account, const SignInApp &app);

    //! The engine for the connected accounts, made at the first call. InvalidInput with a sentence
    //! while one of them is not connected.
    [[nodiscard]] Result<Engine *> engine();

    //! A job that has not started, see KeepLinkIds. InvalidInput while a service is not connected.
    [[nodiscard]] Result<std::unique_ptr<KeepLinkIds>> keepLinkIds(LinkIds wanted);

    //! What the service calls the connected account: organisation or sub-account id. InvalidInput
    //! while that service is not connected.
    [[nodiscard]] Result<QString> accountId(Side side);
    //! A job that has not started, see SendTestRequest. InvalidInput while the service is not
    //! connected; the other one need not be.
    [[nodiscard]] Result<std::unique_ptr<RawReplyJob>> sendTestRequest(const TestRequest &request);
    //! For many requests that belong together; each write is kept under `operation` before it
    //! leaves. The workspace must outlive the result. InvalidInput while the service is not
    //! connected.
    [[nodiscard]] Result<std::unique_ptr<RawRequests>> keptRequests(Side side,
                                                                    const QString &operation);

private:
    Workspace(std::unique_ptr<QLockFile> lock, const QString &directory, Database database,
              HostPolicy hosts, SecretStore &secrets, const Clock &clock);

    [[nodiscard]] std::unique_ptr<SignInConnecting> signingIn(std::unique_ptr<SignInTarget> target,
                                                              const SignInApp &app);
    //! Makes the client of that service, once.
    [[nodiscard]] Result<> connectService(Side side);
    [[nodiscard]] Result<> makeOfficeRnD();
    [[nodiscard]] Result<> makeHighLevel();

    std::unique_ptr<QLockFile> m_lock;
    const QString m_signInLock;
    Database m_database;
    SecretStore &m_secrets;
    const Clock &m_clock;
    Accounts m_accounts;
    KeptProbes m_probes;
    NetworkTransport m_transport;
    RequestLog m_requests;
    PerSide<std::unique_ptr<PeopleService>> m_services;
    PerSide<RawRequests *> m_raw; //!< the same objects
    HighLevelClient *m_highLevel = nullptr; //!< of the same object
    std::unique_ptr<Engine> m_engine;
};

} // namespace twinbook
