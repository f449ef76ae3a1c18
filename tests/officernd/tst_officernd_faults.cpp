// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/refusals.h"
#include "officernd/faults.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;
using namespace twinbook::officernd;

class TestOfficeRnDFaults final : public QObject
{
    Q_OBJECT

private:
    static Fault status(int code, const QString &message,
                        Fault::Credential credential = Fault::Credential::MaybeStale)
    {
        Fault fault = refused(code, message);
        fault.credential = credential;
        fault.permission = u"flex.community.members.update"_s;
        return fault;
    }

private Q_SLOTS:
    void meanings_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
        QTest::addColumn<bool>("fresh");
        QTest::addColumn<int>("kind");
        const auto row = [](int code, const char *message, bool fresh, ErrorKind kind) {
            QTest::addRow("%d %s %d", code, message, int(fresh))
                << code << QString::fromLatin1(message) << fresh << static_cast<int>(kind);
        };
        row(401, "Unauthorized access", false, ErrorKind::Unauthorized);
        row(401, "Unauthorized access", true, ErrorKind::Forbidden);
        row(403, "Forbidden", false, ErrorKind::Forbidden);
        row(500, "Organization not found", false, ErrorKind::InvalidInput);
        row(500, "Path 'name' is required.", false, ErrorKind::Rejected);
        row(500, "Cast to ObjectId failed for value \"x\"", false, ErrorKind::Rejected);
        row(500, "Specified office was not found", false, ErrorKind::Rejected);
        row(500, "Cannot delete invoiced membership", false, ErrorKind::Rejected);
        row(500, "Internal server error", false, ErrorKind::ServerFault);
        row(500, "", false, ErrorKind::ServerFault);
        row(502, "", false, ErrorKind::ServerFault);
        row(504, "", false, ErrorKind::Timeout);
        row(404, "Item with Id (5f) was not found", false, ErrorKind::NotFound);
        row(404, "Cannot GET /api/v2/x", false, ErrorKind::BadReply);
        row(404, "", false, ErrorKind::BadReply);
        row(400, "property x should not exist", false, ErrorKind::Rejected);
        row(429, "", false, ErrorKind::RateLimited);
    }

    void meanings()
    {
        QFETCH(int, status);
        QFETCH(QString, message);
        QFETCH(bool, fresh);
        QFETCH(int, kind);
        const auto credential = fresh ? Fault::Credential::Fresh : Fault::Credential::MaybeStale;
        const Error error
            = ApiFaults(u"acme"_s).read(TestOfficeRnDFaults::status(status, message, credential));
        QCOMPARE(static_cast<int>(error.kind), kind);
        QCOMPARE(error.httpStatus, status);
        QVERIFY(error.message.contains("OfficeRnD"_L1));
        checkSentence(error);
    }

    void sentencesNameTheCause()
    {
        QVERIFY(ApiFaults(u"acme"_s)
                    .read(status(500, u"Organization not found"_s))
                    .message.contains("acme"_L1));
        const Error missing
            = ApiFaults(u"acme"_s).read(status(401, u"Unauthorized"_s, Fault::Credential::Fresh));
        QVERIFY(missing.message.contains("change people"_L1));
        QVERIFY(missing.message.contains("flex.community.members.update"_L1));
    }

    void identity()
    {
        Fault fault = status(401, u"Client authentication failed"_s);
        fault.body = {{u"error"_s, u"invalid_client"_s}};
        QCOMPARE(IdentityFaults().read(fault).kind, ErrorKind::Unauthorized);
        fault.status = 400;
        fault.body = {{u"error"_s, u"invalid_scope"_s}};
        QCOMPARE(IdentityFaults().read(fault).kind, ErrorKind::Forbidden);
        fault.status = 503;
        QCOMPARE(IdentityFaults().read(fault).kind, ErrorKind::ServerFault);
    }

    void sendingAgain_data()
    {
        const AgainRows row;
        row(401, "Unauthorized access", Again::WithFreshSignIn);
        row(403, "Forbidden resource", Again::Never);
        row(404, "Item with Id (5f) was not found", Again::Never);
        row(404, "Cannot POST /members/5f", Again::Never);
        row(400, "property X should not exist", Again::Never);
        row(500, "Organization not found", Again::Never);
        row(500, "Path `name` is required.", Again::Never);
        row(500, "Cast to string failed for value", Again::Never);
        row(500, "BSONTypeError: Argument passed in must be a string of 12 bytes", Again::Never);
        row(500, "Invalid ObjectId", Again::Never);
        row(500, "Member validation failed: name", Again::Never);
        row(500, "Specified plan was not found", Again::Never);
        row(500, "Cannot delete invoiced membership", Again::Never);
        row(500, "E11000 duplicate key error", Again::Never);
        row(500, "Unexpected token in JSON at position 0", Again::Never);
        row(500, "Internal server error", Again::Later);
        row(500, "", Again::Later);
        row(429, "Too Many Requests", Again::Later);
        row(502, "", Again::Later);
        row(503, "", Again::Later);
        row(504, "", Again::Later);
        row(418, "", Again::Never);
    }

    void sendingAgain() { checkSendingAgain(ApiFaults(u"acme"_s)); }
    void everyRowIsReached() { checkEveryRowIsReached(knownRefusals()); }
};

QTEST_GUILESS_MAIN(TestOfficeRnDFaults)
#include "tst_officernd_faults.moc"
