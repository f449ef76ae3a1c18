// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/healthbar.h"
#include "gui/mainwindow.h"
#include "gui/plaintable.h"
#include "gui/progressstrip.h"
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
    void rendersLargeTextAndMirrored();
    void saysWhenTheFolderCannotBeWritten();

private:
    [[nodiscard]] static QString target()
    {
        return QDir(QCoreApplication::applicationDirPath()).absoluteFilePath(u"../screens"_s);
    }
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
    const QList<Screen> screens {
        {u"people"_s, &window,
         [&] {
             window.showPage(Page::People);
             searchFor({});
             table->selectRow(9);
         }},
        {u"working"_s, &window,
         [&] {
             auto *strip = window.findChild<ProgressStrip *>();
             strip->setPhase(EnginePhase::Applying);
             strip->setProgress({EnginePhase::Applying, 312, 1284});
             window.findChild<HealthBar *>()->setHealth({Health::Level::Working,
                                                         Health::Action::None,
                                                         u"Syncing now. You can go on working."_s});
         }},
        {u"good"_s, &window,
         [&] {
             window.findChild<ProgressStrip *>()->setPhase(EnginePhase::Idle);
             window.findChild<HealthBar *>()->setHealth(
                 {Health::Level::Good, Health::Action::None,
                  u"All good. Last sync 10:42, next 11:00."_s});
             searchFor(u"a"_s);
         }},
        {u"stopped"_s, &window,
         [&] {
             window.findChild<HealthBar *>()->setHealth(
                 {Health::Level::Stopped, Health::Action::SignInAgain,
                  u"Stopped: sign in to HighLevel again."_s});
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
    const auto written = writeScreens(target(), screens);
    QVERIFY2(written, written ? "" : qPrintable(written.error().message));
    for (const Screen &screen : screens) {
        const QImage light(u"%1/%2-light.png"_s.arg(target(), screen.name));
        const QImage dark(u"%1/%2-dark.png"_s.arg(target(), screen.name));
        QCOMPARE(light.size(), screen.widget->size());
        QCOMPARE(dark.size(), screen.widget->size());
        const QPoint corner(light.width() / 2, light.height() - 3);
        QVERIFY(light.pixelColor(corner).lightnessF() > 0.8F);
        QVERIFY(dark.pixelColor(corner).lightnessF() < 0.3F);
    }
    QCOMPARE(schemeOf(QApplication::palette()), Scheme::Light);
    qInfo("pictures are in %s", qPrintable(QDir::cleanPath(target())));
}

void ScreensTest::rendersLargeTextAndMirrored()
{
    SampleWorld world;
    world.makeEveryState();
    QTemporaryDir folder;
    GuiSettings settings(folder.filePath(u"gui.ini"_s));
    SyncController controller(&world.engine, world.reader(), world.clock);
    QVERIFY(world.check());
    const PerSide<QString> accounts {u"Acme Spaces"_s, u"Sofia office"_s};
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    MainWindow first(controller, settings, {WindowAccounts::Mode::Real, accounts});
    first.resize(1280, 800);
    first.show();
    QVERIFY(QTest::qWaitForWindowExposed(&first));
    first.findChild<QTableView *>(u"table"_s)->selectRow(2);
    QVERIFY(writeScreens(target(),
                         {{u"large-people"_s, &first, {}},
                          {u"large-settings"_s, &first, [&] { first.showPage(Page::Settings); }}}));
    QCOMPARE(first.size(), QSize(1280, 800)); // nothing has pushed the window wider
    QApplication::setFont(before);

    QApplication::setLayoutDirection(Qt::RightToLeft);
    MainWindow mirrored(controller, settings, {WindowAccounts::Mode::Real, accounts});
    mirrored.resize(1280, 800);
    mirrored.show();
    QVERIFY(QTest::qWaitForWindowExposed(&mirrored));
    mirrored.findChild<PlainTable *>(u"table"_s)->showRow(2);
    QVERIFY(writeScreens(target(), {{u"mirrored-people"_s, &mirrored, {}}}));
    QApplication::setLayoutDirection(Qt::LeftToRight);
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
