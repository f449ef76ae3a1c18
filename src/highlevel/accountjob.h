// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/account.h"
#include "highlevel/endpoints.h"
#include "highlevel/schema.h"
#include "net/flowjob.h"

#include <QJsonArray>

#include <functional>

namespace twinbook::highlevel {

//! A flow of requests to one sub-account, with the steps that several jobs need.
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

    [[nodiscard]] Account &account() { return m_account; }
    [[nodiscard]] const QString &location() const { return m_account.settings.locationId; }

    //! Goes on once the schema is known: its country is needed for phones, its types for values.
    void withSchema(Step next)
    {
        if (m_account.schema)
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

    [[nodiscard]] RemoteRecord record(const QJsonObject &contact,
                                      Fidelity fidelity = Fidelity::Complete) const
    {
        return contactRecord(contact, m_account.customFieldTypes, fidelity);
    }

private:
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
                       m_account.schema = schema;
                       m_account.schema->fields = standardFields() + custom;
                       m_account.customFieldTypes = customFieldTypes(custom);
                       next();
                   });
    }

    Account &m_account;
};

} // namespace twinbook::highlevel
