// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "highlevel/ids.h"
#include "highlevel/wire.h"

#include <memory>

namespace twinbook::highlevel {

struct Account;

//! A job that has not started. Its errors are sentences for people:
//! - InvalidInput: a rule of the service was broken; nothing was sent
//! - NotFound: the record, or the person it belongs to, is gone
//! - BadReply: the answer lacks a member or has one of another type
//! - Rejected: the service said no, also inside a reply that looks like a success
//! - and what the request path reports. A creation may have happened although it failed; see
//!   leavesWriteUnknown().
//! The account must outlive it.
template<class T = void>
using Pending = std::unique_ptr<TypedJob<T>>;

//! The operations on one kind of record. A view: made when needed, kept by nobody.
class Resource
{
public:
    explicit Resource(Account &account)
        : m_account(account)
    { }

protected:
    [[nodiscard]] Account &account() const { return m_account; }
    [[nodiscard]] const QString &location() const;
    [[nodiscard]] const QuirkSet &quirks() const;
    [[nodiscard]] bool isV3() const;

private:
    Account &m_account;
};

} // namespace twinbook::highlevel
