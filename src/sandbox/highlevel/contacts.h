// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/contactbody.h"

namespace twinbook::sandbox::highlevel {

//! The people of HighLevel (highlevel.md 2.2). The location does not allow duplicates, if
//! Quirk::DuplicateIsRefused holds.
class Contacts
{
public:
    //! `state` is not owned and must outlive this.
    explicit Contacts(State &state)
        : m_state(state)
    { }

    [[nodiscard]] Served<QJsonObject> get(const QString &id) const;
    [[nodiscard]] Served<QJsonObject> create(const QJsonObject &body);
    //! `kind` is Update, or Page for a person's edit in the service itself.
    [[nodiscard]] Served<QJsonObject> update(const QString &id, const QJsonObject &body,
                                             ContactWrite kind = ContactWrite::Update);
    [[nodiscard]] Served<> remove(const QString &id);

    struct Upserted
    {
        QJsonObject contact;
        enum class How : quint8 { Created, Updated } how = How::Created;
    };
    //! Finds by e-mail, then by phone. What belongs to somebody else is ignored, if
    //! Quirk::UpsertDropsIdentifier holds, and refused as a duplicate otherwise.
    [[nodiscard]] Served<Upserted> upsert(const QJsonObject &body);
    //! The contact with that e-mail, or else with that number; an empty object if none.
    [[nodiscard]] QJsonObject duplicateOf(const QString &email, const QString &number) const;

    //! Two contacts become one, as a person does it in the service's pages: what `keptId` lacks
    //! comes from `goneId`, and what belonged to that one moves. With Quirk::MergedContactVanishes
    //! the other id is unknown from then on, without an event; otherwise it leads to the kept one.
    [[nodiscard]] Served<> merge(const QString &keptId, const QString &goneId);

    struct ListChange
    {
        QStringList all;
        QStringList changed;
    };
    [[nodiscard]] Served<ListChange> addTags(const QString &id, const QStringList &tags);
    [[nodiscard]] Served<ListChange> removeTags(const QString &id, const QStringList &tags);
    [[nodiscard]] Served<ListChange> addFollowers(const QString &id, const QStringList &users);
    [[nodiscard]] Served<ListChange> removeFollowers(const QString &id, const QStringList &users);
    //! An empty business unlinks the contact.
    [[nodiscard]] Served<> linkBusiness(const QString &id, const QString &businessId);

private:
    [[nodiscard]] Served<> checkUnique(const QJsonObject &contact) const;
    using Change = ListChange (*)(const QStringList &before, const QStringList &texts);
    [[nodiscard]] Served<ListChange> changeList(const QString &id, const QString &member,
                                                const QStringList &texts, Change change);
    [[nodiscard]] QJsonObject store(const QJsonObject &before, QJsonObject contact);
    void tellChanges(const QJsonObject &before, const QJsonObject &after) const;

    State &m_state;
};

} // namespace twinbook::sandbox::highlevel
