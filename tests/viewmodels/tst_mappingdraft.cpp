// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "planrows.h"
#include "viewmodels/mappingmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::testing::printedRows;

//! The mapping while it is edited: every change can be undone, suggestions do nothing by
//! themselves, and what cannot work is refused with a reason.
class MappingDraftTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsExampleValuesAndResults();
    void undoesAndRedoesEveryStep();
    void discardCanBeUndone();
    void suggestionsWaitForAPerson();
    void refusesWhatCannotWork();
    void identityStays();
    void filesComeBackEqual();
    void badFilesChangeNothing();

private:
    MappingDraft m_draft;
    PerSide<ServiceSchema> m_schemas;
};

void MappingDraftTest::init()
{
    using Type = FieldValue::Type;
    const auto field = [](const FieldKey &key, const QString &title, Type type,
                          FieldOrigin origin = FieldOrigin::Standard,
                          FieldAccess access = FieldAccess::ReadWrite) {
        return FieldSpec {key, title, type, access, FieldNeed::Optional, origin, {}};
    };
    m_schemas.left.fields
        = {field(u"name"_s, u"Name"_s, Type::Text),
           field(u"email"_s, u"Email"_s, Type::Text),
           field(u"phone"_s, u"Phone"_s, Type::Text),
           field(u"properties.plan"_s, u"Plan"_s, Type::Text, FieldOrigin::Custom),
           field(u"startDate"_s, u"Start date"_s, Type::Date),
           field(u"modified"_s, u"Modified"_s, Type::Text, FieldOrigin::Standard,
                 FieldAccess::ReadOnly)};
    m_schemas.right.fields
        = {field(u"firstName"_s, u"First name"_s, Type::Text),
           field(u"lastName"_s, u"Last name"_s, Type::Text),
           field(u"email"_s, u"Email"_s, Type::Text),
           field(u"phone"_s, u"Phone"_s, Type::Text),
           field(u"customFields.p"_s, u"plan"_s, Type::Text, FieldOrigin::Custom),
           field(u"customFields.s"_s, u"Since"_s, Type::Text, FieldOrigin::Custom),
           field(u"customFields.t"_s, u"Topics"_s, Type::List, FieldOrigin::Custom),
           field(u"updated"_s, u"Updated"_s, Type::Text, FieldOrigin::Standard,
                 FieldAccess::ReadOnly)};
    for (Side side : bothSides)
        m_schemas[side].country = u"BG"_s;
    MappingProfile inForce = suggestedMapping(m_schemas.left, m_schemas.right);
    inForce.rows.removeLast(); // Plan: suggested, not accepted
    m_draft.load(inForce, m_schemas);
    QCOMPARE(m_draft.profile().rows.size(), 3);
}

void MappingDraftTest::showsExampleValuesAndResults()
{
    MappingModel model(m_draft);
    const QAbstractItemModelTester tester(&model);
    ExamplePerson jane;
    jane.name = u"Jane Doe"_s;
    jane.fields.left = {{u"name"_s, FieldValue(u"Jane Doe"_s)},
                        {u"email"_s, FieldValue(u"jane@x.com"_s)},
                        {u"phone"_s, FieldValue(u"0887 123 456"_s)},
                        {u"properties.plan"_s, FieldValue(u"Flex 10"_s)}};
    jane.fields.right = {{u"firstName"_s, FieldValue(u"Jane"_s)},
                         {u"lastName"_s, FieldValue(u"Doe"_s)},
                         {u"email"_s, FieldValue(u"jane@x.com"_s)}};
    model.setExample(jane);
    QCOMPARE(printedRows(model),
             (QStringList {
                 u"Name|Jane Doe|Both ways|First name + Last name|Jane | Doe"_s,
                 u"Email|jane@x.com|Both ways|Email|jane@x.com"_s,
                 u"Phone|0887 123 456|Both ways|Phone|+359887123456 (changes)"_s,
                 u"Plan|Flex 10|suggested|plan|Flex 10 (changes)"_s,
             }));
    QCOMPARE(model.headerData(MappingModel::LeftValue, Qt::Horizontal, Qt::DisplayRole).toString(),
             u"Jane Doe's value"_s);
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
             u"OfficeRnD Name, Both ways, HighLevel First name + Last name"_s);
    // The result follows the draft at once.
    FieldMapping phone = *m_draft.row(u"phone"_s);
    phone.direction = Direction::ToLeft;
    m_draft.setRow(phone, u"turn"_s);
    QCOMPARE(model.index(2, MappingModel::Result).data().toString(), u"OfficeRnD: 0887 123 456"_s);
    phone.direction = Direction::Off;
    m_draft.setRow(phone, u"off"_s);
    QCOMPARE(model.index(2, MappingModel::Result).data().toString(), u"nothing (off)"_s);
}

void MappingDraftTest::undoesAndRedoesEveryStep()
{
    const MappingProfile start = m_draft.profile();
    QList<MappingProfile> after;
    FieldMapping phone = *m_draft.row(u"phone"_s);
    phone.direction = Direction::ToRight;
    m_draft.setRow(phone, u"Change direction of Phone"_s);
    after += m_draft.profile();
    m_draft.addRow(m_draft.rowFor(u"startDate"_s, u"customFields.s"_s));
    after += m_draft.profile();
    m_draft.removeRow(u"phone"_s);
    after += m_draft.profile();
    QCOMPARE(m_draft.steps().count(), 3);
    QCOMPARE(m_draft.changedRows(), 2);
    QCOMPARE(m_draft.steps().undoText(), u"Disconnect Phone"_s);

    for (int i = 2; i >= 1; --i) {
        m_draft.steps().undo();
        QCOMPARE(m_draft.profile(), after.at(i - 1));
    }
    m_draft.steps().undo();
    QCOMPARE(m_draft.profile(), start);
    QVERIFY(!m_draft.isChanged());
    for (const MappingProfile &profile : std::as_const(after)) {
        m_draft.steps().redo();
        QCOMPARE(m_draft.profile(), profile);
    }
    // Saying the same again is no step.
    m_draft.replaceAll(m_draft.profile(), u"nothing"_s);
    QCOMPARE(m_draft.steps().count(), 3);
}

void MappingDraftTest::discardCanBeUndone()
{
    FieldMapping phone = *m_draft.row(u"phone"_s);
    phone.emptyRule = EmptyRule::Erase;
    m_draft.setRow(phone, u"erase"_s);
    m_draft.discard();
    QVERIFY(!m_draft.isChanged());
    m_draft.steps().undo();
    QCOMPARE(m_draft.row(u"phone"_s)->emptyRule, EmptyRule::Erase);
    m_draft.markSaved();
    QVERIFY(!m_draft.isChanged());
}

void MappingDraftTest::suggestionsWaitForAPerson()
{
    QCOMPARE(m_draft.suggestions().size(), 1);
    QCOMPARE(m_draft.profile().rows.size(), 3);
    const FieldMapping plan = m_draft.suggestions().constFirst();
    m_draft.addRow(plan);
    QVERIFY(m_draft.suggestions().isEmpty());
    QCOMPARE(m_draft.profile().rows.constLast(), plan);
    m_draft.steps().undo();
    QCOMPARE(m_draft.suggestions().size(), 1);
    QSignalSpy changed(&m_draft, &MappingDraft::changed);
    m_draft.refuseSuggestion(plan);
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_draft.suggestions().isEmpty());
    QCOMPARE(m_draft.profile().rows.size(), 3);
}

void MappingDraftTest::refusesWhatCannotWork()
{
    QCOMPARE(m_draft.reasonAgainst(u"startDate"_s, u"customFields.s"_s), QString());
    const FieldMapping row = m_draft.rowFor(u"startDate"_s, u"customFields.s"_s);
    QCOMPARE(row.conversion, Conversion::Date);
    QCOMPARE(m_draft.reasonAgainst(u"startDate"_s, u"customFields.t"_s),
             u"Start date holds date and Topics holds list; they cannot be turned into each "
             "other."_s);
    QCOMPARE(m_draft.reasonAgainst(u"modified"_s, u"updated"_s),
             u"Neither OfficeRnD nor HighLevel lets this field be changed."_s);
    QCOMPARE(m_draft.reasonAgainst(u"startDate"_s, u"phone"_s), u"Phone is connected already."_s);
    QCOMPARE(m_draft.reasonAgainst(u"gone"_s, u"customFields.s"_s),
             u"OfficeRnD no longer has this field."_s);
    // What can only be read flows away from there, and nowhere else.
    const FieldMapping modified = m_draft.rowFor(u"modified"_s, u"customFields.s"_s);
    QCOMPARE(modified.direction, Direction::ToRight);
    QCOMPARE(m_draft.reasonAgainst(modified, Direction::BothWays),
             u"OfficeRnD does not let \"Modified\" be changed."_s);
    QCOMPARE(m_draft.reasonAgainst(modified, Direction::ToRight), QString());
    QCOMPARE(m_draft.reasonAgainst(modified, Direction::Off), QString());
}

void MappingDraftTest::identityStays()
{
    QVERIFY(!m_draft.reasonToKeep(u"email"_s).isEmpty());
    m_draft.removeRow(u"email"_s);
    m_draft.removeRow(u"name"_s);
    QCOMPARE(m_draft.profile().rows.size(), 3);
    QCOMPARE(m_draft.steps().count(), 0);
}

void MappingDraftTest::filesComeBackEqual()
{
    m_draft.addRow(m_draft.suggestions().constFirst());
    const MappingProfile kept = m_draft.profile();
    const QByteArray file = m_draft.toFile();
    m_draft.discard();
    QVERIFY(m_draft.takeFile(file));
    QCOMPARE(m_draft.profile(), kept);
    QCOMPARE(m_draft.steps().undoText(), u"Import a mapping"_s);
}

void MappingDraftTest::badFilesChangeNothing()
{
    const MappingProfile before = m_draft.profile();
    for (const QByteArray &file : {QByteArray(), QByteArray("{}"), QByteArray("\xff\xfe\x00", 3),
                                   m_draft.toFile().left(40), QByteArray(2'000'000, '[')}) {
        const Result<> taken = m_draft.takeFile(file);
        QVERIFY(!taken);
        QCOMPARE(taken.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!taken.error().message.isEmpty());
        QCOMPARE(m_draft.profile(), before);
    }
}

QTEST_GUILESS_MAIN(MappingDraftTest)
#include "tst_mappingdraft.moc"
