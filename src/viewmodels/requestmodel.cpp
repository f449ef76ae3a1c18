// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/requestmodel.h"

#include <QLocale>
#include <QSet>

#include <algorithm>

using namespace std::chrono_literals;

namespace twinbook {

RequestModel::RequestModel(Catalogue catalogue, const QString &path, QObject *parent)
    : QAbstractTableModel(parent)
    , m_file(path)
    , m_list(std::move(catalogue))
{
    m_reading.setSingleShot(true);
    connect(&m_reading, &QTimer::timeout, this, [this] {
        readOn();
        m_reading.start(isComplete() ? 1000ms : 0ms);
    });
}

RequestModel::~RequestModel() = default;

void RequestModel::watch()
{
    m_reading.start(0ms);
}

void RequestModel::rest()
{
    m_reading.stop();
}

void RequestModel::readOn()
{
    const Result<QList<RequestRecord>> records = m_file.read();
    const QString problem = records ? QString() : records.error().message;
    if (records && !records->isEmpty())
        take(*records);
    else if (problem == m_problem && m_file.damaged() == m_damaged)
        return;
    m_problem = problem;
    m_damaged = m_file.damaged();
    Q_EMIT counted();
}

void RequestModel::take(const QList<RequestRecord> &records)
{
    const qsizetype before = m_list.requests().size();
    QSet<qsizetype> changed;
    for (const RequestRecord &record : records) {
        if (const qsizetype index = m_list.add(record); index < before)
            changed.insert(index);
    }
    for (const qsizetype index : std::as_const(changed))
        update(index);
    append(before);
    // Not at each new one: the rest would have to be counted anew each time.
    if (m_list.requests().size() > m_most + m_most / 10)
        forgetOldest();
}

//! Another attempt can change whether the filter lets a request through.
void RequestModel::update(qsizetype index)
{
    const auto place = std::lower_bound(m_shown.cbegin(), m_shown.cend(), index);
    const int row = static_cast<int>(place - m_shown.cbegin());
    const bool wasShown = place != m_shown.cend() && *place == index;
    if (wasShown && passes(index)) {
        Q_EMIT dataChanged(this->index(row, 0), this->index(row, ColumnCount - 1));
    } else if (wasShown) {
        beginRemoveRows({}, row, row);
        m_shown.removeAt(row);
        endRemoveRows();
    } else if (passes(index)) {
        beginInsertRows({}, row, row);
        m_shown.insert(row, index);
        endInsertRows();
    }
}

void RequestModel::append(qsizetype from)
{
    QList<qsizetype> more;
    for (qsizetype index = from; index < m_list.requests().size(); ++index) {
        if (passes(index))
            more.append(index);
    }
    if (more.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(more.size()) - 1);
    m_shown += more;
    endInsertRows();
}

void RequestModel::forgetOldest()
{
    const qsizetype count = m_list.requests().size() - m_most;
    const auto gone = std::lower_bound(m_shown.cbegin(), m_shown.cend(), count) - m_shown.cbegin();
    if (gone > 0)
        beginRemoveRows({}, 0, static_cast<int>(gone) - 1);
    m_shown.remove(0, gone);
    for (qsizetype &index : m_shown)
        index -= count;
    m_list.dropFirst(count);
    if (gone > 0)
        endRemoveRows();
}

void RequestModel::setFilter(const LoggedRequestFilter &filter)
{
    m_filter = filter;
    beginResetModel();
    filterAll();
    endResetModel();
    Q_EMIT counted();
}

void RequestModel::filterAll()
{
    m_shown.clear();
    for (qsizetype index = 0; index < m_list.requests().size(); ++index) {
        if (passes(index))
            m_shown.append(index);
    }
}

bool RequestModel::passes(qsizetype index) const
{
    return matches(m_list.requests().at(index), m_filter);
}

const LoggedRequest *RequestModel::request(int row) const
{
    return row >= 0 && row < m_shown.size() ? &m_list.requests().at(m_shown.at(row)) : nullptr;
}

QList<LoggedRequest> RequestModel::shown() const
{
    QList<LoggedRequest> requests;
    requests.reserve(m_shown.size());
    for (const qsizetype index : m_shown)
        requests.append(m_list.requests().at(index));
    return requests;
}

QString RequestModel::countText() const
{
    const auto failed = std::count_if(m_shown.begin(), m_shown.end(), [this](qsizetype index) {
        return m_list.requests().at(index).isFailed();
    });
    const QLocale locale;
    QString text = tr("%1 requests, %2 failed")
                       .arg(locale.toString(m_shown.size()),
                            locale.toString(static_cast<qlonglong>(failed)));
    if (m_file.damaged() > 0)
        text += tr(", %1 damaged lines left out").arg(locale.toString(m_file.damaged()));
    return text;
}

int RequestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int RequestModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RequestModel::data(const QModelIndex &index, int role) const
{
    const LoggedRequest *row = request(index.row());
    if (!row)
        return {};
    if (role == FailedRole)
        return row->isFailed();
    if (role == SideRole) {
        const std::optional<Side> side = row->service();
        return side ? QVariant(static_cast<int>(*side)) : QVariant();
    }
    if (role == Qt::TextAlignmentRole && (index.column() == Duration || index.column() == Tries))
        return static_cast<int>(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case When:
        return row->timeText();
    case Service:
        return row->last().service;
    case What:
        return row->what();
    case Outcome:
        return row->outcome();
    case Duration:
        return row->durationText();
    case Tries:
        return QLocale().toString(row->last().attempt);
    case Left:
        return row->allowanceText();
    case Trace:
        return row->last().trace;
    default:
        return {};
    }
}

QVariant RequestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("When");
    case Service:
        return tr("Service");
    case What:
        return tr("What");
    case Outcome:
        return tr("Outcome");
    case Duration:
        return tr("Took");
    case Tries:
        return tr("Tries");
    case Left:
        return tr("Requests left");
    case Trace:
        return tr("Number for support");
    default:
        return {};
    }
}

} // namespace twinbook
