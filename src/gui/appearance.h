// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/settings.h"

#include <QObject>

namespace twinbook {

//! Keeps the application's palette in step with the settings and, if they say so, with the
//! desktop. Must be made before any of our palettes is set, because the desktop's own is read
//! from the application's first palette (Qt 6.4 has no better way, experience.md M18).
class AppearanceKeeper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppearanceKeeper)

public:
    //! `settings` must outlive the object.
    explicit AppearanceKeeper(const GuiSettings &settings, QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();

    const GuiSettings &m_settings;
};

} // namespace twinbook
