// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/runhistory.h"

#include <QAbstractTableModel>
#include <QHash>

#include <optional>

namespace twinbook {

//! Every value that one run changed, before and after.
class RunChangesModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunChangesModel)

public:
    enum Column { Person, System, Field, Before, After, Why, ColumnCount };
    enum Role {
        SideRole = Qt::UserRole, //!< int, the Side that was written
        EmptyRole, //!< bool: there was, or is, no value
    };

    //! Both must outlive the model.
    RunChangesModel(const Database &database, const Clock &clock, QObject *parent = nullptr);
    ~RunChangesModel() override;

    //! Shows the changes of that run; none for a null id.
    void setRun(RunId run);
    [[nodiscard]] std::optional<ChangeEntry> change(int row) const;
    //! How many pairs that run linked or unlinked.
    [[nodiscard]] int linkCount() const { return m_links; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    const Database &m_database;
    const Clock &m_clock;
    RunHistory m_history;
    QList<ChangeEntry> m_changes;
    int m_links = 0;
    QHash<FieldId, QString> m_titles;
};

} // namespace twinbook
