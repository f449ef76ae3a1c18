// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/whystory.h"

#include "support/sampleworld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::testing::SampleWorld;

//! Asked of what a real engine did with two services.
class WhyStoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void whatASyncWroteNamesTheSyncAndWhatWasThere();
    void whatSomebodyChangedThereIsNotClaimed();
    void whatWasEnteredThereHasNoFacts();
    void anUndoIsNamedAsOne();
    void unknownPersonIsASentence();

private:
    //! Of the phone, as one text for each side.
    [[nodiscard]] QStringList told() const;
    [[nodiscard]] RemoteId onTheRight() const { return m_world->right.people().firstKey(); }

    std::unique_ptr<SampleWorld> m_world;
    RemoteId m_ann;
};

void WhyStoryTest::initTestCase()
{
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void WhyStoryTest::init()
{
    m_world = std::make_unique<SampleWorld>();
    m_ann = m_world->addLeft(u"Ann One"_s, u"ann@example.com"_s, u"+359887000001"_s, {});
    QVERIFY(m_world->check() && m_world->apply());
    m_world->left.edit(m_ann, u"phone"_s, FieldValue(u"+359887111111"_s));
    QVERIFY(m_world->check() && m_world->apply());
    QVERIFY(m_world->check());
}

QStringList WhyStoryTest::told() const
{
    const Database database = m_world->reader();
    const auto stories = whyStories(m_ann, u"phone"_s, database, m_world->clock);
    if (!stories)
        return {stories.error().message};
    QStringList all;
    for (const WhyStory &story : *stories) {
        QStringList lines {serviceName(story.side) + u": "_s + story.value, story.sentence};
        for (const WhyStory::Fact &fact : story.facts)
            lines += fact.label + u": "_s + fact.text;
        all += lines.join(u'\n');
    }
    return all;
}

void WhyStoryTest::whatASyncWroteNamesTheSyncAndWhatWasThere()
{
    const QStringList stories = told();
    QCOMPARE(stories.size(), 2);
    QCOMPARE(stories.at(1),
             u"HighLevel: +359887111111\n"
             "Twinbook wrote it on Tue 3 Mar 09:42.\n"
             "Written by: sync #2, started by you\n"
             "Came from: OfficeRnD\n"
             "Before: +359887000001\n"
             "After: +359887111111\n"
             "Reason: changed in OfficeRnD"_s);
}

void WhyStoryTest::whatSomebodyChangedThereIsNotClaimed()
{
    m_world->right.edit(onTheRight(), u"phone"_s, FieldValue(u"+359887999999"_s));
    QVERIFY(m_world->check());
    const QString story = told().value(1);
    QVERIFY2(story.startsWith(u"HighLevel: +359887999999\nSomebody changed it in HighLevel itself, "
                              "after Twinbook had written another value on Tue 3 Mar 09:42."_s),
             qPrintable(story));
    QVERIFY(story.contains(u"After: +359887111111"_s));
}

void WhyStoryTest::whatWasEnteredThereHasNoFacts()
{
    QCOMPARE(told().value(0),
             u"OfficeRnD: +359887111111\n"
             "Twinbook remembers no change of it: it was entered in OfficeRnD itself, or it was "
             "written before the history begins."_s);
}

void WhyStoryTest::anUndoIsNamedAsOne()
{
    Engine &engine = m_world->engine;
    engine.prepareUndo({RunId(2), {}, {}});
    QTRY_VERIFY(engine.undo());
    QTRY_COMPARE(engine.phase(), EnginePhase::Idle);
    engine.applyUndo({.leftOut = {}, .pilot = {}, .trigger = RunTrigger::CommandLine});
    QTRY_COMPARE(m_world->right.text(onTheRight(), u"phone"_s), u"+359887000001"_s);
    QTRY_COMPARE(engine.phase(), EnginePhase::Idle);
    QVERIFY(m_world->check());
    const QString story = told().value(1);
    QVERIFY2(story.contains(u"Written by: undo #3, started from the command line"_s),
             qPrintable(story));
    QVERIFY2(story.contains(u"Came from: what was there before"_s), qPrintable(story));
}

void WhyStoryTest::unknownPersonIsASentence()
{
    const Database database = m_world->reader();
    const auto nobody = whyStories(RemoteId(u"nobody"_s), u"phone"_s, database, m_world->clock);
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!nobody.error().message.isEmpty());
}

QTEST_GUILESS_MAIN(WhyStoryTest)
#include "tst_whystory.moc"
