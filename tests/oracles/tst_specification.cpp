// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogue/catalogue.h"
#include "catalogue/operationrequest.h"
#include "judge.h"
#include "playedrecords.h"
#include "validatingproxies.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

namespace {

QString nameOf(const Operation &operation)
{
    return rawMethodName(operation.method) + u' ' + operation.path;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

//! Every operation of HighLevel's own OpenAPI files is sent once, as the catalogue has it, through
//! Prism, which compares the request and the reply of the played service with the file.
class TestSpecification final : public QObject
{
    Q_OBJECT

private:
    //! Below apis/highlevel/apps. Together they describe all that the catalogue has of HighLevel
    //! but three operations of objects and companies.
    const QStringList m_files {
        u"contacts.json"_s,   u"locations.json"_s, u"users.json"_s,
        u"businesses.json"_s, u"calendars.json"_s, u"custom-fields.json"_s,
        u"workflows.json"_s,  u"campaigns.json"_s, u"oauth.json"_s,
    };
    std::unique_ptr<HighLevelPlay> m_play;
    std::unique_ptr<test::PlayedRecords> m_records;
    test::ValidatingProxies m_prism;
    QHash<QString, QString> m_proxies; //!< by "GET /contacts/{contactId}"
    QList<Operation> m_operations; //!< in the order of sending
    test::Judge m_judge {test::Contradiction::Examples};

    [[nodiscard]] QHash<QString, int> describedOperations(const QDir &folder) const;
    [[nodiscard]] bool startProxies(const QDir &folder);
    [[nodiscard]] Result<RawRequest> requestFor(const Operation &operation) const;
    [[nodiscard]] Response send(const QString &name, const RawRequest &request) const;
    [[nodiscard]] Response postForm(const QString &base, const QString &path,
                                    const QList<QPair<QString, QString>> &fields,
                                    const QByteArray &token = {}) const;
    //! What contradicts the file without being known to; remembers what is.
    [[nodiscard]] QStringList surprises(const QString &name, const Response &response);

private Q_SLOTS:
    void initTestCase();
    void fits_data();
    void fits();
    void signInFits();
    void everyKnownContradictionIsMet();
};

QHash<QString, int> TestSpecification::describedOperations(const QDir &folder) const
{
    QHash<QString, int> described;
    for (int i = 0; i < m_files.size(); ++i) {
        const QJsonObject paths
            = QJsonDocument::fromJson(contentOf(folder.filePath(m_files.at(i))))["paths"_L1]
                  .toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            const QStringList methods = path.value().toObject().keys();
            for (const QString &method : methods)
                described.insert(method.toUpper() + u' ' + path.key(), i);
        }
    }
    return described;
}

bool TestSpecification::startProxies(const QDir &folder)
{
    QStringList documents;
    for (const QString &file : m_files)
        documents.append(folder.filePath(file));
    if (!m_prism.start(m_play->sandbox().highlevelUrl(), documents))
        return false;
    const QHash<QString, int> described = describedOperations(folder);
    for (auto entry = described.cbegin(); entry != described.cend(); ++entry)
        m_proxies.insert(entry.key(), m_prism.addresses().at(entry.value()));
    return true;
}

void TestSpecification::initTestCase()
{
    const QString missing = test::ValidatingProxies::whyMissing();
    if (!missing.isEmpty())
        QSKIP(qPrintable(missing));
    const QDir folder(
        QDir(qEnvironmentVariable("TWINBOOK_SHARED", QStringLiteral(TWINBOOK_SHARED_DEFAULT)))
            .filePath(u"apis/highlevel/apps"_s));
    for (const QString &file : m_files) {
        if (!folder.exists(file))
            QSKIP("The vendor's descriptions are not here; set TWINBOOK_SHARED to their folder.");
    }
    m_play = std::make_unique<HighLevelPlay>();
    m_records = std::make_unique<test::PlayedRecords>(*m_play);
    QVERIFY2(startProxies(folder), m_prism.complaints().constData());

    const Result<Catalogue> catalogue = Catalogue::load();
    QVERIFY(catalogue);
    for (const Operation &operation : catalogue->operations()) {
        if (operation.service == Side::Right && operation.use != OperationUse::Never
            && m_proxies.contains(nameOf(operation)))
            m_operations.append(operation);
    }
    QCOMPARE(m_operations.size(), 113);
    // What is deleted is needed until then: deepest first. A blocked time is in the way of a visit.
    const auto rank = [](const Operation &operation) -> qsizetype {
        if (operation.method == RawMethod::Delete)
            return 100 - operation.path.count(u'/');
        return 2 * static_cast<qsizetype>(operation.method)
            + (operation.path.contains("block-slots"_L1) ? 1 : 0);
    };
    std::stable_sort(m_operations.begin(), m_operations.end(),
                     [&](const Operation &a, const Operation &b) { return rank(a) < rank(b); });
}

//! With everything filled in that has a value.
Result<RawRequest> TestSpecification::requestFor(const Operation &operation) const
{
    OperationRequest request(operation, m_play->locationId());
    const QList<OperationRequest::Field> fields = request.fields();
    for (const OperationRequest::Field &field : fields) {
        const QString value = field.example.isEmpty() ? m_records->missing(field.name)
                                                      : m_records->real(operation, field.example);
        if (const Result<> set = request.set(field.name, value); !set)
            return tl::unexpected(set.error());
    }
    QString body = m_records->real(operation, request.exampleBody());
    // A sub-account's dictionary has every tag once, and another example uses this one.
    if (operation.path.endsWith("/tags"_L1) && operation.path.startsWith("/locations"_L1))
        body.replace("\"invented\""_L1, "\"invented for the dictionary\""_L1);
    request.setBody(body);
    return request.request();
}

Response TestSpecification::send(const QString &name, const RawRequest &request) const
{
    QUrl url(m_proxies.value(name));
    url.setPath(u'/' + request.path.join(u'/'));
    QUrlQuery query;
    for (const auto &[key, value] : request.query)
        query.addQueryItem(key, value);
    url.setQuery(query);
    // The one family of operations that is described for another version.
    const bool isCalendar = request.path.first() == "calendars"_L1;
    QList<QPair<QByteArray, QByteArray>> headers {
        {"Authorization", "Bearer " + m_play->sandbox().credentials().privateToken.toLatin1()},
        {"Accept", "application/json"},
        {"Version", isCalendar ? "2021-04-15" : "2021-07-28"}};
    if (!request.body.isEmpty())
        headers.append(qMakePair(QByteArray("Content-Type"), QByteArray("application/json")));
    return m_play->client().send(rawMethodName(request.method).toLatin1(), url, headers,
                                 request.body, 10'000);
}

QStringList TestSpecification::surprises(const QString &name, const Response &response)
{
    return m_judge.surprises(
        name, test::ValidatingProxies::violationsIn(response.headers.value("sl-violations")));
}

void TestSpecification::fits_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < m_operations.size(); ++i)
        QTest::newRow(qPrintable(nameOf(m_operations.at(i)))) << i;
}

void TestSpecification::fits()
{
    QFETCH(int, index);
    const Operation operation = m_operations.at(index);
    const QString name = nameOf(operation);
    const Result<RawRequest> request = requestFor(operation);
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    const Response response = send(name, *request);
    QVERIFY2(response.status > 0, "no reply");
    const QStringList unknown = surprises(name, response);
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
    if (name == "POST /users/search/filter-by-email"_L1)
        QCOMPARE(response.status, 401); // for the agency's token only (users.json, security)
    else
        QVERIFY2(response.status < 300, response.body.constData());
}

Response TestSpecification::postForm(const QString &base, const QString &path,
                                     const QList<QPair<QString, QString>> &fields,
                                     const QByteArray &token) const
{
    QByteArray form;
    for (const auto &[name, value] : fields)
        form += (form.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '='
            + QUrl::toPercentEncoding(value);
    QList<QPair<QByteArray, QByteArray>> headers {
        {"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
    if (!token.isEmpty())
        headers.append({{"Authorization", "Bearer " + token}, {"Version", "2021-07-28"}});
    return m_play->client().send("POST", QUrl(base + path), headers, form, 10'000);
}

//! The three operations that only a sign-in sends: code for tokens, agency's token for a
//! sub-account's, and where the app is installed.
void TestSpecification::signInFits()
{
    const SandboxCredentials keys = m_play->sandbox().credentials();
    const Response agreed
        = postForm(m_play->sandbox().highlevelUrl().toString(), u"/v2/oauth/chooselocation"_s,
                   {{u"response_type"_s, u"code"_s},
                    {u"client_id"_s, keys.appClientId},
                    {u"redirect_uri"_s, u"http://127.0.0.1:9/back"_s},
                    {u"scope"_s, u"oauth.write oauth.readonly"_s},
                    {u"install_as"_s, u"Company"_s}});
    const QString code = QUrlQuery(QUrl(QString::fromLatin1(agreed.headers.value("location"))))
                             .queryItemValue(u"code"_s);
    QVERIFY(!code.isEmpty());

    const QString exchange = u"POST /oauth/token"_s;
    const Response tokens = postForm(m_proxies.value(exchange), u"/oauth/token"_s,
                                     {{u"client_id"_s, keys.appClientId},
                                      {u"client_secret"_s, keys.appClientSecret},
                                      {u"grant_type"_s, u"authorization_code"_s},
                                      {u"code"_s, code},
                                      {u"user_type"_s, u"Company"_s}});
    QCOMPARE(tokens.status, 200);
    QCOMPARE(surprises(exchange, tokens), QStringList());
    const QByteArray agency = tokens.json.value("access_token"_L1).toString().toLatin1();
    const QString company = tokens.json.value("companyId"_L1).toString();

    const QString narrow = u"POST /oauth/locationToken"_s;
    const Response own
        = postForm(m_proxies.value(narrow), u"/oauth/locationToken"_s,
                   {{u"companyId"_s, company}, {u"locationId"_s, m_play->locationId()}}, agency);
    QVERIFY2(own.status < 300, own.body.constData());
    QCOMPARE(surprises(narrow, own), QStringList());

    const QString places = u"GET /oauth/installedLocations"_s;
    const Response installed
        = m_play->client().send("GET",
                                QUrl(m_proxies.value(places)
                                     + u"/oauth/installedLocations?companyId=%1&appId=%2"_s.arg(
                                         company, keys.appClientId.section(u'-', 0, 0))),
                                {{"Authorization", "Bearer " + agency},
                                 {"Version", "2021-07-28"},
                                 {"Accept", "application/json"}});
    QCOMPARE(installed.status, 200);
    QCOMPARE(surprises(places, installed), QStringList());
}

void TestSpecification::everyKnownContradictionIsMet()
{
    const QStringList idle = m_judge.idle();
    QVERIFY2(idle.isEmpty(), qPrintable(idle.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestSpecification)
#include "tst_specification.moc"
