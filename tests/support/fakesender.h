// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/testrequestsender.h"

#include <QList>

namespace twinbook::testing {

//! The port of test requests, answered by the test.
class FakeSender final : public TestRequestSender
{
public:
    using TestRequestSender::TestRequestSender;

    [[nodiscard]] QString accountName(Side side) const override
    {
        return side == Side::Left ? QStringLiteral("Acme Spaces") : QStringLiteral("Sofia office");
    }
    [[nodiscard]] QString accountId(Side side) const override { return ids[side]; }
    void send(const TestRequest &request) override { sent.append(request); }

    void answer(const RawReply &reply) { Q_EMIT answered(reply); }
    void refuse(const Error &error) { Q_EMIT failed(error); }

    PerSide<QString> ids {QStringLiteral("acme"), QStringLiteral("location1")};
    QList<TestRequest> sent;
};

} // namespace twinbook::testing
