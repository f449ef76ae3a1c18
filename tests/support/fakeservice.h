// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/peopleservice.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QQueue>

#include <optional>

namespace twinbook::testing {

//! A whole service in memory behind the port, in the manner of its side: OfficeRnD keeps one
//! name, HighLevel first and last names, lower-case tags and unique e-mails and phones. Tests
//! edit its people, let the engine run, and compare.
class FakeService final : public PeopleService
{
public:
    explicit FakeService(Side side);

    [[nodiscard]] Side side() const override { return m_side; }
    [[nodiscard]] std::unique_ptr<ConnectionJob> checkConnection() override;
    [[nodiscard]] std::unique_ptr<SchemaJob> readSchema() override;
    [[nodiscard]] std::unique_ptr<FetchPeopleJob> fetchPeople() override;
    [[nodiscard]] std::unique_ptr<PersonJob> fetchPerson(const RemoteId &id) override;
    [[nodiscard]] std::unique_ptr<PersonJob> createPerson(const FieldWrites &writes) override;
    [[nodiscard]] std::unique_ptr<PersonJob> updatePerson(const RemoteId &id,
                                                          const FieldWrites &writes) override;
    [[nodiscard]] std::unique_ptr<PeopleJob> findTwins(const TwinQuery &query) override;

    // What a person does in the service's own pages.
    RemoteId add(const QMap<QString, QString> &texts);
    void edit(const RemoteId &id, const QString &key, const FieldValue &value);
    void remove(const RemoteId &id);
    void putBack(const RemoteRecord &record) { m_people.insert(record.id, record); }
    [[nodiscard]] const QMap<RemoteId, RemoteRecord> &people() const { return m_people; }
    [[nodiscard]] QString text(const RemoteId &id, const QString &key) const;

    //! What becomes of the next writes.
    enum class Fate : quint8 {
        Works,
        Refused, //!< certainly did not happen
        LostBefore, //!< no answer, did not happen
        LostAfter, //!< no answer, but it happened
    };
    void setFates(const QList<Fate> &fates);
    //! What the next list says.
    enum class List : quint8 { Whole, CutShort, Empty, SignedOut };
    void setNextList(List list) { m_nextList = list; }
    //! Names come in lower case from the list, as from HighLevel's search index.
    void setListFidelity(Fidelity fidelity) { m_listFidelity = fidelity; }

    int reads = 0;
    int writes = 0;

private:
    [[nodiscard]] Fate nextFate();
    [[nodiscard]] RemoteRecord stored(const RemoteId &id, const FieldWrites &writes);
    [[nodiscard]] QDateTime tick();

    const Side m_side;
    QMap<RemoteId, RemoteRecord> m_people;
    QQueue<Fate> m_fates;
    List m_nextList = List::Whole;
    Fidelity m_listFidelity = Fidelity::Complete;
    int m_lastId = 0;
    QDateTime m_clock {QDate(2026, 1, 1), QTime(0, 0), Qt::UTC};
};

} // namespace twinbook::testing
