// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/evidence.h"

#include "core/error.h"
#include "core/redact.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr qsizetype longestText = 200;
constexpr qsizetype longestName = 40;
constexpr qsizetype mostMembers = 40;
constexpr qsizetype mostShown = 2;
constexpr int deepest = 4;

bool speaksOfErrors(const QString &member)
{
    static const QStringList members {u"message"_s, u"error"_s, u"statusCode"_s};
    return members.contains(member);
}

QJsonValue shape(const QJsonValue &value, int depth, int status, const QString &member);

QJsonObject shapeOfObject(const QJsonObject &object, int depth, int status)
{
    QJsonObject shown;
    for (auto it = object.begin(); it != object.end() && shown.size() < mostMembers; ++it)
        shown.insert(harmless(it.key(), longestName),
                     shape(it.value(), depth + 1, status, it.key()));
    return shown;
}

QJsonArray shapeOfList(const QJsonArray &list, int depth, int status, const QString &member)
{
    QJsonArray shown;
    for (const QJsonValue &each : list) {
        if (shown.size() == mostShown)
            break;
        shown.append(shape(each, depth + 1, status, member));
    }
    if (list.size() > mostShown)
        shown.append(u"(%1 more)"_s.arg(list.size() - mostShown));
    return shown;
}

//! Only what a refusal says of itself is kept in its words.
QJsonValue shape(const QJsonValue &value, int depth, int status, const QString &member)
{
    const bool isRefusal = status >= 400 && speaksOfErrors(member);
    if (value.isString() && isRefusal)
        return harmless(value.toString(), longestText);
    if (value.isString())
        return u"(%1 characters)"_s.arg(value.toString().size());
    if (value.isDouble() && !isRefusal)
        return u"(number)"_s;
    if (depth > deepest && (value.isObject() || value.isArray()))
        return u"(more)"_s;
    if (value.isObject())
        return shapeOfObject(value.toObject(), depth, status);
    if (value.isArray())
        return shapeOfList(value.toArray(), depth, status, member);
    return value;
}

QJsonValue shapeOfBody(const RawReply &reply)
{
    const QJsonDocument document = QJsonDocument::fromJson(reply.body.toUtf8());
    if (document.isObject())
        return shapeOfObject(document.object(), 0, reply.status);
    if (document.isArray())
        return shapeOfList(document.array(), 0, reply.status, {});
    return u"(%1 characters that are not JSON)"_s.arg(reply.body.size());
}

} // namespace

QString harmless(const QString &text, qsizetype length)
{
    // Cut before the search for secrets, which is slow on endless text, and not after: what is cut
    // in two is no longer found.
    QString safe = redacted(text.left(4 * length)).left(length);
    for (QChar &character : safe) {
        const auto category = character.category();
        if (category == QChar::Other_Control || category == QChar::Other_Format
            || category == QChar::Separator_Line || category == QChar::Separator_Paragraph
            || category == QChar::Other_Surrogate)
            character = QChar::ReplacementCharacter;
    }
    return safe;
}

QString requestLine(const RawRequest &request)
{
    return rawMethodName(request.method) + u' '
        + harmless(request.path.join(u'/'), 3 * longestName);
}

QJsonObject evidenceOf(const RawRequest &request, const RawReply &reply)
{
    QJsonObject allowances;
    for (const auto &[name, value] : reply.headers) {
        if (name.startsWith("x-ratelimit"_L1, Qt::CaseInsensitive))
            allowances.insert(harmless(name, longestName), harmless(value, longestName));
    }
    QJsonObject evidence {{u"request"_s, requestLine(request)},
                          {u"status"_s, reply.status},
                          {u"body"_s, shapeOfBody(reply)}};
    if (!allowances.isEmpty())
        evidence.insert(u"allowances"_s, allowances);
    return evidence;
}

QJsonObject evidenceOf(const RawRequest &request, const Error &error)
{
    return {{u"request"_s, requestLine(request)}, {u"error"_s, errorKindName(error.kind)}};
}

} // namespace twinbook
