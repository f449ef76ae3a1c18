// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fieldvalue.h"
#include "core/ids.h"
#include "core/serviceschema.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QMetaType>

namespace twinbook {

//! How far a record can be believed.
enum class Fidelity : quint8 {
    Complete, //!< read by id, or from a list that shows what is stored
    SearchHit, //!< from HighLevel's search index: names are lower case, and a write of the last
               //!< minute may be missing (highlevel.md 2.3). Read by id before its text is used.
};

using FieldMap = QMap<FieldKey, FieldValue>;

//! A person as one service told it, in the service's own fields.
struct RemoteRecord
{
    RemoteId id;
    QDateTime modifiedAt; //!< the service's clock, UTC; invalid if it did not say
    Fidelity fidelity = Fidelity::Complete;
    FieldMap fields;

    friend bool operator==(const RemoteRecord &, const RemoteRecord &) = default;
};

//! One field to be set. Writes are absolute ("phone becomes X") and so can be repeated. An empty
//! value clears the field. For tags the value is the full list wanted; the client turns it into
//! what its service needs (element adds and removes at HighLevel).
struct FieldWrite
{
    FieldKey key;
    FieldValue value;

    friend bool operator==(const FieldWrite &, const FieldWrite &) = default;
};

using FieldWrites = QList<FieldWrite>;

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::RemoteRecord)
