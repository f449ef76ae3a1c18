// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/theme.h"

#include <QFrame>

class QPushButton;

namespace twinbook {

class Picture;
class PlainLabel;

//! A strip at the top of a page: icon, text and at most two buttons. Announces a change of text to
//! screen readers. Hidden until say() is called.
class Banner final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)

public:
    enum class Shape : quint8 {
        Card,
        Ribbon, //!< across the whole window, edge to edge
    };

    explicit Banner(QWidget *parent = nullptr);

    void setShape(Shape shape);

    //! Shows the text in that tone: Good, Attention, Stopped, Working or Muted.
    void say(Tone tone, const QString &text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] Tone tone() const { return m_tone; }

    //! Texts of the buttons; an empty text hides the button.
    void setButtons(const QString &first, const QString &second = {});

Q_SIGNALS:
    void firstPressed();
    void secondPressed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Muted;
    Shape m_shape = Shape::Card;
    Picture *m_picture;
    PlainLabel *m_text;
    QPushButton *m_first;
    QPushButton *m_second;
};

//! The icon that goes with a tone, so that colour is never the only sign.
[[nodiscard]] Icon toneIcon(Tone tone);

//! Tells screen readers that the text of `widget` matters now.
void announce(QWidget *widget);

} // namespace twinbook
