// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redact.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace twinbook {

QString redacted(const QString &text)
{
    struct Rule
    {
        QRegularExpression pattern;
        QString replacement;
    };
    static const std::array rules {
        Rule {QRegularExpression(uR"(\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]+)"_s),
              u"\\1 (hidden)"_s},
        Rule {QRegularExpression(uR"(\bpit-[A-Za-z0-9-]+)"_s), u"(hidden)"_s},
        Rule {QRegularExpression(uR"(\beyJ[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*)"_s), u"(hidden)"_s},
        Rule {
            QRegularExpression(
                uR"(\b(client_secret|client_id|access_token|refresh_token|code|code_verifier|password)("?\s*[=:]\s*"?)[^&\s",}]+)"_s),
            u"\\1\\2(hidden)"_s},
        Rule {QRegularExpression(uR"([A-Za-z0-9._%+-]+(@|%40)[A-Za-z0-9.-]+)"_s), u"(e-mail)"_s},
        Rule {QRegularExpression(
                  uR"((?<![A-Za-z0-9])(\+|%2B)?\(?\d[\d ().-]{7,}\d(?![A-Za-z0-9]))"_s),
              u"(phone)"_s},
    };
    QString safe = text;
    for (const Rule &rule : rules)
        safe.replace(rule.pattern, rule.replacement);
    return safe;
}

} // namespace twinbook
