// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

#include <QAbstractTableModel>

namespace twinbook {

//! Every field of one person: what both systems hold, what will become of it and why.
class PersonDetailsModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PersonDetailsModel)

public:
    enum Column { Field, OfficeRnD, HighLevel, Becomes, Why, ColumnCount };
    enum Role {
        OutcomeRole = Qt::UserRole, //!< int, a FieldOutcome
        FieldIdRole, //!< FieldId of the mapping row
    };

    explicit PersonDetailsModel(QObject *parent = nullptr);
    ~PersonDetailsModel() override;

    //! Shows the person at `position` in Plan::people; anything outside the plan shows nobody.
    void setPerson(const PreparedPlanPtr &plan, qint64 position);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Row
    {
        FieldId id;
        QString title;
        PerSide<QString> values;
        QString becomes;
        QString why;
        FieldOutcome outcome = FieldOutcome::Agrees;
    };

    [[nodiscard]] static QList<Row> rowsOf(const PreparedPlan &plan, const PersonPlan &person);

    QList<Row> m_rows;
};

} // namespace twinbook
