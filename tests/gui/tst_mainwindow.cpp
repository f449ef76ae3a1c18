// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/chipbar.h"
#include "gui/healthbar.h"
#include "gui/mainwindow.h"
#include "gui/plainlabel.h"
#include "gui/progressstrip.h"
#include "gui/settings.h"
#include "gui/settingspage.h"
#include "gui/theme.h"
#include "gui/toast.h"
#include "support/sampleworld.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::testing::SampleWorld;

namespace {

constexpr int patience = 10'000;

//! A window on a sample world with people in every state.
struct Stage
{
    explicit Stage(WindowAccounts accounts
                   = {WindowAccounts::Mode::Real, {u"Acme Spaces"_s, u"Sofia office"_s}})
        : settings(folder.filePath(u"gui.ini"_s))
        , controller(&world.engine, world.reader(), world.clock)
        , window(controller, settings, std::move(accounts))
    {
        window.resize(1280, 800);
        window.show();
    }

    template<class T>
    T *find(const QString &name)
    {
        T *found = window.findChild<T *>(name);
        if (found == nullptr)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }

    QTableView *table() { return find<QTableView>(u"table"_s); }
    QLineEdit *search() { return find<QLineEdit>(u"search"_s); }
    QAction *action(const QString &name) { return find<QAction>(name); }
    QString sentence() { return find<PlainLabel>(u"healthSentence"_s)->text(); }

    Chip *chip(const QString &word)
    {
        const QList<Chip *> chips = window.findChildren<Chip *>();
        for (Chip *chip : chips) {
            if (chip->text() == word)
                return chip;
        }
        qFatal("there is no chip %s", qPrintable(word));
    }

    QStringList names()
    {
        QStringList names;
        const QAbstractItemModel *model = table()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            QString name = model->index(row, PeopleTableModel::LeftName).data().toString();
            if (model->index(row, 0).data(PeopleTableModel::MissingRole).toBool())
                name = model->index(row, PeopleTableModel::RightName).data().toString();
            names.append(name);
        }
        names.sort();
        return names;
    }

    struct Filled : SampleWorld
    {
        Filled() { makeEveryState(); }
    };

    Filled world;
    QTemporaryDir folder;
    GuiSettings settings;
    SyncController controller;
    MainWindow window;
};

QString nameOf(const QWidget &widget)
{
    QAccessibleInterface *spoken
        = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget));
    return spoken != nullptr ? spoken->text(QAccessible::Name) : QString();
}

QString described(const QWidget &widget)
{
    return u"%1 \"%2\" %3x%4"_s
        .arg(QString::fromLatin1(widget.metaObject()->className()), widget.objectName())
        .arg(widget.width())
        .arg(widget.height());
}

constexpr std::array pages {Page::People, Page::History, Page::Settings};

} // namespace

class MainWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(Scheme::Light); }
    void namesEveryControl();
    void makesEveryTargetLargeEnough();
    void cutsNoTextAtTwiceTheSize();
    void filtersByChips();
    void searchesAndClearsWithEscape();
    void showsTagsAsText();
    void leavesOutAndTakesBack();
    void saysHowThingsAre();
    void opensPagesByKeyboard();
    void cyclesThroughTheAreas();
    void explainsEmptyTables();
    void showsTheSampleStrip();
    void locksAutomaticSyncUntilAPreviewWasApplied();
    void remembersAppearanceAndLayout();
    void showsProgressInThreeSteps();
    void hasNoTwoEqualShortcuts();
};

void MainWindowTest::namesEveryControl()
{
    Stage stage;
    for (const Page page : pages) {
        stage.window.showPage(page);
        const QList<QWidget *> widgets = stage.window.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
                || widget->focusProxy() != nullptr || widget->objectName().startsWith(u"qt_"_s)
                || qobject_cast<const QMenu *>(widget) != nullptr)
                continue;
            QVERIFY2(!nameOf(*widget).isEmpty(), qPrintable(described(*widget)));
        }
    }
}

void MainWindowTest::makesEveryTargetLargeEnough()
{
    Stage stage;
    for (const Page page : pages) {
        stage.window.showPage(page);
        QCoreApplication::processEvents();
        const QList<QWidget *> widgets = stage.window.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const bool isTarget = qobject_cast<const QAbstractButton *>(widget) != nullptr
                || qobject_cast<const QLineEdit *>(widget) != nullptr
                || qobject_cast<const QComboBox *>(widget) != nullptr;
            if (!isTarget || !widget->isVisible()
                || qobject_cast<const QLineEdit *>(widget->parentWidget()) != nullptr)
                continue;
            QVERIFY2(widget->width() >= 24 && widget->height() >= 24,
                     qPrintable(described(*widget)));
        }
    }
}

void MainWindowTest::cutsNoTextAtTwiceTheSize()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    {
        Stage stage;
        QVERIFY(stage.world.check());
        for (const Page page : pages) {
            stage.window.showPage(page);
            QTest::qWait(20);
            const QList<QPushButton *> buttons = stage.window.findChildren<QPushButton *>();
            for (const QPushButton *button : buttons) {
                if (button->isVisible())
                    QVERIFY2(button->width() >= button->sizeHint().width()
                                 && button->height() >= button->sizeHint().height(),
                             qPrintable(described(*button)));
            }
            const QList<PlainLabel *> labels = stage.window.findChildren<PlainLabel *>();
            for (const PlainLabel *label : labels) {
                if (!label->isVisible())
                    continue;
                const int needed = label->wordWrap() ? label->heightForWidth(label->width())
                                                     : label->sizeHint().height();
                QVERIFY2(label->height() >= needed, qPrintable(described(*label) + label->text()));
            }
        }
        const int row = stage.table()->rowHeight(0);
        QVERIFY(row >= QFontMetrics(large).height());
    }
    QApplication::setFont(before);
}

void MainWindowTest::filtersByChips()
{
    Stage stage;
    QVERIFY(QTest::qWaitForWindowActive(&stage.window));
    const QMap<QString, int> expected {
        {u"All"_s, 20},   {u"New"_s, 4},      {u"Changed"_s, 4}, {u"Needs you"_s, 2},
        {u"Failed"_s, 0}, {u"Left out"_s, 1}, {u"In sync"_s, 9},
    };
    for (auto [word, count] : expected.asKeyValueRange())
        QCOMPARE(stage.chip(word)->count(), count);
    QVERIFY(stage.chip(u"All"_s)->isChecked());

    QTest::mouseClick(stage.chip(u"Needs you"_s), Qt::LeftButton);
    QCOMPARE(stage.names().join(u", "_s), u"Ana Ruiz, Lena Vogel"_s);
    QTest::mouseClick(stage.chip(u"Left out"_s), Qt::LeftButton, Qt::ControlModifier);
    QCOMPARE(stage.names().join(u", "_s), u"Ana Ruiz, Grace Kim, Lena Vogel"_s);
    QVERIFY(stage.chip(u"Left out"_s)->isChecked() && stage.chip(u"Needs you"_s)->isChecked());
    QTest::mouseClick(stage.chip(u"Needs you"_s), Qt::LeftButton, Qt::ControlModifier);
    QCOMPARE(stage.names().join(u", "_s), u"Grace Kim"_s);
    // A press on the one that is shown keeps it.
    QTest::mouseClick(stage.chip(u"Left out"_s), Qt::LeftButton);
    QVERIFY(stage.chip(u"Left out"_s)->isChecked());
    QTest::keyClick(&stage.window, Qt::Key_2, Qt::AltModifier);
    QTRY_COMPARE(stage.names().size(), 4); // a shortcut shows the press before it acts
    QTest::mouseClick(stage.chip(u"All"_s), Qt::LeftButton);
    QCOMPARE(stage.names().size(), 20);
    QCOMPARE(nameOf(*stage.chip(u"Needs you"_s)), u"Needs you, 2"_s);
}

void MainWindowTest::searchesAndClearsWithEscape()
{
    Stage stage;
    QVERIFY(QTest::qWaitForWindowActive(&stage.window));
    QTest::keyClick(&stage.window, Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(stage.window.focusWidget(), stage.search());
    QTest::keyClicks(stage.search(), u"jane doe"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stage.names().join(u", "_s), u"Jane Doe"_s, patience);
    QTest::keyClick(stage.search(), Qt::Key_Escape);
    QCOMPARE(stage.search()->text(), QString());
    QCOMPARE(stage.names().size(), 20);
    QCOMPARE(stage.window.focusWidget(), stage.table());
}

void MainWindowTest::showsTagsAsText()
{
    Stage stage;
    const QString hostile = u"<img src=file:///etc/passwd> <b>Eve</b>"_s;
    stage.world.addLeft(hostile, u"eve@example.com"_s, {}, {});
    QVERIFY(stage.world.check());
    stage.search()->setText(u"eve"_s);
    QTest::keyClick(stage.search(), Qt::Key_Return);
    QCOMPARE(stage.names().join(u", "_s), hostile);
    stage.table()->selectRow(0);
    auto *name = stage.find<PlainLabel>(u"detailsName"_s);
    QCOMPARE(name->text(), hostile);
    QCOMPARE(name->textFormat(), Qt::PlainText);
    QVERIFY(QTest::qWaitForWindowExposed(&stage.window));
    // Every label of the window, whatever it shows.
    const QList<QLabel *> labels = stage.window.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void MainWindowTest::leavesOutAndTakesBack()
{
    Stage stage;
    QVERIFY(!stage.action(u"actionLeaveOut"_s)->isEnabled());
    stage.search()->setText(u"jane doe"_s);
    QTest::keyClick(stage.search(), Qt::Key_Return);
    stage.table()->selectRow(0);
    QVERIFY(stage.action(u"actionLeaveOut"_s)->isEnabled());
    stage.action(u"actionLeaveOut"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(stage.chip(u"Left out"_s)->count(), 2, patience);
    auto *toast = stage.window.findChild<Toast *>();
    QVERIFY(toast->isVisible());
    QCOMPARE(toast->findChild<PlainLabel *>()->text(), u"Jane Doe is left out."_s);
    QVERIFY(stage.world.becomesIdle());
    QTest::mouseClick(toast->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(stage.chip(u"Left out"_s)->count(), 1, patience);
    QVERIFY(!toast->isVisible());
    QVERIFY(!stage.action(u"actionUndo"_s)->isEnabled());
}

void MainWindowTest::saysHowThingsAre()
{
    Stage stage;
    QCOMPARE(stage.sentence(), stage.controller.health().sentence);
    QVERIFY(stage.window.windowTitle().contains(stage.sentence()));
    auto *button = stage.find<QPushButton>(u"healthButton"_s);
    QCOMPARE(button->text(), u"Review"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(stage.window.currentPage(), Page::Decisions);

    // After a check there is something to show; the verbs ask for it.
    QVERIFY(stage.world.check());
    QSignalSpy wanted(&stage.window, &MainWindow::previewRequested);
    stage.action(u"actionPreview"_s)->trigger();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(stage.sentence(), stage.controller.health().sentence);
}

void MainWindowTest::opensPagesByKeyboard()
{
    Stage stage;
    QVERIFY(QTest::qWaitForWindowActive(&stage.window));
    const std::array keys {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5};
    for (std::size_t index = keys.size(); index-- > 0;) {
        QTest::keyClick(&stage.window, keys.at(index), Qt::ControlModifier);
        QCOMPARE(static_cast<std::size_t>(stage.window.currentPage()), index);
    }
    // Other pages may use the same keys for their own search and undo.
    stage.window.showPage(Page::Fields);
    QVERIFY(!stage.action(u"actionFind"_s)->isEnabled());
    QVERIFY(!stage.action(u"actionUndo"_s)->isEnabled());
}

void MainWindowTest::cyclesThroughTheAreas()
{
    Stage stage;
    QVERIFY(QTest::qWaitForWindowActive(&stage.window));
    QVERIFY(stage.world.check());
    stage.table()->selectRow(0);
    QStringList seen;
    for (int press = 0; press < 8; ++press) {
        QTest::keyClick(&stage.window, Qt::Key_F6);
        const QWidget *focus = stage.window.focusWidget();
        QVERIFY(focus != nullptr);
        seen.append(focus->objectName().isEmpty()
                        ? QString::fromLatin1(focus->metaObject()->className())
                        : focus->objectName());
    }
    for (const QString &area : {u"healthSentence"_s, u"search"_s, u"table"_s, u"detailsTable"_s})
        QVERIFY2(seen.contains(area), qPrintable(area + u" not in "_s + seen.join(u", "_s)));
}

void MainWindowTest::explainsEmptyTables()
{
    Stage stage;
    auto *empty = stage.find<QWidget>(u"PeoplePage"_s)->findChild<QWidget *>(u"empty"_s);
    const auto text = [empty] {
        QStringList words;
        const auto labels = empty->findChildren<PlainLabel *>();
        for (const PlainLabel *label : labels)
            words.append(label->text());
        words.append(empty->findChild<QPushButton *>()->text());
        return words.join(u'|');
    };
    stage.search()->setText(u"zzz"_s);
    QTest::keyClick(stage.search(), Qt::Key_Return);
    QCOMPARE(text(),
             u"Nobody found for \"zzz\"|Searched are name, e-mail, phone and company in "
             "both systems.|Clear search"_s);
    QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(stage.names().size(), 20);
    QTest::mouseClick(stage.chip(u"Failed"_s), Qt::LeftButton);
    QCOMPARE(text(), u"Nobody here|The filter hides 20 people.|Show all"_s);

    Stage unconnected {{WindowAccounts::Mode::Real, {}}};
    QVERIFY(!unconnected.action(u"actionCheck"_s)->isEnabled());
}

void MainWindowTest::showsTheSampleStrip()
{
    Stage stage({WindowAccounts::Mode::Practice, {u"A"_s, u"B"_s}});
    auto *strip = stage.find<QWidget>(u"practiceStrip"_s);
    QVERIFY(strip->isVisible());
    QCOMPARE(strip->findChild<PlainLabel *>()->text(), u"Sample data. Nothing here is real."_s);
    QSignalSpy left(&stage.window, &MainWindow::leavePracticeRequested);
    QTest::mouseClick(strip->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(left.size(), 1);
    Stage real;
    QVERIFY(!real.find<QWidget>(u"practiceStrip"_s)->isVisible());
}

void MainWindowTest::locksAutomaticSyncUntilAPreviewWasApplied()
{
    SampleWorld world;
    QTemporaryDir folder;
    GuiSettings settings(folder.filePath(u"gui.ini"_s));
    SyncController controller(&world.engine, world.reader(), world.clock);
    SettingsPage page(controller, settings, {u"A"_s, u"B"_s});
    auto *automatic = page.findChild<QCheckBox *>(u"automatic"_s);
    auto *interval = page.findChild<QComboBox *>(u"interval"_s);
    QVERIFY(!automatic->isEnabled() && !interval->isEnabled());
    QVERIFY(page.findChild<PlainLabel *>(u"automaticReason"_s)
                ->text()
                .startsWith(u"You can switch this on after you have looked at a preview"_s));

    world.addLeft(u"Jane Doe"_s, u"jane@x.com"_s, {}, {});
    QVERIFY(world.check() && world.apply());
    QTRY_VERIFY_WITH_TIMEOUT(automatic->isEnabled(), patience);
    QVERIFY(!automatic->isChecked());
    automatic->click();
    QTRY_COMPARE_WITH_TIMEOUT(controller.schedule().settings.mode,
                              ScheduleSettings::Mode::Automatic, patience);
    QVERIFY(interval->isEnabled());
    interval->setCurrentIndex(0);
    Q_EMIT interval->activated(0);
    QTRY_COMPARE_WITH_TIMEOUT(controller.schedule().settings.interval, std::chrono::minutes(15),
                              patience);
}

void MainWindowTest::remembersAppearanceAndLayout()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"gui.ini"_s);
    {
        GuiSettings settings(path);
        QCOMPARE(settings.appearance(), GuiSettings::Appearance::System);
        QSignalSpy changed(&settings, &GuiSettings::appearanceChanged);
        settings.setAppearance(GuiSettings::Appearance::Dark);
        settings.setAppearance(GuiSettings::Appearance::Dark);
        QCOMPARE(changed.size(), 1);
        settings.setLayoutOf(u"window"_s, "abc");
        settings.setDetailsPane(GuiSettings::DetailsPane::Hidden);
    }
    const GuiSettings settings(path);
    QCOMPARE(settings.appearance(), GuiSettings::Appearance::Dark);
    QCOMPARE(settings.layoutOf(u"window"_s), QByteArray("abc"));
    QCOMPARE(settings.detailsPane(), GuiSettings::DetailsPane::Hidden);
}

void MainWindowTest::showsProgressInThreeSteps()
{
    ProgressStrip strip;
    strip.setPhase(EnginePhase::Idle);
    QVERIFY(!strip.isVisible());
    const auto words = [&strip] {
        QStringList shown;
        const auto labels = strip.findChildren<PlainLabel *>();
        for (const PlainLabel *label : labels) {
            if (!label->text().isEmpty() && label->isVisibleTo(&strip))
                shown.append(label->text());
        }
        const auto buttons = strip.findChildren<QPushButton *>();
        for (const QPushButton *button : buttons) {
            if (button->isVisibleTo(&strip))
                shown.append(u'[' + button->text() + u']');
        }
        return shown.join(u'|');
    };
    strip.setPhase(EnginePhase::ReadingRight);
    strip.setProgress({EnginePhase::ReadingRight, 312, 1284});
    QCOMPARE(words(), u"Reading OfficeRnD|done|Reading HighLevel|312 of 1,284|Applying|[Stop]"_s);
    strip.setPhase(EnginePhase::Applying);
    strip.setProgress({EnginePhase::Applying, 1, 4});
    QCOMPARE(words(),
             u"Reading OfficeRnD|done|Reading HighLevel|done|Applying|1 of 4|[Pause]|"
             "[Stop after this person]"_s);
    QSignalSpy resumed(&strip, &ProgressStrip::resumeRequested);
    strip.setPhase(EnginePhase::Paused);
    QVERIFY2(words().startsWith(u"Paused|"_s) && words().contains(u"|[Resume]|"_s),
             qPrintable(words()));
    strip.findChildren<QPushButton *>().constFirst()->click();
    QCOMPARE(resumed.size(), 1);
}

void MainWindowTest::hasNoTwoEqualShortcuts()
{
    Stage stage;
    QHash<QString, QString> owners;
    const QList<QAction *> actions = stage.window.findChildren<QAction *>();
    for (const QAction *action : actions) {
        const QList<QKeySequence> keys = action->shortcuts();
        for (const QKeySequence &key : keys) {
            const QString name = key.toString();
            QVERIFY2(!owners.contains(name),
                     qPrintable(name + u" "_s + owners.value(name) + u" "_s + action->text()));
            owners.insert(name, action->text());
            // WCAG 2.1.4: nothing happens on a bare letter.
            QVERIFY2(name.size() > 1, qPrintable(name));
        }
    }
    QVERIFY(owners.size() > 15);
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
