// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/verifyreport.h"

#include <QJsonObject>

namespace twinbook::cli {

//! Whether people are named in a certificate. Without names they are known by their record ids;
//! values are never in one.
enum class CertificateNames : quint8 { Omitted, Shown };

[[nodiscard]] QJsonObject figuresToJson(const VerificationEntry &figures);
//! Whether the two services agree, as a sentence.
[[nodiscard]] QString verdictText(const VerifyReport &report);

[[nodiscard]] QJsonObject certificateToJson(const VerifyReport &report, CertificateNames names);
[[nodiscard]] QString certificateText(const VerifyReport &report, CertificateNames names);

//! As JSON if the name ends with ".json", else as text; readable by its owner only. Storage with a
//! sentence if it cannot be written.
[[nodiscard]] Result<> writeCertificate(const VerifyReport &report, CertificateNames names,
                                        const QString &file);

} // namespace twinbook::cli
