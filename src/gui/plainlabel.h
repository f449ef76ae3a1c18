// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace twinbook {

//! The only label of the program. Always plain text, whatever it is given: names and values come
//! from two services and are hostile text (experience.md M11). Wraps lines unless told otherwise.
class PlainLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlainLabel)

public:
    //! Sizes and colours follow the font and palette of the parent.
    enum class Look : quint8 {
        Body,
        Strong,
        Muted,
        Heading, //!< of a section
        Title, //!< of a page
    };
    Q_ENUM(Look)

    explicit PlainLabel(QWidget *parent = nullptr);
    explicit PlainLabel(const QString &text, QWidget *parent = nullptr);
    PlainLabel(const QString &text, Look look, QWidget *parent = nullptr);

    //! Hides QLabel's, which does not know the height that the lines need.
    void setText(const QString &text);
    void setLook(Look look);
    [[nodiscard]] Look look() const { return m_look; }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyLook();
    void fitHeight();

    Look m_look = Look::Body;
    bool m_applying = false;
};

//! `text` as a tool tip that shows exactly these characters and wraps long lines.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace twinbook
