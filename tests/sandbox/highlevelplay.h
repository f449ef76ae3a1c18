// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpclient.h"

namespace twinbook::sandbox {

//! A started sandbox and a foreign client of its HighLevel, with what most tests begin by.
class HighLevelPlay
{
public:
    explicit HighLevelPlay(const SandboxOptions &options = {});

    [[nodiscard]] Sandbox &sandbox() { return m_sandbox; }
    [[nodiscard]] HttpClient &client() { return m_client; }
    [[nodiscard]] QString locationId() const { return m_sandbox.credentials().locationId; }
    [[nodiscard]] QUrl url(const QString &path) const
    {
        return QUrl(m_sandbox.highlevelUrl().toString() + path, QUrl::StrictMode);
    }
    //! Requests under this Version header from now on.
    void speak(const QByteArray &version) { m_version = version; }

    [[nodiscard]] Response get(const QString &path) { return send("GET", path); }
    [[nodiscard]] Response post(const QString &path, const QJsonObject &body)
    {
        return send("POST", path, body);
    }
    [[nodiscard]] Response put(const QString &path, const QJsonObject &body)
    {
        return send("PUT", path, body);
    }
    [[nodiscard]] Response remove(const QString &path, const QJsonObject &body = {})
    {
        return send("DELETE", path, body);
    }
    [[nodiscard]] Response send(const QByteArray &method, const QString &path,
                                const QJsonObject &body = {})
    {
        return m_client.highlevel(method, path, body, m_version);
    }

    //! The id of one of the invented contacts.
    [[nodiscard]] QString person(qsizetype index = 0) const;
    //! POST /contacts/ with the location filled in.
    [[nodiscard]] Response createContact(QJsonObject body);
    //! The id of a contact made by a request.
    [[nodiscard]] QString contactId(const QJsonObject &body);
    [[nodiscard]] QJsonObject contact(const QString &id);
    [[nodiscard]] QString firstUser();
    //! The id of a task made by a request.
    [[nodiscard]] QString task(const QString &contactId, const QString &title);
    //! The id of the custom field with that name.
    [[nodiscard]] QString fieldId(const QString &name);

private:
    Sandbox m_sandbox;
    HttpClient m_client;
    QByteArray m_version = "2021-07-28";
};

} // namespace twinbook::sandbox
