// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/contactbody.h"

namespace twinbook::sandbox::highlevel {

//! The people of HighLevel (highlevel.md 2.2). The location does not allow duplicates.
class Contacts
{
public:
    //! `state` is not owned and must outlive this.
    explicit Contacts(State &state)
        : m_state(state)
    { }

    //! Unknown ids are refused with 400, the only status the dated specifications know for it.
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
    //! Finds by e-mail, then by phone. A phone that belongs to somebody else is ignored.
    [[nodiscard]] Served<Upserted> upsert(const QJsonObject &body);
    //! The contact with that e-mail, or else with that number; an empty object if none.
    [[nodiscard]] QJsonObject duplicateOf(const QString &email, const QString &number) const;

    struct TagChange
    {
        QStringList all;
        QStringList changed;
    };
    [[nodiscard]] Served<TagChange> addTags(const QString &id, const QJsonObject &body);
    [[nodiscard]] Served<TagChange> removeTags(const QString &id, const QJsonObject &body);

private:
    [[nodiscard]] Served<> checkUnique(const QJsonObject &contact) const;
    [[nodiscard]] QJsonObject store(QJsonObject contact);
    [[nodiscard]] Served<TagChange> changeTags(const QString &id, const QJsonObject &body,
                                               void (*change)(TagChange &, const QString &));

    State &m_state;
};

} // namespace twinbook::sandbox::highlevel
