// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"
#include "app/screenshooter.h"
#include "app/starttimer.h"
#include "core/logging.h"
#include "gui/theme.h"
#include "gui/twinbookstyle.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace twinbook;

namespace {

//! Opens a data directory without its accounts, for measuring how fast the people are there.
int measureStart(const QString &directory, const QElapsedTimer &sinceStart)
{
    Result<Database> database
        = Database::open(Workspace::databasePath(directory), Database::Mode::ReadOnly);
    if (!database) {
        qWarning("%s", qUtf8Printable(database.error().message));
        return 2;
    }
    SystemClock clock;
    GuiSettings settings;
    SyncController controller(nullptr, *std::move(database), clock);
    MainWindow window(controller, settings,
                      {WindowAccounts::Mode::Real, {u"OfficeRnD"_s, u"HighLevel"_s}});
    StartTimer timer(sinceStart);
    timer.watch(&window);
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    // Every file the program makes belongs to its user alone (experience.md M14).
    ::umask(077);
    QApplication app(argc, argv);
    QApplication::setOrganizationName(u"Twinbook"_s);
    QApplication::setApplicationName(u"twinbook"_s);
    QApplication::setApplicationDisplayName(u"Twinbook"_s);
    QApplication::setApplicationVersion(QStringLiteral(TWINBOOK_VERSION));
    QApplication::setDesktopFileName(u"app.twinbook.Twinbook"_s);
    QApplication::setStyle(new TwinbookStyle);
    QApplication::setWindowIcon(icon(Icon::App));
    installRedactingMessageHandler();

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Keeps OfficeRnD and HighLevel in agreement."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions(
        {{u"practice"_s, u"Open the sample contacts."_s},
         {u"data-dir"_s, u"Keep everything in this folder."_s, u"folder"_s},
         {u"screenshots"_s, u"Write a picture of every screen to this folder and end."_s,
          u"folder"_s},
         {u"measure-start"_s, u"Open this data folder, print how long it took, and end."_s,
          u"folder"_s}});
    parser.process(app);
    if (parser.isSet(u"measure-start"_s))
        return measureStart(parser.value(u"measure-start"_s), sinceStart);

    QTemporaryDir temporary;
    QString directory = parser.value(u"data-dir"_s);
    if (directory.isEmpty()) {
        directory = parser.isSet(u"screenshots"_s)
            ? temporary.path()
            : QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    }
    Application application(directory);
    std::unique_ptr<Screenshooter> screenshooter;
    if (parser.isSet(u"screenshots"_s))
        screenshooter
            = std::make_unique<Screenshooter>(application, parser.value(u"screenshots"_s));
    const bool practice = parser.isSet(u"practice"_s) || screenshooter;
    application.open(practice ? Scene::Practice : Scene::Accounts);
    return QApplication::exec();
}
