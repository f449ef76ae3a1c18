// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace twinbook::bench {

namespace {

constexpr const char *row = "%-46s %10s %10s %6s %10s %7s  %s\n";

std::optional<double> optionalNumber(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QString shown(const std::optional<double> &number, const QString &unit)
{
    if (!number)
        return u"-"_s;
    return QString::number(*number, 'f', *number < 100 ? 1 : 0) + u' ' + unit;
}

QString verdict(const Figure &figure)
{
    if (!figure.goal)
        return u"-"_s;
    return figure.measured <= *figure.goal ? u"met"_s : u"MISSED"_s;
}

} // namespace

QByteArray toJson(const QList<Figure> &figures)
{
    QJsonArray array;
    for (const Figure &figure : figures) {
        QJsonObject object {{u"name"_s, figure.name},
                            {u"unit"_s, figure.unit},
                            {u"measured"_s, figure.measured},
                            {u"referenceName"_s, figure.referenceName}};
        if (figure.goal)
            object.insert(u"goal"_s, *figure.goal);
        if (figure.reference)
            object.insert(u"reference"_s, *figure.reference);
        array.append(object);
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<Figure> figuresFromJson(const QByteArray &json)
{
    QList<Figure> figures;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        figures.append({.name = object.value("name"_L1).toString(),
                        .unit = object.value("unit"_L1).toString(),
                        .measured = object.value("measured"_L1).toDouble(),
                        .goal = optionalNumber(object.value("goal"_L1)),
                        .reference = optionalNumber(object.value("reference"_L1)),
                        .referenceName = object.value("referenceName"_L1).toString()});
    }
    return figures;
}

void printHeader()
{
    std::printf(row, "figure", "goal", "measured", "", "reference", "ratio", "reference is");
}

void print(const Figure &figure)
{
    const QString ratio = figure.reference && *figure.reference > 0
        ? QString::number(figure.measured / *figure.reference, 'f', 2)
        : u"-"_s;
    std::printf(row, qPrintable(figure.name), qPrintable(shown(figure.goal, figure.unit)),
                qPrintable(shown(figure.measured, figure.unit)), qPrintable(verdict(figure)),
                qPrintable(shown(figure.reference, figure.unit)), qPrintable(ratio),
                qPrintable(figure.referenceName));
    std::fflush(stdout);
}

} // namespace twinbook::bench
