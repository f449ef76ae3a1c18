// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/testrequest.h"
#include "core/clock.h"
#include "core/secretstore.h"
#include "viewmodels/accountconnector.h"
#include "workspace/practiceworld.h"
#include "workspace/workspace.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace twinbook {

//! Which people the window shows.
enum class Scene : quint8 {
    Accounts, //!< the connected accounts; secrets in the system's keyring
    Practice, //!< invented people on loopback; secrets in memory only
};

//! Everything behind the window, in the engine's thread: workspace, services, practice world.
//! Made in any thread, moved to its own before the first call, destroyed there.
class Backstage final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Backstage)

public:
    Backstage(Scene scene, QString directory);
    ~Backstage() override;

public Q_SLOTS:
    //! Opens the workspace. Ends with opened() or refused(); in practice and if both accounts are
    //! connected, with engineReady() as well.
    void open();
    void connectAccount(twinbook::Side side, const twinbook::AccountForm &form);
    //! One sign-in at a time; another one ends it. Tells signInMoved() and ends with tested().
    void signIn(twinbook::Side side, const twinbook::SignInForm &form);
    void takePasted(twinbook::Side side, const QString &pasted);
    void chooseAccount(twinbook::Side side, const QString &id);
    void cancelSignIn(twinbook::Side side);
    void keepDraft(twinbook::Side side, const twinbook::AccountDraft &draft);
    //! Both accounts are connected: ends with engineReady() or refused().
    void makeEngine();
    //! Ends with testAnswered() or testFailed().
    void sendTestRequest(const twinbook::TestRequest &request);

Q_SIGNALS:
    //! Names of the accounts that are connected, empty for those that are not.
    void opened(const QString &officeRnD, const QString &highLevel);
    void refused(const twinbook::Error &error);
    //! What was typed and not used yet; before opened().
    void draftsRead(const twinbook::AccountDraft &officeRnD,
                    const twinbook::AccountDraft &highLevel);
    void signInMoved(twinbook::Side side, const twinbook::SignInProgress &progress);
    void pasteRefused(twinbook::Side side, const QString &sentence);
    void tested(twinbook::Side side, const twinbook::ConnectionOutcome &outcome);
    //! What the services call the connected accounts; before engineReady().
    void identified(const QString &organization, const QString &locationId);
    void testAnswered(const twinbook::RawReply &reply);
    void testFailed(const twinbook::Error &error);
    //! The engine lives in this object's thread and dies with it.
    void engineReady(twinbook::Engine *engine);

private:
    [[nodiscard]] bool startPractice();
    void connectPractice(Side side);
    void announce();
    void announceDrafts();
    [[nodiscard]] Result<std::unique_ptr<SignInConnecting>> signInAttempt(Side side,
                                                                          const SignInForm &form);
    [[nodiscard]] Result<std::unique_ptr<ConnectionJob>> attempt(Side side,
                                                                 const AccountForm &form);

    const Scene m_scene;
    const QString m_directory;
    SystemClock m_clock;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<PracticeWorld> m_world;
    std::unique_ptr<Workspace> m_workspace;
    QPointer<RawReplyJob> m_testRequest;
    QPointer<SignInConnecting> m_signIn;
    Side m_signInSide = Side::Right;
};

} // namespace twinbook
