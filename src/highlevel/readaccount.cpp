// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/readaccount.h"

#include "highlevel/accountjob.h"

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

namespace {

class CheckConnection final : public AccountJob<ConnectionJob>
{
public:
    using AccountJob::AccountJob;

protected:
    void run() override
    {
        send(getLocation(location()), [this](const QJsonObject &reply) {
            m_report.accountName
                = reply.value("location"_L1).toObject().value("name"_L1).toString();
            send(searchContacts(location(), {.limit = 1}), [this](const QJsonObject &page) {
                m_report.peopleCount = page.value("total"_L1).toInt();
                finish(m_report);
            });
        });
    }

private:
    ConnectionReport m_report;
};

class ReadSchema final : public AccountJob<SchemaJob>
{
public:
    using AccountJob::AccountJob;

protected:
    void run() override
    {
        readSchema([this] { finish(*account().learned.schema); });
    }
};

} // namespace

std::unique_ptr<ConnectionJob> checkConnectionJob(Account &account)
{
    return std::make_unique<CheckConnection>(account);
}

std::unique_ptr<SchemaJob> readSchemaJob(Account &account)
{
    return std::make_unique<ReadSchema>(account);
}

} // namespace twinbook::highlevel
