// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/organization.h"

#include <QtTest>

using namespace twinbook;

class TestOrganization final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slug_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("slug");
        const auto row = [](const char *pasted, const char *slug) {
            QTest::newRow(pasted) << QString::fromUtf8(pasted) << QString::fromUtf8(slug);
        };
        row("acme", "acme");
        row("  Acme-Spaces \n", "acme-spaces");
        row("https://app.officernd.com/admin/acme", "acme");
        row("https://app.officernd.com/admin/acme/community/members?tab=1#x", "acme");
        row("https://app.officernd.com/acme", "acme");
        row("app.officernd.com/admin/acme/", "acme");
        row("https://eu.officernd.com/admin/acme", "acme");
        row("https://app.officernd.com/api/v2/organizations/acme/members", "acme");
        row("HTTPS://APP.OFFICERND.COM/admin/Acme", "acme");
        row("https://app.officernd.com/", "");
        row("https://app.officernd.com/admin", "");
        row("https://officernd.com.evil.test/admin/acme", "");
        row("https://evil.test/admin/acme", "");
        row("", "");
        row("   ", "");
        row("two words", "");
        row("../etc", "");
        row("acme/../other", "");
        row("acme%2f..", "");
        row("ac\xc3\xb6me", "");
    }

    void slug()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, slug);
        const Result<QString> result = organizationSlug(pasted);
        QCOMPARE(result.value_or(QString()), slug);
        if (slug.isEmpty()) {
            QCOMPARE(result.error().kind, ErrorKind::InvalidInput);
            QVERIFY(result.error().message.size() > 20);
        }
    }
};

QTEST_GUILESS_MAIN(TestOrganization)
#include "tst_organization.moc"
