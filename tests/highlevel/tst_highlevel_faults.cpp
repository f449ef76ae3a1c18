// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/faults.h"
#include "net/refusals.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;
using namespace twinbook::highlevel;

class TestHighLevelFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meanings_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("permission");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("says");
        const auto row = [](int code, const char *message, ErrorKind kind, const char *says,
                            const char *permission = "contacts.readonly") {
            QTest::addRow("%d %s %s", code, message, permission)
                << code << QString::fromLatin1(message) << QString::fromLatin1(permission)
                << static_cast<int>(kind) << QString::fromLatin1(says);
        };
        row(401, "Invalid token: access token is invalid", ErrorKind::Unauthorized,
            "sign in again");
        row(401, "version header was not found.", ErrorKind::Bug, "new version");
        row(401, "The token is not authorized for this scope.", ErrorKind::Forbidden,
            "contacts.write", "contacts.write");
        row(401, "Token's user type mismatch!", ErrorKind::Forbidden, "agency");
        row(401,
            "This authClass type is not allowed to access this scope. Please verify your IAM "
            "configuration if this is not the case.",
            ErrorKind::Forbidden, "agency");
        row(403, "The token does not have access to this location.", ErrorKind::Forbidden,
            "Location ID");
        row(403, "Forbidden resource", ErrorKind::Forbidden, "read people");
        row(404, "Contact with id x not found", ErrorKind::NotFound, "no longer");
        row(400, "Contact not found", ErrorKind::NotFound, "no longer");
        row(404, "Cannot GET /contacts/x", ErrorKind::BadReply, "Something other");
        row(404, "", ErrorKind::BadReply, "Something other");
        row(400, "Location not found", ErrorKind::InvalidInput, "Location ID",
            "locations.readonly");
        row(404, "", ErrorKind::InvalidInput, "Location ID", "locations.readonly");
        row(404, "Location not found", ErrorKind::InvalidInput, "Location ID",
            "locations/tags.readonly");
        row(404, "Tag not found", ErrorKind::NotFound, "no longer", "locations/tags.readonly");
        row(400, "Task not found", ErrorKind::NotFound, "no longer");
        row(403, "Forbidden resource", ErrorKind::Forbidden, "change companies",
            "businesses.write");
        row(403, "Forbidden resource", ErrorKind::Forbidden, "do this", "opportunities.write");
        row(400, "Invalid field contact_name", ErrorKind::Rejected, "Invalid field");
        row(422, "property x should not exist", ErrorKind::Rejected, "did not accept");
        row(429, "Too Many Requests", ErrorKind::RateLimited, "later");
        row(502, "", ErrorKind::ServerFault, "problem of its own");
    }

    void meanings()
    {
        QFETCH(int, status);
        QFETCH(QString, message);
        QFETCH(QString, permission);
        QFETCH(int, kind);
        QFETCH(QString, says);
        Fault fault = refused(status, message);
        fault.permission = permission;
        const Error error = ApiFaults(u"loc-1"_s).read(fault);
        QCOMPARE(static_cast<int>(error.kind), kind);
        QVERIFY2(error.message.contains(says), qPrintable(error.message));
        checkSentence(error);
    }

    void duplicateNamesTheOther()
    {
        Fault fault = refused(400, u"This location does not allow duplicated contacts."_s);
        fault.body
            = {{u"meta"_s,
                QJsonObject {{u"contactId"_s, u"other"_s}, {u"matchingField"_s, u"phone"_s}}}};
        const Error error = ApiFaults(u"loc-1"_s).read(fault);
        QCOMPARE(error.kind, ErrorKind::Conflict);
        QCOMPARE(error.existing, RemoteId(u"other"_s));
        QVERIFY(error.message.contains("phone number"_L1));
    }

    void sendingAgain_data()
    {
        const AgainRows row;
        row(400, "Contact not found", Again::Never);
        row(400, "This location does not allow duplicated contacts.", Again::Never);
        row(400, "Invalid API version segment 'x' at position 0", Again::Never);
        row(401, "version header was not found.", Again::Never);
        row(401, "The token is not authorized for this scope.", Again::Never);
        row(401, "Token's user type mismatch!", Again::Never);
        row(401,
            "This authClass type is not allowed to access this scope. Please verify your IAM "
            "configuration if this is not the case.",
            Again::Never);
        row(401, "Invalid token: access token is invalid", Again::WithFreshSignIn);
        row(401, "", Again::WithFreshSignIn);
        row(403, "The token does not have access to this location.", Again::Never);
        row(404, "Contact not found", Again::Never);
        row(422, "property x should not exist", Again::Never);
        row(429, "Too Many Requests", Again::Later);
        row(500, "", Again::Later);
        row(502, "<html>", Again::Later);
        row(503, "", Again::Later);
        row(504, "", Again::Later);
        row(418, "", Again::Never);
    }

    void sendingAgain() { checkSendingAgain(ApiFaults(u"acme"_s)); }
    void everyRowIsReached() { checkEveryRowIsReached(knownRefusals()); }
};

QTEST_GUILESS_MAIN(TestHighLevelFaults)
#include "tst_highlevel_faults.moc"
