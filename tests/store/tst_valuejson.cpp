// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/valuejson.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;

class ValueJsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! Qt's parser drops a byte order mark at the beginning of a text; a value that comes back
    //! without it would look edited for ever.
    void aByteOrderMarkSurvives()
    {
        const QString marked = QChar(QChar::ByteOrderMark) + u"Ana"_s;
        const FieldValue value(marked);
        QCOMPARE(valueFromText(valueToText(value)), value);
        const FieldValue list(QStringList {marked, marked + marked});
        QCOMPARE(valueFromText(valueToText(list)), list);

        const FieldMap fields {{u"name"_s, value}, {u"tags"_s, list}};
        QCOMPARE(fieldsFromText(fieldsToText(fields)), std::optional(fields));
        const FieldWrites writes {{u"name"_s, value}};
        QCOMPARE(writesFromText(writesToText(writes)), std::optional(writes));
    }
};

QTEST_GUILESS_MAIN(ValueJsonTest)
#include "tst_valuejson.moc"
