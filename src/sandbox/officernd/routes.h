// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/http/httpmessage.h"
#include "sandbox/served.h"

#include <functional>

namespace twinbook::sandbox::officernd {

class Listing;
class Collection;

//! One request on its way to its operation.
struct Call
{
    const HttpRequest &request;
    QString id; //!< the "*" of the path; "" if it has none
    QJsonObject body; //!< of POST and PUT
};

//! One operation of the API.
struct Route
{
    QByteArray method;
    QStringList path; //!< below the organisation; one segment may be "*", the id
    QString scope; //!< without "flex."
    std::function<Served<HttpReply>(const Call &)> action;
};

//! The operations, in the order they were added: exact paths come before "*".
class Routes
{
public:
    using Action = std::function<Served<HttpReply>(const Call &)>;
    using ObjectAction = std::function<Served<QJsonObject>(const Call &)>;

    void add(const QByteArray &method, const QString &path, const QString &scope, Action action);
    //! Answers with the object and that status.
    void addObject(const QByteArray &method, const QString &path, const QString &scope, int status,
                   ObjectAction action);
    //! GET of the collection. The listing must outlive the routes.
    void addList(const QString &path, const QString &scope, Listing &listing);
    //! GET of path/count.
    void addCount(const QString &path, const QString &scope, Listing &listing,
                  const QStringList &groupable = {});
    //! GET of path/{id}. The collection must outlive the routes.
    void addGet(const QString &path, const QString &scope, const Collection &collection);

    //! nullptr if there is none. `id` becomes the segment that stands for "*".
    [[nodiscard]] const Route *find(const QByteArray &method, const QStringList &path,
                                    QString &id) const;
    [[nodiscard]] const QList<Route> &all() const { return m_routes; }

private:
    QList<Route> m_routes;
};

} // namespace twinbook::sandbox::officernd
