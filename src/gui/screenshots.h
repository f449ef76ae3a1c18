// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace twinbook {

//! A picture to be taken: `prepare` brings the widget into the state wanted, such as a page.
struct Screen
{
    QString name; //!< of the file, without ending: "people"
    QWidget *widget = nullptr;
    std::function<void()> prepare;
};

//! Renders every screen in light and dark to `<folder>/<name>-light.png` and `-dark.png`, and
//! leaves the application in the scheme it was in. The folder is made if need be. Errors are of
//! kind Storage.
[[nodiscard]] Result<> writeScreens(const QString &folder, const QList<Screen> &screens);

} // namespace twinbook
