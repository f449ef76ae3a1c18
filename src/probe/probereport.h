// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "probe/experiment.h"
#include "quirks/quirkset.h"

#include <QJsonArray>

namespace twinbook {

//! What the probe found out about one quirk.
struct QuirkFinding
{
    Quirk quirk;
    Verdict verdict;
    QJsonArray evidence {}; //!< of evidenceOf(), in the order of the requests
};

//! What the probe found out about one account.
struct ProbeReport
{
    Side service = Side::Left;
    QString account; //!< organisation or sub-account id
    QDateTime at; //!< UTC
    QList<QuirkFinding> findings; //!< every quirk of the service, in the order of quirks()
    //! Records of the probe that could not be deleted, as paths; for a person to delete.
    QStringList leftBehind;

    [[nodiscard]] QJsonObject toJson() const;
};

//! The behaviours of an account as a probe's file tells them: what was contradicted does not hold,
//! everything else does. InvalidInput for what is not such a file.
[[nodiscard]] Result<QuirkSet> quirksFromProbe(const QJsonObject &json);

} // namespace twinbook
