// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/ids.h"
#include "officernd/change.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <optional>

namespace twinbook::officernd {

// Rules of the service that it answers with faults of its own (officernd.md 5), so that they are
// checked before anything is sent.

//! ErrorKind::InvalidInput with the sentence.
[[nodiscard]] Error refused(const QString &sentence);

//! 24 hexadecimal digits, the form of every id (officernd.md 2).
[[nodiscard]] bool isObjectId(const QString &text);
[[nodiscard]] Error idUnusable();

template<class Tag>
[[nodiscard]] bool isUsable(const TextId<Tag> &id)
{
    return isObjectId(id.text());
}

// For references in a body, which may all be left out.
template<class Tag>
[[nodiscard]] bool isUsableOrLeftOut(const TextId<Tag> &id)
{
    return id.isEmpty() || isUsable(id);
}
template<class Tag>
[[nodiscard]] bool isUsableOrLeftOut(const std::optional<TextId<Tag>> &id)
{
    return !id || isUsable(*id);
}
template<class Tag>
[[nodiscard]] bool isUsableOrLeftOut(const Change<TextId<Tag>> &change)
{
    return !change.value() || isUsable(*change.value());
}
template<class Tag>
[[nodiscard]] bool isUsableOrLeftOut(const QList<TextId<Tag>> &ids)
{
    return std::all_of(ids.cbegin(), ids.cend(), isUsable<Tag>);
}

template<class... Ids>
[[nodiscard]] bool areUsable(const Ids &...ids)
{
    return (isUsableOrLeftOut(ids) && ...);
}

[[nodiscard]] bool isBlank(const QString &text);

//! Whether a change would leave the record without a text that it must have.
[[nodiscard]] bool blanks(const Change<QString> &change);

[[nodiscard]] Error nameMissing();
[[nodiscard]] Error startDateMissing();

} // namespace twinbook::officernd
