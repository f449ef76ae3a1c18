// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/keeplinkids.h"

#include "store/settingsstore.h"

#include <algorithm>

namespace twinbook {

KeepLinkIds::KeepLinkIds(LinkIds wanted, PerSide<PeopleService *> services,
                         HighLevelClient &highLevel, const Database &database, const Clock &clock)
    : m_wanted(wanted)
    , m_services(services)
    , m_highLevel(highLevel)
    , m_database(database)
    , m_clock(clock)
{ }

void KeepLinkIds::run()
{
    if (m_wanted == LinkIds::NotKept)
        keep();
    else
        readNext(Side::Left);
}

void KeepLinkIds::readNext(Side side)
{
    m_running = runJob(
        this, m_services[side]->readSchema(), [this, side](const Result<ServiceSchema> &schema) {
            if (!schema) {
                finish(Failure(schema.error()));
                return;
            }
            if (std::any_of(schema->fields.cbegin(), schema->fields.cend(),
                            [side](const FieldSpec &field) { return isLinkField(side, field); }))
                m_kept[side] = LinkIds::Kept;
            if (side == Side::Left)
                readNext(Side::Right);
            else if (m_kept.right == LinkIds::NotKept)
                makeField();
            else
                keep();
        });
}

void KeepLinkIds::makeField()
{
    m_running
        = runJob(this, m_highLevel.customFields().create({.name = linkFieldTitle(Side::Right)}),
                 [this](const Result<highlevel::CustomFieldDefinition> &made) {
                     if (!made) {
                         finish(Failure(made.error()));
                         return;
                     }
                     m_kept.right = LinkIds::Kept;
                     keep();
                 });
}

void KeepLinkIds::keep()
{
    SettingsStore settings(m_database, m_clock);
    const Result<std::optional<MappingProfile>> stored = settings.mapping();
    if (!stored) {
        finish(Failure(stored.error()));
        return;
    }
    if (!*stored) {
        finish(Failure(Error {
            .kind = ErrorKind::InvalidInput,
            .message = tr("There is no field mapping yet. Connect both services and run a preview "
                          "first."),
            .detail = {}}));
        return;
    }
    MappingProfile profile = **stored;
    profile.linkIds = m_wanted;
    if (const Result<> kept = settings.setMapping(profile); !kept) {
        finish(Failure(kept.error()));
        return;
    }
    finish(m_kept);
}

void KeepLinkIds::abort()
{
    if (m_running)
        m_running->cancel();
    finish(Failure(Error {.kind = ErrorKind::Cancelled,
                          .message = tr("Stopped. Nothing was changed."),
                          .detail = {}}));
}

} // namespace twinbook
