// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/sampleworld.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace twinbook::testing {

namespace {

constexpr int patience = 10'000; //!< ms

struct Sample
{
    QLatin1StringView first;
    QLatin1StringView last;
    QLatin1StringView company;
};

constexpr std::array samples {
    Sample {"Ana"_L1, "Ruiz"_L1, "Estudio Ruiz"_L1},
    Sample {"Bo"_L1, "Chen"_L1, "Chen & Daughters"_L1},
    Sample {"Carla"_L1, "Nowak"_L1, "Acme Spaces Ltd"_L1},
    Sample {"David"_L1, "Okafor"_L1, "Okafor Legal"_L1},
    Sample {"Elena"_L1, "Petrova"_L1, "Petrova Design"_L1},
    Sample {"Farid"_L1, "Haddad"_L1, "Cedar Analytics"_L1},
    Sample {"Grace"_L1, "Kim"_L1, "Kim Translations"_L1},
    Sample {"Hugo"_L1, "Lindqvist"_L1, "Nordlys Studio"_L1},
    Sample {"Ivan"_L1, "Petrov"_L1, "Acme Spaces Ltd"_L1},
    Sample {"Jane"_L1, "Doe"_L1, "Doe Consulting"_L1},
    Sample {"Karim"_L1, "Benali"_L1, "Benali Films"_L1},
    Sample {"Lena"_L1, "Vogel"_L1, "Vogel & Partner"_L1},
    Sample {"Marta"_L1, "Silva"_L1, "Silva Ceramics"_L1},
    Sample {"Noah"_L1, "Adeyemi"_L1, "Sofia Coworkers"_L1},
    Sample {"Olga"_L1, "Ilieva"_L1, "Ilieva Accounting"_L1},
    Sample {"Paul"_L1, "Martin"_L1, "Martin Freres"_L1},
    Sample {"Quinn"_L1, "Murphy"_L1, "Murphy Labs"_L1},
    Sample {"Rosa"_L1, "Conti"_L1, "Conti Textiles"_L1},
    Sample {"Sam"_L1, "Hill"_L1, "Hill Photography"_L1},
    Sample {"Tom"_L1, "Baker"_L1, "Baker's Dozen"_L1},
};

QString mail(const Sample &sample)
{
    return u"%1.%2@example.com"_s.arg(QString(sample.first).toLower(),
                                      QString(sample.last).toLower());
}

} // namespace

SampleWorld::SampleWorld()
    : m_database(*Database::open(m_folder.filePath(u"twinbook.db"_s), Database::Mode::ReadWrite))
    , engine(left, right, m_database, clock)
{ }

Database SampleWorld::reader() const
{
    return *Database::open(m_folder.filePath(u"twinbook.db"_s), Database::Mode::ReadOnly);
}

RemoteId SampleWorld::addLeft(const QString &name, const QString &email, const QString &phone,
                              const QString &company)
{
    return left.add(
        {{u"name"_s, name}, {u"email"_s, email}, {u"phone"_s, phone}, {u"companyName"_s, company}});
}

RemoteId SampleWorld::addRight(const QString &first, const QString &last, const QString &email,
                               const QString &phone)
{
    return right.add(
        {{u"firstName"_s, first}, {u"lastName"_s, last}, {u"email"_s, email}, {u"phone"_s, phone}});
}

bool SampleWorld::check()
{
    QSignalSpy ready(&engine, &Engine::planReady);
    QSignalSpy failed(&engine, &Engine::failed);
    engine.checkForChanges();
    return QTest::qWaitFor([&] { return !ready.isEmpty() || !failed.isEmpty(); }, patience)
        && failed.isEmpty();
}

bool SampleWorld::apply(const ApplyRequest &request)
{
    QSignalSpy finished(&engine, &Engine::runFinished);
    QSignalSpy failed(&engine, &Engine::failed);
    engine.apply(request);
    return QTest::qWaitFor([&] { return !finished.isEmpty() || !failed.isEmpty(); }, patience)
        && failed.isEmpty();
}

void SampleWorld::makeEveryState()
{
    QList<RemoteId> ids;
    for (std::size_t index = 0; index + 4 < samples.size(); ++index) {
        const Sample &sample = samples.at(index);
        ids.append(addLeft(QString(sample.first) + u' ' + QString(sample.last), mail(sample),
                           u"+35988%1"_s.arg(7000000 + static_cast<int>(index) * 1371),
                           QString(sample.company)));
    }
    if (!check() || !apply())
        qFatal("the sample people could not be synced");

    clock.setNow(clock.now().addSecs(3600));
    const auto linked = [this](const QString &email) {
        for (const RemoteRecord &record : right.people()) {
            if (record.fields.value(u"email"_s).text() == email)
                return record.id;
        }
        return RemoteId();
    };
    left.edit(ids.at(2), u"phone"_s, FieldValue(u"+359887555111"_s));
    left.edit(ids.at(8), u"phone"_s, FieldValue(u"+359887555222"_s));
    left.edit(ids.at(8), u"address.city"_s, FieldValue(u"Sofia"_s));
    right.edit(linked(mail(samples.at(4))), u"phone"_s, FieldValue(u"+359887555333"_s));
    right.edit(linked(mail(samples.at(9))), u"city"_s, FieldValue(u"Plovdiv"_s));
    left.edit(ids.at(9), u"phone"_s, FieldValue(u"+359887555444"_s));
    for (const std::size_t asked : {std::size_t(0), std::size_t(11)}) {
        left.edit(ids.at(static_cast<qsizetype>(asked)), u"phone"_s,
                  FieldValue(u"+359888111222"_s));
        right.edit(linked(mail(samples.at(asked))), u"phone"_s, FieldValue(u"+359888333444"_s));
    }
    for (std::size_t index = samples.size() - 4; index < samples.size(); ++index) {
        const Sample &sample = samples.at(index);
        if (index % 2 == 0) {
            addLeft(QString(sample.first) + u' ' + QString(sample.last), mail(sample),
                    u"+3598890%1"_s.arg(10000 + index), QString(sample.company));
        } else {
            addRight(QString(sample.first), QString(sample.last), mail(sample),
                     u"+3598890%1"_s.arg(10000 + index));
        }
    }
    engine.leaveOut(Side::Left, ids.at(6));
    if (!check())
        qFatal("the sample people could not be checked");
}

} // namespace twinbook::testing
