// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"
#include "highlevel/account.h"
#include "highlevel/endpoints.h"
#include "highlevel/schema.h"
#include "net/flowjob.h"
#include "net/objectreader.h"

#include <QJsonArray>

#include <functional>
#include <memory>

namespace twinbook::highlevel {

//! A flow of requests to one sub-account, with the steps that several jobs need.
template<class Base>
class AccountJob : public FlowJob<Base>
{
public:
    explicit AccountJob(Account &account)
        : FlowJob<Base>(account.client, account.lane)
        , m_account(account)
    { }

protected:
    using Step = std::function<void()>;
    enum class More : quint8 { Wanted, Enough };
    using OnPage = std::function<More(const QJsonObject &page)>;

    [[nodiscard]] Account &account() { return m_account; }
    [[nodiscard]] const QString &location() const { return m_account.settings.locationId; }

    //! Goes on once the schema is known: its country is needed for phones, its types for values.
    void withSchema(Step next)
    {
        if (m_account.learned.schema)
            next();
        else
            readSchema(std::move(next));
    }

    void readSchema(Step next)
    {
        this->send(
            getLocation(location()), [this, next = std::move(next)](const QJsonObject &reply) {
                const QJsonObject told = reply.value(QLatin1StringView("location")).toObject();
                ServiceSchema schema;
                schema.accountName = told.value(QLatin1StringView("name")).toString();
                schema.accountId = location();
                schema.country = told.value(QLatin1StringView("country")).toString().toUpper();
                schema.timeZone = told.value(QLatin1StringView("timezone")).toString();
                readCustomFields(schema, next);
            });
    }

    //! Reads a search page by page until `onPage` has enough or nothing more comes. A page may be
    //! shorter than asked for, so only an empty one is the end. A page that does not arrive is
    //! asked for again with fewer people: `searchAfter` is a place in the order and knows no size.
    void search(const SearchPage &first, OnPage onPage, Step done)
    {
        searchOn(std::make_shared<Search>(Search {first, std::move(onPage), std::move(done)}));
    }

    [[nodiscard]] RemoteRecord record(const QJsonObject &contact,
                                      Fidelity fidelity = Fidelity::Complete) const
    {
        return contactRecord(contact, m_account.learned.customFieldTypes, fidelity);
    }

    //! Ends with the person of a reply. A link to somebody without an id could never be followed,
    //! so that such a reply is BadReply: of a write it may have happened.
    void finishWithPerson(const QJsonObject &contact)
    {
        RemoteRecord person = record(contact);
        if (person.id.isEmpty())
            this->finish(Failure(
                unreadableReply(serviceName(Side::Right), QStringLiteral("contact without id"))));
        else
            this->finish(std::move(person));
    }

private:
    struct Search
    {
        SearchPage page;
        OnPage onPage;
        Step done;
    };

    void searchOn(const std::shared_ptr<Search> &search)
    {
        search->page.limit = m_account.learned.pages.current();
        this->sendEither(searchContacts(location(), search->page),
                         [this, search](const Result<QJsonObject> &reply) {
                             if (reply)
                                 takePage(search, *reply);
                             else if (adapt(m_account.learned.pages.failed(reply.error())))
                                 searchOn(search);
                             else
                                 this->finish(Failure(reply.error()));
                         });
    }

    void takePage(const std::shared_ptr<Search> &search, const QJsonObject &reply)
    {
        adapt(m_account.learned.pages.succeeded());
        const More more = search->onPage(reply);
        const QJsonArray hits = reply.value(QLatin1StringView("contacts")).toArray();
        const QJsonArray next
            = hits.last().toObject().value(QLatin1StringView("searchAfter")).toArray();
        if (more == More::Enough || next.isEmpty() || next == search->page.searchAfter) {
            search->done();
        } else {
            search->page.searchAfter = next;
            searchOn(search);
        }
    }

    //! Whether there was a step.
    bool adapt(const std::optional<Adaptation> &step)
    {
        return logAdaptation(serviceName(Side::Right), step);
    }

    void readCustomFields(const ServiceSchema &schema, Step next)
    {
        this->send(listCustomFields(location()),
                   [this, schema, next = std::move(next)](const QJsonObject &reply) {
                       QList<FieldSpec> custom;
                       const QJsonArray elements
                           = reply.value(QLatin1StringView("customFields")).toArray();
                       for (const auto item : elements) {
                           if (const auto field = customField(item.toObject()))
                               custom.append(*field);
                       }
                       m_account.learned.schema = schema;
                       m_account.learned.schema->fields = standardFields() + custom;
                       m_account.learned.customFieldTypes = customFieldTypes(custom);
                       next();
                   });
    }

    Account &m_account;
};

} // namespace twinbook::highlevel
