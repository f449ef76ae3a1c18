// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/memorysecretstore.h"
#include "cli/command.h"
#include "cli/practicefigures.h"
#include "workspace/practiceworld.h"
#include "workspace/workspace.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <memory>

namespace twinbook::cli {

//! `practice`: the whole job against both sandboxes in this process: connect, preview, sync,
//! verify. With --data-dir the services and what was linked are kept in its "practice" folder and
//! taken up the next time.
class PracticeCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PracticeCommand)

public:
    //! What is done about people the program is not sure about.
    enum class Candidates : quint8 {
        Leave, //!< they stay questions
        SayTheSame, //!< as a person would who trusts every proposal; for measuring
    };
    PracticeCommand(Context context, const sandbox::SandboxOptions &options, Candidates candidates);
    ~PracticeCommand() override;

    void run() override;
    void interrupt() override;

private:
    void connectOfficeRnD();
    void connectHighLevel();
    void startEngine();
    void preview(const PreparedPlanPtr &plan);
    [[nodiscard]] Result<> answerCandidates();
    void acceptCandidates();
    void synced(const Run &run);
    void verified(const VerifyReport &report);
    [[nodiscard]] Result<QString> directory();

    const sandbox::SandboxOptions m_options;
    const Candidates m_candidates;
    std::unique_ptr<QTemporaryDir> m_temporary;
    MemorySecretStore m_secrets;
    std::unique_ptr<PracticeWorld> m_world;
    std::unique_ptr<Workspace> m_workspace;
    Engine *m_engine = nullptr;
    QElapsedTimer m_timer;
    RecognitionFigures m_recognition;
    QJsonObject m_result;
    Run m_run;
    bool m_candidatesAccepted = false;
};

} // namespace twinbook::cli
