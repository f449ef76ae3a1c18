// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/phone.h"

#include "core/normalize.h"

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! Countries whose national numbers of this length are never rewritten by the number plans (no
//! trunk or carrier prefix can hide in them), as long as they do not start with 0.
struct PlainPlan
{
    QLatin1StringView code;
    qsizetype length = 0;
};

constexpr std::array plainPlans {
    PlainPlan {"1"_L1, 10},  PlainPlan {"31"_L1, 9},  PlainPlan {"32"_L1, 9},
    PlainPlan {"33"_L1, 9},  PlainPlan {"34"_L1, 9},  PlainPlan {"40"_L1, 9},
    PlainPlan {"41"_L1, 9},  PlainPlan {"44"_L1, 10}, PlainPlan {"46"_L1, 9},
    PlainPlan {"48"_L1, 9},  PlainPlan {"49"_L1, 10}, PlainPlan {"49"_L1, 11},
    PlainPlan {"65"_L1, 8},  PlainPlan {"91"_L1, 10}, PlainPlan {"351"_L1, 9},
    PlainPlan {"353"_L1, 9}, PlainPlan {"359"_L1, 8}, PlainPlan {"359"_L1, 9},
    PlainPlan {"420"_L1, 9}, PlainPlan {"971"_L1, 9}, PlainPlan {"972"_L1, 9},
};

bool isPlain(QStringView digits)
{
    return std::any_of(plainPlans.cbegin(), plainPlans.cend(), [&](const PlainPlan &plan) {
        if (digits.size() != plan.code.size() + plan.length || !digits.startsWith(plan.code))
            return false;
        const QChar first = digits.at(plan.code.size());
        // In North America 1 is the trunk prefix.
        return first != u'0' && (first != u'1' || plan.code != "1"_L1);
    });
}

//! "+44 20 7946-0018" without its punctuation, or nothing if the text holds anything that only
//! the number plans can judge. Most numbers that a CRM holds are already international, and this
//! keeps 200,000 of them off the slow path.
QString plainInternational(const QString &phone)
{
    QString digits;
    digits.reserve(phone.size());
    for (const QChar c : phone) {
        const char16_t u = c.unicode();
        if ((u >= u'0' && u <= u'9') || (u == u'+' && digits.isEmpty()))
            digits.append(c);
        else if (u != u' ' && u != u'-' && u != u'.')
            return {};
    }
    const bool plain = digits.startsWith(u'+') && isPlain(QStringView(digits).mid(1));
    return plain ? digits : QString();
}

//! The E.164 form and, apart from it, the extension: two desks behind one switchboard are two
//! numbers.
struct ReadPhone
{
    QString e164;
    QString extension;
};

ReadPhone readPhone(const QString &phone, const QString &country)
{
    using i18n::phonenumbers::PhoneNumber;
    using i18n::phonenumbers::PhoneNumberUtil;

    if (const QString plain = plainInternational(phone); !plain.isEmpty())
        return {plain, {}};

    const PhoneNumberUtil &plans = *PhoneNumberUtil::GetInstance();
    const std::string region = country.isEmpty() ? "ZZ" : country.toUpper().toStdString();
    std::string text = phone.toStdString();
    QString extension;
    // The result must read as itself, or a number that we wrote would look edited. One reading
    // takes one trunk prefix off; only numbers that still begin with 0 can hold another.
    for (;;) {
        PhoneNumber number;
        if (plans.Parse(text, region, &number) != PhoneNumberUtil::NO_PARSING_ERROR
            // A number that can only be dialled within its area is nobody's number elsewhere.
            || plans.IsPossibleNumberWithReason(number) != PhoneNumberUtil::IS_POSSIBLE)
            return {};
        if (extension.isEmpty())
            extension = QString::fromStdString(number.extension());
        std::string formatted;
        plans.Format(number, PhoneNumberUtil::E164, &formatted);
        if (!number.italian_leading_zero() || formatted == text)
            return {QString::fromStdString(formatted), extension};
        text = std::move(formatted);
    }
}

} // namespace

QString phoneE164(const QString &phone, const QString &country)
{
    return readPhone(phone, country).e164;
}

QString phoneKey(const QString &phone, const QString &country)
{
    const QString simplified = simplifiedText(phone);
    if (simplified.isEmpty())
        return {};
    const ReadPhone read = readPhone(simplified, country);
    if (read.e164.isEmpty())
        return "raw:"_L1 + simplified.toCaseFolded();
    return read.extension.isEmpty() ? read.e164 : read.e164 + ";ext="_L1 + read.extension;
}

} // namespace twinbook
