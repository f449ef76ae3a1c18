// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/backstage.h"

#include "app/connectiontext.h"
#include "auth/keychainsecretstore.h"
#include "auth/memorysecretstore.h"
#include "officernd/organization.h"

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

QJsonObject toJson(const AccountDraft &draft)
{
    return {{u"browser"_s, draft.way == AccountDraft::Way::Browser},
            {u"address"_s, draft.address},
            {u"clientId"_s, draft.clientId},
            {u"redirectPage"_s, draft.redirectPage}};
}

AccountDraft draftOf(const QJsonObject &kept)
{
    return {.way = kept.value("browser"_L1).toBool() ? AccountDraft::Way::Browser
                                                     : AccountDraft::Way::Key,
            .address = kept.value("address"_L1).toString(),
            .clientId = kept.value("clientId"_L1).toString(),
            .redirectPage = kept.value("redirectPage"_L1).toString()};
}

} // namespace

Backstage::Backstage(Scene scene, QString directory)
    : m_scene(scene)
    , m_directory(std::move(directory))
{ }

Backstage::~Backstage()
{
    // Before the workspace it is made of.
    delete m_testRequest;
    delete m_signIn;
}

void Backstage::open()
{
    const bool practice = m_scene == Scene::Practice;
    if (practice)
        m_secrets = std::make_unique<MemorySecretStore>();
    else
        m_secrets = std::make_unique<KeychainSecretStore>();
    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(
        m_directory, practice ? HostPolicy::AlsoLoopback : HostPolicy::ServiceOnly, *m_secrets,
        m_clock);
    if (!workspace) {
        Q_EMIT refused(workspace.error());
        return;
    }
    m_workspace = *std::move(workspace);
    if (practice) {
        if (startPractice())
            connectPractice(Side::Left);
        return;
    }
    announce();
}

void Backstage::announce()
{
    PerSide<QString> names;
    for (const Side side : bothSides) {
        const Result<QString> name = m_workspace->accounts().name(side);
        if (!name) {
            Q_EMIT refused(name.error());
            return;
        }
        names[side] = *name;
    }
    announceDrafts();
    Q_EMIT opened(names.left, names.right);
    if (!names.left.isEmpty() && !names.right.isEmpty())
        makeEngine();
}

bool Backstage::startPractice()
{
    m_world = std::make_unique<PracticeWorld>(m_directory, sandbox::SandboxOptions {});
    const Result<> started = m_world->start();
    if (!started)
        Q_EMIT refused(started.error());
    return started.has_value();
}

void Backstage::connectPractice(Side side)
{
    std::unique_ptr<ConnectionJob> job = side == Side::Left
        ? m_workspace->connectOfficeRnD(m_world->officeRnD(), m_world->officeRnDSecret())
        : m_workspace->connectHighLevel(m_world->highLevel(), m_world->highLevelSecret());
    runJob(this, std::move(job), [this, side](const Result<ConnectionReport> &report) {
        if (!report)
            Q_EMIT refused(report.error());
        else if (side == Side::Left)
            connectPractice(Side::Right);
        else
            announce();
    });
}

Result<std::unique_ptr<ConnectionJob>> Backstage::attempt(Side side, const AccountForm &form)
{
    if (side == Side::Right) {
        const Result<QString> location = locationId(form.address);
        if (!location)
            return Failure(location.error());
        HighLevelSettings account;
        account.locationId = *location;
        return m_workspace->connectHighLevel(account, form.secret);
    }
    const Result<QString> organization = organizationSlug(form.address);
    if (!organization)
        return Failure(organization.error());
    OfficeRnDSettings account;
    account.organization = *organization;
    account.clientId = form.clientId;
    return m_workspace->connectOfficeRnD(account, form.secret);
}

void Backstage::connectAccount(Side side, const AccountForm &form)
{
    Result<std::unique_ptr<ConnectionJob>> job = attempt(side, form);
    if (!job) {
        Q_EMIT tested(side, refusedOutcome(job.error()));
        return;
    }
    runJob(this, *std::move(job), [this, side](const Result<ConnectionReport> &report) {
        Q_EMIT tested(side,
                      report ? connectedOutcome(side, *report) : refusedOutcome(report.error()));
    });
}

Result<std::unique_ptr<SignInConnecting>> Backstage::signInAttempt(Side side,
                                                                   const SignInForm &form)
{
    const SignInApp app {.clientId = form.clientId,
                         .clientSecret = form.clientSecret,
                         .redirectPage = QUrl(form.redirectPage)};
    return side == Side::Right ? m_workspace->signInToHighLevel({}, app)
                               : m_workspace->signInToOfficeRnD({}, app);
}

void Backstage::signIn(Side side, const SignInForm &form)
{
    delete m_signIn;
    Result<std::unique_ptr<SignInConnecting>> job = signInAttempt(side, form);
    if (!job) {
        Q_EMIT tested(side, refusedOutcome(job.error()));
        return;
    }
    SignInConnecting *signIn = job->get();
    using Stage = SignInProgress::Stage;
    connect(signIn, &SignInConnecting::waiting, this, [this, side](const QUrl &address) {
        Q_EMIT signInMoved(side, {.stage = Stage::Waiting, .address = address});
    });
    connect(signIn, &SignInConnecting::finishing, this,
            [this, side] { Q_EMIT signInMoved(side, {.stage = Stage::Finishing}); });
    connect(signIn, &SignInConnecting::offered, this, [this, side](const SignInOffer &offer) {
        SignInProgress progress {.stage = Stage::Choosing, .missing = offer.missing};
        for (const AccountChoice &choice : offer.accounts)
            progress.accounts.append({choice.id, choice.name, choice.place});
        Q_EMIT signInMoved(side, progress);
    });
    m_signInSide = side;
    m_signIn = runJob(this, *std::move(job), [this, side](const Result<ConnectionReport> &report) {
        Q_EMIT tested(side,
                      report ? connectedOutcome(side, *report) : refusedOutcome(report.error()));
    });
}

void Backstage::takePasted(Side side, const QString &pasted)
{
    if (!m_signIn || m_signInSide != side)
        return;
    if (const Result<> taken = m_signIn->takePasted(pasted); !taken)
        Q_EMIT pasteRefused(side, taken.error().message);
}

void Backstage::chooseAccount(Side side, const QString &id)
{
    if (!m_signIn || m_signInSide != side)
        return;
    if (const Result<> chosen = m_signIn->choose(id); !chosen)
        m_signIn->cancel();
}

void Backstage::cancelSignIn(Side side)
{
    if (m_signIn && m_signInSide == side)
        m_signIn->cancel();
}

void Backstage::announceDrafts()
{
    PerSide<AccountDraft> drafts;
    for (const Side side : bothSides) {
        // Without it a person types again; no reason to stop.
        if (const Result<QJsonObject> kept = m_workspace->accounts().draft(side))
            drafts[side] = draftOf(*kept);
    }
    Q_EMIT draftsRead(drafts.left, drafts.right);
}

void Backstage::keepDraft(Side side, const AccountDraft &draft)
{
    if (const Result<> kept = m_workspace->accounts().setDraft(side, toJson(draft)); !kept)
        Q_EMIT refused(kept.error());
}

void Backstage::makeEngine()
{
    const Result<Engine *> engine = m_workspace->engine();
    if (!engine) {
        Q_EMIT refused(engine.error());
        return;
    }
    Q_EMIT identified(m_workspace->accountId(Side::Left).value_or(QString()),
                      m_workspace->accountId(Side::Right).value_or(QString()));
    Q_EMIT engineReady(*engine);
}

void Backstage::sendTestRequest(const TestRequest &request)
{
    Result<std::unique_ptr<RawReplyJob>> job = m_workspace->sendTestRequest(request);
    if (!job) {
        Q_EMIT testFailed(job.error());
        return;
    }
    m_testRequest = runJob(this, *std::move(job), [this](const Result<RawReply> &reply) {
        if (reply)
            Q_EMIT testAnswered(*reply);
        else
            Q_EMIT testFailed(reply.error());
    });
}

} // namespace twinbook
