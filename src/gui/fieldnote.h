// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/theme.h"

#include <QWidget>

namespace twinbook {

class Picture;
class PlainLabel;

//! The line below a field: a quiet hint, or what is wrong with what was typed. Hidden while it has
//! nothing to say.
class FieldNote final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldNote)

public:
    explicit FieldNote(QWidget *parent = nullptr);

    void hint(const QString &text);
    void blame(const QString &text);
    void clear();
    [[nodiscard]] QString text() const;

private:
    Picture *m_sign;
    PlainLabel *m_text;
};

} // namespace twinbook
