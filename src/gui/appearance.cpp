// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/appearance.h"

#include "gui/theme.h"

#include <QApplication>
#include <QEvent>

namespace twinbook {

AppearanceKeeper::AppearanceKeeper(const GuiSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    connect(&settings, &GuiSettings::appearanceChanged, this, &AppearanceKeeper::follow);
    qApp->installEventFilter(this);
    follow();
}

bool AppearanceKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ThemeChange)
        follow();
    return QObject::eventFilter(watched, event);
}

void AppearanceKeeper::follow()
{
    switch (m_settings.appearance()) {
    case GuiSettings::Appearance::Light:
        applyScheme(Scheme::Light);
        return;
    case GuiSettings::Appearance::Dark:
        applyScheme(Scheme::Dark);
        return;
    case GuiSettings::Appearance::System:
        break;
    }
    // An empty palette gives back the desktop's; its window colour tells the scheme.
    QApplication::setPalette(QPalette());
    applyScheme(schemeOf(QApplication::palette()));
}

} // namespace twinbook
