// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/undomodel.h"
#include "viewmodels/undotext.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;

namespace {

//! An undo of sync #7 with a person for every section of the preview.
class UndoBuilder
{
public:
    UndoBuilder() { m_undo.scope.run = RunId(7); }

    UndoField field(const FieldId &id, const QString &before, const QString &after,
                    const QString &now, UndoVerdict verdict)
    {
        ChangeEntry change;
        change.run = RunId(7);
        change.side = Side::Right;
        change.field = id;
        change.before = before.isEmpty() ? FieldValue() : FieldValue(before);
        change.after = FieldValue(after);
        m_undo.entries.append(change);
        return {static_cast<int>(m_undo.entries.size()) - 1, verdict,
                now.isEmpty() ? FieldValue() : FieldValue(now)};
    }

    void person(const QString &name, std::vector<UndoField> fields,
                UndoPairing pairing = UndoPairing::Stays)
    {
        const QString number = QString::number(m_undo.plan.people.size());
        m_undo.plan.people.push_back({{RemoteId(u"l"_s + number), RemoteId(u"r"_s + number)},
                                      name,
                                      std::move(fields),
                                      pairing});
    }

    [[nodiscard]] PreparedUndoPtr build() const
    {
        return std::make_shared<const PreparedUndo>(m_undo);
    }

    static PreparedUndoPtr everySection()
    {
        using enum UndoVerdict;
        UndoBuilder undo;
        undo.person(u"Ann"_s, {undo.field(u"phone"_s, u"1"_s, u"2"_s, u"2"_s, PutBack)});
        undo.person(u"Bob"_s,
                    {undo.field(u"phone"_s, {}, u"2"_s, u"3"_s, ChangedSince),
                     undo.field(u"city"_s, {}, u"Rome"_s, u"Rome"_s, PutBack)});
        undo.person(u"Cid"_s, {undo.field(u"phone"_s, {}, u"2"_s, u"2"_s, StaysCreated)},
                    UndoPairing::Unlink);
        undo.person(u"Dot"_s, {}, UndoPairing::LinkAgain);
        undo.person(u"Eve"_s, {undo.field(u"phone"_s, u"1"_s, u"2"_s, {}, PersonGone)});
        undo.person(u"Flo"_s, {undo.field(u"phone"_s, u"1"_s, u"2"_s, u"1"_s, AlreadyBack)});
        return undo.build();
    }

private:
    PreparedUndo m_undo;
};

QString printed(const UndoModel &model, const QModelIndex &row)
{
    QStringList cells;
    for (int column = 0; column < UndoModel::ColumnCount; ++column)
        cells.append(model.data(row.siblingAtColumn(column), Qt::DisplayRole).toString());
    return cells.join(u'|');
}

//! Everything that is shown, people and values below them indented.
QStringList printed(const UndoModel &model)
{
    QStringList lines;
    for (int section = 0; section < undoSectionCount; ++section) {
        const QModelIndex top = model.section(static_cast<UndoSection>(section));
        lines += model.data(top, Qt::DisplayRole).toString();
        for (int person = 0; person < model.rowCount(top); ++person) {
            const QModelIndex one = model.index(person, 0, top);
            lines += u"  "_s + printed(model, one);
            for (int value = 0; value < model.rowCount(one); ++value)
                lines += u"    "_s + printed(model, model.index(value, 0, one));
        }
    }
    return lines;
}

const QHash<FieldId, QString> titles {{u"phone"_s, u"Phone"_s}};

} // namespace

class UndoModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyStandsInOneSection();
    void valuesAreStruckOutOnlyIfTheyGo();
    void ticksBecomeARequest();
    void keptPeopleCannotBeTicked();
    void choiceOutlivesASecondLook();
    void hostileTextIsText();
    void sentencesTellWhatStays();
};

void UndoModelTest::everybodyStandsInOneSection()
{
    UndoModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), undoSectionCount);
    model.setUndo(UndoBuilder::everySection(), titles);
    const QStringList expected {
        u"Put back (2)"_s,
        u"  Ann|HighLevel: Phone|2|1|put back"_s,
        u"  Bob|2 fields|||"_s,
        // What goes back stands first; a row without a title is called by its id.
        u"    city|HighLevel: city|Rome|(empty)|put back"_s,
        u"    Phone|HighLevel: Phone|3|stays|kept: somebody changed it since"_s,
        u"Added people stay, but are no longer linked (1)"_s,
        u"  Cid||||both records stay, left out"_s,
        u"Linked again (1)"_s,
        u"  Dot||||was linked before, and takes part again"_s,
        u"Stays as it is (1)"_s,
        u"  Eve|HighLevel: Phone||stays|kept: the person is no longer there"_s,
        u"As before already (1)"_s,
        u"  Flo|HighLevel: Phone|1|stays|already as before"_s,
    };
    const QStringList shown = printed(model);
    QCOMPARE(shown.join(u'\n'), expected.join(u'\n'));
    model.setUndo({}, {});
    QCOMPARE(model.peopleIn(UndoSection::PutBack), 0);
    QCOMPARE(model.chosenPeople(), 0);
}

void UndoModelTest::valuesAreStruckOutOnlyIfTheyGo()
{
    UndoModel model;
    model.setUndo(UndoBuilder::everySection(), titles);
    const auto font = [&model](UndoSection section, int column) {
        return model.index(0, column, model.section(section)).data(Qt::FontRole).value<QFont>();
    };
    QVERIFY(font(UndoSection::PutBack, UndoModel::Now).strikeOut());
    QVERIFY(font(UndoSection::PutBack, UndoModel::WillBe).bold());
    QVERIFY(!font(UndoSection::AlreadyBack, UndoModel::Now).strikeOut());
    QVERIFY(!font(UndoSection::Kept, UndoModel::WillBe).bold());
    const QModelIndex kept = model.index(0, UndoModel::WillBe, model.section(UndoSection::Kept));
    QVERIFY(kept.data(UndoModel::KeptRole).toBool());
    QCOMPARE(kept.data(UndoModel::SideRole).toInt(), int(Side::Right));
}

void UndoModelTest::ticksBecomeARequest()
{
    UndoModel model;
    model.setUndo(UndoBuilder::everySection(), titles);
    QCOMPARE(model.chosenPeople(), 4);
    QVERIFY(model.request().leftOut.isEmpty());
    QSignalSpy changed(&model, &UndoModel::choicesChanged);
    const QModelIndex putBack = model.section(UndoSection::PutBack);
    QVERIFY(model.setData(model.index(1, 0, putBack), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.request().leftOut, QSet<int> {1});
    QCOMPARE(putBack.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    QCOMPARE(model.chosenPeople(), 3);
    // A section ticks and unticks all of its people and nobody else.
    QVERIFY(model.setData(putBack, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.request().leftOut, (QSet<int> {0, 1}));
    QVERIFY(model.setData(putBack, Qt::Checked, Qt::CheckStateRole));
    QVERIFY(model.request().leftOut.isEmpty());
    const QModelIndex unlinked = model.section(UndoSection::Unlinked);
    QVERIFY(model.setData(unlinked, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.request().leftOut, QSet<int> {2});
}

void UndoModelTest::keptPeopleCannotBeTicked()
{
    UndoModel model;
    model.setUndo(UndoBuilder::everySection(), titles);
    for (const UndoSection section : {UndoSection::Kept, UndoSection::AlreadyBack}) {
        const QModelIndex top = model.section(section);
        const QModelIndex person = model.index(0, 0, top);
        for (const QModelIndex &index : {top, person}) {
            QVERIFY(!index.data(Qt::CheckStateRole).isValid());
            QVERIFY(!(index.flags() & Qt::ItemIsUserCheckable));
            QVERIFY(!model.setData(index, Qt::Unchecked, Qt::CheckStateRole));
        }
    }
    // A value follows its person.
    const QModelIndex bob = model.index(1, 0, model.section(UndoSection::PutBack));
    QVERIFY(!model.setData(model.index(0, 0, bob), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(model.request().leftOut.isEmpty());
}

void UndoModelTest::choiceOutlivesASecondLook()
{
    UndoModel model;
    model.setUndo(UndoBuilder::everySection(), titles);
    model.setData(model.index(1, 0, model.section(UndoSection::PutBack)), Qt::Unchecked,
                  Qt::CheckStateRole);
    model.setUndo(UndoBuilder::everySection(), titles);
    QCOMPARE(model.request().leftOut, QSet<int> {1});
}

void UndoModelTest::hostileTextIsText()
{
    UndoBuilder undo;
    const QString hostile = u"<b>2</b><img src='http://x'>"_s;
    undo.person(u"<i>Ann</i>"_s,
                {undo.field(u"phone"_s, u"1"_s, hostile, hostile, UndoVerdict::PutBack)});
    UndoModel model;
    model.setUndo(undo.build(), titles);
    const QModelIndex person = model.index(0, 0, model.section(UndoSection::PutBack));
    QCOMPARE(person.data().toString(), u"<i>Ann</i>"_s);
    const QModelIndex now = person.siblingAtColumn(UndoModel::Now);
    QCOMPARE(now.data().toString(), hostile);
    const QString tip = now.data(Qt::ToolTipRole).toString();
    QVERIFY2(!tip.contains(u"<img"_s) && tip.contains(u"&lt;img"_s), qPrintable(tip));
}

void UndoModelTest::sentencesTellWhatStays()
{
    const PreparedUndoPtr undo = UndoBuilder::everySection();
    QCOMPARE(undoHeadline(*undo, u"sync #7"_s),
             u"Taking back sync #7: 2 values get what was there before."_s);
    QCOMPARE(undoRemainder(undo->plan),
             u"1 value stays as it is, because somebody changed it since. 1 value cannot be put "
             "back. 1 value is as before already. 1 person that was added is not deleted: the two "
             "records stay, unlinked and left out from now on. 1 person is linked again."_s);
    UndoBuilder nothing;
    nothing.person(u"A"_s,
                   {nothing.field(u"f"_s, u"1"_s, u"2"_s, u"3"_s, UndoVerdict::ChangedSince)});
    QCOMPARE(undoHeadline(*nothing.build()), u"Of sync #7 there is nothing to take back."_s);
    UndoBuilder pairs;
    pairs.person(u"A"_s, {}, UndoPairing::Unlink);
    QCOMPARE(undoHeadline(*pairs.build()), u"Taking back sync #7: 1 person, no values."_s);
}

QTEST_GUILESS_MAIN(UndoModelTest)
#include "tst_undomodel.moc"
