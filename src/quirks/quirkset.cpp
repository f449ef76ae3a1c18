// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quirks/quirkset.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::QuirkSet)
};

} // namespace

QuirkSet::QuirkSet()
{
    m_held.set();
}

QuirkSet QuirkSet::with(Quirk quirk) const
{
    QuirkSet changed = *this;
    changed.m_held.set(index(quirk));
    return changed;
}

QuirkSet QuirkSet::without(Quirk quirk) const
{
    QuirkSet changed = *this;
    changed.m_held.reset(index(quirk));
    return changed;
}

QJsonObject QuirkSet::toJson() const
{
    QJsonObject json;
    for (const QuirkFacts &facts : quirks())
        json.insert(QLatin1StringView(facts.name), holds(facts.quirk));
    return json;
}

Result<QuirkSet> QuirkSet::fromJson(const QJsonObject &json)
{
    QuirkSet held;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const std::optional<Quirk> quirk = quirkNamed(it.key());
        if (!quirk || !it.value().isBool())
            return Failure(
                Error {.kind = ErrorKind::InvalidInput,
                       .message = Tr::tr("The list of service behaviours cannot be used: “%1” is "
                                         "not one of them, or says neither yes nor no.")
                                      .arg(it.key().left(80)),
                       .detail = {}});
        held = it.value().toBool() ? held.with(*quirk) : held.without(*quirk);
    }
    return held;
}

} // namespace twinbook
