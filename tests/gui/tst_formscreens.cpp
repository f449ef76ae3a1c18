// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeconnector.h"
#include "gui/decisionspage.h"
#include "gui/mappingpage.h"
#include "gui/mappingrowdialog.h"
#include "gui/previewdialog.h"
#include "gui/restoredialog.h"
#include "gui/screenshots.h"
#include "gui/setupwizard.h"
#include "gui/theme.h"
#include "gui/undodialog.h"
#include "gui/whydialog.h"
#include "support/sampleworld.h"

#include <QDir>
#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::testing::FakeConnector;
using twinbook::testing::SampleWorld;

//! Pictures of the pages where people decide, in light and dark, and at 200 % text in the
//! smallest window. They stay in the build folder, to be looked at.
class FormScreensTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void preview();
    void decisions();
    void mapping();
    void setup();
    void undo();

private:
    void take(const QList<Screen> &screens);
    static void enrich(MappingDraft &draft);
    SampleWorld m_world;
    std::unique_ptr<SyncController> m_controller;
};

// Connected fields, suggested ones, unused ones and one that is gone.
void FormScreensTest::enrich(MappingDraft &draft)
{
    PerSide<ServiceSchema> schemas = draft.schemas();
    using Type = FieldValue::Type;
    const auto custom = [](const QString &title, Type type) {
        return FieldSpec {
            u"custom."_s + title, title, type, FieldAccess::ReadWrite, FieldNeed::Optional,
            FieldOrigin::Custom,  {}};
    };
    schemas.left.fields
        += {custom(u"Membership plan"_s, Type::Text), custom(u"Start date"_s, Type::Date),
            custom(u"Desks"_s, Type::Number), custom(u"Interests"_s, Type::List)};
    schemas.right.fields
        += {custom(u"Membership Plan"_s, Type::Text), custom(u"Since"_s, Type::Text),
            custom(u"Lead score"_s, Type::Number), custom(u"Newsletter"_s, Type::Boolean)};
    draft.load(draft.profile(), schemas);
}

void FormScreensTest::initTestCase()
{
    applyScheme(Scheme::Light);
    m_world.makeEveryState();
    m_controller
        = std::make_unique<SyncController>(&m_world.engine, m_world.reader(), m_world.clock);
    QVERIFY(m_world.check());
    QTRY_VERIFY(m_controller->plan() && m_controller->phase() == EnginePhase::Idle);
}

void FormScreensTest::cleanup()
{
    QFont font = QApplication::font();
    font.setPointSize(10);
    QApplication::setFont(font);
}

void FormScreensTest::take(const QList<Screen> &screens)
{
    const QString target
        = QDir(QCoreApplication::applicationDirPath()).absoluteFilePath(u"../screens"_s);
    const auto written = writeScreens(target, screens);
    QVERIFY2(written, written ? "" : qPrintable(written.error().message));
    for (const Screen &screen : screens) {
        const QImage light(u"%1/%2-light.png"_s.arg(target, screen.name));
        QCOMPARE(light.size(), screen.widget->size());
    }
}

void FormScreensTest::preview()
{
    PreviewDialog dialog(*m_controller, m_world.clock);
    dialog.show();
    auto *tree = dialog.findChild<QTreeView *>(u"changes"_s);
    take({{u"preview"_s, &dialog, [tree] { tree->expandAll(); }}});
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 2);
    QApplication::setFont(font);
    PreviewDialog large(*m_controller, m_world.clock);
    large.resize(960, 600);
    large.show();
    take({{u"preview-200"_s, &large, {}}});
}

void FormScreensTest::decisions()
{
    DecisionsPage page(*m_controller, m_world.clock);
    page.resize(1080, 680);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    take({{u"decisions"_s, &page, {}},
          {u"decisions-chosen"_s, &page, [&page] {
               QTest::keyClick(&page, Qt::Key_Right, Qt::AltModifier);
               page.findChild<QPushButton *>(u"showAlike"_s)->setChecked(true);
           }}});
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 2);
    QApplication::setFont(font);
    DecisionsPage large(*m_controller, m_world.clock);
    large.resize(760, 540);
    large.show();
    take({{u"decisions-200"_s, &large, {}}});
}

void FormScreensTest::mapping()
{
    MappingPage page(*m_controller, m_world.clock);
    page.resize(1080, 720);
    page.show();
    enrich(page.draft());
    auto *unused = page.findChild<QPushButton *>(u"unused"_s);
    take({{u"mapping"_s, &page, {}}, {u"mapping-draft"_s, &page, [&] {
                                          FieldMapping row = page.draft().profile().rows.at(2);
                                          row.direction = Direction::ToRight;
                                          row.emptyRule = EmptyRule::Erase;
                                          page.draft().setRow(row, u"Change direction of Phone"_s);
                                          page.findChild<QTableView *>(u"rows"_s)->selectRow(2);
                                          unused->setChecked(true);
                                          QTest::qWait(700);
                                      }}});
    MappingRowDialog dialog(page.draft());
    dialog.show();
    take({{u"mapping-connect"_s, &dialog, {}}});
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 2);
    QApplication::setFont(font);
    MappingPage large(*m_controller, m_world.clock);
    large.resize(760, 540);
    large.show();
    take({{u"mapping-200"_s, &large, {}}});
}

void FormScreensTest::undo()
{
    m_controller->apply({.leftOut = {}, .pilot = {}, .trigger = RunTrigger::Person});
    QSignalSpy finished(m_controller.get(), &SyncController::runFinished);
    QVERIFY(finished.wait(10'000));
    const auto run = finished.constFirst().constFirst().value<Run>();
    for (const int percent : {100, 200}) {
        const QString suffix = percent == 100 ? QString() : u"-200"_s;
        cleanup();
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * percent / 100);
        QApplication::setFont(font);
        QTRY_COMPARE(m_controller->phase(), EnginePhase::Idle);
        QSignalSpy ready(m_controller.get(), &SyncController::undoReady);
        UndoDialog undone(*m_controller, {run.id, {}, {}});
        QVERIFY(ready.wait(10'000));
        const ChangeEntry &change = undone.model().undo()->entries.constFirst();
        WhyDialog why(*m_controller, change.record, change.person, change.field, u"Phone"_s);
        RestoreDialog points(*m_controller);
        const QList<QDialog *> dialogs {&undone, &why, &points};
        for (QDialog *dialog : dialogs) {
            // No larger than the smallest screen that is supported.
            dialog->resize(dialog->size().boundedTo({1280, 720}));
            dialog->show();
        }
        take({{u"undo"_s + suffix, &undone, {}},
              {u"why"_s + suffix, &why, {}},
              {u"restore-points"_s + suffix, &points, {}}});
    }
}

void FormScreensTest::setup()
{
    FakeConnector connector;
    SetupWizard wizard(connector);
    wizard.show();
    const auto type = [&wizard](const QString &name, const QString &text) {
        for (QLineEdit *edit : wizard.findChildren<QLineEdit *>(name)) {
            if (edit->isVisible())
                edit->setText(text);
        }
    };
    const auto way = [&wizard](const QString &name) {
        for (QRadioButton *button : wizard.findChildren<QRadioButton *>(name)) {
            if (button->isVisible())
                button->setChecked(true);
        }
    };
    take({{u"setup-1"_s, &wizard, {}},
          {u"setup-2"_s, &wizard, [&] { wizard.goTo(SetupWizard::OfficeRnD); }},
          {u"setup-2-browser"_s, &wizard,
           [&] {
               way(u"wayBrowser"_s);
               type(u"appClientId"_s, u"partner-65f0c2b7"_s);
           }},
          {u"setup-2-error"_s, &wizard,
           [&] {
               way(u"wayKey"_s);
               type(u"clientId"_s, u"6f1c99"_s);
               type(u"secret"_s, u"something"_s);
               type(u"address"_s, u"https://app.officernd.com/admin/acme"_s);
               wizard.findChild<QPushButton *>(u"next"_s)->click();
               ConnectionOutcome refused;
               refused.field = ConnectionOutcome::Field::Secret;
               refused.lines = {{ConnectionLine::State::Bad,
                                 u"OfficeRnD does not accept this Client Secret. Copy it again: "
                                 "press View in the row's menu."_s}};
               connector.answer(Side::Left, refused);
           }},
          {u"setup-2-done"_s, &wizard,
           [&] {
               wizard.findChild<QPushButton *>(u"next"_s)->click();
               connector.answer(Side::Left,
                                {ConnectionOutcome::Verdict::Connected,
                                 {{ConnectionLine::State::Good, u"Signed in to Acme Spaces"_s},
                                  {ConnectionLine::State::Good, u"Can read 1,284 people"_s},
                                  {ConnectionLine::State::Warning,
                                   u"Whether people can be changed shows at the first change."_s}},
                                 u"Acme Spaces"_s,
                                 ConnectionOutcome::Field::None});
           }},
          {u"setup-3"_s, &wizard,
           [&] {
               connector.answer(Side::Right, {}); // as it was before the other round
               wizard.goTo(SetupWizard::HighLevel);
               way(u"wayKey"_s);
           }},
          {u"setup-3-browser"_s, &wizard,
           [&] {
               way(u"wayBrowser"_s);
               type(u"appClientId"_s, u"65f0c2b7a4e1d90c1f3a7b52-m1x2y3z4"_s);
           }},
          {u"setup-3-waiting"_s, &wizard,
           [&] {
               wizard.findChild<QPushButton *>(u"next"_s)->click();
               connector.move(Side::Right,
                              {.stage = SignInProgress::Stage::Waiting,
                               .address = QUrl(u"screens:sign-in"_s)});
           }},
          {u"setup-3-choosing"_s, &wizard,
           [&] {
               connector.move(Side::Right,
                              {.stage = SignInProgress::Stage::Choosing,
                               .accounts = {{u"loc-1"_s, u"Bean & Desk"_s, u"Lisbon"_s},
                                            {u"loc-2"_s, u"Second Floor"_s, u"2 Rua do Sol"_s}},
                               .missing = {u"Edit contacts"_s}});
           }},
          {u"setup-3-done"_s, &wizard,
           [&] {
               connector.answer(Side::Right,
                                {ConnectionOutcome::Verdict::Connected,
                                 {{ConnectionLine::State::Good, u"Signed in to Bean & Desk"_s},
                                  {ConnectionLine::State::Good, u"Can read 1,284 people"_s}},
                                 u"Bean & Desk"_s,
                                 ConnectionOutcome::Field::None});
           }},
          {u"setup-4"_s, &wizard,
           [&] {
               wizard.setController(m_controller.get());
               wizard.goTo(SetupWizard::Recognise);
           }},
          {u"setup-5"_s, &wizard, [&] { wizard.goTo(SetupWizard::FirstPreview); }}});
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 2);
    QApplication::setFont(font);
    FakeConnector other;
    other.drafts.left.way = AccountDraft::Way::Browser;
    SetupWizard large(other);
    large.resize(1280, 720);
    large.show();
    take({{u"setup-2-browser-200"_s, &large, [&] { large.goTo(SetupWizard::OfficeRnD); }}});
}

QTEST_MAIN(FormScreensTest)
#include "tst_formscreens.moc"
