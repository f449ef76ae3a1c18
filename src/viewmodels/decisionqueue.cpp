// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/decisionqueue.h"

#include <algorithm>

namespace twinbook {

DecisionQueue::DecisionQueue(SyncController &controller, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_clock(clock)
{
    connect(&controller, &SyncController::decisionsChanged, this, &DecisionQueue::reload);
    connect(&controller, &SyncController::planReady, this, &DecisionQueue::reload);
    reload();
}

void DecisionQueue::reload()
{
    const Result<QList<Decision>> open = DecisionStore(m_controller.database(), m_clock).open();
    if (!open) {
        Q_EMIT failed(open.error());
        return;
    }
    m_open = *open;
    show();
}

void DecisionQueue::show()
{
    m_model.setDecisions(m_open, m_controller.plan());
    Q_EMIT changed();
}

QList<Decision> DecisionQueue::alike(DecisionId id, Choice choice) const
{
    QList<Decision> others = m_model.alike(id);
    others.removeIf([choice](const Decision &other) {
        return !allowedChoices(other.question).contains(choice);
    });
    return others;
}

void DecisionQueue::answer(DecisionId id, Choice choice, const FieldValue &typed, Scope scope)
{
    const auto mine = std::find_if(m_open.cbegin(), m_open.cend(),
                                   [id](const Decision &decision) { return decision.id == id; });
    if (mine == m_open.cend())
        return;
    QList<Decision> group {*mine};
    if (scope == Scope::AllAlike)
        group += alike(id, choice);
    QList<DecisionId> ids;
    for (const Decision &decision : std::as_const(group)) {
        ids += decision.id;
        m_controller.answer(decision.id, answerTo(decision.question, choice, typed));
    }
    m_open.removeIf([&ids](const Decision &decision) { return ids.contains(decision.id); });
    m_answered += ids;
    show();
}

DecisionId DecisionQueue::undo()
{
    if (m_answered.isEmpty())
        return {};
    const QList<DecisionId> ids = m_answered.takeLast();
    for (DecisionId id : ids)
        m_controller.withdrawAnswer(id);
    // The questions come back with decisionsChanged(), as soon as the engine has noted it.
    Q_EMIT changed();
    return ids.constFirst();
}

} // namespace twinbook
