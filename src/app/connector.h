// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/backstage.h"

#include <QPointer>

namespace twinbook {

//! The window's port to the accounts, over the thread border to the backstage.
class Connector final : public AccountConnector
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Connector)

public:
    explicit Connector(QObject *parent = nullptr);

    //! From now on this backstage is asked. It may die first.
    void setBackstage(Backstage *backstage, const PerSide<QString> &connected);

    [[nodiscard]] QString organizationIn(const QString &pasted) const override;
    void connectAccount(Side side, const AccountForm &form) override;
    [[nodiscard]] QString connectedAccount(Side side) const override;
    void finishSetup() override;
    void startPractice() override;

Q_SIGNALS:
    void practiceRequested();

private:
    QPointer<Backstage> m_backstage;
    PerSide<QString> m_connected;
};

} // namespace twinbook
