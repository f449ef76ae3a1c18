// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/job.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace twinbook;
using namespace Qt::StringLiterals;

namespace {

//! A job that a test leads step by step through the protected side of the contract.
class LedJob final : public TypedJob<int>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LedJob)

public:
    //! What the job does by itself when it is run.
    enum class AtRun { Wait, Finish };
    explicit LedJob(AtRun atRun = AtRun::Wait)
        : m_atRun(atRun)
    { }

    void finishWith(int value) { finish(value); }
    void endTwice()
    {
        finish(1);
        end();
        end();
    }
    [[nodiscard]] bool running() const { return isRunning(); }

    int runs = 0;
    int aborts = 0;

protected:
    void run() override
    {
        ++runs;
        if (m_atRun == AtRun::Finish)
            finish(runs);
    }
    void abort() override
    {
        ++aborts;
        finish(Failure(Error {.kind = ErrorKind::Cancelled, .message = {}, .detail = {}}));
    }

private:
    AtRun m_atRun;
};

} // namespace

class JobTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingHappensBeforeStart();
    void endsOnceAndNeverInsideStart();
    void theFirstResultWins();
    void cancelEndsOnceAndNeverInsideCancel();
    void cancelBeforeTheWorkBegan();
    void cancelAfterTheResult();
    void cancelOutsideARunDoesNothing();
    void destroyedJobsStaySilent_data();
    void destroyedJobsStaySilent();
    void mayDeleteItselfLater();
};

void JobTest::nothingHappensBeforeStart()
{
    LedJob job(LedJob::AtRun::Finish);
    QSignalSpy finished(&job, &Job::finished);
    job.finishWith(7);
    QTest::qWait(10);
    QCOMPARE(job.runs, 0);
    QCOMPARE(finished.size(), 0);
    QVERIFY(!job.isFinished());
}

void JobTest::endsOnceAndNeverInsideStart()
{
    LedJob job(LedJob::AtRun::Finish);
    QSignalSpy finished(&job, &Job::finished);
    job.start();
    QCOMPARE(job.runs, 0);
    QCOMPARE(finished.size(), 0);
    QVERIFY(!job.isFinished());
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(job.isFinished());
    QCOMPARE(job.result(), Result<int>(1));
    job.endTwice();
    QTest::qWait(10);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(job.runs, 1);
}

void JobTest::theFirstResultWins()
{
    LedJob job;
    QSignalSpy finished(&job, &Job::finished);
    job.start();
    QTRY_COMPARE(job.runs, 1);
    job.finishWith(1);
    job.finishWith(2);
    QCOMPARE(finished.size(), 0);
    QVERIFY(!job.running());
    QTRY_COMPARE(finished.size(), 1);
    QTest::qWait(10);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(job.result().value(), 1);
}

void JobTest::cancelEndsOnceAndNeverInsideCancel()
{
    LedJob job;
    QSignalSpy finished(&job, &Job::finished);
    job.start();
    QTRY_COMPARE(job.runs, 1);
    job.cancel();
    job.cancel();
    QCOMPARE(finished.size(), 0);
    QCOMPARE(job.aborts, 1);
    job.finishWith(1);
    QTRY_COMPARE(finished.size(), 1);
    QTest::qWait(10);
    QCOMPARE(finished.size(), 1);
    QVERIFY(!job.result().has_value());
    QCOMPARE(job.result().error().kind, ErrorKind::Cancelled);
}

void JobTest::cancelBeforeTheWorkBegan()
{
    LedJob job(LedJob::AtRun::Finish);
    QSignalSpy finished(&job, &Job::finished);
    job.start();
    job.cancel();
    QTRY_COMPARE(finished.size(), 1);
    QTest::qWait(10);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(job.runs, 0);
    QCOMPARE(job.result().error().kind, ErrorKind::Cancelled);
}

void JobTest::cancelAfterTheResult()
{
    LedJob job;
    QSignalSpy finished(&job, &Job::finished);
    job.start();
    QTRY_COMPARE(job.runs, 1);
    job.finishWith(5);
    job.cancel();
    QCOMPARE(job.aborts, 0);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(job.result().value(), 5);
}

void JobTest::cancelOutsideARunDoesNothing()
{
    LedJob job(LedJob::AtRun::Finish);
    QSignalSpy finished(&job, &Job::finished);
    job.cancel();
    QTest::qWait(10);
    QCOMPARE(job.aborts, 0);
    QCOMPARE(finished.size(), 0);
    // An early cancel is not remembered: the job can still be started.
    job.start();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(job.result().has_value());
    job.cancel();
    QTest::qWait(10);
    QCOMPARE(job.aborts, 0);
    QCOMPARE(finished.size(), 1);
}

void JobTest::destroyedJobsStaySilent_data()
{
    QTest::addColumn<bool>("begun");
    QTest::addColumn<bool>("ending");
    QTest::newRow("before the work began") << false << false;
    QTest::newRow("in the work") << true << false;
    QTest::newRow("before the end was told") << true << true;
}

void JobTest::destroyedJobsStaySilent()
{
    QFETCH(bool, begun);
    QFETCH(bool, ending);
    auto job = std::make_unique<LedJob>();
    QSignalSpy finished(job.get(), &Job::finished);
    job->start();
    if (begun)
        QTRY_COMPARE(job->runs, 1);
    if (ending)
        job->finishWith(1);
    job.reset();
    QTest::qWait(10);
    QCOMPARE(finished.size(), 0);
}

void JobTest::mayDeleteItselfLater()
{
    auto *job = new LedJob(LedJob::AtRun::Finish);
    QSignalSpy destroyed(job, &QObject::destroyed);
    connect(job, &Job::finished, this, [job] {
        QCOMPARE(job->result().value(), 1);
        job->deleteLater();
    });
    job->start();
    QTRY_COMPARE(destroyed.size(), 1);
}

QTEST_GUILESS_MAIN(JobTest)
#include "tst_job.moc"
