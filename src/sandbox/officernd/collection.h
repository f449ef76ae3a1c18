// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/listing.h"
#include "sandbox/officernd/state.h"
#include "sandbox/records/bodyrules.h"

namespace twinbook::sandbox::officernd {

//! What tells one collection from another.
struct CollectionRules
{
    struct Reference
    {
        QString field;
        RecordTable State::*target;
        QString noun; //!< in the refusal: "Specified office was not found"
    };
    enum class Stamps : quint8 { CreatedAndModified, CreatedOnly, None };

    ListRules list {};
    FieldRules create {};
    FieldRules update {};
    QStringList required {}; //!< on creation
    QList<Reference> references {};
    //! Whose custom properties it has (officernd.md 2.6); "" for none.
    QString propertyTarget {};
    //! What webhooks call it, such as "member"; "" if they are not told of it.
    QString eventName {};
    Stamps stamps = Stamps::CreatedAndModified;
};

//! A collection of records: listed, read, created, changed and deleted by its rules.
class Collection
{
public:
    //! `state` is not owned and must outlive this; `records` is one of its tables.
    Collection(State &state, RecordTable &records, CollectionRules rules,
               Listing::Shape shape = {});

    [[nodiscard]] Listing &listing() { return m_listing; }
    //! As shown; 404 if there is none.
    [[nodiscard]] Served<QJsonObject> get(const QString &id) const;
    [[nodiscard]] Served<QJsonObject> create(const QJsonObject &body);
    //! Partial. A body that changes nothing keeps modifiedAt while
    //! Quirk::SameValueKeepsModifiedAt holds (officernd.md 7 item 33).
    [[nodiscard]] Served<QJsonObject> update(const QString &id, const QJsonObject &body);
    //! The deleted record.
    [[nodiscard]] Served<QJsonObject> remove(const QString &id);

protected:
    //! As stored; 404 if there is none.
    [[nodiscard]] Served<QJsonObject> stored(const QString &id) const;
    //! The body if the rules let it pass, with moments and properties as they are stored.
    [[nodiscard]] Served<QJsonObject> checked(const QJsonObject &body, const FieldRules &fields,
                                              const QStringList &required) const;
    //! Gives the record its id and stamps, stores and announces it.
    [[nodiscard]] QJsonObject add(QJsonObject record);
    //! Stores and announces what changed. The record as shown.
    [[nodiscard]] QJsonObject store(const QJsonObject &before, QJsonObject after);
    [[nodiscard]] QJsonObject shown(const QJsonObject &record) const;
    [[nodiscard]] const CollectionRules &rules() const { return m_rules; }
    [[nodiscard]] State &state() const { return m_state; }

private:
    void announce(const QString &what, const QJsonObject &record,
                  const QJsonObject &previous = {}) const;

    State &m_state;
    RecordTable &m_records;
    CollectionRules m_rules;
    Listing::Shape m_shape;
    Listing m_listing;
};

} // namespace twinbook::sandbox::officernd
