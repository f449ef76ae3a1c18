// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/personname.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace twinbook {

class PersonNameTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitting_data();
    void splitting();
    void joining_data();
    void joining();
};

void PersonNameTest::splitting_data()
{
    QTest::addColumn<QString>("full");
    QTest::addColumn<QString>("presentFirst");
    QTest::addColumn<QString>("presentLast");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    const auto row
        = [](const char *what, const QString &full, const QString &first, const QString &last,
             const QString &presentFirst = {}, const QString &presentLast = {}) {
              QTest::newRow(what) << full << presentFirst << presentLast << first << last;
          };

    row("nothing", u""_s, u""_s, u""_s);
    row("blank", u" \u00A0\t"_s, u""_s, u""_s);
    row("only what cannot be seen", u"\u200B\u2060"_s, u""_s, u""_s);
    row("one word is a first name", u"Madonna"_s, u"Madonna"_s, u""_s);
    row("two words", u"Jane Doe"_s, u"Jane"_s, u"Doe"_s);
    row("spacing is put right", u"  Jane \u00A0 Doe "_s, u"Jane"_s, u"Doe"_s);
    row("three words", u"Anna Maria Ruiz"_s, u"Anna Maria"_s, u"Ruiz"_s);
    row("hyphens hold together", u"Jean-Luc Saint-Exupéry"_s, u"Jean-Luc"_s, u"Saint-Exupéry"_s);
    row("apostrophe", u"Conan O'Brien"_s, u"Conan"_s, u"O'Brien"_s);
    row("van", u"Robin van Persie"_s, u"Robin"_s, u"van Persie"_s);
    row("van der", u"Jan van der Berg"_s, u"Jan"_s, u"van der Berg"_s);
    row("de la", u"Juana de la Cruz"_s, u"Juana"_s, u"de la Cruz"_s);
    row("particle in capitals", u"VINCENT VAN GOGH"_s, u"VINCENT"_s, u"VAN GOGH"_s);
    row("al", u"Omar al Said"_s, u"Omar"_s, u"al Said"_s);
    row("a particle alone stays the first name", u"Van Morrison"_s, u"Van"_s, u"Morrison"_s);
    row("only particles", u"de la"_s, u"de"_s, u"la"_s);
    row("Cyrillic", u"Иван Петров Иванов"_s, u"Иван Петров"_s, u"Иванов"_s);
    row("Arabic", u"محمد بن سلمان"_s, u"محمد بن"_s, u"سلمان"_s);
    row("Hebrew with direction marks", u"\u200Fדוד כהן\u200F"_s, u"דוד"_s, u"כהן"_s);
    row("CJK without a space is one word", u"山田太郎"_s, u"山田太郎"_s, u""_s);
    row("CJK with a wide space", u"山田\u3000太郎"_s, u"山田"_s, u"太郎"_s);
    row("emoji", u"Ana 🦊 Ruiz"_s, u"Ana 🦊"_s, u"Ruiz"_s);

    row("the border of the last name is kept", u"María del Carmen Ruiz"_s, u"María"_s,
        u"del Carmen Ruiz"_s, u"Mari"_s, u"del Carmen Ruiz"_s);
    row("the border of the first name is kept", u"María del Carmen Ortiz"_s, u"María del Carmen"_s,
        u"Ortiz"_s, u"María del Carmen"_s, u"Ruiz"_s);
    row("kept in spite of case and accents", u"Ana García Ruiz"_s, u"Ana"_s, u"García Ruiz"_s,
        u"Anita"_s, u"garcia ruiz"_s);
    row("a border that no longer fits is forgotten", u"Jane Smith"_s, u"Jane"_s, u"Smith"_s,
        u"Maria del Carmen"_s, u"Ruiz Ortiz"_s);
    row("the last name was taken away", u"María del Carmen"_s, u"María del Carmen"_s, u""_s,
        u"María del Carmen"_s, u"Ruiz"_s);
    row("the first name was taken away", u"van Persie"_s, u""_s, u"van Persie"_s, u"Robin"_s,
        u"van Persie"_s);
    row("a last name alone stays one", u"Doe"_s, u""_s, u"Doe"_s, u""_s, u"Doe"_s);
    row("present CJK order is kept", u"山田 太郎"_s, u"山田"_s, u"太郎"_s, u"山田"_s, u"次郎"_s);
}

void PersonNameTest::splitting()
{
    QFETCH(const QString, full);
    QFETCH(const QString, presentFirst);
    QFETCH(const QString, presentLast);
    const NameParts parts = splitName(full, {presentFirst, presentLast});
    QTEST(parts.first, "first");
    QTEST(parts.last, "last");
}

void PersonNameTest::joining_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("full");
    QTest::newRow("both") << u"Jane"_s << u"Doe"_s << u"Jane Doe"_s;
    QTest::newRow("trimmed") << u" Jane "_s << u" Doe "_s << u"Jane Doe"_s;
    QTest::newRow("first only") << u"Jane"_s << u""_s << u"Jane"_s;
    QTest::newRow("last only") << u" "_s << u"Doe"_s << u"Doe"_s;
    QTest::newRow("none") << u" "_s << u""_s << u""_s;
}

void PersonNameTest::joining()
{
    QFETCH(const QString, first);
    QFETCH(const QString, last);
    QTEST(joinedName({first, last}), "full");
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::PersonNameTest)

#include "tst_personname.moc"
