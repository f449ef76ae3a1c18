// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record.h"
#include "sync/observation.h"

#include <map>
#include <optional>

namespace twinbook::testing {

//! One of the two services as far as planning can tell them apart: what it does to values while
//! storing them, and what it refuses. No network, no errors but refusals.
class ServiceInMemory
{
public:
    //! How HighLevel treats what it is sent (highlevel.md 2.1, 2.2): tags become lower case, a
    //! phone is kept as E.164 or dropped, a second person with an e-mail or phone is refused. A
    //! town is cut to so many characters, as a stand-in for every limit nobody documented.
    static constexpr qsizetype longestCity = 8;

    explicit ServiceInMemory(Side side, QString country = QStringLiteral("BG"));

    //! Puts a person there as it is, without any rule; what has long been in the service.
    RemoteId put(const FieldMap &fields);
    [[nodiscard]] std::optional<RemoteId> create(const FieldWrites &writes);
    //! Whether the write was taken.
    [[nodiscard]] bool update(const RemoteId &id, const FieldWrites &writes);
    void remove(const RemoteId &id) { m_people.erase(id); }

    [[nodiscard]] FieldMap fields(const RemoteId &id) const;
    [[nodiscard]] const std::map<RemoteId, FieldMap> &people() const { return m_people; }
    //! Everybody, in the order of their ids.
    [[nodiscard]] SideState observe(const Projection &projection) const;

private:
    [[nodiscard]] FieldValue stored(const FieldKey &key, const FieldValue &value) const;
    [[nodiscard]] bool isTaken(const FieldMap &fields, const FieldWrites &writes,
                               const RemoteId &self) const;

    Side m_side;
    QString m_country;
    std::map<RemoteId, FieldMap> m_people;
    int m_lastId = 0;
};

} // namespace twinbook::testing
