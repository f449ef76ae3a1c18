// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulation/eventqueue.h"
#include "simulation/scenario.h"

#include <QMap>
#include <QSet>
#include <QStringList>

#include <set>

namespace twinbook::simulation {

//! A value in a form of the oracle's own, in which two values are equal if they mean the same.
[[nodiscard]] QString plainValue(Side side, Row row, const FieldMap &fields);
//! Which person of the scenario a record is of; the last name tells and never changes.
[[nodiscard]] int personOf(Side side, const FieldMap &fields);
[[nodiscard]] QString lastNameOf(int person);

//! Knows for every field of every person who typed what, where and when, and judges each write of
//! the program by that (sync-engines.md 4.3).
class Oracle
{
public:
    Oracle(const Scenario &scenario, const EventQueue &queue);

    // What people do.
    void typed(Side side, int person, Row row, const QString &value);
    void addedTag(int person, const QString &tag) { m_tags[person].insert(tag, Tag::Added); }
    void removedTag(int person, const QString &tag) { m_tags[person].insert(tag, Tag::Removed); }
    void added(Side side, int person);
    void deleted(Side side, int person);
    //! A question about a value was answered with this one.
    void answered(int person, Row row, const QString &value);
    void addAgainAnswered(Side side, int person);
    //! Nothing is expected of this person any more.
    void excuse(int person) { m_excused.insert(person); }

    // What the program does.
    void created(Side side, int person, const FieldMap &fields);
    //! `read` is the record as the program last read it, by which it should know what it replaces.
    void updated(Side side, int person, const FieldMap &read, const FieldMap &before,
                 const FieldMap &after);

    //! At rest: whether this value is what people may expect of a field that both sides agree on.
    void restsOn(int person, Row row, const QString &value);
    //! Typed differently on both sides from the beginning: whether they are one is a question.
    void unlike(int person) { m_unlike.insert(person); }
    [[nodiscard]] bool isUnlike(int person) const { return m_unlike.contains(person); }
    [[nodiscard]] bool isExcused(int person) const { return m_excused.contains(person); }
    //! The program could not have seen an edit that it replaced.
    [[nodiscard]] bool hasRaced(int person, Row row) const
    {
        return m_raced.contains({person, row});
    }
    [[nodiscard]] bool isTypedOn(Side side, int person, Row row) const;
    //! Each change by people causes one write at most (I9).
    void echoesAreBounded();

    void violated(const QString &invariant, const QString &what);
    [[nodiscard]] const QStringList &violations() const { return m_violations; }
    int races = 0;

private:
    struct Entry
    {
        QString value;
        std::chrono::milliseconds at;
        enum class By : quint8 { Person, Program } by;
    };
    using Past = PerSide<std::vector<Entry>>;
    enum class Tag : quint8 { Added, Removed };
    struct Presence
    {
        int byPeople = 0;
        int byProgram = 0;
        int wanted = 0; //!< "add again", and not deleted since
    };

    [[nodiscard]] const Past &past(int person, Row row) const;
    [[nodiscard]] bool isAnswered(int person, Row row, const QString &value) const;
    [[nodiscard]] bool isJustified(Side side, int person, Row row, const QString &old,
                                   const QString &now) const;
    void tagsUpdated(int person, const QString &old, const QString &now);
    [[nodiscard]] QString name(int person, Row row) const;

    const Scenario &m_scenario;
    const EventQueue &m_queue;
    std::map<std::pair<int, Row>, Past> m_past;
    std::map<std::pair<int, Row>, std::vector<Entry>> m_answers;
    QMap<int, QMap<QString, Tag>> m_tags;
    QMap<int, PerSide<Presence>> m_presence;
    QSet<int> m_excused;
    QSet<int> m_unlike;
    std::set<std::pair<int, Row>> m_raced;
    QStringList m_violations;
    int m_changesByPeople = 0;
    int m_changesByProgram = 0;
};

} // namespace twinbook::simulation
