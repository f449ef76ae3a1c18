// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace twinbook::sandbox {

//! A table with named columns.
struct CsvTable
{
    QStringList header; //!< trimmed and lower-cased
    QList<QStringList> rows; //!< each as long as the header; values trimmed
};

//! Reads RFC 4180: commas, quotes doubled within quotes, line breaks within quotes, CRLF or LF,
//! UTF-8 with or without a byte order mark. Blank lines are skipped; short rows are filled up.
//! ErrorKind::InvalidInput, with the line and `fileName` in the sentence, for an open quote, text
//! after a closing quote, a row that is too long, bytes that are no UTF-8, or a missing header.
[[nodiscard]] Result<CsvTable> parseCsv(const QByteArray &bytes, const QString &fileName);

} // namespace twinbook::sandbox
