// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/memorysecretstore.h"
#include "highlevel/account.h"
#include "highlevel/faults.h"
#include "highlevel/fetchpeople.h"
#include "highlevel/service.h"
#include "net/joboutcome.h"
#include "net/standingclock.h"
#include "net/watchedtransport.h"
#include "sandbox/sandbox.h"

#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;
using namespace twinbook::highlevel;
using namespace twinbook::test;
using twinbook::sandbox::Sandbox;
using twinbook::sandbox::SandboxOptions;

namespace {

//! One account in both lanes before a service that lets through exactly what the real one does.
//! Only time is not real: it moves whenever nothing is under way.
class PressedAccount
{
public:
    PressedAccount()
        : m_sandbox(exact(clock))
    {
        if (!m_sandbox.start())
            qFatal("the sandbox did not start");
        const auto credentials = m_sandbox.credentials();
        m_settings.apiUrl = m_sandbox.highlevelUrl();
        m_settings.locationId = credentials.locationId;
        m_client = std::make_unique<HttpClient>(
            HttpParts {clock, transport, limiter, m_faults, nullptr, &log, u"HighLevel"_s},
            m_settings.apiUrl,
            QList<HttpHeader> {{"Authorization", "Bearer " + credentials.privateToken.toLatin1()},
                               {"Version", "2021-07-28"}});
        m_background = std::make_unique<Account>(
            Account {*m_client, m_settings, m_learned, Lane::Background});
        m_person
            = std::make_unique<Account>(Account {*m_client, m_settings, m_learned, Lane::Person});
        m_people = m_sandbox.people(Side::Right);
    }

    //! Reads people one by one, more of them at a time than the service takes, until `requests`
    //! were sent. After each step `onStep` may ask for something else.
    void backfill(qsizetype requests, const std::function<void()> &onStep)
    {
        QTimer step;
        QObject::connect(&step, &QTimer::timeout, &step, [&] {
            while (transport.sent.size() < requests && m_waiting < 4 * ConcurrencyLimit::most)
                readNext();
            if (transport.sent.size() >= requests && m_waiting == 0) {
                step.stop();
                return;
            }
            onStep();
            if (transport.underWay > 0)
                return;
            clock.advance(20ms);
            limiter.wake();
        });
        step.start(0);
        QTRY_VERIFY_WITH_TIMEOUT(!step.isActive(), 100'000);
    }

    [[nodiscard]] HighLevelClient client(Lane lane)
    {
        return HighLevelClient(lane == Lane::Person ? *m_person : *m_background);
    }
    [[nodiscard]] ContactId somebody() const
    {
        return ContactId(m_people.constFirst().value("id"_L1).toString());
    }

    StandingClock clock;
    WatchedTransport transport;
    RateLimiter limiter {clock,
                         {.reads = {20, 10s},
                          .writes = {20, 10s},
                          .sharing = RateLimits::Sharing::Shared,
                          .maxInFlight = 4}};
    RequestLog log;
    int read = 0;

private:
    static SandboxOptions exact(const Clock &clock)
    {
        SandboxOptions options {.people = 60, .seed = 7};
        options.pace = SandboxOptions::Pace::Exact;
        options.clock = &clock;
        return options;
    }

    void readNext()
    {
        ++m_waiting;
        const RemoteId id(m_people.at(m_next++ % m_people.size()).value("id"_L1).toString());
        runJob(&m_context, fetchPersonJob(*m_background, id),
               [this](const Result<RemoteRecord> &person) {
                   --m_waiting;
                   read += person ? 1 : 0;
               });
    }

    Sandbox m_sandbox;
    HighLevelSettings m_settings;
    Learned m_learned;
    ApiFaults m_faults {QString()};
    std::unique_ptr<HttpClient> m_client;
    std::unique_ptr<Account> m_background;
    std::unique_ptr<Account> m_person;
    QList<QJsonObject> m_people;
    qsizetype m_next = 0;
    int m_waiting = 0;
    QObject m_context;
};

//! Asks for somebody's tasks again and again, so many at once, and counts what leaves between the
//! asking and the last of them.
class Asker
{
public:
    Asker(PressedAccount &account, Lane lane, int atOnce)
        : m_account(account)
        , m_lane(lane)
        , m_atOnce(atOnce)
    { }

    void step()
    {
        const QStringList &sent = m_account.transport.sent;
        if (m_underWay == 0 && sent.size() >= m_next) {
            m_from = sent.size();
            for (int i = 0; i < m_atOnce; ++i)
                ask();
        }
    }

    int rounds = 0;
    int failed = 0;
    qsizetype mostOthers = 0; //!< that left before the last of a round did

private:
    void ask()
    {
        ++m_underWay;
        runJob(&m_context, m_account.client(m_lane).tasks().list(m_account.somebody()),
               [this](const Result<QList<Task>> &tasks) {
                   failed += tasks ? 0 : 1;
                   if (--m_underWay == 0)
                       conclude();
               });
    }

    void conclude()
    {
        const QStringList left = m_account.transport.sent.mid(m_from);
        const qsizetype last = left.lastIndexOf(QRegularExpression(u".*/tasks"_s));
        mostOthers = std::max(mostOthers, last + 1 - m_atOnce);
        m_next = m_account.transport.sent.size() + 17; // at another place in the window each time
        ++rounds;
    }

    PressedAccount &m_account;
    const Lane m_lane;
    const int m_atOnce;
    int m_underWay = 0;
    qsizetype m_from = 0;
    qsizetype m_next = 120;
    QObject m_context;
};

} // namespace

class TestHighLevelLanes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPersonOvertakesABackfill_data()
    {
        QTest::addColumn<int>("lane");
        QTest::addColumn<int>("atOnce");
        QTest::addColumn<int>("fewest");
        QTest::addColumn<int>("most");
        QTest::newRow("one by hand") << int(Lane::Person) << 1 << 0 << 1;
        // Every fourth request is the background's while it waits too.
        QTest::newRow("nine by hand") << int(Lane::Person) << 9 << 0 << 3;
        // What it would be without a lane: everything that waits goes before.
        QTest::newRow("one of the sweep") << int(Lane::Background) << 1 << 16 << 40;
    }

    void aPersonOvertakesABackfill()
    {
        QFETCH(int, lane);
        QFETCH(int, atOnce);
        QFETCH(int, fewest);
        QFETCH(int, most);
        constexpr int requests = 1500;
        PressedAccount account;
        Asker asker(account, static_cast<Lane>(lane), atOnce);
        const QDateTime start = account.clock.now();
        account.backfill(requests, [&] { asker.step(); });
        const double windows = static_cast<double>(start.msecsTo(account.clock.now())) / 10'000;
        const double use = static_cast<double>(account.transport.sent.size()) / (windows * 100);
        qInfo("%d rounds, at most %lld others before, allowance used to %.1f %%", asker.rounds,
              static_cast<long long>(asker.mostOthers), use * 100);
        const auto &records = account.log.records();
        QVERIFY(std::none_of(records.cbegin(), records.cend(),
                             [](const RequestRecord &record) { return record.status == 429; }));
        QVERIFY(use >= 0.9); // or there was nothing to overtake
        QVERIFY(account.read > requests / 2); // and the sweep goes on all the same
        QVERIFY(asker.rounds >= 20);
        QCOMPARE(asker.failed, 0);
        QVERIFY(asker.mostOthers >= fewest);
        QVERIFY(asker.mostOthers <= most);
    }

    void whoWaitsForWhat()
    {
        Sandbox sandbox({.people = 5, .seed = 7});
        QVERIFY(sandbox.start());
        const auto credentials = sandbox.credentials();
        HighLevelSettings settings;
        settings.apiUrl = sandbox.highlevelUrl();
        settings.locationId = credentials.locationId;
        settings.hosts = HostPolicy::AlsoLoopback;
        MemorySecretStore secrets;
        QVERIFY(outcome(
            secrets.write(highLevelSecretKey(settings.locationId), credentials.privateToken)));
        SystemClock clock;
        NetworkTransport transport;
        RequestLog log;
        const auto service
            = createHighLevelService(settings, secrets, clock, transport, {}, &log).value();
        const RemoteId ana(sandbox.people(Side::Right).constFirst().value("id"_L1).toString());

        qsizetype seen = 0;
        const auto lanes = [&] {
            QSet<Lane> found;
            for (const RequestRecord &record : log.records().mid(seen))
                found.insert(record.lane);
            seen = log.records().size();
            return found;
        };
        const QSet person {Lane::Person};
        const QSet background {Lane::Background};
        QVERIFY(outcome(service->checkConnection()));
        QCOMPARE(lanes(), person);
        QVERIFY(outcome(
            service->sendRaw({.path = {u"contacts"_s, ana.text()}, .effect = RawEffect::Reads})));
        QCOMPARE(lanes(), person);
        QVERIFY(outcome(service->client().contacts().get(ContactId(ana.text()))));
        QCOMPARE(lanes(), person);
        QVERIFY(outcome(
            service->client().notes().create(ContactId(ana.text()), {.body = u"by hand"_s})));
        QCOMPARE(lanes(), person);
        QVERIFY(outcome(service->client(Lane::Background).contacts().get(ContactId(ana.text()))));
        QCOMPARE(lanes(), background);
        QVERIFY(outcome(service->fetchPeople()));
        QVERIFY(outcome(service->fetchPerson(ana)));
        QVERIFY(outcome(service->updatePerson(ana, {{u"city"_s, FieldValue(u"Rome"_s)}})));
        QVERIFY(outcome(service->findTwins({.email = u"a@example.test"_s,
                                            .phone = {},
                                            .name = {},
                                            .since = QDateTime::currentDateTimeUtc()})));
        QCOMPARE(lanes(), background);
    }
};

QTEST_GUILESS_MAIN(TestHighLevelLanes)
#include "tst_highlevel_lanes.moc"
