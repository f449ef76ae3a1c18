// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/digest.h"

#include <QCryptographicHash>

namespace twinbook {

Digest &Digest::add(QStringView text)
{
    add(qint64 {text.size()}); // so that "ab", "c" and "a", "bc" differ
    addRaw(text.utf16(), text.size() * qsizetype {sizeof(char16_t)});
    return *this;
}

Digest &Digest::add(qint64 number)
{
    addRaw(&number, sizeof number);
    return *this;
}

Digest &Digest::add(const FieldValue &value)
{
    add(static_cast<qint64>(value.type()));
    switch (value.type()) {
    case FieldValue::Type::Absent:
        break;
    case FieldValue::Type::Text:
        add(*value.textIfAny());
        break;
    case FieldValue::Type::List: {
        const QStringList list = value.list();
        add(qint64 {list.size()});
        for (const QString &element : list)
            add(element);
        break;
    }
    case FieldValue::Type::Number: {
        const double number = value.number();
        addRaw(&number, sizeof number);
        break;
    }
    case FieldValue::Type::Boolean:
        add(qint64 {value.boolean()});
        break;
    case FieldValue::Type::Date:
        add(qint64 {value.date().toJulianDay()});
        break;
    }
    return *this;
}

QByteArray Digest::result() const
{
    return QCryptographicHash::hash(m_content, QCryptographicHash::Blake2b_160);
}

void Digest::addRaw(const void *bytes, qsizetype count)
{
    m_content.append(static_cast<const char *>(bytes), count);
}

} // namespace twinbook
