// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/contacts.h"
#include "sandbox/highlevel/contactsearch.h"
#include "sandbox/ratewindow.h"
#include "sandbox/sandboxoptions.h"
#include "sandbox/servicefront.h"

namespace twinbook::sandbox::highlevel {

//! HighLevel for one location and one private integration token. Errors have the form of
//! highlevel.md 5; every reply carries a traceId.
class Service final : public PlayedService
{
public:
    //! `state` is not owned and must outlive the service.
    Service(State &state, SandboxOptions::Pace pace);

    [[nodiscard]] HttpReply handle(const HttpRequest &request) override;
    [[nodiscard]] HttpReply errorReply(const HttpRequest &request, int status,
                                       const QString &message) const override;
    [[nodiscard]] HttpReply emptyList() const override;

    [[nodiscard]] Contacts &contacts() { return m_contacts; }
    [[nodiscard]] const QString &privateToken() const { return m_privateToken; }
    //! "Rotate and expire now": the old token stops working at once (highlevel.md 1.1).
    void rotateToken();

private:
    //! A status and an object that still lacks its traceId.
    struct Outcome
    {
        int status = 200;
        QJsonObject object {};
    };
    struct Route;
    using Action = Served<Outcome> (Service::*)(const HttpRequest &, const QString &id);
    [[nodiscard]] static const QList<Route> &routes();
    [[nodiscard]] const Route *routeFor(const HttpRequest &request, QString &id) const;
    [[nodiscard]] Served<Outcome> handleApi(const HttpRequest &request);
    [[nodiscard]] Served<> checkLocation(const QString &id) const;

    Served<Outcome> searchContacts(const HttpRequest &request, const QString &id);
    Served<Outcome> listContacts(const HttpRequest &request, const QString &id);
    Served<Outcome> findDuplicate(const HttpRequest &request, const QString &id);
    Served<Outcome> getContact(const HttpRequest &request, const QString &id);
    Served<Outcome> createContact(const HttpRequest &request, const QString &id);
    Served<Outcome> updateContact(const HttpRequest &request, const QString &id);
    Served<Outcome> deleteContact(const HttpRequest &request, const QString &id);
    Served<Outcome> upsertContact(const HttpRequest &request, const QString &id);
    Served<Outcome> addContactTags(const HttpRequest &request, const QString &id);
    Served<Outcome> removeContactTags(const HttpRequest &request, const QString &id);
    Served<Outcome> getLocation(const HttpRequest &request, const QString &id);
    Served<Outcome> listTags(const HttpRequest &request, const QString &id);
    Served<Outcome> createTag(const HttpRequest &request, const QString &id);
    Served<Outcome> listCustomFields(const HttpRequest &request, const QString &id);
    Served<Outcome> createCustomField(const HttpRequest &request, const QString &id);
    Served<Outcome> searchUsers(const HttpRequest &request, const QString &id);
    Served<Outcome> listBusinesses(const HttpRequest &request, const QString &id);

    State &m_state;
    Contacts m_contacts;
    ContactSearch m_search;
    QString m_privateToken;
    RateWindow m_burst;
    RateWindow m_day;
};

} // namespace twinbook::sandbox::highlevel
