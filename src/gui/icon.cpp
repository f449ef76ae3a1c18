// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

QString fileName(Icon name)
{
    switch (name) {
    case Icon::App:
        return u"app"_s;
    case Icon::Sync:
        return u"sync"_s;
    case Icon::CheckForChanges:
        return u"check-for-changes"_s;
    case Icon::People:
        return u"people"_s;
    case Icon::Decisions:
        return u"decisions"_s;
    case Icon::Fields:
        return u"fields"_s;
    case Icon::History:
        return u"history"_s;
    case Icon::Settings:
        return u"settings"_s;
    case Icon::TestRequests:
        return u"test-requests"_s;
    case Icon::Requests:
        return u"requests"_s;
    case Icon::New:
        return u"new"_s;
    case Icon::Changed:
        return u"changed"_s;
    case Icon::Link:
        return u"link"_s;
    case Icon::NeedsYou:
        return u"needs-you"_s;
    case Icon::Failed:
        return u"failed"_s;
    case Icon::LeftOut:
        return u"left-out"_s;
    case Icon::InSync:
        return u"in-sync"_s;
    case Icon::ToOfficeRnD:
        return u"to-officernd"_s;
    case Icon::ToHighLevel:
        return u"to-highlevel"_s;
    case Icon::BothWays:
        return u"both-ways"_s;
    case Icon::Pause:
        return u"pause"_s;
    case Icon::Resume:
        return u"resume"_s;
    case Icon::Stop:
        return u"stop"_s;
    case Icon::Search:
        return u"search"_s;
    case Icon::Key:
        return u"key"_s;
    case Icon::Undo:
        return u"undo"_s;
    case Icon::Info:
        return u"info"_s;
    case Icon::Warning:
        return u"warning"_s;
    case Icon::Error:
        return u"error"_s;
    case Icon::Good:
        return u"good"_s;
    case Icon::Close:
        return u"close"_s;
    case Icon::Help:
        return u"help"_s;
    case Icon::OfficeRnD:
        return u"officernd"_s;
    case Icon::HighLevel:
        return u"highlevel"_s;
    }
    Q_UNREACHABLE();
}

bool isDirectional(Icon name)
{
    return name == Icon::ToOfficeRnD || name == Icon::ToHighLevel || name == Icon::Undo;
}

//! Draws one SVG of ours with `currentColor` and `currentSurface` replaced by palette colours at
//! the moment of painting, so that a change of theme needs no new icons.
class SvgIconEngine final : public QIconEngine
{
public:
    SvgIconEngine(Icon name, Tone tone)
        : m_name(name)
        , m_tone(tone)
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        const QSize pixels = (QSizeF(rect.size()) * ratio).toSize();
        painter->drawPixmap(rect, rendered(pixels, mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return rendered(size, mode);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return rendered(size, mode);
    }

    [[nodiscard]] QIconEngine *clone() const override { return new SvgIconEngine(m_name, m_tone); }

private:
    [[nodiscard]] QPixmap rendered(const QSize &pixels, QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        const QColor color = mode == QIcon::Disabled
            ? palette.color(QPalette::Disabled, QPalette::ButtonText)
            : toneColor(m_tone, palette);
        const bool mirrored = isDirectional(m_name) && QGuiApplication::isRightToLeft();
        const QString cacheKey
            = u"twinbook-icon/%1/%2/%3x%4/%5"_s.arg(fileName(m_name), color.name())
                  .arg(pixels.width())
                  .arg(pixels.height())
                  .arg(mirrored ? u"rtl"_s : u"ltr"_s);
        QPixmap pixmap;
        if (QPixmapCache::find(cacheKey, &pixmap))
            return pixmap;

        QFile file(iconPath(m_name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QByteArray svg = file.readAll();
        svg.replace("currentColor", color.name().toLatin1());
        svg.replace("currentSurface", palette.color(QPalette::Base).name().toLatin1());
        QSvgRenderer renderer(svg);
        pixmap = QPixmap(pixels);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        if (mirrored) {
            painter.translate(pixels.width(), 0);
            painter.scale(-1, 1);
        }
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(&painter, QRectF(QPointF(), QSizeF(pixels)));
        painter.end();
        QPixmapCache::insert(cacheKey, pixmap);
        return pixmap;
    }

    Icon m_name;
    Tone m_tone;
};

} // namespace

QString iconPath(Icon name)
{
    return u":/icons/"_s + fileName(name) + u".svg"_s;
}

QIcon icon(Icon name, Tone tone)
{
    return QIcon(new SvgIconEngine(name, tone));
}

} // namespace twinbook
