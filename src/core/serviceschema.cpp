// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/serviceschema.h"

#include <algorithm>

namespace twinbook {

const FieldSpec *ServiceSchema::field(const FieldKey &key) const
{
    const auto it = std::find_if(fields.cbegin(), fields.cend(),
                                 [&](const FieldSpec &spec) { return spec.key == key; });
    return it == fields.cend() ? nullptr : &*it;
}

} // namespace twinbook
