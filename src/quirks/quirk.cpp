// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quirks/quirk.h"

#include "quirks/quirktables.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

std::vector<QuirkFacts> allRows()
{
    std::vector<QuirkFacts> rows;
    appendHighLevelQuirks(rows);
    appendOfficeRnDQuirks(rows);
    return rows;
}

} // namespace

std::span<const QuirkFacts> quirks()
{
    static const std::vector<QuirkFacts> rows = allRows();
    return rows;
}

const QuirkFacts &factsOf(Quirk quirk)
{
    const QuirkFacts &facts = quirks()[static_cast<std::size_t>(quirk)];
    Q_ASSERT(facts.quirk == quirk);
    return facts;
}

std::optional<Quirk> quirkNamed(const QString &name)
{
    const std::span<const QuirkFacts> all = quirks();
    const auto found = std::find_if(all.begin(), all.end(), [&](const QuirkFacts &facts) {
        return name == QLatin1StringView(facts.name);
    });
    return found == all.end() ? std::nullopt : std::optional(found->quirk);
}

QString evidenceName(Evidence evidence)
{
    switch (evidence) {
    case Evidence::VendorSpecification:
        return u"vendor specification"_s;
    case Evidence::VendorPage:
        return u"vendor page"_s;
    case Evidence::MeasuredByOthers:
        return u"measured by others"_s;
    case Evidence::Inferred:
        return u"inferred"_s;
    case Evidence::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

} // namespace twinbook
