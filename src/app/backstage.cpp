// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/backstage.h"

#include "app/connectiontext.h"
#include "auth/keychainsecretstore.h"
#include "auth/memorysecretstore.h"
#include "officernd/organization.h"

namespace twinbook {

Backstage::Backstage(Scene scene, QString directory)
    : m_scene(scene)
    , m_directory(std::move(directory))
{ }

Backstage::~Backstage()
{
    // Before the workspace it is made of.
    delete m_testRequest;
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
