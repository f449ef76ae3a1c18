// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/parsers.h"

#include "cli/cataloguecallcommand.h"
#include "cli/cataloguecommand.h"
#include "cli/requestscommand.h"
#include "viewmodels/requestexport.h"

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Arguments)
};

Result<OperationFilter> operationFilter(const Options &options)
{
    OperationFilter filter {.text = options.word(2)};
    const QString service = options.text(u"service"_s);
    const QString use = options.text(u"use"_s);
    for (const Side side : bothSides) {
        if (service == serviceKey(side))
            filter.service = side;
    }
    for (const auto each : {OperationUse::Sync, OperationUse::Available, OperationUse::Never}) {
        if (use == useKey(each))
            filter.use = each;
    }
    if (options.has(u"service"_s) && !filter.service)
        return refused(Tr::tr("--service takes officernd or highlevel."));
    if (options.has(u"use"_s) && !filter.use)
        return refused(Tr::tr("--use takes sync, available or never."));
    return filter;
}

Result<CatalogueCallCommand::Call> catalogueCall(const Options &options)
{
    CatalogueCallCommand::Call call {options.word(2),
                                     {},
                                     options.text(u"body"_s),
                                     options.has(u"yes"_s)
                                         ? CatalogueCallCommand::Consent::Given
                                         : CatalogueCallCommand::Consent::AskFirst};
    const QStringList values = options.texts(u"set"_s);
    for (const QString &value : values) {
        const qsizetype equals = value.indexOf(u'=');
        if (equals <= 0)
            return refused(Tr::tr("--set takes FIELD=VALUE."));
        call.values.append({value.left(equals), value.mid(equals + 1)});
    }
    return call;
}

//! A day or a moment in local time; QDateTime() for neither.
QDateTime momentIn(const QString &text)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() ? day.startOfDay() : QDateTime::fromString(text, Qt::ISODate);
}

} // namespace

MaybeCommand parseCatalogue(const Options &options)
{
    const QString name = options.word(2);
    if (options.word(1) == "list"_L1) {
        const Result<OperationFilter> filter = operationFilter(options);
        if (!filter)
            return Failure(filter.error());
        return std::make_unique<CatalogueCommand>(contextOf(options), *filter);
    }
    if (options.word(1) == "show"_L1 && !name.isEmpty())
        return std::make_unique<CatalogueCommand>(contextOf(options), name);
    if (options.word(1) == "call"_L1 && !name.isEmpty()) {
        const Result<CatalogueCallCommand::Call> call = catalogueCall(options);
        if (!call)
            return Failure(call.error());
        return std::make_unique<CatalogueCallCommand>(contextOf(options), *call);
    }
    if (options.word(1) == "sent"_L1 && name.isEmpty())
        return std::make_unique<CatalogueSentCommand>(contextOf(options));
    return refused(Tr::tr("\"catalogue\" takes list, show NAME, call NAME or sent."));
}

MaybeCommand parseRequests(const Options &options)
{
    const bool isExport = options.word(1) == "export"_L1;
    if (isExport ? options.word(2).isEmpty() : options.word(1) != "list"_L1)
        return refused(Tr::tr("\"requests\" takes list or export FILE."));
    const Result<OperationFilter> services = operationFilter(options);
    const Result<int> last = options.number(u"last"_s, 0, 1'000'000);
    if (!services)
        return Failure(services.error());
    if (!last)
        return Failure(last.error());
    RequestsCommand::Order order;
    order.filter.service = services->service;
    order.filter.text = isExport ? QString() : options.word(2);
    if (options.has(u"failed"_s))
        order.filter.outcome = LoggedRequestFilter::Outcome::Failures;
    order.filter.since = momentIn(options.text(u"since"_s));
    if (options.has(u"since"_s) && !order.filter.since.isValid())
        return refused(Tr::tr("--since takes a day or a moment, such as 2026-11-23 or "
                              "2026-11-23T14:30."));
    order.last = *last;
    if (options.has(u"csv"_s))
        order.shape = RequestsCommand::Order::Shape::Csv;
    order.file = isExport ? options.word(2) : QString();
    if (const auto format = requestFormatOf(order.file); isExport && !format)
        return Failure(format.error());
    return std::make_unique<RequestsCommand>(contextOf(options), order);
}

} // namespace twinbook::cli
