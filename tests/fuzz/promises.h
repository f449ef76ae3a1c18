// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "target.h"

#include "core/result.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <concepts>
#include <memory>
#include <optional>

namespace twinbook::fuzz {

// Promises that all readers give.

//! A failure carries a sentence for people.
inline void expectSentence(const Error &error)
{
    expect(!error.message.trimmed().isEmpty(), "an error has a sentence");
    expect(error.message.size() < 2000, "the sentence of an error is short");
}

//! A record has an id, and `rows` records need at least two bytes each.
template<class T>
void expectSound(const T &value, QByteArrayView text)
{
    if constexpr (requires { value.has_value(); }) {
        if (value.has_value())
            expectSound(*value, text);
    } else if constexpr (requires { value.id.isEmpty(); }) {
        expect(!value.id.isEmpty(), "a record has an id");
        // What is not even equal to itself, such as a number that is none, looks changed for ever.
        if constexpr (requires { value.fields.keyBegin(); }) {
            for (const auto &field : value.fields)
                expect(field == std::decay_t<decltype(field)>(field), "a value is equal to itself");
        }
    } else if constexpr (requires { value.rows; }) {
        expectSound(value.rows, text);
    } else if constexpr (requires { value.contacts; }) {
        expectSound(value.contacts, text);
    } else if constexpr (requires { value.records; }) {
        expectSound(value.records, text);
    } else if constexpr (requires { value.users; }) {
        expectSound(value.users, text);
    } else if constexpr (requires { value.people; }) {
        expectSound(value.people, text);
    } else if constexpr (requires {
                             value.constBegin();
                             value.size();
                             value.first().id;
                         }) {
        expect(value.size() <= text.size() / 2, "no more records than the text can hold");
        for (const auto &element : value)
            expectSound(element, text);
    }
}

template<class T>
void expectOutcome(const Result<T> &result, QByteArrayView text)
{
    if (!result)
        expectSentence(result.error());
    else if constexpr (!std::is_void_v<T>)
        expectSound(*result, text);
}

[[nodiscard]] inline QJsonObject objectOf(QByteArrayView text)
{
    return QJsonDocument::fromJson(text.toByteArray()).object();
}

[[nodiscard]] inline QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace twinbook::fuzz
