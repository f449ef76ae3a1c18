// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/mappingprofile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr qsizetype largestFile = 1024 * 1024;
constexpr qsizetype mostRows = 500;
//! Of an id or a title; both end up in sentences.
constexpr qsizetype longestText = 200;
constexpr int formatVersion = 1;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Mapping)
};

Failure refused(const QString &sentence)
{
    return Failure(Error {.kind = ErrorKind::InvalidInput, .message = sentence, .detail = {}});
}

QJsonObject rowToJson(const FieldMapping &row)
{
    QJsonObject json {{u"id"_s, row.id},
                      {u"title"_s, row.title},
                      {u"officernd"_s, QJsonArray::fromStringList(row.left)},
                      {u"highlevel"_s, QJsonArray::fromStringList(row.right)},
                      {u"conversion"_s, conversionName(row.conversion)},
                      {u"role"_s, fieldRoleName(row.role)},
                      {u"direction"_s, directionName(row.direction)},
                      {u"whoWins"_s, authorityName(row.authority)},
                      {u"emptyErases"_s, row.emptyRule == EmptyRule::Erase}};
    if (!row.valuePairs.isEmpty()) {
        QJsonArray pairs;
        for (const ValuePair &pair : row.valuePairs)
            pairs.append(QJsonArray {pair.left, pair.right});
        json.insert(u"values"_s, pairs);
    }
    return json;
}

bool isListOfStrings(const QJsonValue &json)
{
    const QJsonArray array = json.toArray();
    return json.isArray()
        && std::all_of(array.cbegin(), array.cend(),
                       [](const QJsonValue &element) { return element.isString(); });
}

QStringList stringsOf(const QJsonValue &json)
{
    QStringList strings;
    const QJsonArray array = json.toArray();
    for (const QJsonValue &element : array)
        strings.append(element.toString());
    return strings;
}

bool isListOfPairs(const QJsonValue &json)
{
    const QJsonArray array = json.toArray();
    return json.isArray() && std::all_of(array.cbegin(), array.cend(), [](const QJsonValue &pair) {
               return isListOfStrings(pair) && pair.toArray().size() == 2;
           });
}

Result<FieldMapping> rowFromJson(const QJsonObject &json)
{
    FieldMapping row;
    row.id = json.value("id"_L1).toString().left(longestText);
    row.title = json.value("title"_L1).toString(row.id).left(longestText);
    row.left = stringsOf(json.value("officernd"_L1));
    row.right = stringsOf(json.value("highlevel"_L1));
    const QJsonValue pairs = json.value("values"_L1);
    const auto conversion = conversionFromName(json.value("conversion"_L1).toString());
    const auto role = fieldRoleFromName(json.value("role"_L1).toString(u"plain"_s));
    const auto direction = directionFromName(json.value("direction"_L1).toString());
    const auto authority = authorityFromName(json.value("whoWins"_L1).toString());
    if (!conversion || !role || !direction || !authority || !json.value("emptyErases"_L1).isBool()
        || !isListOfStrings(json.value("officernd"_L1))
        || !isListOfStrings(json.value("highlevel"_L1))
        || !(pairs.isUndefined() || isListOfPairs(pairs))) {
        return refused(
            Tr::tr(
                "The line \"%1\" of this mapping file says something Twinbook does not know. The "
                "file may come from a newer Twinbook. Nothing was changed.")
                .arg(row.title));
    }
    row.conversion = *conversion;
    row.role = *role;
    row.direction = *direction;
    row.authority = *authority;
    row.emptyRule
        = json.value("emptyErases"_L1).toBool() ? EmptyRule::Erase : EmptyRule::NeverErase;
    const QJsonArray labels = pairs.toArray();
    for (const QJsonValue &pair : labels)
        row.valuePairs.append({pair.toArray().at(0).toString(), pair.toArray().at(1).toString()});
    return row;
}

Result<MappingProfile> rowsFromJson(const QJsonArray &rows)
{
    if (rows.size() > mostRows)
        return refused(Tr::tr(
            "This mapping file has more lines than any account has fields. Nothing was changed."));
    MappingProfile profile;
    for (const QJsonValue &json : rows) {
        Result<FieldMapping> row = rowFromJson(json.toObject());
        if (!row)
            return Failure(row.error());
        profile.rows.append(*std::move(row));
    }
    const QList<MappingProblem> problems = problemsOf(profile);
    const auto fatal
        = std::find_if(problems.cbegin(), problems.cend(), [](const MappingProblem &problem) {
              return problem.severity == MappingProblem::Severity::Error;
          });
    if (fatal != problems.cend())
        return refused(Tr::tr("This mapping file cannot be used. %1 Nothing was changed.")
                           .arg(fatal->sentence));
    return profile;
}

} // namespace

QByteArray mappingToJson(const MappingProfile &profile)
{
    QJsonArray rows;
    for (const FieldMapping &row : profile.rows)
        rows.append(rowToJson(row));
    QJsonObject file {{u"twinbookMapping"_s, formatVersion}, {u"lines"_s, rows}};
    if (profile.linkIds == LinkIds::Kept)
        file.insert(u"keepLinkIds"_s, true);
    return QJsonDocument(file).toJson(QJsonDocument::Indented);
}

Result<MappingProfile> mappingFromJson(const QByteArray &file)
{
    if (file.size() > largestFile) {
        return refused(Tr::tr(
            "This file is too large to be a field mapping. Choose a file that Twinbook exported. "
            "Nothing was changed."));
    }
    QJsonParseError parseError {};
    const QJsonDocument document = QJsonDocument::fromJson(file, &parseError);
    const QJsonObject root = document.object();
    if (parseError.error != QJsonParseError::NoError || !root.contains("twinbookMapping"_L1)) {
        return refused(Tr::tr(
            "This file is not a field mapping. Choose a file that Twinbook exported. Nothing was "
            "changed."));
    }
    if (root.value("twinbookMapping"_L1).toInt() != formatVersion) {
        return refused(Tr::tr(
            "This mapping file was written by another version of Twinbook. Nothing was changed."));
    }
    if (!root.value("lines"_L1).isArray()) {
        return refused(Tr::tr("This mapping file has no lines. Choose another one that Twinbook "
                              "exported. Nothing was "
                              "changed."));
    }
    return rowsFromJson(root.value("lines"_L1).toArray()).map([&root](MappingProfile profile) {
        if (root.value("keepLinkIds"_L1).toBool())
            profile.linkIds = LinkIds::Kept;
        return profile;
    });
}

} // namespace twinbook
