// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit.h"
#include "gui/mappingpage.h"
#include "gui/mappingrowdialog.h"
#include "gui/theme.h"
#include "store/settingsstore.h"
#include "support/sampleworld.h"

#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::testing::faultsOf;
using twinbook::testing::SampleWorld;

//! The mapping page over a real engine: a draft counts only once it is saved, and Save tells how
//! many people it concerns.
class MappingPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(Scheme::Light); }
    void init();
    void cleanup();
    void saveTellsItsConsequenceAndArrives();
    void undoByKeyboard();
    void aCheckDoesNotThrowTheDraftAway();
    void impossibleFieldsAreGreyWithTheReason();
    void everyControlHasAName();

private:
    template<class T>
    T *part(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }

    std::unique_ptr<SampleWorld> m_world;
    std::unique_ptr<SyncController> m_controller;
    std::unique_ptr<MappingPage> m_page;
};

void MappingPageTest::init()
{
    m_world = std::make_unique<SampleWorld>();
    m_world->makeEveryState();
    m_controller
        = std::make_unique<SyncController>(&m_world->engine, m_world->reader(), m_world->clock);
    QVERIFY(m_world->check());
    QTRY_VERIFY(m_controller->plan() && m_controller->phase() == EnginePhase::Idle);
    m_page = std::make_unique<MappingPage>(*m_controller, m_world->clock);
    m_page->resize(1080, 720);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void MappingPageTest::cleanup()
{
    m_page.reset();
    m_controller.reset();
    m_world.reset();
}

void MappingPageTest::saveTellsItsConsequenceAndArrives()
{
    auto *save = part<QPushButton>(u"save"_s);
    QVERIFY(!save->isEnabled());
    // Both people whose phone is in question would get HighLevel's.
    part<QTableView>(u"rows"_s)->selectRow(2);
    FieldMapping phone = *m_page->draft().row(u"phone"_s);
    phone.authority = Authority::Right;
    m_page->draft().setRow(phone, u"who wins"_s);
    QTRY_COMPARE(save->text(), u"&Save - 2 people will change"_s);
    QVERIFY(save->isEnabled());
    const Database before = m_world->reader();
    QVERIFY(SettingsStore(before, m_world->clock).mapping().value().value()
            != m_page->draft().profile());

    save->click();
    QTRY_COMPARE(m_world->engine.plan()->projection.profile(), m_page->draft().profile());
    QCOMPARE(SettingsStore(before, m_world->clock).mapping().value().value(),
             m_page->draft().profile());
    QVERIFY(!m_page->draft().isChanged());
    QVERIFY(!save->isEnabled());
    QCOMPARE(m_world->engine.plan()->plan.counts.questions, 0);
}

void MappingPageTest::undoByKeyboard()
{
    auto *rows = part<QTableView>(u"rows"_s);
    rows->setFocus();
    rows->selectRow(2);
    const MappingProfile before = m_page->draft().profile();
    part<QRadioButton>(u"toRight"_s)->click();
    QCOMPARE(m_page->draft().row(u"phone"_s)->direction, Direction::ToRight);
    QTest::keyClick(rows, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_page->draft().profile(), before);
    QVERIFY(part<QRadioButton>(u"bothWays"_s)->isChecked());
    QTest::keyClick(rows, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_page->draft().row(u"phone"_s)->direction, Direction::ToRight);
    // Delete disconnects the line it stands on.
    rows->setCurrentIndex(rows->model()->index(2, 0));
    QTest::keyClick(rows, Qt::Key_Delete);
    QCOMPARE(m_page->draft().row(u"phone"_s), nullptr);
    part<QPushButton>(u"discard"_s)->click();
    QCOMPARE(m_page->draft().profile(), before);
}

void MappingPageTest::aCheckDoesNotThrowTheDraftAway()
{
    FieldMapping phone = *m_page->draft().row(u"phone"_s);
    phone.direction = Direction::Off;
    m_page->draft().setRow(phone, u"off"_s);
    QVERIFY(m_world->check());
    QTest::qWait(20);
    QCOMPARE(m_page->draft().row(u"phone"_s)->direction, Direction::Off);
    QVERIFY(m_page->draft().steps().canUndo());
}

void MappingPageTest::impossibleFieldsAreGreyWithTheReason()
{
    PerSide<ServiceSchema> schemas = m_page->draft().schemas();
    const auto field = [](const QString &title, FieldValue::Type type) {
        return FieldSpec {
            u"custom."_s + title, title, type, FieldAccess::ReadWrite, FieldNeed::Optional,
            FieldOrigin::Custom,  {}};
    };
    schemas.left.fields += field(u"Joined"_s, FieldValue::Type::Date);
    schemas.right.fields
        += {field(u"Topics"_s, FieldValue::Type::List), field(u"Since"_s, FieldValue::Type::Text)};
    m_page->draft().load(m_page->draft().profile(), schemas);
    const qsizetype rows = m_page->draft().profile().rows.size();

    MappingRowDialog dialog(m_page->draft());
    dialog.show();
    auto *right = dialog.findChild<QListWidget *>(u"rightFields"_s);
    QCOMPARE(right->item(0)->flags() & Qt::ItemIsEnabled, Qt::NoItemFlags);
    QVERIFY2(right->item(0)->text().contains(u"cannot be turned into each other"_s),
             qPrintable(right->item(0)->text()));
    QCOMPARE(right->currentRow(), 1);
    QCOMPARE(faultsOf(dialog).join(u'\n'), QString());
    dialog.accept();
    QCOMPARE(m_page->draft().profile().rows.size(), rows + 1);
    QCOMPARE(m_page->draft().profile().rows.constLast().conversion, Conversion::Date);
}

void MappingPageTest::everyControlHasAName()
{
    part<QPushButton>(u"unused"_s)->setChecked(true);
    QTest::qWait(20); // for the layout
    QCOMPARE(faultsOf(*m_page).join(u'\n'), QString());
}

QTEST_MAIN(MappingPageTest)
#include "tst_mappingpage.moc"
