// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quirks/quirkset.h"
#include "sandbox/http/httpmessage.h"
#include "sandbox/records/sortedrows.h"
#include "sandbox/served.h"

#include <QSet>

namespace twinbook::sandbox::officernd {

//! What a collection lets its list be asked for (officernd.md 2.0).
struct ListRules
{
    QStringList equality {}; //!< `field=value`
    QStringList sets {}; //!< `field[$in]=a,b`, at most 50 values
    QStringList ranges {}; //!< `field[$gte]=moment` and its sisters
    QStringList sortable {};
    //! Of `equality`, those the table has keys "field:value" for.
    QStringList indexed {};
    enum class CustomProperties : quint8 { NotFilterable, Filterable };
    CustomProperties properties = CustomProperties::NotFilterable;
};

//! One understood list request.
struct ListQuery
{
    struct Filter
    {
        enum class Operator : quint8 { Equals, In, Less, LessOrEqual, Greater, GreaterOrEqual };
        QStringList path; //!< one member, or "properties" and a key
        Operator op = Operator::Equals;
        QStringList values; //!< moments are normalized
    };
    enum class Direction : quint8 { First, Next, Previous };

    QList<Filter> filters;
    QStringList select; //!< empty means everything
    QString sortField; //!< empty means by id
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    qsizetype limit = 50;
    Direction direction = Direction::First;
    RowPosition cursor;

    //! Tells one list from another, whatever the page.
    [[nodiscard]] QString signature() const;
    [[nodiscard]] bool matches(const QJsonObject &document) const;
};

//! Strict while Quirk::UnknownFieldIsRefused holds: any parameter that the collection does not
//! document is refused.
[[nodiscard]] Served<ListQuery> parseListQuery(const HttpRequest &request, const ListRules &rules,
                                               const QuirkSet &quirks);
//! For counts: only filters, and what is unknown is ignored (officernd.md 2.0).
[[nodiscard]] Served<ListQuery> parseCountQuery(const HttpRequest &request, const ListRules &rules,
                                                const QuirkSet &quirks);

[[nodiscard]] QString encodedCursor(const RowPosition &position);

} // namespace twinbook::sandbox::officernd
