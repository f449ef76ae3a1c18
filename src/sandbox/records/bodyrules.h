// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace twinbook::sandbox {

//! One member that a request body may have. Both services validate with NestJS class-validator
//! and a strict whitelist (officernd.md 5, highlevel.md 2), so rules and messages are shared.
struct FieldRule
{
    enum class Kind : quint8 { Text, Boolean, Number, Moment, TextList, Object, ObjectList, Any };
    enum class Null : quint8 { Refused, Allowed };

    QString name;
    Kind kind = Kind::Text;
    Null null = Null::Refused;
    QStringList options {}; //!< allowed texts; empty means any
    QList<FieldRule> members {}; //!< of an object; empty means any
};

using FieldRules = QList<FieldRule>;

//! Everything wrong with a body, worded as the services do; empty if it may pass.
[[nodiscard]] QStringList bodyViolations(const QJsonObject &body, const FieldRules &rules,
                                         const QStringList &required = {});

} // namespace twinbook::sandbox
