// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogue/catalogue.h"
#include "catalogue/operationrequest.h"
#include "sandbox/httpclient.h"
#include "validatingproxies.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

namespace {

//! "GET /members" of a description in YAML, laid out as ours is.
QSet<QString> describedIn(const QString &text)
{
    static const QRegularExpression pathLine(u"^  (/\\S*):$"_s);
    static const QRegularExpression methodLine(u"^    (get|post|put|delete):$"_s);
    QSet<QString> described;
    QString path;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (const auto match = pathLine.match(line); match.hasMatch())
            path = match.captured(1);
        else if (const auto method = methodLine.match(line); method.hasMatch())
            described.insert(method.captured(1).toUpper() + u' ' + path);
    }
    return described;
}

QString nameOf(const Operation &operation)
{
    return rawMethodName(operation.method) + u' ' + operation.path;
}

} // namespace

//! The same for OfficeRnD, whose vendor publishes no description: ours was written from what is
//! known (officernd.md), apart from the played service, and Prism compares the two.
class TestSpecificationOfficeRnD final : public QObject
{
    Q_OBJECT

private:
    Sandbox m_sandbox;
    HttpClient m_client {m_sandbox};
    test::ValidatingProxies m_prism;
    QList<Operation> m_operations; //!< in the order of sending
    QHash<QString, QString> m_real; //!< by the id of the examples
    QString m_token;

    [[nodiscard]] Response send(const QByteArray &method, const QString &base, const QString &path,
                                const QUrlQuery &query = {}, const QByteArray &body = {})
    {
        QUrl url(base + path);
        url.setQuery(query);
        QList<QPair<QByteArray, QByteArray>> headers {
            {"Authorization", "Bearer " + m_token.toLatin1()}, {"Accept", "application/json"}};
        if (!body.isEmpty())
            headers.append(qMakePair(QByteArray("Content-Type"), QByteArray("application/json")));
        return m_client.send(method, url, headers, body, 10'000);
    }
    [[nodiscard]] QString organization() const
    {
        return m_sandbox.officerndUrl().toString() + "/api/v2/organizations/"_L1
            + m_sandbox.credentials().organization;
    }
    //! The first of a list stands for what the examples invent.
    void useFirst(const QString &invented, const QString &path)
    {
        const Response list = send("GET", organization(), path);
        const QString id = list.json["results"_L1][0]["_id"_L1].toString();
        QVERIFY2(!id.isEmpty(), list.body.constData());
        m_real.insert(invented, id);
    }
    [[nodiscard]] QString real(QString example) const
    {
        for (auto entry = m_real.cbegin(); entry != m_real.cend(); ++entry)
            example.replace(entry.key(), entry.value());
        return example;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = test::ValidatingProxies::whyMissing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        const QString path
            = qEnvironmentVariable("TWINBOOK_SHARED", QStringLiteral(TWINBOOK_SHARED_DEFAULT))
            + "/apis/officernd/officernd-flex-v2.yaml"_L1;
        QFile file(path);
        if (!file.open(QFile::ReadOnly))
            QSKIP("OfficeRnD's description is not here; set TWINBOOK_SHARED to its folder.");
        QVERIFY(m_sandbox.start());
        QVERIFY2(m_prism.start(QUrl(organization()), {path}), m_prism.complaints().constData());

        const Result<Catalogue> catalogue = Catalogue::load();
        QVERIFY(catalogue);
        const QSet<QString> described = describedIn(QString::fromUtf8(file.readAll()));
        QStringList scopes;
        for (const Operation &operation : catalogue->operations()) {
            if (operation.service != Side::Left || !described.contains(nameOf(operation)))
                continue;
            m_operations.append(operation);
            if (!operation.scope.isEmpty())
                scopes.append(operation.scope);
        }
        QCOMPARE(m_operations.size(), described.size());
        scopes.removeDuplicates();
        const Response given = m_client.requestToken(scopes.join(u' '));
        m_token = given.json["access_token"_L1].toString();
        QVERIFY2(!m_token.isEmpty(), given.body.constData());
        useFirst(u"5f0000000000000000000001"_s, u"/members"_s);
        useFirst(u"5f00000000000000000000c1"_s, u"/companies"_s);
        useFirst(u"5f00000000000000000000aa"_s, u"/locations"_s);
        useFirst(u"5f00000000000000000000e0"_s, u"/opportunities"_s);
        useFirst(u"5f00000000000000000000e1"_s, u"/opportunity-statuses"_s);
        useFirst(u"5f0000000000000000000070"_s, u"/tickets"_s);
        useFirst(u"5f00000000000000000000b0"_s, u"/memberships"_s);
        useFirst(u"5f00000000000000000000d0"_s, u"/bookings"_s);
        const QJsonObject hook {{u"url"_s, u"https://hooks.example.com/x"_s},
                                {u"eventTypes"_s, QJsonArray {u"member.updated"_s}}};
        const Response hooked
            = send("POST", organization(), u"/webhooks"_s, {}, QJsonDocument(hook).toJson());
        m_real.insert(u"5f0000000000000000000099"_s, hooked.json["_id"_L1].toString());
    }

    void fits_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < m_operations.size(); ++i)
            QTest::newRow(qPrintable(nameOf(m_operations.at(i)))) << i;
    }

    void fits()
    {
        QFETCH(int, index);
        const Operation operation = m_operations.at(index);
        OperationRequest request(operation, m_sandbox.credentials().organization);
        const QList<OperationRequest::Field> fields = request.fields();
        for (const OperationRequest::Field &field : fields)
            QVERIFY(request.set(field.name, real(field.example)));
        request.setBody(real(request.exampleBody()));
        const Result<RawRequest> made = request.request();
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        QUrlQuery query;
        for (const auto &[key, value] : made->query)
            query.addQueryItem(key, value);
        if (operation.path == "/bookings/occurrences"_L1) { // no example, and none without a span
            query.addQueryItem(u"seriesStart[$lt]"_s, u"2026-12-08T00:00:00.000Z"_s);
            query.addQueryItem(u"seriesEnd[$gte]"_s, u"2026-12-01T00:00:00.000Z"_s);
        }
        const Response response
            = send(rawMethodName(made->method).toLatin1(), m_prism.addresses().first(),
                   u'/' + made->path.join(u'/'), query, made->body);
        const auto violations
            = test::ValidatingProxies::violationsIn(response.headers.value("sl-violations"));
        for (const test::Violation &violation : violations)
            QFAIL(qPrintable(QString(violation.where + u": "_s + violation.what)));
        QVERIFY2(response.status >= 200 && response.status < 300, response.body.constData());
    }

    void noticesWhatDoesNotFit()
    {
        const Response response = send("POST", m_prism.addresses().first(), u"/members"_s, {},
                                       QJsonDocument(QJsonObject {{u"name"_s, 17}}).toJson());
        const auto violations
            = test::ValidatingProxies::violationsIn(response.headers.value("sl-violations"));
        QVERIFY(!violations.isEmpty());
        QCOMPARE(violations.first().where, u"request"_s);
    }
};

QTEST_GUILESS_MAIN(TestSpecificationOfficeRnD)
#include "tst_specification_officernd.moc"
