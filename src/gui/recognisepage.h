// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/recognition.h"
#include "viewmodels/synccontroller.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QListWidget;

namespace twinbook {

class PlainLabel;
namespace Ui {
class RecognisePage;
}

//! The first check: reads both lists and shows who was recognised, with names.
class RecognisePage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecognisePage)

public:
    explicit RecognisePage(QWidget *parent = nullptr);
    ~RecognisePage() override;

    void setController(SyncController *controller);
    //! Begins the check unless there is a plan already.
    void begin();
    [[nodiscard]] bool isDone() const;

Q_SIGNALS:
    void done();

private:
    struct Share
    {
        QWidget *column;
        PlainLabel *title;
        QListWidget *names;
    };
    void showProgress(const EngineProgress &progress);
    void showPlan(const PreparedPlanPtr &plan);
    void showError(const Error &error);
    void showShare(const Share &share, const QString &title, const Recognition::Share &people);
    void hideResult();

    std::unique_ptr<Ui::RecognisePage> m_ui;
    QPointer<SyncController> m_controller;
    std::array<Share, 4> m_shares {};
};

} // namespace twinbook
