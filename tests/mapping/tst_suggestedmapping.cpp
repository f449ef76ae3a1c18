// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/mappingprofile.h"

#include "mapping/support/accounts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using twinbook::testing::highLevelAccount;
using twinbook::testing::officeRnDAccount;

namespace twinbook {

namespace {

//! One line for each row, to be compared as a whole.
QStringList drawn(const MappingProfile &profile)
{
    QStringList lines;
    for (const FieldMapping &row : profile.rows) {
        lines.append(u"%1: %2 = %3, %4, %5, %6"_s.arg(
            row.id, row.left.join(u'+'), row.right.join(u'+'), conversionName(row.conversion),
            fieldRoleName(row.role), directionName(row.direction)));
    }
    return lines;
}

} // namespace

class SuggestedMappingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forTheRealAccounts();
    void isUsableAsItIs();
    void isCautious();
    void leavesOutWhatIsNotThere();
};

void SuggestedMappingTest::forTheRealAccounts()
{
    const QStringList expected {
        u"name: name = firstName+lastName, name, name, both-ways"_s,
        u"email: email = email, email, email, both-ways"_s,
        u"phone: phone = phone, phone, phone, both-ways"_s,
        u"company: companyName = companyName, as-is, company, only-to-highlevel"_s,
        u"tags: tags = tags, tags, tags, both-ways"_s,
        u"street: address.street = address1, as-is, street, both-ways"_s,
        u"city: address.city = city, as-is, city, both-ways"_s,
        u"state: address.state = state, as-is, plain, both-ways"_s,
        u"postal-code: address.zip = postalCode, as-is, postal-code, both-ways"_s,
        u"country: address.country = country, country, plain, both-ways"_s,
        u"custom:properties.date_of_birth: properties.date_of_birth = dateOfBirth, date, birth-date, both-ways"_s,
        u"custom:properties.desks: properties.desks = customFields.desks, number, plain, both-ways"_s,
        u"custom:properties.parking: properties.parking = customFields.parking, yes-no, plain, both-ways"_s,
    };
    QCOMPARE(drawn(suggestedMapping(officeRnDAccount(), highLevelAccount())), expected);
}

void SuggestedMappingTest::isUsableAsItIs()
{
    const ServiceSchema left = officeRnDAccount();
    const ServiceSchema right = highLevelAccount();
    const QList<MappingProblem> problems = problemsOf(suggestedMapping(left, right), left, right);
    for (const MappingProblem &problem : problems)
        QVERIFY2(problem.severity == MappingProblem::Severity::Hint,
                 qUtf8Printable(problem.sentence));
}

void SuggestedMappingTest::isCautious()
{
    const MappingProfile profile = suggestedMapping(officeRnDAccount(), highLevelAccount());
    for (const FieldMapping &row : profile.rows) {
        QCOMPARE(row.authority, Authority::AskMe);
        QCOMPARE(row.emptyRule, EmptyRule::NeverErase);
        QVERIFY(!row.title.isEmpty());
    }
}

void SuggestedMappingTest::leavesOutWhatIsNotThere()
{
    ServiceSchema right = highLevelAccount();
    right.fields.removeIf([](const FieldSpec &spec) {
        return spec.key == u"lastName"_s || spec.key == u"dateOfBirth"_s;
    });
    const MappingProfile profile = suggestedMapping(officeRnDAccount(), right);
    QCOMPARE(profile.indexOf(u"name"_s), -1);
    QCOMPARE(profile.indexOf(u"custom:properties.date_of_birth"_s), -1);
    QVERIFY(profile.indexOf(u"email"_s) >= 0);
    QVERIFY(suggestedMapping({}, {}).rows.isEmpty());
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::SuggestedMappingTest)

#include "tst_suggestedmapping.moc"
