// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/statuscommand.h"

#include "cli/planreport.h"
#include "store/decisionstore.h"
#include "viewmodels/healthfacts.h"
#include "workspace/workspace.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

QString levelName(Health::Level level)
{
    switch (level) {
    case Health::Level::Good:
        return u"good"_s;
    case Health::Level::Attention:
        return u"attention"_s;
    case Health::Level::Stopped:
        return u"stopped"_s;
    case Health::Level::Working:
        return u"working"_s;
    }
    Q_UNREACHABLE();
}

ExitCode exitCodeOf(Health::Level level)
{
    switch (level) {
    case Health::Level::Good:
    case Health::Level::Working:
        return ExitCode::InAgreement;
    case Health::Level::Attention:
        return ExitCode::PersonNeeded;
    case Health::Level::Stopped:
        return ExitCode::Errors;
    }
    Q_UNREACHABLE();
}

} // namespace

void StatusCommand::run()
{
    const Result<Database> database = Database::open(
        Workspace::databasePath(context().dataDirectory), Database::Mode::ReadOnly);
    if (!database) {
        fail(database.error());
        return;
    }
    const Result<HealthFacts> facts = healthFacts(*database, clock());
    if (!facts) {
        fail(facts.error());
        return;
    }
    const Result<std::array<int, 7>> counts = PeopleTable(*database).countsByState();
    if (!counts) {
        fail(counts.error());
        return;
    }
    const Health health = healthOf(*facts, clock().now());
    output().line(health.sentence);
    const auto count = [&](RowState state) { return counts->at(static_cast<std::size_t>(state)); };
    output().line(
        tr("In sync %1, to link %2, new %3, changed %4, needs you %5, failed %6, left out %7.")
            .arg(count(RowState::InSync))
            .arg(count(RowState::Link))
            .arg(count(RowState::New))
            .arg(count(RowState::Changed))
            .arg(count(RowState::NeedsYou))
            .arg(count(RowState::Failed))
            .arg(count(RowState::LeftOut)));
    QJsonObject json {
        {u"level"_s, levelName(health.level)},      {u"sentence"_s, health.sentence},
        {u"inSync"_s, count(RowState::InSync)},     {u"link"_s, count(RowState::Link)},
        {u"new"_s, count(RowState::New)},           {u"changed"_s, count(RowState::Changed)},
        {u"needsYou"_s, count(RowState::NeedsYou)}, {u"failed"_s, count(RowState::Failed)},
        {u"leftOut"_s, count(RowState::LeftOut)},   {u"openDecisions"_s, facts->openDecisions}};
    if (facts->lastRun)
        json.insert(u"lastRun"_s, runToJson(*facts->lastRun));
    output().object(json);
    Q_EMIT finished(exitCodeOf(health.level));
}

} // namespace twinbook::cli
