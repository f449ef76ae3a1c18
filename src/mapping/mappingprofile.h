// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "mapping/fieldmapping.h"

#include <QByteArray>
#include <QList>

namespace twinbook {

//! Whether each service keeps a person's number at the other one. A person says so, because it
//! shows in the services.
enum class LinkIds : quint8 { NotKept, Kept };

//! What the field is called that keeps it: "highlevel_contact_id" of a member at OfficeRnD,
//! "officernd_id" of a contact at HighLevel. Never a row of a mapping: Twinbook alone fills it.
[[nodiscard]] QString linkFieldTitle(Side side);

//! Whether this is that field.
[[nodiscard]] bool isLinkField(Side side, const FieldSpec &field);

//! A whole field mapping: what is connected and by which rules.
struct MappingProfile
{
    QList<FieldMapping> rows;
    LinkIds linkIds = LinkIds::NotKept;

    //! Position of the row with that id, or -1.
    [[nodiscard]] qsizetype indexOf(const FieldId &id) const;

    friend bool operator==(const MappingProfile &, const MappingProfile &) = default;
};

//! Something a person must put right before a mapping can be used, or should know.
struct MappingProblem
{
    enum class Severity : quint8 { Error, Hint } severity = Severity::Error;
    FieldId row; //!< empty if it concerns the whole mapping
    QString sentence;
    friend bool operator==(const MappingProblem &, const MappingProblem &) = default;
};

//! Checks a mapping by itself: ids unique, as many fields as the conversion needs, no field
//! filled by two rows, no loop (a value that would come back to its own field by way of other
//! rows).
[[nodiscard]] QList<MappingProblem> problemsOf(const MappingProfile &profile);

//! Checks a mapping against what the two accounts offer: fields that are gone, read-only fields
//! that should be written, needed fields that are not connected, types that do not fit.
[[nodiscard]] QList<MappingProblem> problemsOf(const MappingProfile &profile,
                                               const ServiceSchema &left,
                                               const ServiceSchema &right);

//! The mapping a new user starts with: the standard fields both services have, and custom fields
//! whose names and types are equal.
[[nodiscard]] MappingProfile suggestedMapping(const ServiceSchema &left,
                                              const ServiceSchema &right);

//! A file people can keep and exchange; holds no addresses, no ids of people and no secrets.
[[nodiscard]] QByteArray mappingToJson(const MappingProfile &profile);

//! Reads such a file. Hostile input: at most 1 MB, known version, only known names; the result
//! has passed problemsOf(profile). Errors are of kind InvalidInput with a sentence.
[[nodiscard]] Result<MappingProfile> mappingFromJson(const QByteArray &file);

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::MappingProfile)
