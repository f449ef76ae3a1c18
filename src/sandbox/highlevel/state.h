// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/searchindex.h"
#include "sandbox/idsource.h"
#include "sandbox/stampsource.h"

#include <QHash>

namespace twinbook::sandbox::highlevel {

//! Tags as they are stored: lower-cased and trimmed, without blanks and repetitions.
[[nodiscard]] QStringList storedTags(const QStringList &spelled);

//! Everything the played HighLevel location knows, in the shapes it shows.
struct State
{
    State(quint64 seed, const Clock &clock, std::chrono::milliseconds searchIndexLag);

    QString locationId;
    QString companyId; //!< the agency
    QString name;
    QString country;
    QString timeZone;
    RecordTable contacts; //!< changed only through storeContact() and removeContact()
    RecordTable tags; //!< the location's dictionary
    RecordTable customFields;
    RecordTable users;
    RecordTable businesses;
    SearchIndex index;
    //! Contact id to the invented person behind it; never shown by the service.
    QHash<QString, QString> truth;
    IdSource ids;
    StampSource stamps;

    //! The location of highlevel.md 2.7 with its users and custom fields.
    void furnish(const QString &locationCountry, const QString &zone);

    void storeContact(const QJsonObject &contact);
    [[nodiscard]] bool removeContact(const QString &id);
    //! storedTags(), and new ones enter the dictionary.
    [[nodiscard]] QStringList learnedTags(const QStringList &spelled);
    [[nodiscard]] QJsonObject addCustomField(const QString &title, const QString &dataType,
                                             const QStringList &options);

    [[nodiscard]] QJsonObject toJson() const;
    //! False, and a state that must not be used, if the JSON is no state.
    [[nodiscard]] bool load(const QJsonObject &json);
};

} // namespace twinbook::sandbox::highlevel
