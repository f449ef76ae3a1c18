// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/calls.h"
#include "core/job.h"
#include "core/record.h"
#include "core/serviceschema.h"
#include "core/side.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace twinbook {

//! What a connection test found out, in the three lines a person reads (experience.md U06).
struct ConnectionReport
{
    QString accountName; //!< "Signed in to ..."
    int peopleCount = 0; //!< "Can read ... people"
    //! What is known about changing people. Neither service tells without trying, so Unknown is
    //! an honest answer and shown as such.
    enum class Writing : quint8 { Allowed, NotAllowed, Unknown } writing = Writing::Unknown;

    friend bool operator==(const ConnectionReport &, const ConnectionReport &) = default;
};

//! All people of one service, or all that changed since a moment.
struct PeopleSnapshot
{
    QList<RemoteRecord> people;
    //! True only if every page to the end was read and the service's own count agrees. Absence
    //! from a snapshot that is not whole proves nothing.
    enum class Extent : quint8 { Whole, Partial } extent = Extent::Partial;
};

//! Reads people page by page. progress() may be emitted any number of times before finished().
class FetchPeopleJob : public TypedJob<PeopleSnapshot>
{
    Q_OBJECT

public:
    using TypedJob::TypedJob;

Q_SIGNALS:
    //! `total` is 0 while the service has not told it.
    void progress(int done, int total);
};

using SchemaJob = TypedJob<ServiceSchema>;
using ConnectionJob = TypedJob<ConnectionReport>;
using PersonJob = TypedJob<RemoteRecord>;
using PeopleJob = TypedJob<QList<RemoteRecord>>;

//! What is known of a person whose creation has an unknown outcome; used to look for the twin.
struct TwinQuery
{
    QString email; //!< as it was sent; may be empty
    QString phone; //!< as it was sent; may be empty
    QString name; //!< full name as it was sent
    QDateTime since; //!< UTC moment of the intent

    //! Only records created from then on count: `since` less a margin, because the service's clock
    //! and ours may differ.
    [[nodiscard]] QDateTime earliest() const;
    //! Whether a record with these values may be the person: one of the three that are known of it
    //! is the same. `country` is for phone numbers without one, as in phoneKey().
    [[nodiscard]] bool mayBe(const QString &otherEmail, const QString &otherPhone,
                             const QString &otherName, const QString &country) const;
};

//! The port through which the engine sees a service. Two real implementations (OfficeRnD,
//! HighLevel) and a fake in the tests stand behind it. Every call makes a job that has not
//! started; the service must outlive its jobs. One thread.
//!
//! Errors carry sentences that name the service. Retries, pacing and signing in have already been
//! done below this port: an error that arrives here is final for this run, except that a creation
//! or update that failed with leavesWriteUnknown() may have happened.
class PeopleService
{
public:
    PeopleService() = default;
    PeopleService(const PeopleService &) = delete;
    PeopleService &operator=(const PeopleService &) = delete;
    virtual ~PeopleService();

    [[nodiscard]] virtual Side side() const = 0;
    [[nodiscard]] virtual std::unique_ptr<ConnectionJob> checkConnection() = 0;
    [[nodiscard]] virtual std::unique_ptr<SchemaJob> readSchema() = 0;
    //! Every person, paged to the end.
    [[nodiscard]] virtual std::unique_ptr<FetchPeopleJob> fetchPeople() = 0;
    //! One person by id, complete. ErrorKind::NotFound if the service has no such person.
    [[nodiscard]] virtual std::unique_ptr<PersonJob> fetchPerson(const RemoteId &id) = 0;
    //! Creates a person. Never repeated blindly; see leavesWriteUnknown(). The result is the
    //! record as the service stored it.
    [[nodiscard]] virtual std::unique_ptr<PersonJob> createPerson(const FieldWrites &writes) = 0;
    //! Sets just the given fields. The result is the record as the service stored it.
    [[nodiscard]] virtual std::unique_ptr<PersonJob> updatePerson(const RemoteId &id,
                                                                  const FieldWrites &writes)
        = 0;
    //! Candidates for a person whose creation has an unknown outcome. An empty list from a search
    //! index is not a proof of absence; implementations look in more than one way.
    [[nodiscard]] virtual std::unique_ptr<PeopleJob> findTwins(const TwinQuery &query) = 0;

    // What things cost, for telling it before they are done. Nothing is sent.

    //! The requests that createPerson() sends if all goes well.
    [[nodiscard]] virtual Calls callsToCreate(const FieldWrites &writes) const;
    //! The requests that updatePerson() sends if all goes well, to a person who has the `present`
    //! values of the fields that are written.
    [[nodiscard]] virtual Calls callsToUpdate(const FieldWrites &writes,
                                              const FieldMap &present) const;
    //! What the service lets us send, and what was sent so far. Nothing is known of a service that
    //! does not say.
    [[nodiscard]] virtual CallAllowance allowance() const;
};

} // namespace twinbook
