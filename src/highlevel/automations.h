// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/resource.h"

#include <QList>

namespace twinbook::highlevel {

//! Something a person can be enrolled in: a workflow, or a campaign of the older kind.
struct Automation
{
    QString id; //!< of a WorkflowId or a CampaignId, as the list says
    Text name;
    Text status; //!< "draft", "published"
};

//! Pick lists for the enrolment of ContactActions.
class Automations final : public Resource
{
public:
    using Resource::Resource;

    [[nodiscard]] Pending<QList<Automation>> workflows() const;
    //! `status` narrows to "draft" or "published".
    [[nodiscard]] Pending<QList<Automation>> campaigns(const QString &status = {}) const;
};

} // namespace twinbook::highlevel
