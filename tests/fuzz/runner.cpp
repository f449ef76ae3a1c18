// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner.h"

#include "mutator.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
#endif

namespace twinbook::fuzz {

namespace {

constexpr unsigned longestCaseSeconds = 60;
constexpr qint64 mostPrinted = 10;

//! What is under way, for the moment in which the program dies: nothing may be allocated then.
struct UnderWay
{
    std::array<char, 64> name {};
    quint64 seed = 0;
    quint64 index = 0;
    quint64 indexAtLastLook = ~0ULL;
};
UnderWay underWay;

void put(const char *text)
{
    (void)!write(STDERR_FILENO, text, std::strlen(text));
}

void put(quint64 number)
{
    std::array<char, 24> digits {};
    std::to_chars(digits.data(), digits.data() + digits.size() - 1, number);
    put(digits.data());
}

void printCase()
{
    put("case: --target ");
    put(underWay.name.data());
    put(" --seed ");
    put(underWay.seed);
    put(" --index ");
    put(underWay.index);
    put("\n");
}

void died(int signal)
{
    put("\nFINDING: the program died\n");
    printCase();
    std::signal(signal, SIG_DFL);
    (void)std::raise(signal);
}

void looked(int)
{
    if (underWay.index == underWay.indexAtLastLook) {
        put("\nFINDING: a case does not end\n");
        printCase();
        std::abort();
    }
    underWay.indexAtLastLook = underWay.index;
    alarm(longestCaseSeconds);
}

void watch(const QString &target, quint64 seed)
{
    const QByteArray name = target.toLatin1().left(underWay.name.size() - 1);
    underWay = {};
    std::copy(name.cbegin(), name.cend(), underWay.name.begin());
    underWay.seed = seed;
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_set_death_callback(printCase);
    std::signal(SIGABRT, died);
#else
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGBUS, SIGILL})
        std::signal(signal, died);
#endif
    std::signal(SIGALRM, looked);
    alarm(longestCaseSeconds);
}

void show(const QByteArray &text)
{
    std::printf("%lld bytes\n", static_cast<long long>(text.size()));
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::printf("\n");
}

} // namespace

Outcome run(const Target &target, const Orders &orders)
{
    const Mutator mutator(target.seeds);
    const qint64 before = complaints();
    watch(target.name, orders.seed);
    QElapsedTimer elapsed;
    elapsed.start();
    for (quint64 index = orders.first; index < orders.end; ++index) {
        underWay.index = index;
        const QByteArray text = mutator.text(orders.seed, index);
        if (orders.show == Orders::Show::Yes)
            show(text);
        const qint64 complaintsSoFar = complaints();
        target.parse(text);
        if (complaints() > complaintsSoFar && complaints() - before <= mostPrinted) {
            put("\nFINDING: ");
            put(distinctComplaints().constLast().toUtf8().constData());
            put("\n");
            printCase();
        }
    }
    alarm(0);
    return {orders.end - orders.first, std::chrono::milliseconds(elapsed.elapsed()),
            complaints() - before};
}

} // namespace twinbook::fuzz
