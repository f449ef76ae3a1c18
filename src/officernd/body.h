// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "officernd/change.h"
#include "quirks/quirkset.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <type_traits>

namespace twinbook::officernd {

[[nodiscard]] QJsonValue toWire(const QString &text);
[[nodiscard]] QJsonValue toWire(bool flag);
[[nodiscard]] QJsonValue toWire(double number);
//! "2026-11-23T00:00:00.000Z": a day is its midnight in UTC (officernd.md 7 item 29).
[[nodiscard]] QJsonValue toWire(QDate day);
//! "2026-11-23T10:00:00.000Z"
[[nodiscard]] QJsonValue toWire(const QDateTime &moment);
[[nodiscard]] QJsonValue toWire(const QStringList &texts);

//! The service's word for an enumerator; undefined, which no object keeps, for `Other`.
template<class T>
requires std::is_enum_v<T>
[[nodiscard]] QJsonValue toWire(T enumerator)
{
    for (const auto &[word, value] : wireNames(enumerator)) {
        if (value == enumerator)
            return QString(word);
    }
    return QJsonValue::Undefined;
}

template<class Tag>
[[nodiscard]] QJsonValue toWire(const TextId<Tag> &id)
{
    return id.text();
}

template<class Tag>
[[nodiscard]] QJsonValue toWire(const QList<TextId<Tag>> &ids)
{
    QJsonArray array;
    for (const auto &id : ids)
        array.append(id.text());
    return array;
}

//! What empties a text, a number or a reference: nobody knows whether null or empty text does
//! (officernd.md 9 item 4).
[[nodiscard]] QJsonValue emptyValue(const QuirkSet &quirks);

//! Builds the body of a request. Whatever is put in is named by the code, so that nothing the
//! service does not take is ever sent (officernd.md 7 item 22).
class Body final
{
public:
    explicit Body(const QuirkSet &quirks)
        : m_quirks(quirks)
    { }

    template<class T>
    void put(QLatin1StringView name, const T &value)
    {
        m_object.insert(name, toWire(value));
    }

    template<class T>
    void put(QLatin1StringView name, const std::optional<T> &value)
    {
        if (value)
            put(name, *value);
    }

    template<class T>
    void put(QLatin1StringView name, const Change<T> &change)
    {
        if (change.empties())
            m_object.insert(name, emptyValue(m_quirks));
        else if (change.value())
            put(name, *change.value());
    }

    //! A member as it was stored.
    void keep(QLatin1StringView name, const QJsonValue &value) { m_object.insert(name, value); }

    //! A reference, or a list of them; left out if it is empty.
    template<class Reference>
    void putReference(QLatin1StringView name, const Reference &reference)
    {
        if (!reference.isEmpty())
            put(name, reference);
    }

    //! An object within the body; left out if it is empty.
    void putObject(QLatin1StringView name, const QJsonObject &object)
    {
        if (!object.isEmpty())
            m_object.insert(name, object);
    }

    [[nodiscard]] const QuirkSet &quirks() const { return m_quirks; }
    [[nodiscard]] const QJsonObject &object() const { return m_object; }

private:
    const QuirkSet &m_quirks;
    QJsonObject m_object;
};

} // namespace twinbook::officernd
