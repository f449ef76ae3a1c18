// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/requestscommand.h"

#include "core/requestfile.h"
#include "viewmodels/requestexport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

RequestsCommand::RequestsCommand(Context context, Order order)
    : Command(std::move(context))
    , m_order(std::move(order))
{ }

RequestsCommand::~RequestsCommand() = default;

void RequestsCommand::run()
{
    const Result<QList<LoggedRequest>> requests = wanted();
    if (!requests) {
        fail(requests.error());
        return;
    }
    if (m_order.file.isEmpty()) {
        show(*requests);
    } else if (const Result<> written = exportRequests(*requests, m_order.file); !written) {
        fail(written.error());
        return;
    } else {
        output().line(tr("%1 requests are in \"%2\".")
                          .arg(QLocale().toString(requests->size()), m_order.file));
        output().object({{u"exported"_s, requests->size()}, {u"damaged"_s, m_damaged}});
    }
    tellDamage();
    Q_EMIT finished(ExitCode::InAgreement);
}

Result<QList<LoggedRequest>> RequestsCommand::wanted()
{
    Result<Catalogue> catalogue = Catalogue::load();
    if (!catalogue)
        return Failure(catalogue.error());
    m_list = std::make_unique<RequestList>(*std::move(catalogue));
    RequestFile file(RequestFile::pathIn(context().dataDirectory));
    while (!file.isAtEnd()) {
        const Result<QList<RequestRecord>> records = file.read();
        if (!records)
            return Failure(records.error());
        for (const RequestRecord &record : *records)
            m_list->add(record);
    }
    m_damaged = file.damaged();
    QList<LoggedRequest> found;
    for (const LoggedRequest &request : m_list->requests()) {
        if (matches(request, m_order.filter))
            found.append(request);
    }
    return m_order.last > 0 && found.size() > m_order.last ? found.last(m_order.last) : found;
}

void RequestsCommand::show(const QList<LoggedRequest> &requests) const
{
    if (m_order.shape == Order::Shape::Csv) {
        const QByteArray csv = exported(requests, RequestFormat::Csv);
        std::fwrite(csv.constData(), 1, static_cast<std::size_t>(csv.size()), stdout);
        return;
    }
    for (const LoggedRequest &request : requests) {
        QString line = u"%1  %2  %3  %4  %5"_s.arg(
            request.timeText(), request.last().service.leftJustified(9),
            request.what().leftJustified(28), request.outcome().leftJustified(20),
            request.durationText());
        if (const int tries = request.last().attempt; tries > 1)
            line += u"  "_s + tr("%1 tries").arg(tries);
        if (const QString left = request.allowanceText(); !left.isEmpty())
            line += u"  "_s + tr("left: %1").arg(left);
        if (!request.last().trace.isEmpty())
            line += u"  "_s + request.last().trace;
        output().line(line);
    }
    if (requests.isEmpty())
        output().line(tr("There are no such requests."));
    const QByteArray json = exported(requests, RequestFormat::Json);
    output().object(
        {{u"requests"_s, QJsonDocument::fromJson(json).array()}, {u"damaged"_s, m_damaged}});
}

void RequestsCommand::tellDamage() const
{
    if (m_damaged > 0 && m_order.shape != Order::Shape::Csv)
        output().line(tr("%1 lines of the list were damaged and are left out.").arg(m_damaged));
}

} // namespace twinbook::cli
