// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/decisionmodel.h"
#include "viewmodels/synccontroller.h"

#include <QObject>

namespace twinbook {

//! The open questions with what can be done about them: answer one or all of a kind, and take the
//! last answer back. Answers are told to the engine at once; the list shows it at once.
class DecisionQueue final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DecisionQueue)

public:
    enum class Scope : quint8 { ThisOne, AllAlike };

    //! Both must outlive the queue.
    DecisionQueue(SyncController &controller, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] DecisionModel &model() { return m_model; }
    //! The other questions that Scope::AllAlike would answer in the same way.
    [[nodiscard]] QList<Decision> alike(DecisionId id, Choice choice) const;

    void answer(DecisionId id, Choice choice, const FieldValue &typed, Scope scope);
    [[nodiscard]] bool canUndo() const { return !m_answered.isEmpty(); }
    //! Withdraws what the last answer() did. Returns the question it was given for.
    DecisionId undo();

public Q_SLOTS:
    //! Reads the open questions again.
    void reload();

Q_SIGNALS:
    //! The list or what can be undone is different now.
    void changed();
    void failed(const twinbook::Error &error);

private:
    void show();

    SyncController &m_controller;
    const Clock &m_clock;
    DecisionModel m_model;
    QList<Decision> m_open;
    QList<QList<DecisionId>> m_answered; //!< in this session, newest last
};

} // namespace twinbook
