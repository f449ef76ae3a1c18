// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

namespace {

QString sharedFile(const QString &name)
{
    return qEnvironmentVariable("TWINBOOK_SHARED", QStringLiteral(TWINBOOK_SHARED_DEFAULT))
        + u"/apis/"_s + name;
}

QStringList linesOf(const QString &name)
{
    QFile file(sharedFile(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

struct Operation
{
    QString method;
    QString path;
    QString scope; //!< whole, with "flex."
};

//! "/members/{memberId}" with an id that nobody has.
QString filledIn(QString path)
{
    static const QRegularExpression parameter(u"\\{\\w+\\}"_s);
    return path.replace(parameter, QString(24, u'0'));
}

//! The operations of our own OpenAPI description.
QList<Operation> describedOperations()
{
    static const QRegularExpression pathLine(u"^  (/\\S*):$"_s);
    static const QRegularExpression methodLine(u"^    (get|post|put|delete):$"_s);
    static const QRegularExpression scopeLine(u"^      security: .*oauth2: \\[([\\w.]+)\\]"_s);
    QList<Operation> operations;
    QString path;
    const QStringList lines = linesOf(u"officernd/officernd-flex-v2.yaml"_s);
    for (const QString &line : lines) {
        if (const auto match = pathLine.match(line); match.hasMatch())
            path = match.captured(1);
        else if (const auto method = methodLine.match(line); method.hasMatch())
            operations.append({method.captured(1).toUpper(), path, {}});
        else if (const auto scope = scopeLine.match(line); scope.hasMatch())
            operations.last().scope = scope.captured(1);
        else if (line.startsWith("components:"_L1))
            break;
    }
    return operations;
}

//! The rows of priority A and B in the catalogue of the fact sheet (officernd.md 6).
QList<Operation> cataloguedOperations()
{
    static const QRegularExpression row(
        u"^\\| \\d+ \\| [^|]+ \\| (\\w+)[^|]* \\| `(/[^` ]*)[^`]*` \\| `([\\w.]+)` \\| [AB] \\|"_s);
    QList<Operation> operations;
    const QStringList lines = linesOf(u"officernd.md"_s);
    for (const QString &line : lines) {
        if (const auto match = row.match(line); match.hasMatch())
            operations.append(
                {match.captured(1), match.captured(2), u"flex."_s + match.captured(3)});
    }
    return operations;
}

} // namespace

//! Everything that is described is played, behind the permission that is described.
class TestSandboxDescribed final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(sharedFile(u"officernd.md"_s)))
            QSKIP("the fact sheets are not on this computer");
        QVERIFY(m_sandbox.start());
        QCOMPARE(describedOperations().size(), 40);
        QCOMPARE(cataloguedOperations().size(), 40); // 23 A and 17 B
    }

    void isPlayed_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("scope");
        const QList<Operation> all = describedOperations() + cataloguedOperations();
        int number = 0;
        for (const Operation &operation : all)
            QTest::addRow("%d %s %s", ++number, qPrintable(operation.method),
                          qPrintable(operation.path))
                << operation.method << operation.path << operation.scope;
    }
    void isPlayed()
    {
        QFETCH(QString, method);
        QFETCH(QString, path);
        QFETCH(QString, scope);
        const QString address = path == "/"_L1 ? QString() : filledIn(path);
        signInFor(scope);
        const Response allowed = m_client.officernd(method.toLatin1(), address);
        QVERIFY2(!allowed.message().startsWith(u"Cannot "_s), allowed.body.constData());
        QVERIFY(allowed.status != 401 && allowed.status != 0);
        signInFor(u"flex.user.auth.verify"_s);
        QCOMPARE(m_client.officernd(method.toLatin1(), address).status, 401);
    }

private:
    void signInFor(const QString &scope)
    {
        m_client.setToken(m_client.requestToken(scope).json.value(u"access_token"_s).toString());
    }

    Sandbox m_sandbox;
    HttpClient m_client {m_sandbox};
};

QTEST_GUILESS_MAIN(TestSandboxDescribed)
#include "tst_sandbox_described.moc"
