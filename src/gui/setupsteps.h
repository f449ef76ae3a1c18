// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

namespace twinbook {

class Picture;
class PlainLabel;

//! The list of steps at the left of the first-run window: what is done, where one is, what comes.
class SetupSteps final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetupSteps)

public:
    explicit SetupSteps(const QStringList &titles, QWidget *parent = nullptr);
    void setCurrent(int step);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Entry
    {
        Picture *done;
        PlainLabel *title;
        PlainLabel *word;
    };
    QList<Entry> m_entries;
};

} // namespace twinbook
