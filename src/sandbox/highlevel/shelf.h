// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/state.h"
#include "sandbox/records/bodyrules.h"
#include "sandbox/served.h"

namespace twinbook::sandbox::highlevel {

//! What tells one shelf from another.
struct ShelfRules
{
    QString noun; //!< in refusals: "Calendar group"
    FieldRules fields; //!< of every write
    FieldRules onlyNew {}; //!< of a creation besides
    QStringList required {}; //!< of a creation
    QStringList requiredAgain {}; //!< of a change
    QString idMember = QStringLiteral("id");
};

//! Records that a sub-account's pages set up: made, read, changed and deleted by their rules and
//! nothing else.
class Shelf
{
public:
    //! `state` is not owned and must outlive this; `records` is one of its tables.
    Shelf(State &state, RecordTable &records, ShelfRules rules)
        : m_state(state)
        , m_records(records)
        , m_rules(std::move(rules))
    { }

    [[nodiscard]] Served<QJsonObject> find(const QString &id) const;
    //! The body on top of `blank`, with an id, if the rules let it pass; 403 for a body that names
    //! another location.
    [[nodiscard]] Served<QJsonObject> make(const QJsonObject &body, const QJsonObject &blank = {});
    [[nodiscard]] Served<QJsonObject> change(const QString &id, const QJsonObject &body);
    //! The deleted record.
    [[nodiscard]] Served<QJsonObject> remove(const QString &id);
    //! Replaces the record that has its id.
    void put(const QJsonObject &record) { m_records.put(record); }
    [[nodiscard]] const RecordTable &records() const { return m_records; }

private:
    [[nodiscard]] Served<QJsonObject> accepted(const QJsonObject &body, const FieldRules &fields,
                                               const QStringList &required) const;

    State &m_state;
    RecordTable &m_records;
    ShelfRules m_rules;
};

} // namespace twinbook::sandbox::highlevel
