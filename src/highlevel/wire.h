// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "quirks/quirkset.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QTimeZone>

#include <optional>
#include <tuple>

namespace twinbook::highlevel {

// How a plain struct is read from a reply and written into a body. A type says in one table,
// Shape<T>::members, which of its members has which name; everything else follows from the types.
//
// Reading: missing, null and "" are all "not told" (highlevel.md 2.1) and leave the member as it
// is. Members without a name here are ignored, or kept where the struct has a member `whole`.
// A value of another type than promised is a problem, except that text may come as a number, and
// a number, a yes or no, and a list of one as text.
//
// Writing: std::nullopt is not sent. An empty text, id or date clears the field.

//! Absent unless told.
using Text = std::optional<QString>;
using Flag = std::optional<bool>;
using Number = std::optional<double>;
using Moment = std::optional<QDateTime>;
using Day = std::optional<QDate>;

//! What goes along with the reading of one reply.
struct Reading
{
    QTimeZone zoneless = QTimeZone::utc(); //!< of times that name no zone
    QStringList problems {}; //!< names of members that cannot be used
    QString refusal {}; //!< a sentence, if the reply itself says that nothing was done
};

//! Not missing, null or "".
[[nodiscard]] bool isTold(const QJsonValue &json);

enum class Need : quint8 { Optional, Required };
//! Whether null is documented to clear a member.
enum class Clearing : quint8 { ByEmptyText, ByNull };

template<class Owner, class Value>
struct Member
{
    QLatin1StringView name;
    Value Owner::*place;
    QLatin1StringView otherName; //!< another spelling to read, if any
    Need need = Need::Optional;
    Clearing clearing = Clearing::ByEmptyText;
};

template<class Owner, class Value>
constexpr Member<Owner, Value> member(QLatin1StringView name, Value Owner::*place,
                                      QLatin1StringView otherName = {})
{
    return {name, place, otherName};
}

//! Without it a reply is not believed.
template<class Owner, class Value>
constexpr Member<Owner, Value> required(QLatin1StringView name, Value Owner::*place,
                                        QLatin1StringView otherName = {})
{
    return {name, place, otherName, Need::Required};
}

//! One that the specification allows to be null.
template<class Owner, class Value>
constexpr Member<Owner, Value> nullable(QLatin1StringView name, Value Owner::*place)
{
    return {name, place, {}, Need::Optional, Clearing::ByNull};
}

//! Specialised where a type is read or written: `static constexpr std::tuple members {...}`.
template<class T>
struct Shape;

template<class T>
concept Shaped = requires
{
    Shape<T>::members;
};

// Each returns false for a value that cannot be used.
bool fromWire(const QJsonValue &json, QString &text, Reading &reading);
bool fromWire(const QJsonValue &json, bool &flag, Reading &reading);
bool fromWire(const QJsonValue &json, double &number, Reading &reading);
bool fromWire(const QJsonValue &json, int &number, Reading &reading);
bool fromWire(const QJsonValue &json, QDateTime &moment, Reading &reading);
bool fromWire(const QJsonValue &json, QDate &day, Reading &reading);
bool fromWire(const QJsonValue &json, QJsonObject &object, Reading &reading);
bool fromWire(const QJsonValue &json, QJsonArray &array, Reading &reading);
bool fromWire(const QJsonValue &json, QJsonValue &any, Reading &reading);

template<class Tag>
bool fromWire(const QJsonValue &json, TextId<Tag> &id, Reading &reading)
{
    QString text;
    if (!fromWire(json, text, reading))
        return false;
    id = TextId<Tag>(text);
    return true;
}

template<Shaped T>
bool fromWire(const QJsonValue &json, T &value, Reading &reading);

template<class T>
bool fromWire(const QJsonValue &json, std::optional<T> &value, Reading &reading)
{
    T told {};
    if (!fromWire(json, told, reading))
        return false;
    value = std::move(told);
    return true;
}

template<class T>
bool fromWire(const QJsonValue &json, QList<T> &list, Reading &reading)
{
    // One text for a list of texts is seen for followers; one object for a list is a mistake.
    if (!json.isArray() && !json.isString())
        return false;
    const QJsonArray elements = json.isArray() ? json.toArray() : QJsonArray {json};
    for (const auto element : elements) {
        if (!isTold(element))
            continue;
        T value {};
        if (!fromWire(element, value, reading))
            return false;
        list.append(std::move(value));
    }
    return true;
}

template<class T, class Owner, class Value>
void readMember(const QJsonObject &object, T &owner, const Member<Owner, Value> &member,
                Reading &reading)
{
    QJsonValue json = object.value(member.name);
    if (!isTold(json) && !member.otherName.isEmpty())
        json = object.value(member.otherName);
    const bool usable = isTold(json) ? fromWire(json, owner.*member.place, reading)
                                     : member.need == Need::Optional;
    if (!usable)
        reading.problems.append(member.name);
}

template<Shaped T>
bool fromWire(const QJsonValue &json, T &value, Reading &reading)
{
    if (!json.isObject())
        return false;
    const QJsonObject object = json.toObject();
    std::apply([&](const auto &...each) { (readMember(object, value, each, reading), ...); },
               Shape<T>::members);
    if constexpr (requires { value.whole; })
        value.whole = object;
    return true;
}

//! The T under that name; a reply without it is a problem.
template<class T>
T readOne(const QJsonObject &reply, QLatin1StringView name, QLatin1StringView otherName,
          Reading &reading)
{
    QJsonValue json = reply.value(name);
    if (!isTold(json) && !otherName.isEmpty())
        json = reply.value(otherName);
    T value {};
    if (!isTold(json) || !fromWire(json, value, reading))
        reading.problems.append(name);
    return value;
}

[[nodiscard]] QJsonValue toWire(const QString &text, const QuirkSet &quirks);
[[nodiscard]] QJsonValue toWire(bool flag, const QuirkSet &quirks);
[[nodiscard]] QJsonValue toWire(double number, const QuirkSet &quirks);
[[nodiscard]] QJsonValue toWire(int number, const QuirkSet &quirks);
//! In UTC and without milliseconds, which tasks refuse (highlevel.md 2.5).
[[nodiscard]] QJsonValue toWire(const QDateTime &moment, const QuirkSet &quirks);
//! As YYYY-MM-DD, the only order that cannot be misread (highlevel.md 7 item 12).
[[nodiscard]] QJsonValue toWire(const QDate &day, const QuirkSet &quirks);
[[nodiscard]] QJsonValue toWire(const QJsonObject &object, const QuirkSet &quirks);

template<class Tag>
[[nodiscard]] QJsonValue toWire(const TextId<Tag> &id, const QuirkSet &quirks)
{
    return toWire(id.text(), quirks);
}

template<Shaped T>
[[nodiscard]] QJsonObject toWire(const T &value, const QuirkSet &quirks);

template<class T>
[[nodiscard]] QJsonArray toWire(const QList<T> &list, const QuirkSet &quirks)
{
    QJsonArray array;
    for (const T &value : list)
        array.append(toWire(value, quirks));
    return array;
}

//! Whether a value that is to be written means "clear this".
template<class T>
bool isClearing(const T &value)
{
    if constexpr (requires { value.isValid(); })
        return !value.isValid();
    else if constexpr (std::is_same_v<T, QString> || requires { value.text(); })
        return value.isEmpty();
    else
        return false;
}

//! What clears a member of that kind, as far as it is known (highlevel.md 2.2).
[[nodiscard]] QJsonValue clearedValue(Clearing clearing, const QuirkSet &quirks);

template<class Owner, class Value>
void writeMember(QJsonObject &object, const Member<Owner, Value> &member, const Value &value,
                 const QuirkSet &quirks)
{
    object.insert(member.name, toWire(value, quirks));
}

template<class Owner, class Value>
void writeMember(QJsonObject &object, const Member<Owner, std::optional<Value>> &member,
                 const std::optional<Value> &value, const QuirkSet &quirks)
{
    if (!value)
        return;
    object.insert(member.name,
                  isClearing(*value) ? clearedValue(member.clearing, quirks)
                                     : QJsonValue(toWire(*value, quirks)));
}

//! The body of a request: only what has a name in the table, because the service refuses every
//! other member (highlevel.md 2).
template<Shaped T>
QJsonObject toWire(const T &value, const QuirkSet &quirks)
{
    QJsonObject object;
    std::apply(
        [&](const auto &...each) { (writeMember(object, each, value.*each.place, quirks), ...); },
        Shape<T>::members);
    return object;
}

} // namespace twinbook::highlevel
