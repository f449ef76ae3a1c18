// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/application.h"

#include <QString>

namespace twinbook {

class UndoDialog;

//! Takes a picture of every screen, light and dark, from practice mode with its first plan, then
//! ends the program.
class Screenshooter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Screenshooter)

public:
    //! `application` must outlive the object and have been asked to open the practice scene.
    Screenshooter(Application &application, QString folder, QObject *parent = nullptr);

private:
    void watchPlan();
    void takePictures();
    void applyThenTakeTheRest();
    void takeTheRest(UndoDialog *undo);

    Application &m_application;
    const QString m_folder;
    enum class Round : quint8 { BeforeSync, AfterSync } m_round = Round::BeforeSync;
};

} // namespace twinbook
