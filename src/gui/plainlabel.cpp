// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/plainlabel.h"

#include "gui/theme.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace twinbook {

PlainLabel::PlainLabel(QWidget *parent)
    : PlainLabel({}, Look::Body, parent)
{ }

PlainLabel::PlainLabel(const QString &text, QWidget *parent)
    : PlainLabel(text, Look::Body, parent)
{ }

PlainLabel::PlainLabel(const QString &text, Look look, QWidget *parent)
    : QLabel(parent)
    , m_look(look)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setText(text);
    applyLook();
}

void PlainLabel::setLook(Look look)
{
    m_look = look;
    applyLook();
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    const bool concernsLook = event->type() == QEvent::PaletteChange
        || event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::StyleChange;
    if (concernsLook && !m_applying)
        applyLook();
}

void PlainLabel::setText(const QString &text)
{
    QLabel::setText(text);
    fitHeight();
}

void PlainLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fitHeight();
}

//! Layouts inside layouts and scroll areas forget that height depends on width, and cut the last
//! line; a least height they respect. Before it is shown the width is not known.
void PlainLabel::fitHeight()
{
    if (!isVisible())
        return;
    const int needed = wordWrap() ? heightForWidth(width()) : 0;
    if (needed != minimumHeight())
        setMinimumHeight(qMax(needed, 0));
}

void PlainLabel::applyLook()
{
    const QScopedValueRollback guard(m_applying, true);
    QFont wanted = parentWidget() != nullptr ? parentWidget()->font() : QApplication::font();
    if (m_look == Look::Title)
        wanted.setPointSizeF(wanted.pointSizeF() * 1.6);
    if (m_look == Look::Heading)
        wanted.setPointSizeF(wanted.pointSizeF() * 1.15);
    if (m_look == Look::Title || m_look == Look::Heading || m_look == Look::Strong)
        wanted.setWeight(QFont::DemiBold);
    setFont(wanted);
    setForegroundRole(m_look == Look::Muted ? QPalette::PlaceholderText : QPalette::WindowText);
    fitHeight();
}

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : u"<p>"_s + text.toHtmlEscaped() + u"</p>"_s;
}

} // namespace twinbook
