// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "foreignprogram.h"

#include <QUrl>

namespace twinbook::test {

//! Something that a request or a reply has otherwise than its document.
struct Violation
{
    QString where; //!< "request" or "response"
    QString what;
};

//! Prism between a client and a service, one for each OpenAPI document (specification.mjs).
class ValidatingProxies final
{
public:
    [[nodiscard]] static QString whyMissing()
    {
        return ForeignProgram::whyMissing(QStringLiteral("@stoplight/prism-cli"));
    }
    //! Once. False if they do not come up; then complaints() says more.
    [[nodiscard]] bool start(const QUrl &upstream, const QStringList &documents);
    [[nodiscard]] QByteArray complaints() { return m_program.complaints(); }
    //! "http://127.0.0.1:<port>" of each document, in their order.
    [[nodiscard]] const QStringList &addresses() const { return m_addresses; }

    //! What the header sl-violations of a reply tells.
    [[nodiscard]] static QList<Violation> violationsIn(const QByteArray &header);
    //! What all requests so far had otherwise, for clients that do not show headers.
    [[nodiscard]] QStringList requestViolations();

private:
    ForeignProgram m_program;
    QStringList m_addresses;
};

} // namespace twinbook::test
