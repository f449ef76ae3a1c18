// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/idsource.h"

#include "sandbox/dice.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

//! Seconds of 2024-03-01, as the first four bytes of an ObjectId have them.
constexpr quint64 objectIdEpoch = 0x65e11980;

QString objectId(quint64 seed, quint64 position)
{
    Dice dice(seed);
    const quint64 machine = dice.next() & 0xFF'FFFF'FFFFULL;
    // Time and counter grow together, so that ids sort in the order of creation.
    const quint64 seconds = objectIdEpoch + position / 16;
    return u"%1%2%3"_s.arg(seconds, 8, 16, QLatin1Char('0'))
        .arg(machine, 10, 16, QLatin1Char('0'))
        .arg(position & 0xFF'FFFF, 6, 16, QLatin1Char('0'));
}

QString letters(quint64 seed, quint64 position)
{
    static constexpr QLatin1StringView alphabet(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    Dice dice(seed ^ (position * 0xD1B54A32D192ED03ULL));
    QString id;
    id.reserve(20);
    for (int i = 0; i < 20; ++i)
        id.append(alphabet.at(dice.below(static_cast<int>(alphabet.size()))));
    return id;
}

} // namespace

IdSource::IdSource(Look look, quint64 seed)
    : m_look(look)
    , m_seed(seed)
{ }

QString IdSource::next()
{
    ++m_position;
    return m_look == Look::ObjectId ? objectId(m_seed, m_position) : letters(m_seed, m_position);
}

} // namespace twinbook::sandbox
