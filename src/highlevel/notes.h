// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/resource.h"

#include <QJsonObject>
#include <QList>

namespace twinbook::highlevel {

//! A note of one person (highlevel.md 2.5). It has no time of change.
struct Note
{
    NoteId id;
    ContactId contact;
    Text body; //!< may hold simple HTML; hostile text
    Text title; //!< older answers have none, nor a colour or a pin
    Text color; //!< "#FFAA00"
    Flag pinned;
    std::optional<UserId> user; //!< who wrote it
    Moment dateAdded; //!< UTC
    QJsonObject whole; //!< as it was told
};

//! Members that are not given stay as they are; a creation needs a body.
struct NoteDraft
{
    Text body {};
    Text title {};
    Text color {};
    Flag pinned {};
    std::optional<UserId> user {};
};

class Notes final : public Resource
{
public:
    using Resource::Resource;

    //! All of one person; the service has no pages here, and no list over all people.
    [[nodiscard]] Pending<QList<Note>> list(const ContactId &contact) const;
    [[nodiscard]] Pending<Note> get(const ContactId &contact, const NoteId &note) const;
    [[nodiscard]] Pending<Note> create(const ContactId &contact, const NoteDraft &draft) const;
    [[nodiscard]] Pending<Note> update(const ContactId &contact, const NoteId &note,
                                       const NoteDraft &draft) const;
    [[nodiscard]] Pending<> remove(const ContactId &contact, const NoteId &note) const;
};

} // namespace twinbook::highlevel
