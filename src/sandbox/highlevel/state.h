// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quirks/quirkset.h"
#include "sandbox/highlevel/searchindex.h"
#include "sandbox/idsource.h"
#include "sandbox/stampsource.h"

#include <QHash>

#include <array>
#include <functional>
#include <type_traits>

namespace twinbook::sandbox::highlevel {

//! The key of RecordTable::idsWithKey() for what belongs to a contact.
[[nodiscard]] QString ownerKeyOf(const QString &contactId);

//! Everything the played HighLevel location knows, in the shapes it shows.
struct State
{
    State(quint64 seed, const Clock &clock, std::chrono::milliseconds searchIndexLag = {},
          const QuirkSet &held = {});

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
    RecordTable tasks; //!< with their hidden dateAdded; by ownerKeyOf()
    RecordTable notes; //!< by ownerKeyOf()
    RecordTable customValues;
    RecordTable workflows;
    RecordTable campaigns;
    //! {id, contactId, kind: "workflow" or "campaign", targetId}; by ownerKeyOf()
    RecordTable enrolments;
    RecordTable calendars;
    RecordTable appointments; //!< by ownerKeyOf()
    RecordTable appointmentNotes; //!< by "appointment:<id>"
    RecordTable blockedSlots;
    RecordTable companyFields; //!< Custom Fields V2, fields and folders
    RecordTable recurringTasks;
    RecordTable messageTemplates; //!< with a hidden "deleted"
    RecordTable calendarGroups;
    RecordTable calendarResources;
    RecordTable calendarNotifications; //!< with a hidden "calendarId"
    RecordTable schedules;
    SearchIndex index;
    //! Id of a merged contact to the one that took its place.
    QHash<QString, QString> mergedInto;
    //! Contact id to the invented person behind it; never shown by the service.
    QHash<QString, QString> truth;
    IdSource ids;
    StampSource stamps;
    QuirkSet quirks;
    //! Told of every event that a subscriber may hear of (highlevel.md 4.2): its type and its
    //! members. Never saved.
    std::function<void(const QString &type, const QJsonObject &members)> announce;

    //! The location of highlevel.md 2.7 with its users and custom fields.
    void furnish(const QString &locationCountry, const QString &zone);

    void storeContact(const QJsonObject &contact);
    //! What a search sees now: all of it, unless Quirk::SearchIndexLags holds.
    [[nodiscard]] const RecordTable &searchable();
    //! With everything that belongs to it.
    [[nodiscard]] bool removeContact(const QString &id);
    //! The tables whose records belong to a contact.
    [[nodiscard]] std::array<RecordTable *, 4> belongings();
    //! Calls announce(), if somebody listens.
    void tell(const QString &type, const QJsonObject &members) const;
    //! Tags as they are stored: without blanks and repetitions, and with
    //! Quirk::TagsBecomeLowerCase trimmed and lower-cased.
    [[nodiscard]] QStringList storedTags(const QStringList &spelled) const;
    //! storedTags(), and new ones enter the dictionary.
    [[nodiscard]] QStringList learnedTags(const QStringList &spelled);
    [[nodiscard]] QJsonObject addCustomField(const QString &title, const QString &dataType,
                                             const QStringList &options);

    [[nodiscard]] QJsonObject toJson() const;
    //! False, and a state that must not be used, if the JSON is no state.
    [[nodiscard]] bool load(const QJsonObject &json);

private:
    //! What an earlier program saved lacks the later tables.
    enum class Age : quint8 { First, Later };
    template<class Self>
    struct NamedTable
    {
        QString name;
        std::conditional_t<std::is_const_v<Self>, const RecordTable, RecordTable> &table;
        Age age;
    };
    template<class Self>
    [[nodiscard]] static auto tablesOf(Self &self);
    void furnishBookings(const QString &userId);
};

} // namespace twinbook::sandbox::highlevel
