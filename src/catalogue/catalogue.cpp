// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogue/catalogue.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <array>

// At global scope because the macro declares a function of the resource compiler. Without it the
// linker drops the resources of a static library.
static void initializeCatalogueResource()
{
    Q_INIT_RESOURCE(twinbook_catalogue);
}

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

Failure unusable(const QString &detail)
{
    return Failure(Error {.kind = ErrorKind::Bug,
                          .message = QCoreApplication::translate(
                              "twinbook::Catalogue",
                              "The list of operations that comes with Twinbook is damaged. "
                              "Install Twinbook again."),
                          .detail = detail});
}

//! The one of `values` whose word stands there.
template<class Value, std::size_t count, class Word>
std::optional<Value> worded(const QJsonValue &text, const std::array<Value, count> &values,
                            Word word)
{
    const auto found = std::find_if(values.begin(), values.end(),
                                    [&](Value value) { return word(value) == text.toString(); });
    return found == values.end() ? std::nullopt : std::optional<Value>(*found);
}

QMap<QString, QString> textsOf(const QJsonValue &object)
{
    QMap<QString, QString> texts;
    const QJsonObject members = object.toObject();
    for (auto member = members.begin(); member != members.end(); ++member)
        texts.insert(member.key(), member.value().toString());
    return texts;
}

QStringList wordsOf(const QJsonValue &array)
{
    return array.toVariant().toStringList();
}

QString indented(const QJsonValue &body)
{
    if (body.isObject())
        return QString::fromUtf8(QJsonDocument(body.toObject()).toJson()).trimmed();
    if (body.isArray())
        return QString::fromUtf8(QJsonDocument(body.toArray()).toJson()).trimmed();
    return {};
}

//! What is wrong with the row; empty if nothing.
QString fault(const Operation &row)
{
    if (row.name.isEmpty() || row.group.isEmpty() || row.what.isEmpty())
        return u"a name, group or sentence is missing"_s;
    if (!row.name.startsWith(serviceKey(row.service) + u'.'))
        return u"the name does not begin with its service"_s;
    if (row.kind == OperationKind::Event)
        return row.path.isEmpty() && row.use == OperationUse::Never
            ? QString()
            : u"an event has no path and is never sent"_s;
    if (!row.path.startsWith(u'/'))
        return u"the path does not begin with a slash"_s;
    if (row.method == RawMethod::Get && row.effect != RawEffect::Reads)
        return u"a GET that writes"_s;
    for (const QString &place : placeholders(row.path)) {
        if (row.pathExample.value(place).isEmpty())
            return u"no example for {%1}"_s.arg(place);
    }
    for (const QString &name : row.requiredQuery) {
        if (!row.queryExample.contains(name))
            return u"%1 is required and unknown"_s.arg(name);
    }
    return {};
}

Result<Operation> rowFrom(const QJsonObject &row)
{
    static constexpr std::array methods {RawMethod::Get, RawMethod::Post, RawMethod::Put,
                                         RawMethod::Delete};
    static constexpr std::array kinds {OperationKind::Operation, OperationKind::Event};
    static constexpr std::array uses {OperationUse::Sync, OperationUse::Available,
                                      OperationUse::Never};
    static constexpr std::array effects {RawEffect::Reads, RawEffect::Writes};
    static constexpr std::array sources {SourceGrade::Specification, SourceGrade::Documentation,
                                         SourceGrade::Reference, SourceGrade::Tested,
                                         SourceGrade::Code};
    const auto service = worded(row["service"_L1], bothSides, serviceKey);
    const auto kind = worded(row["kind"_L1], kinds, kindKey);
    const auto method = worded(row["method"_L1], methods, rawMethodName);
    const auto use = worded(row["use"_L1], uses, useKey);
    const auto effect = worded(row["effect"_L1], effects, effectKey);
    const auto source = worded(row["source"_L1], sources, sourceKey);
    if (!service || !kind || !method || !use || !effect || !source)
        return unusable(u"an unknown word in \"%1\""_s.arg(row["name"_L1].toString()));
    const QJsonObject example = row["example"_L1].toObject();
    Operation operation {.name = row["name"_L1].toString(),
                         .service = *service,
                         .kind = *kind,
                         .group = row["group"_L1].toString(),
                         .method = *method,
                         .path = row["path"_L1].toString(),
                         .scope = row["scope"_L1].toString(),
                         .use = *use,
                         .effect = *effect,
                         .what = row["what"_L1].toString(),
                         .pathExample = textsOf(example["path"_L1]),
                         .queryExample = textsOf(example["query"_L1]),
                         .requiredQuery = wordsOf(row["required"_L1]),
                         .bodyExample = indented(example["body"_L1]),
                         .source = *source,
                         .unsure = wordsOf(row["unsure"_L1])};
    if (const QString wrong = fault(operation); !wrong.isEmpty())
        return unusable(u"%1: %2"_s.arg(operation.name, wrong));
    return operation;
}

} // namespace

Result<Catalogue> Catalogue::load()
{
    initializeCatalogueResource();
    QFile file(u":/twinbook/catalogue/operations.json"_s);
    if (!file.open(QFile::ReadOnly))
        return unusable(u"the resource is missing"_s);
    return parse(file.readAll());
}

Result<Catalogue> Catalogue::parse(const QByteArray &table)
{
    QJsonParseError parsing {};
    const QJsonArray rows = QJsonDocument::fromJson(table, &parsing).array();
    if (parsing.error != QJsonParseError::NoError || rows.isEmpty())
        return unusable(parsing.errorString());
    Catalogue catalogue;
    QSet<QString> names;
    QSet<QString> addresses;
    for (const auto row : rows) {
        Result<Operation> operation = rowFrom(row.toObject());
        if (!operation)
            return Failure(operation.error());
        const QString address = u"%1 %2 %3"_s.arg(
            serviceKey(operation->service), rawMethodName(operation->method), operation->path);
        const bool isTwice = names.contains(operation->name)
            || (operation->kind == OperationKind::Operation && addresses.contains(address));
        if (isTwice)
            return unusable(u"%1 is there twice"_s.arg(operation->name));
        names.insert(operation->name);
        addresses.insert(address);
        operation->number = static_cast<int>(catalogue.m_operations.size()) + 1;
        catalogue.m_operations.append(*std::move(operation));
    }
    return catalogue;
}

const Operation *Catalogue::find(const QString &name) const
{
    const auto found = std::find_if(m_operations.begin(), m_operations.end(),
                                    [&](const Operation &row) { return row.name == name; });
    return found == m_operations.end() ? nullptr : &*found;
}

QList<Operation> Catalogue::filter(const OperationFilter &filter) const
{
    QList<Operation> found;
    std::copy_if(m_operations.begin(), m_operations.end(), std::back_inserter(found),
                 [&](const Operation &row) { return matches(row, filter); });
    return found;
}

bool matches(const Operation &operation, const OperationFilter &filter)
{
    if (filter.service && *filter.service != operation.service)
        return false;
    if (filter.use && *filter.use != operation.use)
        return false;
    const QString text = QStringList {operation.name, operation.group, operation.what,
                                      rawMethodName(operation.method), operation.path}
                             .join(u'\n');
    const QStringList words = filter.text.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace twinbook
