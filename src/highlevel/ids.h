// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

namespace twinbook::highlevel {

// One type for each kind of record, so that a task's id cannot stand where its contact's belongs.

using ContactId = RemoteId;
using TaskId = TextId<struct TaskIdTag>;
using NoteId = TextId<struct NoteIdTag>;
using TagId = TextId<struct TagIdTag>;
using UserId = TextId<struct UserIdTag>;
using BusinessId = TextId<struct BusinessIdTag>;
using CustomFieldId = TextId<struct CustomFieldIdTag>;
using CustomValueId = TextId<struct CustomValueIdTag>;
using FolderId = TextId<struct FolderIdTag>;
using CalendarId = TextId<struct CalendarIdTag>;
using CalendarGroupId = TextId<struct CalendarGroupIdTag>;
//! An appointment or a blocked time: both are events of a calendar.
using EventId = TextId<struct EventIdTag>;
using WorkflowId = TextId<struct WorkflowIdTag>;
using CampaignId = TextId<struct CampaignIdTag>;
//! The sub-account.
using LocationId = TextId<struct LocationIdTag>;
//! The agency.
using CompanyId = TextId<struct CompanyIdTag>;

} // namespace twinbook::highlevel
