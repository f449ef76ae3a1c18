// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/experiment.h"

//! What HighLevel's experiments are made of. Contacts of the probe are called "Twinbook Probe".
namespace twinbook::highlevelprobe {

[[nodiscard]] RawRequest createContact(const ProbeScene &scene, QJsonObject fields);
[[nodiscard]] RawRequest getContact(const QString &id);
[[nodiscard]] RawRequest putContact(const QString &id, const QJsonObject &fields);
[[nodiscard]] RawRequest searchContacts(const ProbeScene &scene, QJsonObject query);
[[nodiscard]] RawRequest listCustomFields(const ProbeScene &scene);

//! The contact in a reply to createContact(), getContact() or putContact().
[[nodiscard]] QJsonObject contactIn(const ProbeReply &answer);
[[nodiscard]] QString contactId(const ProbeReply &answer);
//! Ids of the one-line text fields in a reply to listCustomFields().
[[nodiscard]] QStringList textFields(const ProbeReply &answer);
//! The body that writes one custom field under that member name (highlevel.md 2.6).
[[nodiscard]] QJsonObject fieldWrite(const QString &id, const QString &member,
                                     const QString &value);
//! What a contact holds in that custom field.
[[nodiscard]] QJsonValue fieldValue(const QJsonObject &contact, const QString &id);

//! An address that nobody else has, below a domain that receives nothing (RFC 2606).
[[nodiscard]] QString address(const ProbeScene &scene, const QString &who = {});
//! A number that belongs to nobody (Ofcom's numbers for drama), with blanks.
[[nodiscard]] QString phone(const ProbeScene &scene);

//! An experiment on a contact of its own: the first request makes it, `rest` says what follows.
//! The first answer in the scene is the creation's.
[[nodiscard]] Step onContact(const ProbeScene &scene, const QJsonObject &fields,
                             Step (*rest)(const ProbeScene &scene, const QString &id));

} // namespace twinbook::highlevelprobe
