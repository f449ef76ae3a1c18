// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"
#include "net/flowjob.h"
#include "net/objectreader.h"
#include "officernd/account.h"
#include "officernd/refusal.h"
#include "officernd/rules.h"
#include "officernd/schema.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <functional>
#include <memory>

namespace twinbook::officernd {

//! A flow of requests to one organisation, with the steps that several jobs need.
template<class Base>
class AccountJob : public FlowJob<Base>
{
public:
    explicit AccountJob(Account &account)
        : FlowJob<Base>(account.client, account.lane)
        , m_account(account)
    { }

protected:
    using typename FlowJob<Base>::Next;
    using typename FlowJob<Base>::NextResult;
    using Step = std::function<void()>;
    using OnPage = std::function<void(const QJsonObject &page)>;
    //! Whether the job goes on in another way after a list was refused.
    using OnRefusal = std::function<bool(const Error &error)>;

    [[nodiscard]] Account &account() { return m_account; }

    //! Sends and goes on with the reply. A request that could not even be made ends the job.
    void ask(const Result<HttpRequest> &request, Next next)
    {
        if (request)
            this->send(*request, std::move(next));
        else
            this->finish(Failure(request.error()));
    }

    //! Sends and goes on with the reply or the error.
    void askEither(const Result<HttpRequest> &request, NextResult next)
    {
        if (request)
            this->sendEither(*request, std::move(next));
        else
            this->finish(Failure(request.error()));
    }

    //! Reads a list to its end. The end is a missing, null or empty cursor (officernd.md 7 item 2).
    //! Filters stay the same on every page (item 4). The page size does not have to: a page that
    //! does not arrive is asked for again with fewer rows, and a cursor is a place in the list; if
    //! the service should see that differently, its row numbers tell (item 3).
    void walk(const Result<HttpRequest> &list, OnPage onPage, Step done, OnRefusal refused = {})
    {
        if (list)
            walkOn(std::make_shared<Walk>(
                Walk {*list, std::move(onPage), std::move(done), std::move(refused), {}, 1}));
        else
            this->finish(Failure(list.error()));
    }

    //! Goes on once the custom properties of members are known.
    void withProperties(Step next)
    {
        if (m_account.learned.propertyFields) {
            next();
            return;
        }
        readProperties(std::move(next));
    }

    void readProperties(Step next)
    {
        auto fields = std::make_shared<QList<FieldSpec>>();
        walk(
            operationRequest(Operation::ListCustomProperties),
            [fields](const QJsonObject &page) {
                const QJsonArray elements = page.value(QLatin1StringView("results")).toArray();
                for (const auto item : elements) {
                    if (const auto field = propertyField(item.toObject()))
                        fields->append(*field);
                }
            },
            [this, fields, next = std::move(next)] {
                m_account.learned.propertyFields = *fields;
                m_account.learned.propertyTypes = propertyTypes(*fields);
                next();
            });
    }

    //! Goes on once the name of the member's company is known. A company that cannot be resolved
    //! any more (officernd.md 7 item 16) leaves the name absent.
    void withCompanyOf(const QJsonObject &member, Step next)
    {
        const QString id = member.value(QLatin1StringView("company")).toString();
        if (!isObjectId(id) || m_account.learned.companies.contains(id)) {
            next();
            return;
        }
        askEither(operationRequest(Operation::GetCompany, id),
                  [this, id, next = std::move(next)](const Result<QJsonObject> &reply) {
                      if (!reply && reply.error().kind != ErrorKind::NotFound) {
                          this->finish(Failure(reply.error()));
                          return;
                      }
                      if (reply) {
                          m_account.learned.companies.insert(
                              id, reply->value(QLatin1StringView("name")).toString());
                      }
                      next();
                  });
    }

    //! The member as a record; its company and the properties must be known.
    [[nodiscard]] RemoteRecord record(const QJsonObject &member) const
    {
        return memberRecord(member, m_account.learned.companies, m_account.learned.propertyTypes);
    }

    //! Ends with the member of a reply. A link to somebody without an id could never be followed,
    //! so that such a reply is BadReply: of a write it may have happened.
    void finishWithPerson(const QJsonObject &member)
    {
        RemoteRecord person = record(member);
        if (person.id.isEmpty())
            this->finish(Failure(
                unreadableReply(serviceName(Side::Left), QStringLiteral("member without id"))));
        else
            this->finish(std::move(person));
    }

private:
    //! More pages than any organisation has: the service would be sending us in circles.
    static constexpr int mostPages = 20'000;
    static constexpr int fewestRows = 10;

    struct Walk
    {
        HttpRequest list;
        OnPage onPage;
        Step done;
        OnRefusal refused;
        QString cursor {};
        int pageNumber = 1;
        enum class Size : quint8 { Asked, Theirs } size = Size::Asked;
    };

    //! The next page of the list: never two cursors in one request (officernd.md 2.0).
    [[nodiscard]] HttpRequest page(const Walk &walk) const
    {
        HttpRequest request = walk.list;
        if (walk.size == Walk::Size::Asked)
            request.query.append(
                {pageSizeName(), QString::number(m_account.learned.pages.current())});
        if (!walk.cursor.isEmpty())
            request.query.append({QStringLiteral("$cursorNext"), walk.cursor});
        return request;
    }

    void walkOn(const std::shared_ptr<Walk> &walk)
    {
        this->sendEither(page(*walk), [this, walk](const Result<QJsonObject> &reply) {
            if (reply)
                takePage(walk, *reply);
            else
                pageRefused(walk, reply.error());
        });
    }

    void takePage(const std::shared_ptr<Walk> &walk, const QJsonObject &reply)
    {
        adapt(m_account.learned.pages.succeeded());
        walk->onPage(reply);
        const QString next = reply.value(QLatin1StringView("cursorNext")).toString();
        if (next.isEmpty()) {
            walk->done();
        } else if (next == walk->cursor || walk->pageNumber >= mostPages) {
            this->finish(Failure(endlessList()));
        } else {
            walk->cursor = next;
            ++walk->pageNumber;
            walkOn(walk);
        }
    }

    void pageRefused(const std::shared_ptr<Walk> &walk, const Error &error)
    {
        const bool first = walk->pageNumber == 1;
        const std::optional<int> most = largestPage(error);
        if (most && *most > 0 && *most < m_account.learned.pages.current()) {
            m_account.learned.pages = PageSize(*most, std::min(*most, fewestRows));
            walkOn(walk);
        } else if (first && walk->size == Walk::Size::Asked
                   && refusesParameter(error, pageSizeName())) {
            walk->size = Walk::Size::Theirs; // no vendor page tells which lists take it
            walkOn(walk);
        } else if (adapt(m_account.learned.pages.failed(error))) {
            walkOn(walk);
        } else if (!first || !walk->refused || !walk->refused(error)) {
            this->finish(Failure(error));
        }
    }

    //! Whether there was a step.
    bool adapt(const std::optional<Adaptation> &step)
    {
        return logAdaptation(serviceName(Side::Left), step);
    }

    [[nodiscard]] static QString pageSizeName() { return QStringLiteral("$limit"); }

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
