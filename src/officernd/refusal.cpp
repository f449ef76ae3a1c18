// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/refusal.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

// The service's words stand in the technical side of the error (net/replyreader.cpp).
bool isValidation(const Error &error)
{
    return error.kind == ErrorKind::Rejected && error.httpStatus == 400;
}

} // namespace

bool refusesParameter(const Error &error, const QString &name)
{
    // Nobody has noted whether "modifiedAt[$gte]" is called by its name alone.
    const QRegularExpression words("property "_L1 + QRegularExpression::escape(name)
                                   + "(\\[\\$\\w+\\])? should not exist"_L1);
    return isValidation(error) && words.match(error.detail).hasMatch();
}

std::optional<int> largestPage(const Error &error)
{
    static const QRegularExpression words(u"\\$limit must not be greater than (\\d{1,6})"_s);
    if (!isValidation(error))
        return std::nullopt;
    const auto match = words.match(error.detail);
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toInt();
}

} // namespace twinbook::officernd
