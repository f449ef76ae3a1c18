// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/mappingeffect.h"

#include "core/logging.h"
#include "store/linkstore.h"
#include "store/observationstore.h"
#include "viewmodels/valuechange.h"

#include <QtConcurrent>

#include <chrono>

using namespace std::chrono_literals;

namespace twinbook {

namespace {

using PersonKey = std::pair<RemoteId, RemoteId>;

// What a plan writes for one person, independent of the order of the mapping's rows.
struct Write
{
    FieldId field;
    Side side;
    FieldValue value;
    friend bool operator==(const Write &, const Write &) = default;
};

QHash<PersonKey, QList<Write>> writesOf(const PreparedPlan &prepared)
{
    QHash<PersonKey, QList<Write>> writes;
    for (const PersonPlan &person : prepared.plan.people) {
        const std::vector<ValueChange> changes = valueChanges(prepared, person);
        if (changes.empty())
            continue;
        PersonKey key;
        if (person.left != PersonPlan::nobody)
            key.first = prepared.left.people[static_cast<std::size_t>(person.left)].id;
        if (person.right != PersonPlan::nobody)
            key.second = prepared.right.people[static_cast<std::size_t>(person.right)].id;
        QList<Write> &list = writes[key];
        for (const ValueChange &change : changes)
            list.append({prepared.projection.row(change.row).id, change.side, change.after});
        std::sort(list.begin(), list.end(), [](const Write &a, const Write &b) {
            return std::tie(a.field, a.side) < std::tie(b.field, b.side);
        });
    }
    return writes;
}

Result<SideState> sideState(Side side, const Projection &projection, const PreparedPlan &present,
                            const Database &database)
{
    const Result<QList<RemoteRecord>> people = ObservationStore(database).all(side);
    if (!people)
        return Failure(people.error());
    SideState state;
    state.extent = present.side(side).extent;
    state.previousCount = present.side(side).previousCount;
    state.people.reserve(static_cast<std::size_t>(people->size()));
    for (const RemoteRecord &person : *people)
        state.people.push_back({person.id, person.modifiedAt, person.fidelity,
                                projection.project(side, person.fields),
                                projection.counterpart(side, person.fields)});
    return state;
}

} // namespace

Result<DraftEffect> effectOf(const MappingProfile &draft, const PreparedPlan &present,
                             const Database &database, const Clock &clock)
{
    PreparedPlan wanted;
    wanted.projection = Projection(draft, present.schemas.left, present.schemas.right);
    for (Side side : bothSides) {
        Result<SideState> state = sideState(side, wanted.projection, present, database);
        if (!state)
            return Failure(state.error());
        (side == Side::Left ? wanted.left : wanted.right) = std::move(*state);
    }
    QList<FieldId> rows;
    for (const FieldMapping &row : draft.rows)
        rows += row.id;
    Result<std::vector<Link>> links = LinkStore(database).all(rows);
    if (!links)
        return Failure(links.error());
    wanted.links = std::move(*links);
    Result<Judgements> judgements = DecisionStore(database, clock).judgements();
    if (!judgements)
        return Failure(judgements.error());
    wanted.judgements = std::move(*judgements);
    Result<Plan> planned = plan(wanted.input());
    if (!planned)
        return Failure(planned.error());
    wanted.plan = std::move(*planned);

    DraftEffect effect;
    effect.questions = wanted.plan.counts.questions;
    const QHash<PersonKey, QList<Write>> before = writesOf(present);
    const QHash<PersonKey, QList<Write>> after = writesOf(wanted);
    for (auto person = after.cbegin(); person != after.cend(); ++person)
        effect.people += before.value(person.key()) != *person ? 1 : 0;
    return effect;
}

MappingEffect::MappingEffect(QString databasePath, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_path(std::move(databasePath))
    , m_clock(clock)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(300ms);
    connect(&m_pause, &QTimer::timeout, this, &MappingEffect::startEffect);
    connect(&m_effect, &QFutureWatcherBase::finished, this, [this] {
        const Result<DraftEffect> effect = m_effect.result();
        if (effect)
            Q_EMIT effectReady(*effect);
        else
            qCWarning(logGui) << "the effect of the mapping is not known:" << effect.error().detail;
    });
    connect(&m_usage, &QFutureWatcherBase::finished, this, [this] {
        const auto usage = m_usage.result();
        if (usage)
            Q_EMIT usageReady(*usage);
        else
            qCWarning(logGui) << "the usage of fields is not known:" << usage.error().detail;
    });
}

MappingEffect::~MappingEffect()
{
    // Both use the clock, which may be gone after us.
    m_effect.waitForFinished();
    m_usage.waitForFinished();
}

void MappingEffect::requestEffect(const MappingProfile &draft, const PreparedPlanPtr &present)
{
    m_draft = draft;
    m_present = present;
    m_pause.start();
}

void MappingEffect::startEffect()
{
    if (!m_present)
        return;
    if (m_effect.isRunning()) {
        // One at a time: the pause begins anew until the earlier one has ended.
        m_pause.start();
        return;
    }
    m_effect.setFuture(QtConcurrent::run([path = m_path, draft = m_draft, present = m_present,
                                          clock = &m_clock]() -> Result<DraftEffect> {
        const Result<Database> database = Database::open(path, Database::Mode::ReadOnly);
        if (!database)
            return Failure(database.error());
        return effectOf(draft, *present, *database, *clock);
    }));
}

void MappingEffect::requestUsage()
{
    m_usage.setFuture(QtConcurrent::run([path = m_path]() -> Result<PerSide<QHash<FieldKey, int>>> {
        const Result<Database> database = Database::open(path, Database::Mode::ReadOnly);
        if (!database)
            return Failure(database.error());
        return fieldUsage(*database);
    }));
}

} // namespace twinbook
