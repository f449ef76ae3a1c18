// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/theme.h"

#include <QAbstractButton>
#include <QList>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace twinbook {

//! One entry of the side bar: icon, word and, where a person must act, a number.
class SideBarEntry final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SideBarEntry)

public:
    SideBarEntry(Icon picture, const QString &text, QWidget *parent);

    //! 0 shows no badge.
    void setBadge(int count);
    [[nodiscard]] int badge() const { return m_badge; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRect badgeRect() const;

    Icon m_picture;
    int m_badge = 0;
};

//! The list of pages at the left. Up and Down move between them, as do Ctrl+1 to Ctrl+7.
class SideBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SideBar)

public:
    explicit SideBar(QWidget *parent = nullptr);

    //! Entries are numbered from 0 in the order they are added.
    void addEntry(Icon picture, const QString &text, const QString &shortcut);
    //! A heading above the entries added from now on.
    void addSection(const QString &title);
    void setCurrent(int entry);
    void setBadge(int entry, int count);

Q_SIGNALS:
    void chosen(int entry);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_column;
    QButtonGroup *m_group;
    QList<SideBarEntry *> m_entries;
};

} // namespace twinbook
