// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/decisionmodel.h"

#include <algorithm>

namespace twinbook {

DecisionModel::DecisionModel(QObject *parent)
    : QAbstractListModel(parent)
{ }

void DecisionModel::setDecisions(const QList<Decision> &decisions, const PreparedPlanPtr &plan)
{
    beginResetModel();
    m_all.clear();
    for (const Decision &decision : decisions)
        m_all.append({decision, describe(decision.question, plan.get())});
    m_shown = filtered();
    endResetModel();
}

void DecisionModel::setTopic(const QString &topic)
{
    if (topic == m_topic)
        return;
    beginResetModel();
    m_topic = topic;
    m_shown = filtered();
    endResetModel();
}

QList<DecisionModel::Line> DecisionModel::filtered() const
{
    if (m_topic.isEmpty())
        return m_all;
    QList<Line> lines;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(lines),
                 [this](const Line &line) { return line.text.topic == m_topic; });
    return lines;
}

QList<DecisionModel::Topic> DecisionModel::topics() const
{
    QList<Topic> topics;
    for (const Line &line : m_all) {
        const auto known = std::find_if(topics.begin(), topics.end(), [&line](const Topic &topic) {
            return topic.title == line.text.topic;
        });
        if (known == topics.end())
            topics.append({line.text.topic, 1});
        else
            ++known->count;
    }
    return topics;
}

int DecisionModel::lineOf(DecisionId id) const
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(),
                                    [id](const Line &line) { return line.decision.id == id; });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

QList<Decision> DecisionModel::alike(DecisionId id) const
{
    const auto mine = std::find_if(m_all.begin(), m_all.end(),
                                   [id](const Line &line) { return line.decision.id == id; });
    QList<Decision> others;
    if (mine == m_all.end())
        return others;
    const QuestionKey &key = mine->decision.question.key;
    for (const Line &line : m_all) {
        const QuestionKey &other = line.decision.question.key;
        if (line.decision.id != id && other.kind == key.kind && other.field == key.field)
            others += line.decision;
    }
    return others;
}

int DecisionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant DecisionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return tr("%1 - %2", "person - field in question").arg(line.text.person, line.text.topic);
    case PersonRole:
        return line.text.person;
    case TopicRole:
        return line.text.topic;
    case IdRole:
        return line.decision.id.number();
    default:
        return {};
    }
}

} // namespace twinbook
