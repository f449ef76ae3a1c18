// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Gives every reader of foreign text hostile text and looks what becomes of it. The same seed gives
// the same cases; a single one is repeated with --target, --seed and --index.

#include "runner.h"
#include "stage.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace twinbook::fuzz;

namespace {

//! What the program has needed at most so far, in megabytes.
long peakMemory()
{
    rusage usage {};
    (void)getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

//! 1 means that a finding was made, 2 that the program was not asked properly.
int runTargets(const QList<Target> &targets, const QString &wanted, const Orders &orders)
{
    qint64 findings = 0;
    int ran = 0;
    std::printf("%-34s %10s %9s %9s %8s %6s\n", "target", "cases", "seconds", "cases/s", "findings",
                "MB");
    for (const Target &target : targets) {
        if (!wanted.isEmpty() && target.name != wanted)
            continue;
        const Outcome outcome = run(target, orders);
        ++ran;
        findings += outcome.findings;
        const double seconds = std::max(0.001, static_cast<double>(outcome.took.count()) / 1000);
        std::printf("%-34s %10llu %9.1f %9.0f %8lld %6ld\n", qPrintable(target.name),
                    static_cast<unsigned long long>(outcome.cases), seconds,
                    static_cast<double>(outcome.cases) / seconds,
                    static_cast<long long>(outcome.findings), peakMemory());
        std::fflush(stdout);
    }
    if (ran == 0) {
        std::fprintf(stderr, "There is no target \"%s\".\n", qPrintable(wanted));
        return 2;
    }
    return findings > 0 ? 1 : 0;
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
    parser.addOptions({list, target, cases, seed, index});
    parser.addHelpOption();
    parser.process(app);

    Orders orders;
    orders.cases = parser.value(cases).toULongLong();
    orders.seed = parser.value(seed).toULongLong();
    if (parser.isSet(index))
        orders.only = parser.value(index).toULongLong();
    Stage stage;
    const QList<Target> targets = textTargets() + storeTargets() + httpTargets(stage)
        + signInTargets(stage) + sandboxTargets() + officeRnDTargets(stage)
        + highLevelTargets(stage);
    if (parser.isSet(list)) {
        for (const Target &each : targets)
            std::printf("%s\n", qPrintable(each.name));
        return 0;
    }
    std::printf("seed %llu\n", static_cast<unsigned long long>(orders.seed));
    return runTargets(targets, parser.value(target), orders);
}
