// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/notes.h"

#include "highlevel/operation.h"
#include "highlevel/rules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

template<>
struct Shape<Note>
{
    static constexpr std::tuple members {
        required("id"_L1, &Note::id),     member("contactId"_L1, &Note::contact),
        member("body"_L1, &Note::body),   member("title"_L1, &Note::title),
        member("color"_L1, &Note::color), member("pinned"_L1, &Note::pinned),
        member("userId"_L1, &Note::user), member("dateAdded"_L1, &Note::dateAdded)};
};

template<>
struct Shape<NoteDraft>
{
    static constexpr std::tuple members {
        member("body"_L1, &NoteDraft::body), member("title"_L1, &NoteDraft::title),
        member("color"_L1, &NoteDraft::color), member("pinned"_L1, &NoteDraft::pinned),
        member("userId"_L1, &NoteDraft::user)};
};

namespace {

using enum HttpMethod;

constexpr Endpoint listNotes {Get, "contacts/{contactId}/notes"_L1, scopes::contactsRead,
                              Subject::Person};
constexpr Endpoint getNote {Get, "contacts/{contactId}/notes/{id}"_L1, scopes::contactsRead,
                            Subject::Note};
constexpr Endpoint createNote {Post, "contacts/{contactId}/notes"_L1, scopes::contactsWrite,
                               Subject::Person, Repetition::Unsafe};
constexpr Endpoint updateNote {Put, "contacts/{contactId}/notes/{id}"_L1, scopes::contactsWrite,
                               Subject::Note};
constexpr Endpoint deleteNote {Delete, "contacts/{contactId}/notes/{id}"_L1, scopes::contactsWrite,
                               Subject::Note};

constexpr auto noteMember = "note"_L1;

Operation &fill(Operation &operation, const NoteDraft &draft, const QuirkSet &quirks)
{
    const bool colorFits = !draft.color || draft.color->isEmpty() || isHexColor(*draft.color);
    const bool bodyFits = !draft.body || !draft.body->trimmed().isEmpty();
    return operation
        .require(bodyFits,
                 QCoreApplication::translate("highlevel", "HighLevel keeps no note without text."))
        .require(colorFits,
                 QCoreApplication::translate(
                     "highlevel", "The colour of a note has to be written like #FFAA00."))
        .body(toWire(draft, quirks));
}

} // namespace

Pending<QList<Note>> Notes::list(const ContactId &contact) const
{
    return Operation(account(), listNotes, {contact.text()}).one<QList<Note>>("notes"_L1);
}

Pending<Note> Notes::get(const ContactId &contact, const NoteId &note) const
{
    return Operation(account(), getNote, {contact.text(), note.text()}).one<Note>(noteMember);
}

Pending<Note> Notes::create(const ContactId &contact, const NoteDraft &draft) const
{
    NoteDraft whole = draft;
    if (!whole.body)
        whole.body = QString();
    Operation operation(account(), createNote, {contact.text()});
    return fill(operation, whole, quirks()).one<Note>(noteMember);
}

Pending<Note> Notes::update(const ContactId &contact, const NoteId &note,
                            const NoteDraft &draft) const
{
    Operation operation(account(), updateNote, {contact.text(), note.text()});
    return fill(operation, draft, quirks()).one<Note>(noteMember);
}

Pending<> Notes::remove(const ContactId &contact, const NoteId &note) const
{
    return Operation(account(), deleteNote, {contact.text(), note.text()}).confirmed();
}

} // namespace twinbook::highlevel
