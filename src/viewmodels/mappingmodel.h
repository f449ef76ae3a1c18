// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record.h"
#include "mapping/projection.h"
#include "viewmodels/mappingdraft.h"

#include <QAbstractTableModel>

namespace twinbook {

//! A real person whose values make the fields concrete. A side the person is not on is empty.
struct ExamplePerson
{
    QString name;
    PerSide<FieldMap> fields;
};

//! The mapping as a table with a real person's values: connected rows first, those that recognise
//! people at the top, then suggestions, which do nothing until accepted.
class MappingModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MappingModel)

public:
    enum Column { LeftField, LeftValue, DirectionColumn, RightField, Result, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, //!< Kind as int
        IdRole, //!< FieldId
        DirectionRole, //!< Direction as int
        ProblemRole, //!< sentence, or an empty string
    };
    enum class Kind : quint8 { Identity, Connected, Suggested };

    //! `draft` must outlive the model.
    explicit MappingModel(const MappingDraft &draft, QObject *parent = nullptr);

    void setExample(const ExamplePerson &person);
    //! The connection shown in that line.
    [[nodiscard]] const FieldMapping &mapping(int line) const;
    [[nodiscard]] Kind kind(int line) const;
    //! The line of the row with that id, or -1.
    [[nodiscard]] int lineOf(const FieldId &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Line
    {
        FieldMapping mapping;
        Kind kind = Kind::Connected;
        QString problem;
        QString value; //!< what the example person has in OfficeRnD
        QString result; //!< what the person will get, and where
    };

    void rebuild();
    void addLines(const QList<FieldMapping> &rows, Kind kind);
    void fillExample();
    [[nodiscard]] QString resultOf(const Projection &projection, std::size_t row) const;
    [[nodiscard]] QString titles(Side side, const FieldMapping &mapping) const;
    [[nodiscard]] QString spoken(const Line &line) const;

    const MappingDraft &m_draft;
    QList<Line> m_lines;
    ExamplePerson m_example;
};

} // namespace twinbook
