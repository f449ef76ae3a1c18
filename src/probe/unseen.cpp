// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/experiments.h"

#include <array>

namespace twinbook {

namespace {

struct Unseen
{
    Quirk quirk;
    const char *reason;
};

constexpr auto existingSignIn
    = "The probe uses a sign-in that is already there and sees nothing of it.";
constexpr auto ownPages = "People are merged in the service's own pages only.";
constexpr auto needsAddress = "Events need an address on the internet that the service can call.";

constexpr std::array unseen {
    Unseen {Quirk::VersionIsRequired, "Every request of this program carries the Version header."},
    Unseen {Quirk::RefreshTokenRotates, existingSignIn},
    Unseen {Quirk::SignInHandsBackState, existingSignIn},
    Unseen {Quirk::TokenRequestsAreFew, existingSignIn},
    Unseen {Quirk::CreateMayAnswer422,
            "It happens once in some hundred creations; a few show nothing."},
    Unseen {Quirk::WorkflowAnswers201,
            "It would start a real workflow, which may send messages to people."},
    Unseen {Quirk::MergedContactVanishes, ownPages},
    Unseen {Quirk::MergedMemberVanishes, ownPages},
    Unseen {Quirk::WebhooksAreSigned, needsAddress},
    Unseen {Quirk::TaskEventsAreThin, needsAddress},
    Unseen {Quirk::OfficeRnDWebhooksAreSigned, needsAddress},
    Unseen {Quirk::MissingScopeAnswers401,
            "The probe cannot take a permission away from the account."},
    Unseen {Quirk::UnknownOrganizationAnswers500,
            "Every request of this program names the connected organisation."},
};

} // namespace

QString whyUnseen(Quirk quirk)
{
    for (const Unseen &each : unseen) {
        if (each.quirk == quirk)
            return QString::fromLatin1(each.reason);
    }
    return {};
}

} // namespace twinbook
