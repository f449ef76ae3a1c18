// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

#include <QStringList>

namespace twinbook {

//! The tags by which a few people can be chosen for a first try: those of people with whom the plan
//! does something, as they are spelled at either service, each once, in the order of names.
[[nodiscard]] QStringList tagsToTry(const PreparedPlan &prepared);

//! "Apply to the first 10 people", "Apply to 3 people": what a press of Apply does to so few.
[[nodiscard]] QString applyToFewText(const Pilot &pilot, int takingPart);

} // namespace twinbook
