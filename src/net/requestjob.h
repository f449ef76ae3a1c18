// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "net/flowjob.h"

#include <functional>

namespace twinbook {

//! One request whose reply becomes a T. A request that broke a rule of the service before it was
//! sent is given as its error, so that every caller learns of every failure in the same way.
template<class T>
class RequestJob final : public FlowJob<TypedJob<T>>
{
public:
    //! Makes the result from the reply or from the error of the request. It must not refer to
    //! anything that may die before the job.
    using Read = std::function<Result<T>(const Result<QJsonObject> &)>;

    RequestJob(HttpClient &client, Lane lane, Result<HttpRequest> request, Read read)
        : FlowJob<TypedJob<T>>(client, lane)
        , m_request(std::move(request))
        , m_read(std::move(read))
    { }

protected:
    void run() override
    {
        if (!m_request) {
            this->finish(Failure(m_request.error()));
            return;
        }
        this->sendEither(*m_request,
                         [this](const Result<QJsonObject> &reply) { this->finish(m_read(reply)); });
    }

private:
    const Result<HttpRequest> m_request;
    const Read m_read;
};

} // namespace twinbook
