// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QMultiHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <map>

namespace twinbook::sandbox {

//! The documents of one collection, in the order of their ids, with one index for exact look-ups.
//! Documents are kept as the service shows them, so reading costs nothing but sharing.
class RecordTable
{
public:
    //! The look-up keys of a document, such as "email:ana@example.com".
    using KeysOf = std::function<QStringList(const QJsonObject &)>;

    //! `idMember` is the member that holds the id: "_id" or "id".
    explicit RecordTable(QString idMember, KeysOf keysOf = {});

    //! Inserts or replaces.
    void put(const QJsonObject &document);
    //! False if there was none.
    bool remove(const QString &id);
    void clear();

    //! The document, or nullptr. The pointer lives until the next change.
    [[nodiscard]] const QJsonObject *find(const QString &id) const;
    [[nodiscard]] bool contains(const QString &id) const { return m_documents.contains(id); }
    //! The ids of the documents with that key, in ascending order.
    [[nodiscard]] QStringList idsWithKey(const QString &key) const;
    [[nodiscard]] const std::map<QString, QJsonObject> &all() const { return m_documents; }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_documents.size()); }
    //! Grows with every change: what was computed from the table is good for one revision.
    [[nodiscard]] quint64 revision() const { return m_revision; }

    [[nodiscard]] QJsonArray toJson() const;
    //! Replaces everything. False, and an empty table, unless every element is an object with a
    //! unique id.
    [[nodiscard]] bool load(const QJsonValue &json);

private:
    void dropKeys(const QString &id, const QJsonObject &document);

    QString m_idMember;
    KeysOf m_keysOf;
    std::map<QString, QJsonObject> m_documents;
    QMultiHash<QString, QString> m_idsByKey;
    quint64 m_revision = 0;
};

} // namespace twinbook::sandbox
