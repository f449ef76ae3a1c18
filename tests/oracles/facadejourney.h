// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/joboutcome.h"

#include <QSet>
#include <QStringList>

namespace twinbook::test {

//! A way through everything that a client offers. Names are those of the headers,
//! "Contacts::upsert", so that offeredIn() can tell what was left out.
class FacadeJourney
{
public:
    //! Does the job, which has to work.
    template<class JobType>
    auto does(const QString &name, const std::unique_ptr<JobType> &job)
    {
        m_done.insert(name);
        auto result = outcome(job);
        if (!result)
            m_failures.append(
                QString(name + u": " + result.error().message + u' ' + result.error().detail));
        return result;
    }
    //! The same for a step whose result later steps need; without it an empty one.
    template<class JobType>
    auto needs(const QString &name, const std::unique_ptr<JobType> &job)
    {
        auto result = does(name, job);
        using Value = typename std::decay_t<decltype(result)>::value_type;
        return result ? std::move(*result) : Value {};
    }
    //! Does a job that has to be refused, in just this way.
    template<class JobType>
    void isRefused(const QString &name, ErrorKind kind, const std::unique_ptr<JobType> &job)
    {
        m_done.insert(name);
        const auto result = outcome(job);
        if (result || result.error().kind != kind)
            m_failures.append(QString(
                name + u": " + (result ? QStringLiteral("worked") : result.error().message)));
    }

    [[nodiscard]] const QSet<QString> &done() const { return m_done; }
    [[nodiscard]] const QStringList &failures() const { return m_failures; }

private:
    QSet<QString> m_done;
    QStringList m_failures;
};

//! "Class::method" of every method in these headers, below src, that makes a job.
[[nodiscard]] QSet<QString> offeredIn(const QStringList &headers);

//! Sorted, one on a line, for messages.
[[nodiscard]] QString listed(const QSet<QString> &names);

} // namespace twinbook::test
