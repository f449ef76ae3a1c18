// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cataloguecommand.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

QJsonObject textsOf(const QMap<QString, QString> &texts)
{
    QJsonObject object;
    for (auto text = texts.begin(); text != texts.end(); ++text)
        object.insert(text.key(), text.value());
    return object;
}

QJsonValue bodyOf(const Operation &operation)
{
    const QJsonDocument body = QJsonDocument::fromJson(operation.bodyExample.toUtf8());
    if (body.isArray())
        return body.array();
    return body.isObject() ? QJsonValue(body.object()) : QJsonValue();
}

QJsonObject toJson(const Operation &operation)
{
    return {{u"number"_s, operation.number},
            {u"name"_s, operation.name},
            {u"service"_s, serviceKey(operation.service)},
            {u"kind"_s, kindKey(operation.kind)},
            {u"group"_s, operation.group},
            {u"method"_s, rawMethodName(operation.method)},
            {u"path"_s, operation.path},
            {u"scope"_s, operation.scope},
            {u"use"_s, useKey(operation.use)},
            {u"effect"_s, effectKey(operation.effect)},
            {u"what"_s, operation.what},
            {u"example"_s,
             QJsonObject {{u"path"_s, textsOf(operation.pathExample)},
                          {u"query"_s, textsOf(operation.queryExample)},
                          {u"body"_s, bodyOf(operation)}}},
            {u"required"_s, QJsonArray::fromStringList(operation.requiredQuery)},
            {u"source"_s, sourceKey(operation.source)},
            {u"unsure"_s, QJsonArray::fromStringList(operation.unsure)}};
}

} // namespace

CatalogueCommand::CatalogueCommand(Context context, OperationFilter filter)
    : Command(std::move(context))
    , m_filter(std::move(filter))
{ }

CatalogueCommand::CatalogueCommand(Context context, QString name)
    : Command(std::move(context))
    , m_name(std::move(name))
{ }

void CatalogueCommand::run()
{
    const Result<Catalogue> catalogue = Catalogue::load();
    if (!catalogue) {
        fail(catalogue.error());
        return;
    }
    if (m_name.isEmpty()) {
        list(*catalogue);
    } else if (const auto operation = namedOperation(*catalogue, m_name)) {
        show(**operation);
    } else {
        fail(operation.error());
        return;
    }
    Q_EMIT finished(ExitCode::InAgreement);
}

void CatalogueCommand::list(const Catalogue &catalogue)
{
    const QList<Operation> rows = catalogue.filter(m_filter);
    QJsonArray json;
    for (const Operation &row : rows) {
        json.append(toJson(row));
        output().line(u"%1  %2 %3 %4"_s.arg(row.name, -44)
                          .arg(useKey(row.use), -9)
                          .arg(effectKey(row.effect), -6)
                          .arg(row.what));
    }
    const auto operations = std::count_if(rows.begin(), rows.end(), [](const Operation &row) {
        return row.kind == OperationKind::Operation;
    });
    const auto events = rows.size() - operations;
    output().line(tr("%1 operations and %2 events. \"catalogue show NAME\" tells more about one.")
                      .arg(operations)
                      .arg(events));
    output().object({{u"rows"_s, json}, {u"operations"_s, operations}, {u"events"_s, events}});
}

void CatalogueCommand::show(const Operation &operation)
{
    output().object(toJson(operation));
    output().line(
        u"%1 (%2, %3)"_s.arg(operation.name, serviceName(operation.service), operation.group));
    output().line(operation.what);
    if (operation.kind == OperationKind::Event)
        output().line(tr("An event: %1 tells about it.").arg(serviceName(operation.service)));
    else
        output().line(u"%1 %2"_s.arg(rawMethodName(operation.method), operation.path));
    output().line(u"%1. %2."_s.arg(useWords(operation.use), effectWords(operation.effect)));
    if (!operation.scope.isEmpty())
        output().line(tr("Permission: %1").arg(operation.scope));
    output().line(tr("Known from: %1").arg(sourceWords(operation.source)));
    if (!operation.unsure.isEmpty())
        output().line(tr("Not confirmed: %1").arg(operation.unsure.join(u", "_s)));
    for (const QString &name : placeholders(operation.path))
        output().line(tr("  %1, such as %2").arg(name, operation.pathExample.value(name)));
    for (auto query = operation.queryExample.begin(); query != operation.queryExample.end();
         ++query) {
        const bool isRequired = operation.requiredQuery.contains(query.key());
        output().line(
            (isRequired ? tr("  %1=%2 (needed)") : u"  %1=%2"_s).arg(query.key(), query.value()));
    }
    const QStringList body = operation.bodyExample.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : body)
        output().line(u"  "_s + line);
}

Result<const Operation *> namedOperation(const Catalogue &catalogue, const QString &name)
{
    if (const Operation *operation = catalogue.find(name))
        return operation;
    return Failure(Error {
        .kind = ErrorKind::InvalidInput,
        .message = CatalogueCommand::tr("There is no operation \"%1\". \"twinbookctl catalogue "
                                        "list\" shows all of them. Nothing was sent.")
                       .arg(name),
        .detail = {}});
}

} // namespace twinbook::cli
