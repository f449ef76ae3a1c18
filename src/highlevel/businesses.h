// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/resource.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace twinbook::highlevel {

//! A company of the customer's, which people may belong to (highlevel.md 2.7).
struct Business
{
    BusinessId id;
    Text name;
    Text phone;
    Text email;
    Text website;
    Text address;
    Text city;
    Text state;
    Text postalCode;
    Text country; //!< free text here: "united states", "us"
    Text description;
    Moment createdAt; //!< UTC
    Moment updatedAt; //!< UTC
    QJsonObject whole; //!< as it was told
};

//! Members that are not given stay as they are; an empty text clears. A creation needs a name.
//! Values of custom fields can be read but not written.
struct BusinessDraft
{
    Text name {};
    Text phone {};
    Text email {};
    Text website {};
    Text address {};
    Text city {};
    Text state {};
    Text postalCode {};
    Text country {};
    Text description {};
};

//! A company as the search over objects tells it.
struct BusinessRecord
{
    BusinessId id;
    QJsonObject properties; //!< fields by key, custom ones too
    Moment createdAt;
    Moment updatedAt;
    QJsonArray searchAfter; //!< where the next page begins
};

struct BusinessRecordPage
{
    QList<BusinessRecord> records;
    int total = 0;
};

//! `query` is "name:..." or empty.
struct BusinessSearch
{
    int page = 1;
    int pageLimit = 20;
    QString query {};
    QJsonArray searchAfter {};
};

class Businesses final : public Resource
{
public:
    using Resource::Resource;

    //! One page; the end is a page shorter than `limit`.
    [[nodiscard]] Pending<QList<Business>> list(int limit = 100, int skip = 0) const;
    [[nodiscard]] Pending<Business> get(const BusinessId &business) const;
    [[nodiscard]] Pending<Business> create(const BusinessDraft &draft) const;
    [[nodiscard]] Pending<Business> update(const BusinessId &business,
                                           const BusinessDraft &draft) const;
    [[nodiscard]] Pending<> remove(const BusinessId &business) const;

    //! The only search by name.
    [[nodiscard]] Pending<BusinessRecordPage> search(const BusinessSearch &search) const;
    //! Which fields companies have, as the service describes it.
    [[nodiscard]] Pending<QJsonObject> schema() const;
};

} // namespace twinbook::highlevel
