// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/catalogue.h"

#include <QAbstractTableModel>

namespace twinbook {

//! The catalogue as a table: all rows, or those that a filter lets through.
class TestRequestModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TestRequestModel)

public:
    enum Column { Name, What, ColumnCount };
    enum Role {
        SideRole = Qt::UserRole, //!< int, the Side it belongs to
        NeverRole, //!< bool: it is not sent
    };

    explicit TestRequestModel(Catalogue catalogue, QObject *parent = nullptr);
    ~TestRequestModel() override;

    void setFilter(const OperationFilter &filter);
    //! nullptr for a row that is not there. The pointer lives until the next setFilter().
    [[nodiscard]] const Operation *operation(int row) const;
    //! "211 operations and 72 events", of what is shown.
    [[nodiscard]] QString countText() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    const Catalogue m_catalogue;
    QList<Operation> m_rows;
};

} // namespace twinbook
