// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/pagesize.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr int goodBeforeGrowth = 4;

} // namespace

PageSize::PageSize(int most, int least)
    : m_most(most)
    , m_least(least)
    , m_current(most)
{
    Q_ASSERT(least >= 1 && most >= least);
}

bool PageSize::blames(const Error &error)
{
    // Too much for our own bound and an answer that was cut off are both BadReply.
    return error.kind == ErrorKind::Timeout || error.kind == ErrorKind::BadReply
        || error.httpStatus == 413;
}

std::optional<Adaptation> PageSize::failed(const Error &error)
{
    m_goodInARow = 0;
    if (!blames(error))
        return std::nullopt;
    return step(m_current / 2,
                error.kind == ErrorKind::Timeout ? "no answer in time"_L1
                                                 : "the answer was too large or cut off"_L1);
}

std::optional<Adaptation> PageSize::succeeded()
{
    if (m_current == m_most || ++m_goodInARow < goodBeforeGrowth)
        return std::nullopt;
    m_goodInARow = 0;
    return step(m_current * 2, "pages arrive again"_L1);
}

std::optional<Adaptation> PageSize::step(int to, QLatin1StringView why)
{
    const int bounded = std::clamp(to, m_least, m_most);
    if (bounded == m_current)
        return std::nullopt;
    const Adaptation step {"people on a page"_L1, m_current, bounded, why};
    m_current = bounded;
    return step;
}

} // namespace twinbook
