// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace twinbook::highlevel {

//! One condition of a search, or several joined by "and" or "or" (highlevel.md 2.3).
class SearchFilter
{
public:
    enum class Test : quint8 { Equals, EqualsNot, Contains, ContainsNot, Exists, ExistsNot };
    enum class Joined : quint8 { And, Or };

    //! `value` is ignored by Exists and ExistsNot.
    static SearchFilter where(const QString &field, Test test, const QJsonValue &value = {});
    //! From `from` on, before `until`; an invalid moment is no bound.
    static SearchFilter between(const QString &field, const QDateTime &from,
                                const QDateTime &until = {});
    static SearchFilter all(Joined joined, const QList<SearchFilter> &filters);

    [[nodiscard]] const QJsonObject &json() const { return m_json; }
    //! A sentence on what the service would refuse; empty if there is nothing.
    [[nodiscard]] const QString &objection() const { return m_objection; }

private:
    QJsonObject m_json;
    QString m_objection;
};

struct SearchOrder
{
    QString field;
    Qt::SortOrder order = Qt::AscendingOrder;
};

//! A search over the contacts of the account.
struct ContactSearch
{
    static constexpr int longestPage = 500; //!< the largest size seen in use
    static constexpr int window = 10'000; //!< how far pages by number reach
    static constexpr qsizetype longestQuery = 75;

    int pageLimit = 100;
    std::optional<int> page {}; //!< from 1; not together with searchAfter
    QJsonArray searchAfter {}; //!< of the last contact of the page before; reaches everything
    QList<SearchFilter> filters {}; //!< all must hold
    QList<SearchOrder> sort {}; //!< at most two
    QString query {}; //!< free text

    //! Ascending by change from then on, for reading what changed. An overlap of two minutes
    //! covers the lag of the index.
    static ContactSearch changedSince(const QDateTime &moment);

    //! A sentence on what the service would refuse; empty if there is nothing.
    [[nodiscard]] QString objection() const;
    [[nodiscard]] QJsonObject body(const QString &locationId) const;
};

} // namespace twinbook::highlevel
