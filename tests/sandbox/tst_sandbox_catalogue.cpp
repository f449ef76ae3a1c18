// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogue/catalogue.h"
#include "highlevelplay.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

namespace {

//! Rows that Twinbook never sends and that are not played: users and whole sub-accounts are not
//! made, changed or deleted by a sandbox either.
const QSet<QString> notPlayed {
    u"highlevel.locations.create"_s, u"highlevel.locations.update"_s,
    u"highlevel.locations.delete"_s, u"highlevel.users.create"_s,
    u"highlevel.users.update"_s,     u"highlevel.users.delete"_s,
};

//! "/contacts/{contactId}/tasks" with ids that exist nowhere.
QString withIds(const QString &pattern, const QString &location)
{
    QStringList parts = pattern.split(u'/');
    for (QString &part : parts) {
        if (part == "{locationId}"_L1)
            part = location;
        else if (part == "{type}"_L1)
            part = u"add"_s;
        else if (part.startsWith(u'{'))
            part = u"nobody"_s;
    }
    return parts.join(u'/');
}

} // namespace

//! Whatever the catalogue has, the sandbox plays.
class TestSandboxCatalogue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void playsEveryOperation()
    {
        const Result<Catalogue> catalogue = Catalogue::load();
        QVERIFY(catalogue);
        HighLevelPlay play;
        play.client().signIn();
        QStringList unknown;
        int asked = 0;
        for (const twinbook::Operation &row : catalogue->operations()) {
            if (row.kind != OperationKind::Operation)
                continue;
            const QByteArray method = rawMethodName(row.method).toLatin1();
            const QString path = withIds(row.path, play.locationId());
            const Response response = row.service == Side::Left
                ? play.client().officernd(method, path)
                : play.send(method, path);
            QVERIFY2(response.status > 0, qPrintable(row.name));
            const bool isUnknown = response.message().startsWith(u"Cannot "_s);
            if (isUnknown != notPlayed.contains(row.name))
                unknown.append(row.name);
            ++asked;
        }
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
        QVERIFY2(asked > 200, qPrintable(QString::number(asked)));
    }
};

QTEST_GUILESS_MAIN(TestSandboxCatalogue)
#include "tst_sandbox_catalogue.moc"
