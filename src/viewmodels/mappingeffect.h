// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "viewmodels/mappingexample.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

namespace twinbook {

//! What a draft of the mapping would do to people.
struct DraftEffect
{
    int people = 0; //!< whose next sync would write something else than with the mapping in force
    int questions = 0; //!< open questions after it
    friend bool operator==(const DraftEffect &, const DraftEffect &) = default;
};

//! Plans with the draft from the people last seen, without network and without keeping anything.
//! Not for the window's thread.
[[nodiscard]] Result<DraftEffect> effectOf(const MappingProfile &draft, const PreparedPlan &present,
                                           const Database &database, const Clock &clock);

//! Works out the effect of a draft and the usage of the fields beside the window's thread, with a
//! connection of its own. Only the newest request counts.
class MappingEffect final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MappingEffect)

public:
    //! `clock` must outlive the object.
    MappingEffect(QString databasePath, const Clock &clock, QObject *parent = nullptr);
    ~MappingEffect() override;

    //! Asks for the effect; effectReady() comes a moment after the last request.
    void requestEffect(const MappingProfile &draft, const PreparedPlanPtr &present);
    void requestUsage();

Q_SIGNALS:
    void effectReady(const twinbook::DraftEffect &effect);
    void usageReady(const twinbook::PerSide<QHash<twinbook::FieldKey, int>> &usage);

private:
    void startEffect();

    const QString m_path;
    const Clock &m_clock;
    QTimer m_pause; //!< no work while a person is still turning a combo box
    MappingProfile m_draft;
    PreparedPlanPtr m_present;
    QFutureWatcher<Result<DraftEffect>> m_effect;
    QFutureWatcher<Result<PerSide<QHash<FieldKey, int>>>> m_usage;
};

} // namespace twinbook
