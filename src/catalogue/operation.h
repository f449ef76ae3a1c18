// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rawrequest.h"
#include "core/side.h"

#include <QList>
#include <QMap>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace twinbook {

//! Something to ask a service for, or something a service tells by itself.
enum class OperationKind : quint8 { Operation, Event };

//! What Twinbook does with it.
enum class OperationUse : quint8 {
    Sync, //!< the synchronization needs it
    Available, //!< a person can send it as a test request
    Never, //!< not sent at all: sign-ins, users, whole accounts, files; and all events
};

//! How well it is known, best first.
enum class SourceGrade : quint8 {
    Specification, //!< the vendor's own machine-readable description
    Documentation, //!< the vendor's pages
    Reference, //!< a public copy of the vendor's reference pages
    Tested, //!< observed by outside testers
    Code, //!< read from public programs that use it
};

//! One row of the catalogue.
struct Operation
{
    int number = 0; //!< its place in the table, from 1
    QString name; //!< "highlevel.contacts.get"; unique
    Side service = Side::Left;
    OperationKind kind = OperationKind::Operation;
    QString group; //!< "Members"
    RawMethod method = RawMethod::Get;
    //! "/members/{memberId}", below the account at OfficeRnD and below the host at HighLevel.
    //! Empty for an event, which the service sends to an address it was given.
    QString path;
    QString scope; //!< the service's name of the permission; empty if there is none or nobody knows
    OperationUse use = OperationUse::Available;
    RawEffect effect = RawEffect::Writes;
    QString what; //!< one or two sentences for people, in English
    //! Invented values for every place in the path and every known parameter of the query (empty:
    //! left out unless somebody fills it in).
    QMap<QString, QString> pathExample;
    QMap<QString, QString> queryExample;
    QStringList requiredQuery;
    QString bodyExample; //!< indented JSON; empty if there is no body
    SourceGrade source = SourceGrade::Specification;
    //! Columns that no source states outright: "scope", "method", "path", "query" or "body".
    QStringList unsure;
};

//! The value that stands in examples for the id of the connected HighLevel sub-account. It is
//! never asked for: it comes from the connection.
[[nodiscard]] QString accountPlaceholder();

//! The names between braces, in their order.
[[nodiscard]] QStringList placeholders(const QString &path);

//! Stable words for files and command lines: "sync", "available", "never"; "operation", "event";
//! "reads", "writes"; "specification" and so on.
[[nodiscard]] QString useKey(OperationUse use);
[[nodiscard]] QString kindKey(OperationKind kind);
[[nodiscard]] QString effectKey(RawEffect effect);
[[nodiscard]] QString sourceKey(SourceGrade source);

//! The same for people.
[[nodiscard]] QString useWords(OperationUse use);
[[nodiscard]] QString effectWords(RawEffect effect);
[[nodiscard]] QString sourceWords(SourceGrade source);

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::Operation)
