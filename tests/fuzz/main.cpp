// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Gives every reader of foreign text hostile text and looks what becomes of it. The same seed gives
// the same cases; a single one is repeated with --target, --seed and --index.

#include "campaign.h"
#include "memory.h"
#include "stage.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;
using namespace twinbook::fuzz;

#if defined(__SANITIZE_ADDRESS__)
//! What is freed stays out of use until that much more was freed. A case takes far less, and of the
//! usual 256 MB, each piece with its red zones, 400 MB of memory become.
extern "C" __attribute__((visibility("default"))) const char *__asan_default_options();
extern "C" const char *__asan_default_options()
{
    return "quarantine_size_mb=16";
}
#endif

namespace {

void print(const QString &name, const Outcome &outcome)
{
    const double seconds = std::max(0.001, static_cast<double>(outcome.took.count()) / 1000);
    std::printf("%-34s %10llu %9.1f %9.0f %8lld %6lld\n", qPrintable(name),
                static_cast<unsigned long long>(outcome.cases), seconds,
                static_cast<double>(outcome.cases) / seconds,
                static_cast<long long>(outcome.findings),
                static_cast<long long>(memoryAtMost() >> 20));
    std::fflush(stdout);
}

//! 1 means that a finding was made.
int runTargets(const QList<Target> &targets, Campaign campaign)
{
    qint64 findings = 0;
    std::printf("%-34s %10s %9s %9s %8s %6s\n", "target", "cases", "seconds", "cases/s", "findings",
                "MB");
    for (const Target &target : targets) {
        const QString onTheWay = u"..."_s + target.name;
        campaign.onShard = [&](const Outcome &soFar) {
            if (soFar.cases < campaign.cases)
                print(onTheWay, soFar);
        };
        const Outcome outcome = run(target, campaign);
        findings += outcome.findings;
        print(target.name, outcome);
    }
    return findings > 0 ? 1 : 0;
}

int showCase(const QList<Target> &targets, quint64 seed, quint64 index)
{
    qint64 findings = 0;
    for (const Target &target : targets) {
        const Orders orders {
            .first = index, .end = index + 1, .seed = seed, .show = Orders::Show::Yes};
        const Outcome outcome = run(target, orders);
        findings += outcome.findings;
        print(target.name, outcome);
    }
    return findings > 0 ? 1 : 0;
}

//! All of them for an empty name.
QList<Target> wantedTargets(Stage &stage, const QString &name)
{
    const QList<Target> all = textTargets() + storeTargets() + fileTargets() + httpTargets(stage)
        + signInTargets(stage) + sandboxTargets(stage) + playedTargets(stage)
        + officeRnDTargets(stage) + highLevelTargets(stage);
    QList<Target> wanted;
    for (const Target &target : all) {
        if (name.isEmpty() || target.name == name)
            wanted.append(target);
    }
    return wanted;
}

} // namespace

int main(int argc, char *argv[])
{
    // The loop of GLib asks the kernel once per round, which is most of the time a case takes.
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption list(u"list"_s, u"Names of the targets, one a line."_s);
    const QCommandLineOption target(u"target"_s, u"Only this one."_s, u"name"_s);
    const QCommandLineOption cases(u"cases"_s, u"How many for each target."_s, u"count"_s,
                                   u"2000"_s);
    const QCommandLineOption seed(u"seed"_s, u"Where chance begins."_s, u"number"_s,
                                  qEnvironmentVariable("TWINBOOK_SEED", u"1"_s));
    const QCommandLineOption index(u"index"_s, u"Only this case, shown."_s, u"number"_s);
    const QCommandLineOption standing(
        u"standing"_s, u"Go on where the last program with this folder ended."_s, u"folder"_s);
    parser.addOptions({list, target, cases, seed, index, standing});
    parser.addHelpOption();
    parser.process(app);

    Stage stage;
    const QList<Target> targets = wantedTargets(stage, parser.value(target));
    if (targets.isEmpty()) {
        std::fprintf(stderr, "There is no target \"%s\".\n", qPrintable(parser.value(target)));
        return 2;
    }
    if (parser.isSet(list)) {
        for (const Target &each : targets)
            std::printf("%s\n", qPrintable(each.name));
        return 0;
    }
    const quint64 start = parser.value(seed).toULongLong();
    std::printf("seed %llu\n", static_cast<unsigned long long>(start));
    if (parser.isSet(index))
        return showCase(targets, start, parser.value(index).toULongLong());
    return runTargets(targets,
                      {.cases = parser.value(cases).toULongLong(),
                       .seed = start,
                       .folder = parser.value(standing)});
}
