// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/objectreader.h"
#include "officernd/ids.h"
#include "officernd/listing.h"

#include <QUrl>

namespace twinbook::officernd {

struct Account;

//! An address that the service tells of events (officernd.md 4).
struct Webhook
{
    WebhookId id;
    std::optional<QString> url;
    std::optional<QString> description;
    std::optional<QStringList> eventTypes;
    std::optional<bool> isEnabled;
    //! Signs what is sent. Perhaps told only by the reply to the creation, and a secret: it goes
    //! into the secret store and nowhere else.
    std::optional<QString> secret;
};
void readFrom(ObjectReader &in, Webhook &webhook);

struct NewWebhook
{
    QUrl url {}; //!< https, and to be reached from the internet
    QStringList eventTypes {}; //!< of eventTypes(); at least one
    std::optional<QString> description {};
    std::optional<bool> isEnabled {}; //!< the service takes absent as enabled
};

//! The 40 events there are, such as "member.updated". None for opportunities, visits, visitors,
//! tags, custom properties and comments (officernd.md 4.1).
[[nodiscard]] QStringList eventTypes();

//! Jobs have not started; the account must outlive them.
class Webhooks final
{
public:
    explicit Webhooks(Account &account)
        : m_account(account)
    { }

    [[nodiscard]] ListJob<Webhook> list() const;
    [[nodiscard]] std::unique_ptr<TypedJob<Webhook>> get(const WebhookId &id) const;
    //! Never repeated blindly: see leavesWriteUnknown().
    [[nodiscard]] std::unique_ptr<TypedJob<Webhook>> create(const NewWebhook &webhook) const;
    //! Removing what is not there succeeds.
    [[nodiscard]] std::unique_ptr<TypedJob<void>> remove(const WebhookId &id) const;

private:
    Account &m_account;
};

} // namespace twinbook::officernd
