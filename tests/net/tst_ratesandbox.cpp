// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httpclient.h"
#include "net/plainservice.h"
#include "net/standingclock.h"
#include "net/watchedtransport.h"
#include "sandbox/sandbox.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;
using namespace twinbook::test;
using twinbook::sandbox::Sandbox;
using twinbook::sandbox::SandboxOptions;

//! The whole path, over HTTP, before a service that lets through exactly what the real one does.
//! Only time is not real: it moves whenever nothing is under way.
class TestRateSandbox final : public QObject
{
    Q_OBJECT

private:
    struct Setup
    {
        StandingClock clock;
        SandboxOptions options;
        Sandbox sandbox;
        WatchedTransport transport;
        RateLimiter limiter;
        PlainFaults faults;
        RequestLog log;
        std::unique_ptr<HttpClient> client;
        std::vector<std::unique_ptr<ReplyJob>> jobs;
        std::vector<std::unique_ptr<TransportJob>> others;
        int asked = 0;
        int succeeded = 0;
        int failed = 0;

        Setup()
            : options(exact(clock))
            , sandbox(options)
            , limiter(clock,
                      {.reads = {20, 10s},
                       .writes = {20, 10s},
                       .sharing = RateLimits::Sharing::Shared,
                       .maxInFlight = 4})
        { }

        static SandboxOptions exact(const Clock &clock)
        {
            SandboxOptions options;
            options.pace = SandboxOptions::Pace::Exact;
            options.clock = &clock;
            return options;
        }

        [[nodiscard]] QList<HttpHeader> headers() const
        {
            return {{"Authorization"_ba, "Bearer " + sandbox.credentials().privateToken.toLatin1()},
                    {"Version"_ba, "2021-07-28"_ba}};
        }

        void open()
        {
            QVERIFY(sandbox.start());
            client = std::make_unique<HttpClient>(
                HttpParts {clock, transport, limiter, faults, nullptr, &log, u"HighLevel"_s},
                sandbox.highlevelUrl(), headers());
        }

        void ask()
        {
            ++asked;
            jobs.push_back(
                client->send(getRequest({u"locations"_s, sandbox.credentials().locationId})));
            ReplyJob *job = jobs.back().get();
            QObject::connect(job, &Job::finished, &context,
                             [this, job] { ++(job->result() ? succeeded : failed); });
            job->start();
        }

        //! Somebody else with the same credential.
        void compete()
        {
            WireRequest request;
            request.url = sandbox.highlevelUrl();
            request.url.setPath("/locations/"_L1 + sandbox.credentials().locationId
                                + "/customFields"_L1);
            request.headers = headers();
            others.push_back(transport.send(request));
            others.back()->start();
        }

        QObject context;
    };

    //! Runs until so many requests have ended; `others` is how often a competitor asks, if at all.
    static void run(Setup &setup, int requests, std::chrono::milliseconds others)
    {
        std::chrono::milliseconds time = 0ms;
        std::chrono::milliseconds nextOther = others;
        QTimer step;
        QObject::connect(&step, &QTimer::timeout, &step, [&] {
            if (setup.succeeded + setup.failed == requests) {
                step.stop(); // and time with it
                return;
            }
            while (setup.asked < requests
                   && setup.asked - setup.succeeded - setup.failed < ConcurrencyLimit::most)
                setup.ask();
            if (setup.transport.underWay > 0)
                return;
            time += 20ms;
            setup.clock.advance(20ms);
            if (others > 0ms && time >= nextOther) {
                nextOther += others;
                setup.compete();
            }
            setup.limiter.wake();
        });
        step.start(0);
        QTRY_COMPARE_WITH_TIMEOUT(setup.succeeded + setup.failed, requests, 100'000);
    }

    static int count(const Setup &setup, int status)
    {
        const auto &records = setup.log.records();
        return static_cast<int>(
            std::count_if(records.cbegin(), records.cend(), [status](const RequestRecord &record) {
                return record.status == status;
            }));
    }

private Q_SLOTS:
    void aloneTheAllowanceIsUsedUp()
    {
        constexpr int requests = 3000;
        Setup setup;
        setup.open();
        const QDateTime start = setup.clock.now();
        run(setup, requests, 0ms);
        const double windows = static_cast<double>(start.msecsTo(setup.clock.now())) / 10'000;
        const double use = requests / (windows * 100);
        qInfo("use %.2f %%, refused %d of %lld", use * 100, count(setup, 429),
              static_cast<long long>(setup.log.records().size()));
        QCOMPARE(setup.succeeded, requests);
        QCOMPARE(count(setup, 429), 0);
        QVERIFY(use >= 0.97);
        QCOMPARE(setup.log.records().constLast().dayLeft, 200'000 - requests);
    }

    void besideACompetitor()
    {
        constexpr int requests = 3000;
        Setup setup;
        setup.open();
        run(setup, requests, 200ms); // half of the allowance
        const int refused = count(setup, 429);
        qInfo("refused %d of %lld (%.3f %%)", refused,
              static_cast<long long>(setup.log.records().size()),
              100.0 * refused / static_cast<double>(setup.log.records().size()));
        QCOMPARE(setup.succeeded, requests);
        QVERIFY(refused < static_cast<double>(setup.log.records().size()) * 0.005);
    }
};

QTEST_GUILESS_MAIN(TestRateSandbox)
#include "tst_ratesandbox.moc"
