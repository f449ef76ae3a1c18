// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"
#include "net/objectreader.h"
#include "officernd/accountjob.h"

namespace twinbook::officernd {

//! Whether what an update sends depends on what is stored.
enum class Freshness : quint8 {
    NotNeeded,
    ReadFirst, //!< immediately before the write (officernd.md 7 item 23)
};

//! What an update is made of. All of it is fixed before the first request.
struct Edit
{
    Operation read {};
    Operation write {};
    QString id {};
    Freshness freshness = Freshness::NotNeeded;
    //! The body for the record as stored, which is empty if it was not read first. An empty body
    //! writes nothing.
    std::function<QJsonObject(const QJsonObject &present)> body {};
};

//! Reads if it must, merges, writes, and ends with the record as the service stored it.
template<class T>
class EditJob final : public AccountJob<TypedJob<T>>
{
public:
    EditJob(Account &account, Edit edit)
        : AccountJob<TypedJob<T>>(account)
        , m_edit(std::move(edit))
    { }

protected:
    void run() override
    {
        if (m_edit.freshness == Freshness::NotNeeded)
            write({});
        else
            this->ask(readRequest(), [this](const QJsonObject &present) { write(present); });
    }

private:
    [[nodiscard]] Result<HttpRequest> readRequest() const
    {
        return operationRequest(m_edit.read, m_edit.id);
    }

    void write(const QJsonObject &present)
    {
        const QJsonObject body = m_edit.body(present);
        if (body.isEmpty()) {
            conclude(present);
            return;
        }
        this->ask(writeRequest(m_edit.write, m_edit.id, body),
                  [this](const QJsonObject &stored) { conclude(stored); });
    }

    //! A reply that is not the record is followed by a read.
    void conclude(const QJsonObject &stored)
    {
        if (stored.value(QLatin1StringView("_id")).toString() == m_edit.id)
            tell(stored);
        else
            this->ask(readRequest(), [this](const QJsonObject &read) { tell(read); });
    }

    void tell(const QJsonObject &record)
    {
        this->finish(decoded<T>(record, serviceName(Side::Left)));
    }

    const Edit m_edit;
};

template<class T>
[[nodiscard]] std::unique_ptr<TypedJob<T>> editJob(Account &account, Edit edit)
{
    return std::make_unique<EditJob<T>>(account, std::move(edit));
}

} // namespace twinbook::officernd
