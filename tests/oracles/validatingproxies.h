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

//! What a client asked and got through the gate.
struct Exchange
{
    //! "GET /contacts/{contactId}" as the document has it; if none describes it, as it was asked.
    QString operation;
    bool isDescribed = false;
    int status = 0;
    QList<Violation> violations;
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

    //! "http://127.0.0.1:<port>" of the gate, for a client that knows one address and shows no
    //! headers: it finds the document of each request by itself. Paths are those of the service.
    [[nodiscard]] const QString &gate() const { return m_gate; }
    //! All that went through the gate so far.
    [[nodiscard]] QList<Exchange> exchanges();

private:
    ForeignProgram m_program;
    QStringList m_addresses;
    QString m_gate;
};

} // namespace twinbook::test
