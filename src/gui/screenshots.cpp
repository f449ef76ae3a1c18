// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/screenshots.h"

#include "gui/theme.h"

#include <QApplication>
#include <QCoreApplication>
#include <QDir>
#include <QPixmap>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr int layoutRounds = 8;

Failure notWritten(const QString &path)
{
    return Failure(Error {
        .kind = ErrorKind::Storage,
        .message = QCoreApplication::translate("twinbook::Screenshots",
                                               "The picture %1 could not be written. Choose a "
                                               "folder you may write to.")
                       .arg(path),
        .detail = {}});
}

} // namespace

Result<> writeScreens(const QString &folder, const QList<Screen> &screens)
{
    if (!QDir().mkpath(folder))
        return notWritten(folder);
    const Scheme before = schemeOf(QApplication::palette());
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        applyScheme(scheme);
        for (const Screen &screen : screens) {
            if (screen.prepare)
                screen.prepare();
            screen.widget->ensurePolished();
            // Layout requests and palette changes are events that have been posted, and lines
            // that wrap ask for another layout.
            for (int round = 0; round < layoutRounds; ++round)
                QCoreApplication::sendPostedEvents();
            const QString path = u"%1/%2-%3.png"_s.arg(
                folder, screen.name, scheme == Scheme::Light ? u"light"_s : u"dark"_s);
            if (!screen.widget->grab().save(path, "PNG")) {
                applyScheme(before);
                return notWritten(path);
            }
        }
    }
    applyScheme(before);
    return {};
}

} // namespace twinbook
