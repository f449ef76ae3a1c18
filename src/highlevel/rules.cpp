// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/rules.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

namespace {

bool matches(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

} // namespace

bool isPlainId(const QString &id)
{
    static const QString pattern = u"(?=.*[A-Za-z0-9])[A-Za-z0-9._:~-]{1,128}"_s;
    return matches(id, pattern);
}

bool isE164(const QString &phone)
{
    return matches(phone, u"\\+[1-9][0-9]{1,14}"_s);
}

bool isCountryCode(const QString &code)
{
    return matches(code, u"[A-Z]{2}"_s) && QLocale::codeToTerritory(code) != QLocale::AnyTerritory;
}

bool isHexColor(const QString &color)
{
    return matches(color, u"#[0-9A-Fa-f]{6}"_s);
}

bool isTimeZone(const QString &name)
{
    return matches(name, u"UTC|GMT|[A-Z][A-Za-z_]+(/[A-Za-z0-9_+-]+){1,2}"_s);
}

bool isEmailAddress(const QString &email)
{
    return matches(email, u"[^@\\s]+@[^@\\s]+"_s);
}

QString quotable(const QString &value)
{
    constexpr qsizetype longest = 60;
    const QString line = value.simplified();
    return line.size() <= longest ? line : line.left(longest) + u'…';
}

} // namespace twinbook::highlevel
