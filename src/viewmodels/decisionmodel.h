// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/decisionstore.h"
#include "viewmodels/decisiontext.h"

#include <QAbstractListModel>

namespace twinbook {

//! The open questions, oldest first, one line each.
class DecisionModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DecisionModel)

public:
    enum Role {
        TopicRole = Qt::UserRole, //!< "Phone"
        PersonRole, //!< name to show
        IdRole, //!< DecisionId as qint64
    };
    //! Questions of one kind, for "Show: Phone (9)".
    struct Topic
    {
        QString title;
        int count = 0;
        friend bool operator==(const Topic &, const Topic &) = default;
    };

    explicit DecisionModel(QObject *parent = nullptr);

    //! Shows these questions, in words taken from the plan (may be null).
    void setDecisions(const QList<Decision> &decisions, const PreparedPlanPtr &plan);
    //! Shows only questions about that topic; empty shows all.
    void setTopic(const QString &topic);
    [[nodiscard]] const QString &topic() const { return m_topic; }

    [[nodiscard]] int total() const { return static_cast<int>(m_all.size()); }
    [[nodiscard]] QList<Topic> topics() const;
    [[nodiscard]] const Decision &decision(int line) const { return m_shown.at(line).decision; }
    [[nodiscard]] const DecisionText &text(int line) const { return m_shown.at(line).text; }
    [[nodiscard]] int lineOf(DecisionId id) const; //!< -1 if it is not shown
    //! The other questions of the same kind about the same field, also those not shown.
    [[nodiscard]] QList<Decision> alike(DecisionId id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Line
    {
        Decision decision;
        DecisionText text;
    };
    [[nodiscard]] QList<Line> filtered() const;

    QList<Line> m_all;
    QList<Line> m_shown;
    QString m_topic;
};

} // namespace twinbook
