// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "core/side.h"
#include "sandbox/faults.h"
#include "sandbox/requestlog.h"
#include "sandbox/sandboxoptions.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>

namespace twinbook::sandbox {

//! OfficeRnD and HighLevel, played on loopback from the fact sheets: practice mode, the demo and
//! the services of the tests. Holds invented people or those of two CSV files, in memory only.
//!
//! Lives in one thread, which needs an event loop. Nothing listens before start() and nothing but
//! this computer can connect. Where nobody knows what a real service does, the sandbox does what
//! asks more of a client; the places say so.
class Sandbox final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sandbox)

public:
    explicit Sandbox(const SandboxOptions &options = {}, QObject *parent = nullptr);
    ~Sandbox() override;

    //! Invents or reads the people (unless loadState() was called before) and opens both ports.
    //! At most once. ErrorKind::InvalidInput for CSV files that cannot be used, Network for ports
    //! that are taken.
    [[nodiscard]] Result<> start();

    //! "http://127.0.0.1:<port>", valid after start(). API v2 lies below
    //! /api/v2/organizations/<slug>, the token endpoint at identityUrl() + /oauth/token.
    [[nodiscard]] QUrl officerndUrl() const;
    [[nodiscard]] QUrl identityUrl() const;
    [[nodiscard]] QUrl highlevelUrl() const;
    [[nodiscard]] SandboxCredentials credentials() const;

    //! Opens a third port through which other programs can steer this sandbox (see Control). At
    //! most once. Network for a port that is taken.
    [[nodiscard]] Result<> startControl(quint16 port = 0);
    //! Valid after startControl().
    [[nodiscard]] QUrl controlUrl() const;
    //! What every request to it must carry; "" before startControl().
    [[nodiscard]] QString controlSecret() const;
    [[nodiscard]] SandboxOptions::Pace pace() const;

    //! The people and everything else both services know, without credentials and faults. The same
    //! seed and the same requests at the same times give the same object.
    [[nodiscard]] QJsonObject toJson() const;
    //! Replaces everything by what toJson() gave, before or after start(). InvalidInput, and
    //! nothing changed, if the object is anything else.
    [[nodiscard]] Result<> loadState(const QJsonObject &state);

    [[nodiscard]] const RequestLog &requestLog() const;
    void clearRequestLog();

    //! Sets up a fault; several may wait at the same time.
    void failNext(const FaultAim &aim, const Fault &fault);
    void clearFaults();
    //! What was set up and has not ended yet.
    [[nodiscard]] const QList<PendingFault> &faults() const;

    //! What is played from now on.
    [[nodiscard]] QuirkSet quirks() const;
    void setQuirks(const QuirkSet &quirks);

    //! The services' time: that of the clock they were given, and what was added since.
    [[nodiscard]] QDateTime now() const;
    //! Not below zero. Memberships begin and end, tokens expire, allowances are renewed.
    void advanceClock(std::chrono::milliseconds by);

    // What a person does in the services' own pages. Records have the shape of the service's
    // replies; changes have the shape of its write bodies and are checked as strictly.

    [[nodiscard]] QList<QJsonObject> people(Side side) const;
    //! Empty if there is none.
    [[nodiscard]] QJsonObject person(Side side, const RemoteId &id) const;
    //! Everybody whose name or e-mail contains the text, in any case.
    [[nodiscard]] QList<RemoteId> findPeople(Side side, const QString &text) const;
    //! Also takes what a page can change and a request cannot: OfficeRnD's "company" (an id, see
    //! companyAtOfficernd()) and HighLevel's "companyName".
    [[nodiscard]] Result<> editPerson(Side side, const RemoteId &id, const QJsonObject &changes);
    //! OfficeRnD's location and start date and HighLevel's location are filled in if missing.
    [[nodiscard]] Result<RemoteId> addPerson(Side side, const QJsonObject &fields);
    [[nodiscard]] Result<> removePerson(Side side, const RemoteId &id);
    //! Two people become one: `kept` stays and `gone` goes the way the service's quirks tell.
    [[nodiscard]] Result<> mergePeople(Side side, const RemoteId &kept, const RemoteId &gone);
    //! The id of OfficeRnD's company with that name, made if there is none.
    [[nodiscard]] RemoteId companyAtOfficernd(const QString &name);

    //! What was given out before stops working at once: OfficeRnD's bearer tokens; all
    //! sign-ins at HighLevel and its private token, which credentials() then names anew.
    void revokeToken(Side side);
    //! A new OfficeRnD client secret, named by credentials(). Bearer tokens live on.
    void changeClientSecret();

    //! Where HighLevel posts its events from now on, of requests and of what a person does alike.
    //! An empty address ends them. InvalidInput for an address that is not on this computer.
    [[nodiscard]] Result<> sendHighlevelEventsTo(const QUrl &address);
    //! PEM; what the signatures of these events are checked with. New with each Sandbox.
    [[nodiscard]] QByteArray highlevelEventKey() const;

    //! The invented person behind a record, equal on both sides, for judging matches. Empty for
    //! records that were made by requests and for CSV files without such a column.
    [[nodiscard]] QString truthOf(Side side, const RemoteId &id) const;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace twinbook::sandbox
