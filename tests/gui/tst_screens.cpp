// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindow.h"
#include "gui/peoplepage.h"
#include "gui/screenshots.h"
#include "gui/settings.h"
#include "gui/shortcutsheet.h"
#include "gui/theme.h"
#include "support/sampleworld.h"

#include <QAction>
#include <QDir>
#include <QImage>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::testing::SampleWorld;

//! Pictures of every page in light and dark. They stay in the build folder, to be looked at.
class ScreensTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rendersEveryPageInBothSchemes();
    void saysWhenTheFolderCannotBeWritten();
};

void ScreensTest::rendersEveryPageInBothSchemes()
{
    SampleWorld world;
    world.makeEveryState();
    QTemporaryDir folder;
    GuiSettings settings(folder.filePath(u"gui.ini"_s));
    SyncController controller(&world.engine, world.reader(), world.clock);
    QVERIFY(world.check());
    applyScheme(Scheme::Light);
    MainWindow window(controller, settings,
                      {WindowAccounts::Mode::Practice, {u"Acme Spaces"_s, u"Sofia office"_s}});
    window.resize(1280, 800);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    auto *table = window.findChild<QTableView *>(u"table"_s);
    auto *search = window.findChild<QLineEdit *>(u"search"_s);
    QVERIFY(table != nullptr && search != nullptr);
    ShortcutSheet sheet(window.findChildren<QAction *>(QString(), Qt::FindDirectChildrenOnly),
                        &window);

    const auto searchFor = [&](const QString &words) {
        search->setText(words);
        QTest::keyClick(search, Qt::Key_Return);
    };
    const QString target
        = QDir(QCoreApplication::applicationDirPath()).absoluteFilePath(u"../screens"_s);
    const QList<Screen> screens {
        {u"people"_s, &window,
         [&] {
             window.showPage(Page::People);
             searchFor({});
             table->selectRow(9);
         }},
        {u"nobody-found"_s, &window, [&] { searchFor(u"zzz"_s); }},
        {u"history"_s, &window,
         [&] {
             searchFor({});
             window.showPage(Page::History);
         }},
        {u"settings"_s, &window, [&] { window.showPage(Page::Settings); }},
        {u"shortcuts"_s, &sheet, {}},
    };
    const auto written = writeScreens(target, screens);
    QVERIFY2(written, written ? "" : qPrintable(written.error().message));
    for (const Screen &screen : screens) {
        const QImage light(u"%1/%2-light.png"_s.arg(target, screen.name));
        const QImage dark(u"%1/%2-dark.png"_s.arg(target, screen.name));
        QCOMPARE(light.size(), screen.widget->size());
        QCOMPARE(dark.size(), screen.widget->size());
        const QPoint corner(light.width() / 2, light.height() - 3);
        QVERIFY(light.pixelColor(corner).lightnessF() > 0.8F);
        QVERIFY(dark.pixelColor(corner).lightnessF() < 0.3F);
    }
    QCOMPARE(schemeOf(QApplication::palette()), Scheme::Light);
    qInfo("pictures are in %s", qPrintable(QDir::cleanPath(target)));
}

void ScreensTest::saysWhenTheFolderCannotBeWritten()
{
    QWidget widget;
    const auto written = writeScreens(u"/proc/twinbook"_s, {{u"a"_s, &widget, {}}});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Storage);
    QVERIFY(written.error().message.contains(u"/proc/twinbook"_s));
}

QTEST_MAIN(ScreensTest)
#include "tst_screens.moc"
