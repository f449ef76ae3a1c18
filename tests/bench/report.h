// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace twinbook::bench {

//! One line of the table. Less is better in every one.
struct Figure
{
    QString name;
    QString unit; //!< "ms" or "MB"
    double measured = 0;
    std::optional<double> goal {};
    //! The same job done the plain way in the same run, for comparing across machines.
    std::optional<double> reference {};
    QString referenceName {};
};

// How a child process hands its figures to the one that prints them: one JSON array.
[[nodiscard]] QByteArray toJson(const QList<Figure> &figures);
[[nodiscard]] QList<Figure> figuresFromJson(const QByteArray &json);

void printHeader();
void print(const Figure &figure);

} // namespace twinbook::bench
