// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/requestfile.h"
#include "viewmodels/requestlist.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace twinbook {

//! The requests of a data directory as a table, oldest first, filtered; reads on while watch() is
//! in force. Reads in small pieces, so that a long list holds nothing up.
class RequestModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestModel)

public:
    enum Column { When, Service, What, Outcome, Duration, Tries, Left, Trace, ColumnCount };
    enum Role {
        SideRole = Qt::UserRole, //!< int, the Side; invalid for another host
        FailedRole, //!< bool
    };
    //! So many requests at most; the oldest go.
    static constexpr qsizetype usualMost = 100'000;

    RequestModel(Catalogue catalogue, const QString &path, QObject *parent = nullptr);
    ~RequestModel() override;

    void setMost(qsizetype most) { m_most = most; }
    void setFilter(const LoggedRequestFilter &filter);
    //! Reads what is there and then what comes, until rest().
    void watch();
    void rest();
    //! The next piece of the file; what watch() does by a timer.
    void readOn();
    //! Everything that is there has been read.
    [[nodiscard]] bool isComplete() const { return m_file.isAtEnd(); }

    //! nullptr for a row that is not there. Valid until the model changes.
    [[nodiscard]] const LoggedRequest *request(int row) const;
    //! Those that the filter lets through.
    [[nodiscard]] QList<LoggedRequest> shown() const;
    //! "1,204 requests, 3 failed", of what is shown, and how much of the file was not readable.
    [[nodiscard]] QString countText() const;
    //! Why the list cannot be read, for people; empty if it can.
    [[nodiscard]] const QString &problem() const { return m_problem; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    //! countText() or problem() may be another; after rows have changed.
    void counted();

private:
    void take(const QList<RequestRecord> &records);
    void update(qsizetype index);
    void append(qsizetype from);
    void forgetOldest();
    void filterAll();
    [[nodiscard]] bool passes(qsizetype index) const;

    RequestFile m_file;
    RequestList m_list;
    QList<qsizetype> m_shown; //!< indices into the list, ascending
    LoggedRequestFilter m_filter;
    qsizetype m_most = usualMost;
    QString m_problem;
    int m_damaged = 0; //!< lines, as last told
    QTimer m_reading;
};

} // namespace twinbook
