// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whole files that somebody else may have written or damaged.

#include "memoryfile.h"
#include "promises.h"

#include "core/clock.h"
#include "core/requestfile.h"
#include "officernd/schema.h"
#include "probe/probefile.h"
#include "probe/probereport.h"
#include "store/decisionstore.h"
#include "store/journal.h"
#include "store/linkstore.h"
#include "store/observationstore.h"
#include "store/peopletable.h"
#include "store/restorepoints.h"
#include "store/runhistory.h"
#include "store/settingsstore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace twinbook::fuzz {

namespace {

RequestRecord someRequest()
{
    RequestRecord record;
    record.sentAt = QDateTime(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC);
    record.number = 7;
    record.service = u"HighLevel"_s;
    record.method = u"GET"_s;
    record.path = u"contacts/Ab3?email=(hidden)"_s;
    record.status = 200;
    record.trace = u"0b6a9d52-9d2f-4c5e-a8a2-000000000000"_s;
    record.duration = std::chrono::milliseconds(120);
    record.bytesReceived = 1200;
    record.burstLeft = 99;
    return record;
}

QByteArray someRequests()
{
    RequestRecord second = someRequest();
    second.lane = Lane::Background;
    second.error = errorKindName(ErrorKind::Network);
    second.status = 0;
    return toJsonLine(someRequest()) + toJsonLine(second);
}

void readRequests(QByteArrayView text)
{
    static const MemoryFile memory;
    memory.fill(text);
    RequestFile file(memory.path());
    while (!file.isAtEnd()) {
        const auto records = file.read(1000);
        expectOutcome(records, text);
        if (!records)
            return;
        for (const RequestRecord &record : *records) {
            const QByteArray line = toJsonLine(record);
            expect(line.count('\n') == 1, "a record is one line");
            const auto again = requestRecordFrom(line);
            expect(again && toJsonLine(*again) == line, "a written record reads the same");
            expect(toCsvLine(record).count('\n') == 1, "a row of the table is one line");
        }
    }
    expect(file.damaged() <= text.count('\n') + 1, "no more damaged lines than there are lines");
}

QByteArray someProbe(Side side, Quirk contradicted)
{
    ProbeReport report {.service = side,
                        .account = u"oda-works"_s,
                        .at = QDateTime(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC),
                        .findings = {},
                        .leftBehind = {u"contacts/Ab3"_s}};
    for (const QuirkFacts &facts : quirks()) {
        if (facts.side != side)
            continue;
        const QuirkState state
            = facts.quirk == contradicted ? QuirkState::Contradicted : QuirkState::Confirmed;
        report.findings.append({.quirk = facts.quirk, .verdict = {.state = state}});
    }
    return compact(report.toJson());
}

void readProbe(QByteArrayView text)
{
    static const MemoryFile memory;
    memory.fill(text);
    expectOutcome(quirksFromProbeFiles({memory.path()}), text);
}

//! A data directory in memory whose restore point somebody has damaged.
class DamagedRestorePoint
{
public:
    DamagedRestorePoint()
        : m_path(m_folder.filePath(u"twinbook.db"_s))
        , m_points(m_path)
    {
        if (!m_folder.isValid())
            qFatal("no folder in memory");
        furnish();
        m_whole = bytesOf(m_path);
    }
    Q_DISABLE_COPY_MOVE(DamagedRestorePoint)

    [[nodiscard]] const QByteArray &whole() const { return m_whole; }

    void read(QByteArrayView text)
    {
        write(m_path, m_whole);
        QDir(m_folder.filePath(u"restore"_s)).removeRecursively();
        if (!QDir(m_folder.path()).mkdir(u"restore"_s))
            qFatal("no folder of restore points");
        write(m_folder.filePath(u"restore/before-run-1.db"_s), text);
        const Result<> done = m_points.goBackTo(RunId(1));
        expectOutcome(done, text);
        if (done)
            readAll(text);
        else
            expect(bytesOf(m_path) == m_whole, "a copy that is refused changes nothing");
    }

private:
    void furnish()
    {
        Result<Database> database = Database::open(m_path, Database::Mode::ReadWrite);
        if (!database)
            qFatal("no database in memory");
        SettingsStore settings(*database, m_clock);
        RemoteRecord person;
        person.id = RemoteId(u"a1"_s);
        person.fields = {{u"name"_s, FieldValue(u"Oda Ek"_s)}};
        ServiceSchema schema;
        schema.accountName = u"Oda"_s;
        schema.fields = officernd::standardFields();
        RunHistory runs(*database, m_clock);
        const bool good = settings.setSection(u"s"_s, {{u"url"_s, u"https://a.b"_s}})
            && settings.setSchema(Side::Left, schema)
            && ObservationStore(*database).replaceAll(Side::Left, {person})
            && runs.begin(RunTrigger::Person) && runs.closeCutOff();
        if (!good)
            qFatal("the database is not ready");
    }

    //! What the program reads when it starts.
    void readAll(QByteArrayView text)
    {
        const Result<Database> database = Database::open(m_path, Database::Mode::ReadWrite);
        if (!database) {
            expectSentence(database.error());
            return;
        }
        const SettingsStore settings(*database, m_clock);
        expectOutcome(settings.section(u"s"_s), text);
        expectOutcome(settings.mapping(), text);
        for (const Side side : bothSides) {
            expectOutcome(settings.schema(side), text);
            expectOutcome(ObservationStore(*database).all(side), text);
        }
        if (const auto links = LinkStore(*database).all({}); !links)
            expectSentence(links.error());
        expectOutcome(Journal(*database, m_clock).unsettled(), text);
        expectOutcome(DecisionStore(*database, m_clock).open(), text);
        expectOutcome(PeopleTable(*database).page({}, 0, 10), text);
        expectOutcome(RunHistory(*database, m_clock).newest(10), text);
    }

    [[nodiscard]] static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void write(const QString &path, QByteArrayView bytes)
    {
        QFile file(path);
        if (!file.open(QFile::WriteOnly) || file.write(bytes.data(), bytes.size()) != bytes.size())
            qFatal("\"%s\" cannot be written", qPrintable(path));
    }

    QTemporaryDir m_folder {u"/dev/shm/twinbook-fuzz-XXXXXX"_s};
    SystemClock m_clock;
    QString m_path;
    RestorePoints m_points;
    QByteArray m_whole;
};

} // namespace

QList<Target> fileTargets()
{
    const auto restored = std::make_shared<DamagedRestorePoint>();
    return {
        {u"core.request-file"_s, {someRequests()}, readRequests},
        {u"probe.file"_s,
         {someProbe(Side::Left, Quirk::TokenRequestsAreFew),
          someProbe(Side::Right, Quirk::WebhooksAreSigned)},
         readProbe},
        {u"store.restore-point"_s,
         {restored->whole()},
         [restored](QByteArrayView text) { restored->read(text); }},
    };
}

} // namespace twinbook::fuzz
