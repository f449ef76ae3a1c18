// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/phone.h"

#include "core/normalize.h"

#include <phonenumbers/phonenumberutil.h>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! "+359 88 123-4567" without its punctuation, or nothing if the text holds anything that only
//! the number plans can judge. Most numbers that a CRM holds are already international, and this
//! keeps 200,000 of them off the slow path.
QString plainInternational(const QString &phone)
{
    QString digits;
    digits.reserve(phone.size());
    for (const QChar c : phone) {
        const char16_t u = c.unicode();
        if (u >= u'0' && u <= u'9')
            digits.append(c);
        else if (u == u'+' && digits.isEmpty())
            digits.append(c);
        else if (u != u' ' && u != u'-' && u != u'.')
            return {};
    }
    const bool plausible = digits.startsWith(u'+') && digits.size() >= 9 && digits.size() <= 16;
    return plausible && digits.at(1) != u'0' ? digits : QString();
}

} // namespace

QString phoneE164(const QString &phone, const QString &country)
{
    using i18n::phonenumbers::PhoneNumber;
    using i18n::phonenumbers::PhoneNumberUtil;

    if (const QString plain = plainInternational(phone); !plain.isEmpty())
        return plain;

    const PhoneNumberUtil &plans = *PhoneNumberUtil::GetInstance();
    const std::string region = country.isEmpty() ? "ZZ" : country.toUpper().toStdString();
    PhoneNumber number;
    if (plans.Parse(phone.toStdString(), region, &number) != PhoneNumberUtil::NO_PARSING_ERROR)
        return {};
    if (!plans.IsPossibleNumber(number))
        return {};
    std::string formatted;
    plans.Format(number, PhoneNumberUtil::E164, &formatted);
    return QString::fromStdString(formatted);
}

QString phoneKey(const QString &phone, const QString &country)
{
    const QString simplified = simplifiedText(phone);
    if (simplified.isEmpty())
        return {};
    const QString e164 = phoneE164(simplified, country);
    return e164.isEmpty() ? "raw:"_L1 + simplified.toCaseFolded() : e164;
}

} // namespace twinbook
