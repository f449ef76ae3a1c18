// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace twinbook::sandbox {

//! Why a played service says no, before it is put into that service's form.
struct ServiceFailure
{
    int status = 400;
    QJsonValue message; //!< text, or a list of texts for validation errors
    QJsonObject meta {}; //!< HighLevel's hint at the existing contact
};

template<class T = void>
using Served = tl::expected<T, ServiceFailure>;

[[nodiscard]] inline tl::unexpected<ServiceFailure> refused(int status, const QString &message)
{
    return tl::unexpected<ServiceFailure>({.status = status, .message = message});
}

[[nodiscard]] inline tl::unexpected<ServiceFailure> refused(int status, const QStringList &messages)
{
    return tl::unexpected<ServiceFailure>(
        {.status = status, .message = QJsonArray::fromStringList(messages)});
}

} // namespace twinbook::sandbox
