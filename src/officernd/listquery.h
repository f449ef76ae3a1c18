// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httprequest.h"
#include "officernd/account.h"
#include "officernd/body.h"
#include "officernd/rules.h"

#include <QDateTime>
#include <QMap>

namespace twinbook::officernd {

//! What a list is asked for, as query parameters. Empty filters are left out.
class ListQuery final
{
public:
    explicit ListQuery(Operation operation, const QString &id = {})
        : m_operation(operation)
        , m_id(id)
    { }

    //! Exactly equal.
    void equal(const QString &name, const QString &value);
    void equal(const QString &name, std::optional<bool> value);
    template<class Tag>
    void equal(const QString &name, const TextId<Tag> &id)
    {
        m_usable = m_usable && isUsableOrLeftOut(id);
        equal(name, id.text());
    }
    //! One of these.
    void oneOf(const QString &name, const QStringList &values);
    //! Not before.
    void since(const QString &name, const QDateTime &moment);
    void before(const QString &name, const QDateTime &moment);
    //! A filter by time that the list may refuse; it is then read without.
    void changedSince(const QDateTime &moment);
    //! As since() and before() on a list whose parameters nobody has described.
    void doubtfulSince(const QString &name, const QDateTime &moment);
    void doubtfulBefore(const QString &name, const QDateTime &moment);
    //! Custom text properties, by key, exactly equal.
    void properties(const QMap<QString, QString> &values);
    //! Only these members of each row; the id always comes along. Empty for all.
    void select(const QStringList &members);
    //! Only the rows with these ids, asked for in batches of 50 (officernd.md 2.0).
    template<class Tag>
    void withIds(const QList<TextId<Tag>> &ids)
    {
        m_usable = m_usable && isUsableOrLeftOut(ids);
        for (const auto &id : ids)
            m_ids.append(id.text());
    }

    [[nodiscard]] Operation operation() const { return m_operation; }
    //! How many requests it takes; a request may have many pages.
    [[nodiscard]] qsizetype batches() const;
    //! The parameters of doubtful filters that `account` has not seen refused.
    [[nodiscard]] QStringList doubtful(const Account &account) const;
    //! Whether no filter has to be left out.
    [[nodiscard]] bool isTakenInFull(const Account &account) const;
    //! InvalidInput for ids of another form.
    [[nodiscard]] Result<HttpRequest> request(qsizetype batch, const Account &account) const;

private:
    struct Filter
    {
        QString name;
        QString parameter;
        QString value;
        enum class Standing : quint8 { Known, Doubtful } standing = Standing::Known;
    };

    [[nodiscard]] static bool isRefused(const Filter &filter, Operation operation,
                                        const Account &account);
    void add(const QString &name, const QString &suffix, const QString &value,
             Filter::Standing standing = Filter::Standing::Known);

    Operation m_operation;
    QString m_id;
    QList<Filter> m_filters;
    QStringList m_ids;
    bool m_usable = true;
};

} // namespace twinbook::officernd
