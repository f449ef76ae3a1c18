// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/normalize.h"

#include "support/property.h"

using namespace twinbook;
using namespace Qt::StringLiterals;
using twinbook::test::anyText;

class NormalizeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void simplified_data();
    void simplified();
    void folded_data();
    void folded();
    void emails_data();
    void emails();
    void sharedMailboxes_data();
    void sharedMailboxes();
    void lastNames_data();
    void lastNames();
    void tagSets();
    void formsAreStable();
};

void NormalizeTest::simplified_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("spaces") << u"  Ana \t\n Ruiz "_s << u"Ana Ruiz"_s;
    QTest::newRow("no-break space") << u"Ana\u00A0Ruiz\u00A0"_s << u"Ana Ruiz"_s;
    QTest::newRow("case is kept") << u"McDonald"_s << u"McDonald"_s;
    QTest::newRow("composed") << u"A\u0301na"_s << u"\u00C1na"_s;
    QTest::newRow("zero width") << u"An\u200Ba\uFEFF"_s << u"Ana"_s;
    QTest::newRow("direction") << u"\u202EAna\u202C \u2066x\u2069"_s << u"Ana x"_s;
    QTest::newRow("soft hyphen") << u"Schmidt\u00ADbauer"_s << u"Schmidtbauer"_s;
}

void NormalizeTest::simplified()
{
    QFETCH(QString, text);
    QTEST(simplifiedText(text), "expected");
}

void NormalizeTest::folded_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("foldedEqual");
    QTest::addColumn<bool>("caselessEqual");
    QTest::newRow("case") << u"ANA RUIZ"_s << u"Ana Ruiz"_s << true << true;
    QTest::newRow("accents") << u"Ána  RUIZ"_s << u"ana ruiz"_s << true << false;
    QTest::newRow("decomposed") << u"A\u0301na"_s << u"\u00E1na"_s << true << true;
    QTest::newRow("composed only in lower case") << u"T\u0308"_s << u"\u1E97"_s << true << true;
    QTest::newRow("sharp s") << u"Strauß"_s << u"STRAUSS"_s << true << false;
    QTest::newRow("stroke") << u"Łukasz Ødegård"_s << u"lukasz odegard"_s << true << false;
    QTest::newRow("full width") << u"\uFF21na"_s << u"ana"_s << true << false;
    QTest::newRow("ligature") << u"\uFB01nn"_s << u"Finn"_s << true << false;
    QTest::newRow("cyrillic") << u"ИВАН"_s << u"иван"_s << true << true;
    QTest::newRow("other person") << u"Ana Ruiz"_s << u"Ana Ruis"_s << false << false;
}

void NormalizeTest::folded()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QTEST(foldedText(one) == foldedText(other), "foldedEqual");
    QTEST(caselessText(one) == caselessText(other), "caselessEqual");
}

void NormalizeTest::emails_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("key");
    QTest::newRow("plain") << u"ana@example.com"_s << u"ana@example.com"_s;
    QTest::newRow("case and space") << u" Ana@Example.COM\n"_s << u"ana@example.com"_s;
    QTest::newRow("pasted") << u"ana@example.com\u200B"_s << u"ana@example.com"_s;
    QTest::newRow("plus stays") << u"ana+work@example.com"_s << u"ana+work@example.com"_s;
    QTest::newRow("dots stay") << u"a.n.a@gmail.com"_s << u"a.n.a@gmail.com"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("no at") << u"ana"_s << QString();
    QTest::newRow("only at") << u"@"_s << QString();
    QTest::newRow("no mailbox") << u"@example.com"_s << QString();
    QTest::newRow("no domain") << u"ana@"_s << QString();
    QTest::newRow("two") << u"ana@x.com;bo@x.com"_s << QString();
    QTest::newRow("space inside") << u"ana ruiz@x.com"_s << QString();
    QTest::newRow("tab inside") << u"ana\truiz@x.com"_s << QString();
    QTest::newRow("with a name") << u"Ana <ana@x.com>"_s << QString();
}

void NormalizeTest::emails()
{
    QFETCH(QString, email);
    QTEST(emailKey(email), "key");
}

void NormalizeTest::sharedMailboxes_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<bool>("shared");
    QTest::newRow("info") << u"info@example.com"_s << true;
    QTest::newRow("case") << u"Office@example.com"_s << true;
    QTest::newRow("person") << u"ana@example.com"_s << false;
    QTest::newRow("begins like one") << u"infoline@example.com"_s << false;
    QTest::newRow("domain does not count") << u"ana@info"_s << false;
    QTest::newRow("no address") << u"info"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void NormalizeTest::sharedMailboxes()
{
    QFETCH(QString, email);
    QTEST(isSharedMailbox(email), "shared");
}

void NormalizeTest::lastNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("key");
    QTest::newRow("two words") << u"Ana Ruíz"_s << u"ruiz"_s;
    QTest::newRow("one word") << u"Cher"_s << u"cher"_s;
    QTest::newRow("three words") << u"Ana van Dijk "_s << u"dijk"_s;
    QTest::newRow("empty") << u"  "_s << QString();
}

void NormalizeTest::lastNames()
{
    QFETCH(QString, name);
    QTEST(lastNameKey(name), "key");
}

void NormalizeTest::tagSets()
{
    const QStringList key {u"new"_s, u"vip"_s};
    QCOMPARE(tagSetKey({u"VIP"_s, u" new "_s, u"vip"_s, u""_s}), key);
    QCOMPARE(tagSetKey({u"new"_s, u"vip"_s}), key);
    QVERIFY(tagSetKey({u"née"_s}) != tagSetKey({u"nee"_s}));
    QVERIFY(tagSetKey({}).isEmpty());
    VERIFY_PROPERTY("order and repetition do not matter", [] {
        const auto texts = *rc::gen::container<std::vector<QString>>(anyText());
        const QStringList tags(texts.begin(), texts.end());
        const QStringList reversed(texts.rbegin(), texts.rend());
        RC_ASSERT(tagSetKey(tags) == tagSetKey(reversed + tags));
    });
}

void NormalizeTest::formsAreStable()
{
    VERIFY_PROPERTY("a form of a form is itself, and blanks around do not matter", [] {
        const QString text = *anyText();
        const QString padded = u"\u00A0"_s + text + u" \n"_s;
        RC_ASSERT(simplifiedText(simplifiedText(text)) == simplifiedText(text));
        RC_ASSERT(foldedText(foldedText(text)) == foldedText(text));
        RC_ASSERT(caselessText(caselessText(text)) == caselessText(text));
        RC_ASSERT(emailKey(emailKey(text)) == emailKey(text));
        RC_ASSERT(simplifiedText(padded) == simplifiedText(text));
        RC_ASSERT(foldedText(padded) == foldedText(text));
        const QString simple = simplifiedText(text);
        RC_ASSERT(!simple.startsWith(u' ') && !simple.endsWith(u' ') && !simple.contains(u"  "_s));
    });
}

QTEST_GUILESS_MAIN(NormalizeTest)
#include "tst_normalize.moc"
