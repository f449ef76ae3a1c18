// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/flowjob.h"
#include "officernd/account.h"
#include "officernd/endpoints.h"
#include "officernd/schema.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <functional>
#include <memory>

namespace twinbook::officernd {

//! A flow of requests to one organisation, with the steps that several jobs need.
template<class Base>
class AccountJob : public FlowJob<Base>
{
public:
    explicit AccountJob(Account &account)
        : FlowJob<Base>(account.client)
        , m_account(account)
    { }

protected:
    using Step = std::function<void()>;
    using OnPage = std::function<void(const QJsonObject &page)>;

    [[nodiscard]] Account &account() { return m_account; }

    //! Reads a list to its end. The end is a missing, null or empty cursor (officernd.md 7 item 2).
    void walk(const HttpRequest &list, OnPage onPage, Step done)
    {
        walkOn(list, {}, 1, std::move(onPage), std::move(done));
    }

    //! Goes on once the custom properties of members are known.
    void withProperties(Step next)
    {
        if (m_account.propertyFields) {
            next();
            return;
        }
        readProperties(std::move(next));
    }

    void readProperties(Step next)
    {
        auto fields = std::make_shared<QList<FieldSpec>>();
        walk(
            listCustomProperties(),
            [fields](const QJsonObject &page) {
                const QJsonArray elements = page.value(QLatin1StringView("results")).toArray();
                for (const auto item : elements) {
                    if (const auto field = propertyField(item.toObject()))
                        fields->append(*field);
                }
            },
            [this, fields, next = std::move(next)] {
                m_account.propertyFields = *fields;
                m_account.propertyTypes = propertyTypes(*fields);
                next();
            });
    }

    //! Goes on once the name of the member's company is known. A company that cannot be resolved
    //! any more (officernd.md 7 item 16) leaves the name absent.
    void withCompanyOf(const QJsonObject &member, Step next)
    {
        const QString id = member.value(QLatin1StringView("company")).toString();
        if (id.isEmpty() || m_account.companies.contains(id)) {
            next();
            return;
        }
        this->sendEither(getCompany(id),
                         [this, id, next = std::move(next)](const Result<QJsonObject> &reply) {
                             if (!reply && reply.error().kind != ErrorKind::NotFound) {
                                 this->finish(Failure(reply.error()));
                                 return;
                             }
                             if (reply) {
                                 m_account.companies.insert(
                                     id, reply->value(QLatin1StringView("name")).toString());
                             }
                             next();
                         });
    }

    //! The member as a record; its company and the properties must be known.
    [[nodiscard]] RemoteRecord record(const QJsonObject &member) const
    {
        return memberRecord(member, m_account.companies, m_account.propertyTypes);
    }

private:
    //! More pages than any organisation has: the service would be sending us in circles.
    static constexpr int mostPages = 20'000;

    void walkOn(const HttpRequest &request, const QString &cursor, int pageNumber, OnPage onPage,
                Step done)
    {
        this->send(request, [=, this](const QJsonObject &page) {
            onPage(page);
            const QString next = page.value(QLatin1StringView("cursorNext")).toString();
            if (next.isEmpty()) {
                done();
            } else if (next == cursor || pageNumber >= mostPages) {
                this->finish(Failure(endlessList()));
            } else {
                walkOn(nextPage(request, next), next, pageNumber + 1, onPage, done);
            }
        });
    }

    [[nodiscard]] static Error endlessList()
    {
        return {.kind = ErrorKind::BadReply,
                .message = QCoreApplication::translate(
                    "officernd", "OfficeRnD sent a list that does not end. Try again later."),
                .detail = {}};
    }

    Account &m_account;
};

} // namespace twinbook::officernd
