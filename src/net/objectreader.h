// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>
#include <utility>

namespace twinbook {

//! Reads the members of a reply into typed values. A member that is missing or null leaves its
//! target empty; one of another type than promised is a fault of the reply. The first fault is
//! remembered with its place, never with its value, and spoils the whole reply: see decoded().
//!
//! A type takes part with a function `void readFrom(ObjectReader &, Type &)` in its namespace, an
//! enumeration with a table `QList<std::pair<QLatin1StringView, Type>> wireNames(Type)` and an
//! enumerator `Other` for words that a service may invent later.
class ObjectReader final
{
public:
    //! `fault` gets the first fault and must outlive the reader.
    ObjectReader(const QJsonObject &object, QString &fault, const QString &place = {});

    void read(QLatin1StringView name, std::optional<QString> &target);
    void read(QLatin1StringView name, std::optional<bool> &target);
    void read(QLatin1StringView name, std::optional<double> &target);
    //! Refuses fractions and what does not fit.
    void read(QLatin1StringView name, std::optional<int> &target);
    //! ISO 8601; the result is UTC. Empty text counts as missing.
    void read(QLatin1StringView name, std::optional<QDateTime> &target);
    //! The day of an ISO 8601 date or moment, as it stands there.
    void read(QLatin1StringView name, std::optional<QDate> &target);
    //! Numbers and booleans in the list become text. A lone text is a list of one: what is
    //! documented as text has been seen as a list (officernd.md 7 item 27).
    void read(QLatin1StringView name, std::optional<QStringList> &target);
    void read(QLatin1StringView name, std::optional<QList<QDateTime>> &target);
    //! An object whose members only the account knows.
    void read(QLatin1StringView name, std::optional<QJsonObject> &target);
    //! Text, or a number spelled as text.
    void readLabel(QLatin1StringView name, std::optional<QString> &target);

    //! Empty text counts as missing.
    template<class Tag>
    void read(QLatin1StringView name, std::optional<TextId<Tag>> &target)
    {
        std::optional<QString> text;
        read(name, text);
        if (text && !text->isEmpty())
            target = TextId<Tag>(*text);
    }

    template<class Tag>
    void read(QLatin1StringView name, std::optional<QList<TextId<Tag>>> &target)
    {
        std::optional<QStringList> texts;
        read(name, texts);
        if (!texts)
            return;
        target.emplace();
        for (const QString &text : std::as_const(*texts))
            target->append(TextId<Tag>(text));
    }

    //! An enumeration, or an object of another type that takes part.
    template<class T>
    void read(QLatin1StringView name, std::optional<T> &target)
    {
        if constexpr (std::is_enum_v<T>) {
            std::optional<QString> text;
            read(name, text);
            if (text && !text->isEmpty())
                target = enumerator<T>(*text);
        } else {
            std::optional<QJsonObject> object;
            read(name, object);
            if (!object)
                return;
            ObjectReader inner(*object, m_fault, placeOf(name));
            readFrom(inner, target.emplace());
        }
    }

    template<class T>
    void read(QLatin1StringView name, std::optional<QList<T>> &target)
    {
        std::optional<QJsonArray> elements;
        readArray(name, elements);
        if (!elements)
            return;
        target.emplace();
        for (qsizetype i = 0; i < elements->size(); ++i) {
            const auto object = elementAt(name, *elements, i);
            if (!object)
                return;
            ObjectReader inner(*object, m_fault, elementPlace(name, i));
            readFrom(inner, target->emplaceBack());
        }
    }

    //! A member that must be there.
    template<class T>
    void require(QLatin1StringView name, T &target)
    {
        std::optional<T> value;
        read(name, value);
        if (value)
            target = std::move(*value);
        else
            complain(name, QStringLiteral("is missing"));
    }

    //! The enumerator of a word, in any letter case; `Other` if there is none.
    template<class T>
    [[nodiscard]] static T enumerator(const QString &word)
    {
        for (const auto &[text, value] : wireNames(T())) {
            if (word.compare(text, Qt::CaseInsensitive) == 0)
                return value;
        }
        return T::Other;
    }

private:
    [[nodiscard]] QJsonValue take(QLatin1StringView name, QJsonValue::Type type);
    [[nodiscard]] QString placeOf(QLatin1StringView name) const;
    [[nodiscard]] QString elementPlace(QLatin1StringView name, qsizetype index) const;
    [[nodiscard]] std::optional<QJsonObject> elementAt(QLatin1StringView name,
                                                       const QJsonArray &elements, qsizetype index);
    void readArray(QLatin1StringView name, std::optional<QJsonArray> &target);
    void complain(QLatin1StringView name, const QString &what);

    QJsonObject m_object;
    QString &m_fault;
    QString m_place;
};

//! ErrorKind::BadReply with the usual sentence. `fault` goes to Error::detail.
[[nodiscard]] Error unreadableReply(const QString &service, const QString &fault);

//! A whole reply as a T, or the first thing that is wrong with it.
template<class T>
[[nodiscard]] Result<T> decoded(const QJsonObject &object, const QString &service)
{
    QString fault;
    ObjectReader reader(object, fault);
    T value;
    readFrom(reader, value);
    if (!fault.isEmpty())
        return Failure(unreadableReply(service, fault));
    return value;
}

} // namespace twinbook
