// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operationrows.h"
#include "scriptedaccount.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;
using highlevel::ApiVersion;

namespace {

QList<OperationRow> allRows()
{
    return contactRows() + accountRows() + calendarRows();
}

//! One line of the research catalogue: action, its method and path, and what it is for.
struct CatalogueRow
{
    QString group;
    QString method;
    QString path;
    QString use;
};

//! Beside the sources, or beside a folder that holds them.
QString cataloguePath()
{
    const QString below = u"/shared/apis/highlevel/operations-catalogue.csv"_s;
    QDir folder(QStringLiteral(TWINBOOK_SOURCE_DIR));
    while (!QFile::exists(folder.path() + below) && folder.cdUp()) { }
    return folder.path() + below;
}

//! Columns: no, kind, group, operation_id, method, path, scope, scope_inferred, token, version,
//! deprecated, use. Only the last one may hold commas.
QList<CatalogueRow> catalogue()
{
    QList<CatalogueRow> rows;
    QFile file(cataloguePath());
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return rows;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList columns = line.split(u',');
        if (columns.value(1) == "action"_L1)
            rows.append(
                {columns.value(2), columns.value(4), columns.value(5), columns.mid(11).join(u',')});
    }
    return rows;
}

//! Signing in is not the client's; what the sheet never wants is offered nowhere.
bool isUsed(const CatalogueRow &row)
{
    static const QStringList unused {u"never"_s, u"out of scope"_s, u"delete never"_s};
    return row.group != "oauth"_L1 && !unused.contains(row.use);
}

//! The row that describes a request best: with the fewest places that anything could stand in.
const CatalogueRow *described(const QList<CatalogueRow> &rows, const OperationRow &operation)
{
    const QString path = QString::fromLatin1(operation.target).section(u'?', 0, 0);
    const CatalogueRow *best = nullptr;
    for (const CatalogueRow &row : rows) {
        QString pattern = row.path;
        pattern.replace(QRegularExpression(u"\\{[^}]+\\}"_s), u"[^/]+"_s);
        const QRegularExpression whole(QRegularExpression::anchoredPattern(pattern));
        if (row.method != QLatin1StringView(operation.method) || !whole.match(path).hasMatch())
            continue;
        if (!best || row.path.count(u'{') < best->path.count(u'{'))
            best = &row;
    }
    return best;
}

} // namespace

class TestHighLevelOperations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOperationGoesOutAsDescribed_data()
    {
        QTest::addColumn<int>("index");
        const auto rows = allRows();
        for (qsizetype i = 0; i < rows.size(); ++i)
            QTest::newRow(rows.at(i).name) << int(i);
    }

    void everyOperationGoesOutAsDescribed()
    {
        QFETCH(int, index);
        const OperationRow row = allRows().at(index);
        ScriptedAccount account;
        account.answer(row.answer);
        const Result<> result = row.ask(account.client());
        QVERIFY2(result, qPrintable(whatWentWrong(result)));

        QCOMPARE(account.requestCount(), 1);
        const SeenRequest seen = account.lastRequest();
        QCOMPARE(seen.method, QByteArray(row.method));
        QCOMPARE(seen.target, QByteArray(row.target));
        QCOMPARE(seen.version, QByteArray(row.version));
        const QByteArray body = row.body;
        if (body.isEmpty()) {
            QCOMPARE(seen.body, QByteArray());
        } else if (body == "*") {
            QVERIFY(seen.contentType.startsWith("multipart/form-data; boundary="));
        } else {
            QCOMPARE(seen.contentType, QByteArray("application/json"));
            QCOMPARE(json(seen.body), json(body));
        }
    }

    void everyAnswerMayBeBroken_data() { everyOperationGoesOutAsDescribed_data(); }

    //! Whatever comes back, there is a sentence for people.
    void everyAnswerMayBeBroken()
    {
        QFETCH(int, index);
        const OperationRow row = allRows().at(index);
        ScriptedAccount account;
        account.answer(R"({"statusCode": 404, "message": "not found", "traceId": "t-1"})",
                       "404 Not Found");
        const Result<> missing = row.ask(account.client());
        QVERIFY(!missing);
        QVERIFY(missing.error().kind == ErrorKind::NotFound
                || missing.error().kind == ErrorKind::InvalidInput);
        QCOMPARE(sentenceProblem(missing.error()), QString());
        QVERIFY2(missing.error().detail.contains("t-1"_L1), qPrintable(missing.error().detail));

        account.answer("[1, 2]");
        const Result<> list = row.ask(account.client());
        QVERIFY(!list);
        QCOMPARE(int(list.error().kind), int(ErrorKind::BadReply));
        QCOMPARE(sentenceProblem(list.error()), QString());
    }

    void newerEditionIsOneSetting_data() { everyOperationGoesOutAsDescribed_data(); }

    void newerEditionIsOneSetting()
    {
        QFETCH(int, index);
        const OperationRow row = allRows().at(index);
        ScriptedAccount account(ApiVersion::V3);
        account.answer(row.answer);
        const Result<> result = row.ask(account.client());
        const QByteArray name = row.name;
        if (name == "get-contacts" || name == "get-user-by-location") {
            QCOMPARE(int(result.error().kind), int(ErrorKind::InvalidInput));
            QCOMPARE(account.requestCount(), 0);
            return;
        }
        QVERIFY2(result, qPrintable(whatWentWrong(result)));
        QCOMPARE(account.lastRequest().version, QByteArray("v3"));
        if (name == "remove-contact-from-every-campaign")
            QVERIFY(account.lastRequest().target.endsWith("/campaigns/remove-all"));
    }

    void everyUsedOperationIsThere()
    {
        const auto rows = catalogue();
        if (rows.isEmpty())
            QSKIP(qPrintable(u"no catalogue at "_s + cataloguePath()));
        QSet<const CatalogueRow *> covered;
        QStringList undescribed;
        const auto operations = allRows();
        for (const OperationRow &operation : operations) {
            if (const CatalogueRow *row = described(rows, operation))
                covered.insert(row);
            else
                undescribed.append(QLatin1StringView(operation.name));
        }
        // Section 2.8 of the sheet has these two, its catalogue does not.
        QCOMPARE(undescribed,
                 (QStringList {u"update-appointment-note"_s, u"delete-appointment-note"_s}));

        int used = 0;
        QStringList missing;
        QStringList unwanted;
        for (const CatalogueRow &row : rows) {
            used += isUsed(row) ? 1 : 0;
            if (isUsed(row) && !covered.contains(&row))
                missing.append(row.method + u' ' + row.path);
            if (!isUsed(row) && covered.contains(&row))
                unwanted.append(row.method + u' ' + row.path);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
        QVERIFY2(unwanted.isEmpty(), qPrintable(unwanted.join(u'\n')));
        QVERIFY2(used > 80, qPrintable(QString::number(used)));
    }
};

QTEST_GUILESS_MAIN(TestHighLevelOperations)
#include "tst_highlevel_operations.moc"
