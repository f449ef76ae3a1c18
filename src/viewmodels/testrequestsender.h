// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/testrequest.h"
#include "core/error.h"

#include <QObject>
#include <QString>

namespace twinbook {

//! The port through which the window sends test requests; implemented where the services are
//! known. One request at a time.
class TestRequestSender : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TestRequestSender)

public:
    explicit TestRequestSender(QObject *parent = nullptr)
        : QObject(parent)
    { }

    //! Name of the connected account; empty if that service is not connected.
    [[nodiscard]] virtual QString accountName(Side side) const = 0;
    //! What the service calls it: organisation or sub-account id; empty if it is not connected.
    [[nodiscard]] virtual QString accountId(Side side) const = 0;
    //! Ends with answered() or failed(), once.
    virtual void send(const TestRequest &request) = 0;

Q_SIGNALS:
    void answered(const twinbook::RawReply &reply);
    void failed(const twinbook::Error &error);
};

} // namespace twinbook
