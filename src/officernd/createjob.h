// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"
#include "net/objectreader.h"
#include "officernd/placedjob.h"

namespace twinbook::officernd {

//! Creates a record that must have a location and a start date, and fills in what is missing of
//! the two.
template<class T>
class CreateJob final : public PlacedJob<TypedJob<T>>
{
public:
    using BodyOf = std::function<QJsonObject(const Place &place)>;

    //! An empty location or an invalid day of `wanted` is found out.
    CreateJob(Account &account, Operation operation, Place wanted, BodyOf body)
        : PlacedJob<TypedJob<T>>(account)
        , m_operation(operation)
        , m_wanted(std::move(wanted))
        , m_body(std::move(body))
    { }

protected:
    void run() override
    {
        if (!m_wanted.location.isEmpty() && m_wanted.today.isValid()) {
            create(m_wanted);
            return;
        }
        this->withPlace(m_wanted.location, [this](const Place &found) {
            create({found.location, m_wanted.today.isValid() ? m_wanted.today : found.today});
        });
    }

private:
    void create(const Place &place)
    {
        this->ask(writeRequest(m_operation, {}, m_body(place)), [this](const QJsonObject &record) {
            this->finish(decoded<T>(record, serviceName(Side::Left)));
        });
    }

    const Operation m_operation;
    const Place m_wanted;
    const BodyOf m_body;
};

template<class T>
[[nodiscard]] std::unique_ptr<TypedJob<T>> createJob(Account &account, Operation operation,
                                                     Place wanted,
                                                     typename CreateJob<T>::BodyOf body)
{
    return std::make_unique<CreateJob<T>>(account, operation, std::move(wanted), std::move(body));
}

} // namespace twinbook::officernd
