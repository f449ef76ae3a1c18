// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/businesses.h"

#include "highlevel/operation.h"
#include "highlevel/rules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

template<>
struct Shape<Business>
{
    using B = Business;
    static constexpr std::tuple members {
        required("id"_L1, &B::id, "_id"_L1),
        member("name"_L1, &B::name),
        member("phone"_L1, &B::phone),
        member("email"_L1, &B::email),
        member("website"_L1, &B::website),
        member("address"_L1, &B::address),
        member("city"_L1, &B::city),
        member("state"_L1, &B::state),
        member("postalCode"_L1, &B::postalCode),
        member("country"_L1, &B::country),
        member("description"_L1, &B::description),
        member("createdAt"_L1, &B::createdAt),
        member("updatedAt"_L1, &B::updatedAt),
    };
};

template<>
struct Shape<BusinessDraft>
{
    using D = BusinessDraft;
    static constexpr std::tuple members {
        member("name"_L1, &D::name),       member("phone"_L1, &D::phone),
        member("email"_L1, &D::email),     member("website"_L1, &D::website),
        member("address"_L1, &D::address), member("city"_L1, &D::city),
        member("state"_L1, &D::state),     member("postalCode"_L1, &D::postalCode),
        member("country"_L1, &D::country), member("description"_L1, &D::description),
    };
};

template<>
struct Shape<BusinessRecord>
{
    using R = BusinessRecord;
    static constexpr std::tuple members {
        required("id"_L1, &R::id), member("properties"_L1, &R::properties),
        member("createdAt"_L1, &R::createdAt), member("updatedAt"_L1, &R::updatedAt),
        member("searchAfter"_L1, &R::searchAfter)};
};

template<>
struct Shape<BusinessRecordPage>
{
    static constexpr std::tuple members {required("records"_L1, &BusinessRecordPage::records),
                                         member("total"_L1, &BusinessRecordPage::total)};
};

namespace {

using enum HttpMethod;

constexpr Endpoint listBusinesses {Get, "businesses/"_L1, scopes::businessesRead, Subject::Account};
constexpr Endpoint getBusiness {Get, "businesses/{businessId}"_L1, scopes::businessesRead,
                                Subject::Business};
constexpr Endpoint createBusiness {Post, "businesses/"_L1, scopes::businessesWrite,
                                   Subject::Business, Repetition::Unsafe};
constexpr Endpoint updateBusiness {Put, "businesses/{businessId}"_L1, scopes::businessesWrite,
                                   Subject::Business};
constexpr Endpoint deleteBusiness {Delete, "businesses/{businessId}"_L1, scopes::businessesWrite,
                                   Subject::Business};
constexpr Endpoint searchRecords {Post, "objects/{schemaKey}/records/search"_L1,
                                  scopes::recordsRead, Subject::Business};
constexpr Endpoint getSchema {Get, "objects/{key}"_L1, scopes::schemasRead, Subject::Business};

constexpr auto objectKey = "business"_L1;

//! The vendor's own spelling first (Quirk::BusinessReplyIsMisspelt).
Business readChanged(const QJsonObject &reply, Reading &reading)
{
    readSuccess(reply, reading);
    return readOne<Business>(reply, "buiseness"_L1, "business"_L1, reading);
}

Operation &requireFields(Operation &operation, const BusinessDraft &draft)
{
    const bool emailFits = !draft.email || draft.email->isEmpty() || isEmailAddress(*draft.email);
    const bool nameFits = !draft.name || !draft.name->trimmed().isEmpty();
    return operation
        .require(nameFits,
                 QCoreApplication::translate("highlevel", "A company in HighLevel needs a name."))
        .require(emailFits,
                 QCoreApplication::translate("highlevel", "“%1” is not an e-mail address.")
                     .arg(quotable(draft.email.value_or(QString()))));
}

QString pageSentence()
{
    return QCoreApplication::translate("highlevel", "A page needs a size and a start.");
}

} // namespace

Pending<QList<Business>> Businesses::list(int limit, int skip) const
{
    return Operation(account(), listBusinesses)
        .require(limit > 0 && skip >= 0, pageSentence())
        .where(u"locationId"_s, location())
        .where(u"limit"_s, limit)
        .where(u"skip"_s, skip)
        .one<QList<Business>>("businesses"_L1, "items"_L1);
}

Pending<Business> Businesses::get(const BusinessId &business) const
{
    return Operation(account(), getBusiness, {business.text()})
        .one<Business>("business"_L1, "buiseness"_L1);
}

Pending<Business> Businesses::create(const BusinessDraft &draft) const
{
    BusinessDraft named = draft;
    if (!named.name)
        named.name = QString();
    QJsonObject body = toWire(named, quirks());
    body.insert("locationId"_L1, location());
    Operation operation(account(), createBusiness);
    return requireFields(operation, named).body(body).as<Business>(readChanged);
}

Pending<Business> Businesses::update(const BusinessId &business, const BusinessDraft &draft) const
{
    const QJsonObject body = toWire(draft, quirks());
    Operation operation(account(), updateBusiness, {business.text()});
    return requireFields(operation, draft)
        .require(!body.isEmpty(),
                 QCoreApplication::translate("highlevel", "There is nothing to change."))
        .body(body)
        .as<Business>(readChanged);
}

Pending<> Businesses::remove(const BusinessId &business) const
{
    return Operation(account(), deleteBusiness, {business.text()}).confirmed();
}

Pending<BusinessRecordPage> Businesses::search(const BusinessSearch &search) const
{
    return Operation(account(), searchRecords, {objectKey})
        .require(search.page > 0 && search.pageLimit > 0, pageSentence())
        .body({{u"locationId"_s, location()},
               {u"page"_s, search.page},
               {u"pageLimit"_s, search.pageLimit},
               {u"query"_s, search.query},
               {u"searchAfter"_s, search.searchAfter}})
        .whole<BusinessRecordPage>();
}

Pending<QJsonObject> Businesses::schema() const
{
    return Operation(account(), getSchema, {objectKey})
        .where(u"locationId"_s, location())
        .as<QJsonObject>([](const QJsonObject &reply, Reading &) { return reply; });
}

} // namespace twinbook::highlevel
