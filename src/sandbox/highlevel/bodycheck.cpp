// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/bodycheck.h"

#include <algorithm>

namespace twinbook::sandbox::highlevel {

namespace {

QJsonObject knownMembers(const QJsonObject &body, const FieldRules &rules)
{
    QJsonObject known;
    for (auto member = body.begin(); member != body.end(); ++member) {
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const FieldRule &candidate) {
            return candidate.name == member.key();
        });
        if (rule == rules.end())
            continue;
        const bool nested = !rule->members.isEmpty() && member.value().isObject();
        known.insert(member.key(),
                     nested ? QJsonValue(knownMembers(member.value().toObject(), rule->members))
                            : member.value());
    }
    return known;
}

} // namespace

Served<QJsonObject> acceptedBody(const QJsonObject &body, const FieldRules &rules,
                                 const QStringList &required, const QuirkSet &quirks)
{
    const QJsonObject accepted
        = quirks.holds(Quirk::UnknownPropertyIsRefused) ? body : knownMembers(body, rules);
    const QStringList problems = bodyViolations(accepted, rules, required);
    if (!problems.isEmpty())
        return refused(422, problems);
    return accepted;
}

void setOrClear(QJsonObject &document, const QString &member, const QJsonValue &value,
                const QuirkSet &quirks)
{
    if (value.isNull() && !quirks.holds(Quirk::HighLevelNullClears))
        return;
    if (value.isNull() || (value.isString() && value.toString().isEmpty()))
        document.remove(member);
    else
        document.insert(member, value);
}

QJsonObject overwritten(QJsonObject document, const QJsonObject &body, const QuirkSet &quirks)
{
    for (auto member = body.begin(); member != body.end(); ++member)
        setOrClear(document, member.key(), member.value(), quirks);
    return document;
}

} // namespace twinbook::sandbox::highlevel
