// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/contact.h"
#include "highlevel/contactsearch.h"
#include "highlevel/resource.h"

namespace twinbook::highlevel {

struct ContactPage
{
    QList<Contact> contacts;
    int total = 0; //!< of all pages
};

//! A page of the deprecated list, newest first. Both cursors belong together.
struct ContactListPage
{
    int limit = 100; //!< at most 100
    std::optional<ContactId> startAfterId {};
    std::optional<qint64> startAfter {}; //!< milliseconds of dateAdded
    QString query {};
};

struct Upserted
{
    enum class Outcome : quint8 { Created, Updated } outcome = Outcome::Updated;
    Contact contact;
};

enum class Duplicates : quint8 {
    Merge, //!< into the one that the account's own rule finds
    AllowedByAccount, //!< a second one, if the account allows that
};

//! The people of the account.
class Contacts final : public Resource
{
public:
    using Resource::Resource;

    [[nodiscard]] Pending<Contact> get(const ContactId &contact) const;
    //! Hits come from an index that lags and has names in lower case: read by id before a text is
    //! used (highlevel.md 2.3).
    [[nodiscard]] Pending<ContactPage> search(const ContactSearch &search) const;
    //! The fallback if searching fails. Not in ApiVersion::V3: InvalidInput.
    [[nodiscard]] Pending<ContactPage> list(const ContactListPage &page) const;
    [[nodiscard]] Pending<ContactPage> ofBusiness(const BusinessId &business, int limit = 25,
                                                  int skip = 0, const QString &query = {}) const;

    //! The contact that the account's duplicate rule finds, if any. `phone` in E.164.
    [[nodiscard]] Pending<std::optional<Contact>> findByEmail(const QString &email) const;
    [[nodiscard]] Pending<std::optional<Contact>> findByPhone(const QString &phone) const;

    //! Conflict with Error::existing if somebody has the e-mail or phone already.
    [[nodiscard]] Pending<Contact> create(const ContactDraft &draft) const;
    //! Only what is given is changed. InvalidInput for what cannot be updated.
    [[nodiscard]] Pending<Contact> update(const ContactId &contact,
                                          const ContactDraft &draft) const;
    //! Only for people who were never linked, and only after both duplicate look-ups named the
    //! same person or nobody: if e-mail and phone belong to two people it changes one and drops
    //! the other identifier (Quirk::UpsertDropsIdentifier).
    [[nodiscard]] Pending<Upserted> upsert(const ContactDraft &draft,
                                           Duplicates duplicates = Duplicates::Merge) const;
    //! There is no undo that a program could ask for (highlevel.md 8 item 24).
    [[nodiscard]] Pending<> remove(const ContactId &contact) const;
};

} // namespace twinbook::highlevel
