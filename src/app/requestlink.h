// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/backstage.h"
#include "viewmodels/testrequestsender.h"

#include <QPointer>

namespace twinbook {

//! The window's port for test requests, over the thread border to the backstage.
class RequestLink final : public TestRequestSender
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestLink)

public:
    explicit RequestLink(QObject *parent = nullptr);

    //! From now on this backstage is asked. It may die first. Called before it moves to its thread.
    void setBackstage(Backstage *backstage);
    void setAccountNames(const PerSide<QString> &names) { m_names = names; }
    void setAccountIds(const PerSide<QString> &ids) { m_ids = ids; }

    [[nodiscard]] QString accountName(Side side) const override;
    [[nodiscard]] QString accountId(Side side) const override;
    void send(const TestRequest &request) override;

private:
    QPointer<Backstage> m_backstage;
    PerSide<QString> m_names;
    PerSide<QString> m_ids;
};

} // namespace twinbook
