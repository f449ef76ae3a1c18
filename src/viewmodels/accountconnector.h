// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>

namespace twinbook {

//! What a person types to connect a service. `address` is any pasted OfficeRnD address or the
//! bare organisation; for HighLevel it is the location id.
struct AccountForm
{
    QString address;
    QString clientId; //!< OfficeRnD only
    QString secret; //!< client secret or private integration token; forgotten after use
};

//! One line of the connection test: "Signed in to Acme Spaces", "Can read 1,284 people".
struct ConnectionLine
{
    enum class State : quint8 { Good, Warning, Bad } state = State::Good;
    QString text;
    friend bool operator==(const ConnectionLine &, const ConnectionLine &) = default;
};

//! Outcome of a connection test.
struct ConnectionOutcome
{
    enum class Verdict : quint8 { Connected, Refused } verdict = Verdict::Refused;
    QList<ConnectionLine> lines; //!< at most three
    QString accountName;
    //! Which of the form's fields the refusal is about.
    enum class Field : quint8 { None, Address, ClientId, Secret } field = Field::None;
    friend bool operator==(const ConnectionOutcome &, const ConnectionOutcome &) = default;
};

//! The port through which the window connects accounts; implemented where the services are known.
//! Secrets go to the keyring only.
class AccountConnector : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! What of a pasted text is the organisation, or an empty string.
    [[nodiscard]] virtual QString organizationIn(const QString &pasted) const = 0;
    //! Tests and, if it works, keeps the account. Ends with tested().
    virtual void connectAccount(Side side, const AccountForm &form) = 0;
    [[nodiscard]] virtual QString connectedAccount(Side side) const = 0; //!< name, or empty
    //! Both accounts are connected: build the engine and open the main window.
    virtual void finishSetup() = 0;
    //! Switch to the built-in sample contacts.
    virtual void startPractice() = 0;

Q_SIGNALS:
    void tested(twinbook::Side side, const twinbook::ConnectionOutcome &outcome);
};

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::AccountForm)
Q_DECLARE_METATYPE(twinbook::ConnectionOutcome)
