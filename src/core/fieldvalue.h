// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QJsonValue>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <variant>

namespace twinbook {

//! The value of one field of one person.
//!
//! *Absent* means that the service did not tell: the member was missing or null. Both services
//! leave out empty members (officernd.md 7 item 24, highlevel.md 2.1), so absent, blank text and
//! an empty list are all *empty* for deciding; they stay distinct so that nothing is invented.
class FieldValue
{
public:
    //! In the order of the variant below.
    enum class Type : quint8 { Absent, Text, List, Number, Boolean, Date };

    FieldValue() = default;
    explicit FieldValue(QString text)
        : m_value(std::move(text))
    { }
    explicit FieldValue(QStringList list)
        : m_value(std::move(list))
    { }
    explicit FieldValue(double number)
        : m_value(number)
    { }
    explicit FieldValue(bool yes)
        : m_value(yes)
    { }
    explicit FieldValue(QDate date)
        : m_value(date)
    { }
    //! A string literal would silently become a boolean.
    FieldValue(const char *) = delete;

    [[nodiscard]] Type type() const { return static_cast<Type>(m_value.index()); }
    [[nodiscard]] bool isAbsent() const { return type() == Type::Absent; }
    //! Absent, blank text or a list without elements.
    [[nodiscard]] bool isEmpty() const;

    //! The text without a copy, or nullptr for any other type. Valid as long as the value.
    [[nodiscard]] const QString *textIfAny() const { return std::get_if<QString>(&m_value); }
    //! The text, or an empty string for any other type.
    [[nodiscard]] QString text() const;
    //! The list, or an empty one for any other type.
    [[nodiscard]] QStringList list() const;
    [[nodiscard]] double number() const;
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] QDate date() const;

    //! The value spelled as text, for comparing and for fields that hold only text: lists joined
    //! with ", ", dates as ISO, "yes" and "no", whatever language people read.
    [[nodiscard]] QString toText() const;
    //! One line for people, in their language: as toText(), with control characters as spaces.
    //! Plain text, never to be read as rich text. Not for deciding or writing anything.
    [[nodiscard]] QString toDisplay() const;

    //! Lossless form for files and the database: null, string, array, number, boolean, and
    //! {"date":"2026-01-31"} for dates.
    [[nodiscard]] QJsonValue toJson() const;
    //! The reverse of toJson(). Anything else becomes absent.
    [[nodiscard]] static FieldValue fromJson(const QJsonValue &json);

    friend bool operator==(const FieldValue &, const FieldValue &) = default;

private:
    std::variant<std::monostate, QString, QStringList, double, bool, QDate> m_value;
};

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::FieldValue)
