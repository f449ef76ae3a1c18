// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fieldvalue.h"

#include <QByteArray>
#include <QStringView>

namespace twinbook {

//! A short stand-in for many values: two sequences of values with the same digest are the same.
//! Kept beside what is stored, so that what has not changed is found without reading or writing
//! it. Cryptographic, because the values are other people's text.
class Digest
{
public:
    Digest &add(QStringView text);
    Digest &add(qint64 number);
    Digest &add(const FieldValue &value);

    [[nodiscard]] QByteArray result() const;

private:
    void addRaw(const void *bytes, qsizetype count);

    QByteArray m_content;
};

} // namespace twinbook
