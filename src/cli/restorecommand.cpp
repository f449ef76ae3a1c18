// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/restorecommand.h"

#include "store/restorepoints.h"
#include "workspace/workspace.h"

#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

RestoreCommand::RestoreCommand(Context context, qint64 run)
    : Command(std::move(context))
    , m_run(run)
{ }

void RestoreCommand::run()
{
    if (m_run == 0)
        list();
    else
        use();
}

void RestoreCommand::list()
{
    const RestorePoints points(Workspace::databasePath(context().dataDirectory));
    QJsonArray json;
    const QList<RestorePoint> all = points.list();
    for (const RestorePoint &point : all) {
        output().line(tr("%1  before sync #%1, made %2, %3")
                          .arg(QString::number(point.run.number()),
                               QLocale().toString(point.madeAt.toLocalTime(), QLocale::ShortFormat),
                               QLocale().formattedDataSize(point.bytes)));
        json.append(QJsonObject {{u"run"_s, point.run.number()},
                                 {u"madeAt"_s, point.madeAt.toString(Qt::ISODate)},
                                 {u"bytes"_s, point.bytes}});
    }
    if (all.isEmpty())
        output().line(tr("There is no restore point yet. One is made before each sync that "
                         "changes something."));
    output().object({{u"restorePoints"_s, json}});
    Q_EMIT finished(ExitCode::InAgreement);
}

void RestoreCommand::use()
{
    const Result<> restored = Workspace::goBackTo(context().dataDirectory, RunId(m_run));
    if (!restored) {
        fail(restored.error());
        return;
    }
    output().line(tr("Twinbook remembers again what it knew before sync #%1: who is linked with "
                     "whom, what both sides agreed on, your decisions, the mapping and the "
                     "history. Nothing was changed in OfficeRnD or HighLevel. Run \"twinbookctl "
                     "preview\" to see how they differ from that now. What Twinbook remembered a "
                     "moment ago is kept as a restore point too.")
                      .arg(m_run));
    output().object({{u"restored"_s, m_run}});
    Q_EMIT finished(ExitCode::PersonNeeded);
}

} // namespace twinbook::cli
