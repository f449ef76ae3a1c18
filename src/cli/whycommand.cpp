// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/whycommand.h"

#include "viewmodels/undotext.h"
#include "workspace/workspace.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

QString originName(WhyHere::Origin origin)
{
    switch (origin) {
    case WhyHere::Origin::WrittenBySync:
        return u"written-by-sync"_s;
    case WhyHere::Origin::ChangedThere:
        return u"changed-there"_s;
    case WhyHere::Origin::NeverWritten:
        return u"never-written"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject whyToJson(const WhyHere &why)
{
    QJsonObject json {{u"service"_s, serviceKey(why.side)},
                      {u"record"_s, why.record.text()},
                      {u"value"_s, why.value.toJson()},
                      {u"origin"_s, originName(why.origin)}};
    if (why.last) {
        json.insert(u"run"_s, why.last->run.number());
        json.insert(u"at"_s, why.last->at.toString(Qt::ISODate));
        json.insert(u"before"_s, why.last->before.toJson());
        json.insert(u"after"_s, why.last->after.toJson());
        json.insert(u"reason"_s, why.last->reason);
        json.insert(u"recovered"_s, why.last->knownBy == ChangeEntry::KnownBy::Recovery);
    }
    return json;
}

} // namespace

WhyCommand::WhyCommand(Context context, QString person, QString field)
    : Command(std::move(context))
    , m_person(std::move(person))
    , m_field(std::move(field))
{ }

void WhyCommand::run()
{
    const Result<Database> database = Database::open(
        Workspace::databasePath(context().dataDirectory), Database::Mode::ReadOnly);
    if (!database) {
        fail(database.error());
        return;
    }
    const Result<QList<WhyHere>> answers = whyHere(m_person, m_field, *database, clock());
    if (!answers) {
        fail(answers.error());
        return;
    }
    QJsonArray json;
    for (const WhyHere &why : *answers) {
        output().line(whyHereText(why));
        json.append(whyToJson(why));
    }
    output().object({{u"why"_s, json}});
    Q_EMIT finished(ExitCode::InAgreement);
}

} // namespace twinbook::cli
