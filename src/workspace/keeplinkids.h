// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/peopleservice.h"
#include "highlevel/client.h"
#include "mapping/mappingprofile.h"
#include "store/database.h"

namespace twinbook {

//! Turns on or off that each service keeps a person's number at the other one (the setting "Keep
//! each person's number at the other service"). Turning on makes the field at HighLevel if the
//! account has none; OfficeRnD lets no program make one, so a property of members by the name of
//! linkFieldTitle() is used if it is there. Numbers are written with the next change of each
//! person. Turning off erases nothing.
//!
//! The result tells which services keep numbers from now on. InvalidInput before the first preview,
//! when there is no field mapping yet.
class KeepLinkIds final : public TypedJob<PerSide<LinkIds>>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeepLinkIds)

public:
    //! Everything referred to must outlive the job.
    KeepLinkIds(LinkIds wanted, PerSide<PeopleService *> services, HighLevelClient &highLevel,
                const Database &database, const Clock &clock);

protected:
    void run() override;
    void abort() override;

private:
    void readNext(Side side);
    void makeField();
    void keep();

    const LinkIds m_wanted;
    const PerSide<PeopleService *> m_services;
    HighLevelClient &m_highLevel;
    const Database &m_database;
    const Clock &m_clock;
    PerSide<LinkIds> m_kept {LinkIds::NotKept, LinkIds::NotKept};
    Job *m_running = nullptr;
};

} // namespace twinbook
