// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runner.h"

namespace twinbook::fuzz {

//! How far a target has come with a seed. With a folder it is kept there in a small file, so that
//! a run can be ended at any time and continued by another program of the same name.
class Standing
{
public:
    //! An empty `folder` keeps nothing. What is no such file counts as nothing done.
    Standing(const QString &folder, const QString &target, quint64 seed);

    //! All cases before `total.cases` were run.
    [[nodiscard]] const Outcome &total() const { return m_total; }
    void add(const Outcome &shard);

private:
    QString m_file;
    Outcome m_total;
};

} // namespace twinbook::fuzz
