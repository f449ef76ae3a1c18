// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/settings.h"
#include "officernd/settings.h"
#include "sandbox/sandbox.h"

#include <QString>
#include <QTimer>

namespace twinbook {

//! Practice mode's two services with invented people. What was done to them is kept in
//! "<directory>/practice-world.json" when it is closed, and within a second of each change, so that
//! the next time starts where the last one ended, however it ended. Delete the file to begin anew.
class PracticeWorld
{
public:
    PracticeWorld(const QString &directory, const sandbox::SandboxOptions &options);
    //! Keeps the state; errors are logged, because nobody is left to read them.
    ~PracticeWorld();
    PracticeWorld(const PracticeWorld &) = delete;
    PracticeWorld &operator=(const PracticeWorld &) = delete;

    //! Takes up the kept state, if there is one, and opens both services on loopback.
    [[nodiscard]] Result<> start();
    [[nodiscard]] Result<> save() const;

    [[nodiscard]] OfficeRnDSettings officeRnD() const;
    [[nodiscard]] HighLevelSettings highLevel() const;
    [[nodiscard]] QString officeRnDSecret() const;
    [[nodiscard]] QString highLevelSecret() const;
    [[nodiscard]] sandbox::Sandbox &services() { return m_sandbox; }
    [[nodiscard]] const sandbox::Sandbox &services() const { return m_sandbox; }

private:
    void keepWhatChanged();

    QString m_file;
    sandbox::Sandbox m_sandbox;
    QTimer m_keeping;
    int m_writesKept = 0;
    bool m_started = false;
};

} // namespace twinbook
