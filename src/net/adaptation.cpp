// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/adaptation.h"

#include "core/logging.h"
#include "core/redact.h"

using namespace Qt::StringLiterals;

namespace twinbook {

void logAdaptation(const QString &service, const Adaptation &step)
{
    const QString line = u"%1: %2 %3 -> %4 (%5)"_s.arg(
        service, step.what, QString::number(step.from), QString::number(step.to), step.why);
    qCInfo(logNet).noquote() << redacted(line);
}

bool logAdaptation(const QString &service, const std::optional<Adaptation> &step)
{
    if (step)
        logAdaptation(service, *step);
    return step.has_value();
}

} // namespace twinbook
