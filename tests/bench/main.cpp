// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints each figure beside its goal and beside the same job done the plain way in the same run,
// so that figures of two machines can be compared. People are invented.

#include "figures.h"
#include "measure.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;
using namespace twinbook::bench;

namespace {

constexpr int patienceMs = 600'000;

//! What one child process does.
int runPart(const QString &part, const QString &directory, int people)
{
    const auto hand = [](const QList<Figure> &figures) {
        std::printf("%s\n", toJson(figures).constData());
        return 0;
    };
    if (part == "plan"_L1)
        return hand(planFigures(people));
    if (part == "match"_L1)
        return hand(firstMatchFigures(people));
    if (part == "no-change"_L1)
        return hand(noChangeFigures(people));
    if (part == "search"_L1)
        return hand(searchFigures(directory));
    if (part == "fill"_L1)
        fillStore(directory, people);
    else if (part == "start"_L1)
        readFirstPage(directory);
    else if (part == "plain-start"_L1)
        readFirstPagePlainly(directory);
    else
        giveUp("There is no part "_L1 + part);
    return 0;
}

//! Runs a program to its end and returns what it printed.
QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    if (!environment.contains(u"QT_QPA_PLATFORM"_s))
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    if (!process.waitForFinished(patienceMs) || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0)
        giveUp(program + u' ' + arguments.join(u' ') + " failed."_L1);
    return process.readAllStandardOutput();
}

QByteArray child(const QString &part, const QString &directory, int people)
{
    return output(
        QCoreApplication::applicationFilePath(),
        {u"--part"_s, part, u"--directory"_s, directory, u"--people"_s, QString::number(people)});
}

//! From starting the process to its end, as a person would wait for it.
Figure startFigure(const QString &directory, int people)
{
    const QString window = QCoreApplication::applicationDirPath() + "/twinbook"_L1;
    const bool haveWindow = QFileInfo(window).isExecutable();
    const double measured = medianMs(5, [&] {
        if (haveWindow)
            output(window, {u"--measure-start"_s, directory});
        else
            child(u"start"_s, directory, people);
    });
    const double plain = medianMs(5, [&] { child(u"plain-start"_s, directory, people); });
    return {.name = haveWindow ? u"start of the window to usable"_s
                               : u"start to first page (store only, no window)"_s,
            .unit = u"ms"_s,
            .measured = measured,
            .goal = 1000,
            .reference = plain,
            .referenceName = u"a program that opens the file, reads 200 rows"_s};
}

void printAll(const QByteArray &json)
{
    const QList<Figure> figures = figuresFromJson(json);
    if (figures.isEmpty())
        giveUp(u"A part gave no figures."_s);
    for (const Figure &figure : figures)
        print(figure);
}

void runAll(int people)
{
    std::printf("%d people on each side\n", people);
    if (const double load = machineLoad(); load > QThread::idealThreadCount() / 2.0)
        std::printf("The machine is busy (load %.1f on %d processors): trust the ratios only.\n",
                    load, QThread::idealThreadCount());
    std::printf("\n");
    printHeader();
    printAll(child(u"plan"_s, {}, people));
    printAll(child(u"match"_s, {}, people));
    printAll(child(u"no-change"_s, {}, people));
    const QTemporaryDir directory;
    child(u"fill"_s, directory.path(), people);
    print(startFigure(directory.path(), people));
    printAll(child(u"search"_s, directory.path(), people));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures Twinbook beside its goals."_s);
    parser.addHelpOption();
    QCommandLineOption part(u"part"_s, u"One part only, for the child processes."_s, u"name"_s);
    QCommandLineOption directory(u"directory"_s, u"Folder of the store."_s, u"path"_s);
    part.setFlags(QCommandLineOption::HiddenFromHelp);
    directory.setFlags(QCommandLineOption::HiddenFromHelp);
    const QCommandLineOption people(u"people"_s, u"People on each side."_s, u"number"_s,
                                    u"100000"_s);
    parser.addOptions({part, directory, people});
    parser.process(application);

    const int count = parser.value(people).toInt();
    if (count < 1000)
        giveUp(u"--people must be a number of at least 1000."_s);
    if (parser.isSet(part))
        return runPart(parser.value(part), parser.value(directory), count);
    runAll(count);
    return 0;
}
