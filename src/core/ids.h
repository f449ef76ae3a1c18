// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace twinbook {

//! A text id that cannot be mixed up with another kind of id.
template<class Tag>
class TextId
{
public:
    TextId() = default;
    explicit TextId(QString text)
        : m_text(std::move(text))
    { }

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const TextId &, const TextId &) = default;
    friend bool operator<(const TextId &a, const TextId &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const TextId &id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

//! A row number of our own database that cannot be mixed up with another kind. 0 is "none yet".
template<class Tag>
class NumberId
{
public:
    constexpr NumberId() = default;
    constexpr explicit NumberId(qint64 number)
        : m_number(number)
    { }

    [[nodiscard]] constexpr qint64 number() const { return m_number; }
    [[nodiscard]] constexpr bool isNull() const { return m_number == 0; }

    friend constexpr auto operator<=>(const NumberId &, const NumberId &) = default;
    friend size_t qHash(const NumberId &id, size_t seed = 0) { return ::qHash(id.m_number, seed); }

private:
    qint64 m_number = 0;
};

//! The id a service gave to a person: 24 hex digits at OfficeRnD, 20 letters at HighLevel.
using RemoteId = TextId<struct RemoteIdTag>;
//! A pair of people known to be the same person.
using LinkId = NumberId<struct LinkIdTag>;
//! One synchronization run, numbered from 1 as people see it.
using RunId = NumberId<struct RunIdTag>;
//! One intent in the journal.
using IntentId = NumberId<struct IntentIdTag>;
//! One open or answered question to a person.
using DecisionId = NumberId<struct DecisionIdTag>;

} // namespace twinbook
