// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace twinbook {

//! A folded name in Latin letters, so that "иван петров" and "ivan petrov" can be compared:
//! Cyrillic as Bulgaria and Russia write it in passports, and Greek. Other letters stay.
[[nodiscard]] QString inLatinLetters(const QString &folded);

//! The first name that a folded short form stands for ("bob" for "robert"), or the name itself.
//! For telling that two names may be one person's, never for telling that they are. Valid as long
//! as the argument.
[[nodiscard]] QStringView fullFirstName(QStringView folded);

} // namespace twinbook
