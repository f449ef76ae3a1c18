// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preparedplans.h"

using namespace Qt::StringLiterals;

namespace twinbook::testing {

namespace {

FieldSpec text(const FieldKey &key)
{
    return {key,
            key,
            FieldValue::Type::Text,
            FieldAccess::ReadWrite,
            FieldNeed::Optional,
            FieldOrigin::Standard,
            {}};
}

FieldValue value(const QString &text)
{
    return text.isEmpty() ? FieldValue() : FieldValue(text);
}

} // namespace

PlanBuilder::PlanBuilder()
    : m_prepared(std::make_shared<PreparedPlan>())
{
    ServiceSchema &left = m_prepared->schemas.left;
    left.fields = {text(u"name"_s), text(u"email"_s), text(u"phone"_s), text(u"address.city"_s)};
    ServiceSchema &right = m_prepared->schemas.right;
    right.fields = {text(u"firstName"_s), text(u"lastName"_s), text(u"email"_s), text(u"phone"_s),
                    text(u"city"_s)};
    MappingProfile profile = suggestedMapping(left, right);
    profile.rows[profile.indexOf(u"city"_s)].emptyRule = EmptyRule::Erase;
    m_prepared->projection = Projection(profile, left, right);
    m_prepared->left.extent = PeopleSnapshot::Extent::Whole;
    m_prepared->right.extent = PeopleSnapshot::Extent::Whole;
    m_prepared->basedOn = QDateTime(QDate(2026, 3, 3), QTime(9, 42), Qt::UTC);
}

int PlanBuilder::add(Side side, const QString &name, const QString &email, const QString &phone,
                     const QString &city, const QDateTime &modified)
{
    SideState &state = side == Side::Left ? m_prepared->left : m_prepared->right;
    const auto index = static_cast<int>(state.people.size());
    Observation person;
    person.id = RemoteId(u"%1%2"_s.arg(QLatin1Char(side == Side::Left ? 'l' : 'r')).arg(index + 1));
    person.modifiedAt = modified;
    person.values = {value(name), value(email), value(phone), value(city)};
    state.people.push_back(person);
    return index;
}

void PlanBuilder::link(int left, int right, const QStringList &agreed)
{
    Link link;
    link.id = LinkId(static_cast<qint64>(m_prepared->links.size()) + 1);
    link.left = m_prepared->left.people[static_cast<std::size_t>(left)].id;
    link.right = m_prepared->right.people[static_cast<std::size_t>(right)].id;
    for (const QString &one : agreed)
        link.base.push_back({AgreedPair::Known::Yes, value(one), value(one)});
    m_prepared->links.push_back(link);
}

PreparedPlanPtr PlanBuilder::build() const
{
    auto copy = std::make_shared<PreparedPlan>(*m_prepared);
    Result<Plan> made = plan(copy->input());
    if (!made)
        qFatal("no plan: %s", qPrintable(made.error().detail));
    copy->plan = std::move(*made);
    return copy;
}

} // namespace twinbook::testing
