// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/phone.h"

#include "support/property.h"

using namespace twinbook;
using namespace Qt::StringLiterals;
using twinbook::test::anyText;
using twinbook::test::textOf;

class PhoneTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void e164_data();
    void e164();
    void keys_data();
    void keys();
    void spellingNeverMatters_data();
    void spellingNeverMatters();
    void anyTextHasAStableKey();
};

void PhoneTest::e164_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("expected");
    QTest::newRow("international") << u"+1 555 010-2233"_s << QString() << u"+15550102233"_s;
    QTest::newRow("national") << u"(555) 010-2233"_s << u"US"_s << u"+15550102233"_s;
    QTest::newRow("small country code") << u"088 123 4567"_s << u"bg"_s << u"+359881234567"_s;
    QTest::newRow("00") << u"00359 88 123 4567"_s << u"BG"_s << u"+359881234567"_s;
    QTest::newRow("trunk zero") << u"+44 (0)20 7946 0018"_s << QString() << u"+442079460018"_s;
    QTest::newRow("bare trunk zero") << u"+44 020 7946 0018"_s << QString() << u"+442079460018"_s;
    QTest::newRow("italy keeps its zero")
        << u"+39 06 1234 5678"_s << QString() << u"+390612345678"_s;
    QTest::newRow("mexico") << u"+52 1 55 1234 5678"_s << QString() << u"+525512345678"_s;
    QTest::newRow("trunk one") << u"+1 1 650 253 0000"_s << QString() << u"+16502530000"_s;
    QTest::newRow("extension") << u"+1 555 010 2233 ext. 5"_s << QString() << u"+15550102233"_s;
    QTest::newRow("no country known") << u"555 010 2233"_s << QString() << QString();
    QTest::newRow("unknown country") << u"555 010 2233"_s << u"QQ"_s << QString();
    QTest::newRow("no such country code") << u"+999 12345678"_s << QString() << QString();
    QTest::newRow("too short") << u"+1 555"_s << QString() << QString();
    QTest::newRow("without its area code") << u"555-0102"_s << u"US"_s << QString();
    QTest::newRow("words") << u"ask at the desk"_s << u"US"_s << QString();
    QTest::newRow("empty") << QString() << u"US"_s << QString();
}

void PhoneTest::e164()
{
    QFETCH(QString, phone);
    QFETCH(QString, country);
    QTEST(phoneE164(phone, country), "expected");
}

void PhoneTest::keys_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("key");
    QTest::newRow("number") << u"555.010.2233"_s << u"+15550102233"_s;
    QTest::newRow("pasted") << u"\u202D+1 555 010 2233\u202C"_s << u"+15550102233"_s;
    QTest::newRow("extension") << u"555 010 2233 x12"_s << u"+15550102233;ext=12"_s;
    QTest::newRow("not a number") << u" Ask  Ana "_s << u"raw:ask ana"_s;
    QTest::newRow("blank") << u" \u00A0"_s << QString();
}

void PhoneTest::keys()
{
    QFETCH(QString, phone);
    QTEST(phoneKey(phone, u"US"_s), "key");
}

void PhoneTest::spellingNeverMatters_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code :
         {"1",  "7",  "31", "32", "33", "34", "36",  "39",  "40",  "41",  "44",  "46", "48",
          "49", "52", "54", "55", "65", "91", "351", "353", "359", "420", "971", "972"})
        QTest::newRow(code) << QString::fromLatin1(code);
}

//! Parentheses send a number through the number plans, plain digits past them: both must agree,
//! also for numbers that no plan knows.
void PhoneTest::spellingNeverMatters()
{
    QFETCH(QString, code);
    VERIFY_PROPERTY("plain and bracketed spellings have one key", [&] {
        const QString national = *textOf(u"0123456789"_s, 7, 11);
        const QString plain = u"+"_s + code + national;
        const QString spaced = u"+"_s + code + u" "_s + national.left(3) + u"-"_s + national.mid(3);
        const QString bracketed
            = u"+"_s + code + u" ("_s + national.left(3) + u") "_s + national.mid(3);
        const QString planned = phoneE164(bracketed, {});
        RC_CLASSIFY(!planned.isEmpty(), "possible");
        RC_ASSERT(phoneE164(plain, {}) == planned);
        RC_ASSERT(phoneE164(spaced, {}) == planned);
        if (!planned.isEmpty())
            RC_ASSERT(phoneKey(planned, u"US"_s) == phoneKey(plain, u"BG"_s));
    });
}

void PhoneTest::anyTextHasAStableKey()
{
    VERIFY_PROPERTY("any text is either a number or itself", [] {
        const QString text = *anyText();
        const QString key = phoneKey(text, u"US"_s);
        RC_ASSERT(key.isEmpty() || key.startsWith(u'+') || key.startsWith(u"raw:"_s));
        RC_ASSERT(phoneKey(u" "_s + text + u"\n"_s, u"US"_s) == key);
    });
}

QTEST_GUILESS_MAIN(PhoneTest)
#include "tst_phone.moc"
