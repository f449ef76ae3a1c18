// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "play.h"

#include "auth/memorysecretstore.h"
#include "highlevel/service.h"
#include "net/networktransport.h"
#include "officernd/client.h"
#include "officernd/service.h"
#include "sandbox/sandbox.h"

#include <functional>
#include <memory>

namespace twinbook::fuzz {

//! What the readers of one service are reached through: the same clients as in the program.
struct Clients
{
    std::shared_ptr<OfficeRnDConnection> connection;
    std::unique_ptr<OfficeRnDService> officeRnD;
    std::unique_ptr<HighLevelService> highLevel;

    [[nodiscard]] OfficeRnDClient left() const { return OfficeRnDClient(connection); }
    [[nodiscard]] HighLevelClient &right() const { return highLevel->client(); }
};

//! Ids of records that the played services have.
struct Ids
{
    officernd::MemberId member;
    officernd::CompanyId company;
    officernd::LocationId place;
    highlevel::ContactId contact;
    highlevel::UserId user;
    highlevel::CompanyId agency;
    highlevel::TaskId task;
    highlevel::NoteId note;
    highlevel::TagId tag;
    highlevel::BusinessId business;
    highlevel::CustomFieldId field;
    highlevel::CustomValueId value;
    highlevel::CalendarId calendar;
};

//! Both services played on this computer, and the clients talking to them over real HTTP while
//! every reply is taken down: that is where the seeds come from.
class Stage
{
public:
    Stage();
    ~Stage();
    Q_DISABLE_COPY_MOVE(Stage)

    [[nodiscard]] const Clients &clients() const { return m_clients; }
    [[nodiscard]] const Ids &ids() const { return m_ids; }
    [[nodiscard]] const sandbox::Sandbox &sandbox() const { return m_sandbox; }

    //! Bodies of the replies to what the job asks, each once and with short lists, and all of them
    //! as one, for flows that look for something else in each.
    template<class JobType>
    [[nodiscard]] QList<QByteArray> seedsOf(const std::unique_ptr<JobType> &job)
    {
        m_taken.clear();
        const auto &result = ended(*job);
        if (!result && result.error().kind != ErrorKind::Conflict) {
            qFatal("the played service refused: %s %s", qPrintable(result.error().message),
                   qPrintable(result.error().detail));
        }
        return bodies();
    }

    //! Whole replies, as "status, headers, blank line, body": good ones and refusals of every kind
    //! that the played services know.
    [[nodiscard]] QList<QByteArray> wholeReplies();
    [[nodiscard]] QByteArray identityTokenReply() const { return m_identityReply; }
    //! What the played services know, as a sandbox saves it, with short lists.
    [[nodiscard]] QJsonObject smallWorld() const;

private:
    class Recorder;

    template<class T>
    [[nodiscard]] T made(const std::unique_ptr<TypedJob<T>> &job)
    {
        const Result<T> &result = ended(*job);
        if (!result)
            qFatal("the stage is not ready: %s", qPrintable(result.error().detail));
        return *result;
    }
    void findIds();
    void makeRecords();
    [[nodiscard]] QList<QByteArray> bodies() const;

    sandbox::Sandbox m_sandbox;
    SystemClock m_clock;
    MemorySecretStore m_secrets;
    NetworkTransport m_network;
    std::unique_ptr<Recorder> m_recorder;
    QList<TransportReply> m_taken;
    QByteArray m_identityReply;
    Clients m_clients;
    Ids m_ids;
};

//! Time that goes on by some seconds whenever somebody looks, so that no allowance is ever used up.
class HastyClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        m_now = m_now.addSecs(5);
        return m_now;
    }

private:
    mutable QDateTime m_now {QDate(2026, 11, 23), QTime(10, 0), Qt::UTC};
};

//! The same clients before a Play.
struct PlayedClients
{
    explicit PlayedClients(const Stage &stage);

    Play play;
    HastyClock clock;
    MemorySecretStore secrets;
    Clients clients;
};

//! The clients over that transport; the accounts are those of the stage.
[[nodiscard]] Clients makeClients(const sandbox::Sandbox &sandbox, SecretStore &secrets,
                                  const Clock &clock, Transport &transport);

} // namespace twinbook::fuzz
