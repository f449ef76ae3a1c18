// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rawrequest.h"
#include "core/side.h"

#include <QMetaType>
#include <QString>

namespace twinbook {

//! A request that a person composed and wants sent.
struct TestRequest
{
    Side service = Side::Left;
    QString operation; //!< name in the catalogue
    QString line; //!< method and address, as they are sent and shown
    RawRequest request;

    friend bool operator==(const TestRequest &, const TestRequest &) = default;
};

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::TestRequest)
