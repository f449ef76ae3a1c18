// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/fieldmapping.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

template<class Enum, std::size_t N>
using Names = std::array<std::pair<Enum, QLatin1StringView>, N>;

constexpr Names<Direction, 4> directions {{{Direction::BothWays, "both-ways"_L1},
                                           {Direction::ToRight, "only-to-highlevel"_L1},
                                           {Direction::ToLeft, "only-to-officernd"_L1},
                                           {Direction::Off, "off"_L1}}};

constexpr Names<Authority, 5> authorities {{{Authority::AskMe, "ask-me"_L1},
                                            {Authority::Newest, "newest"_L1},
                                            {Authority::Left, "officernd"_L1},
                                            {Authority::Right, "highlevel"_L1},
                                            {Authority::FillOnlyIfEmpty, "fill-only-if-empty"_L1}}};

constexpr Names<Conversion, 10> conversions {{{Conversion::AsIs, "as-is"_L1},
                                              {Conversion::Name, "name"_L1},
                                              {Conversion::Email, "email"_L1},
                                              {Conversion::Phone, "phone"_L1},
                                              {Conversion::Tags, "tags"_L1},
                                              {Conversion::Country, "country"_L1},
                                              {Conversion::Date, "date"_L1},
                                              {Conversion::Number, "number"_L1},
                                              {Conversion::YesNo, "yes-no"_L1},
                                              {Conversion::ValueList, "value-list"_L1}}};

constexpr Names<FieldRole, 10> roles {{{FieldRole::Plain, "plain"_L1},
                                       {FieldRole::Name, "name"_L1},
                                       {FieldRole::Email, "email"_L1},
                                       {FieldRole::Phone, "phone"_L1},
                                       {FieldRole::Company, "company"_L1},
                                       {FieldRole::Tags, "tags"_L1},
                                       {FieldRole::BirthDate, "birth-date"_L1},
                                       {FieldRole::Street, "street"_L1},
                                       {FieldRole::City, "city"_L1},
                                       {FieldRole::PostalCode, "postal-code"_L1}}};

template<class Enum, std::size_t N>
QString nameIn(const Names<Enum, N> &names, Enum value)
{
    for (const auto &[candidate, name] : names) {
        if (candidate == value)
            return name;
    }
    Q_UNREACHABLE();
}

template<class Enum, std::size_t N>
std::optional<Enum> valueIn(const Names<Enum, N> &names, const QString &name)
{
    for (const auto &[value, candidate] : names) {
        if (candidate == name)
            return value;
    }
    return std::nullopt;
}

} // namespace

QString directionName(Direction direction)
{
    return nameIn(directions, direction);
}

std::optional<Direction> directionFromName(const QString &name)
{
    return valueIn(directions, name);
}

QString authorityName(Authority authority)
{
    return nameIn(authorities, authority);
}

std::optional<Authority> authorityFromName(const QString &name)
{
    return valueIn(authorities, name);
}

QString conversionName(Conversion conversion)
{
    return nameIn(conversions, conversion);
}

std::optional<Conversion> conversionFromName(const QString &name)
{
    return valueIn(conversions, name);
}

QString fieldRoleName(FieldRole role)
{
    return nameIn(roles, role);
}

std::optional<FieldRole> fieldRoleFromName(const QString &name)
{
    return valueIn(roles, name);
}

} // namespace twinbook
