// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogue/operationrequest.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::OperationRequest)
};

Failure refused(const QString &sentence, const QString &detail = {})
{
    return Failure(Error {.kind = ErrorKind::InvalidInput, .message = sentence, .detail = detail});
}

//! An address with such a segment means another address, however it is encoded.
bool climbs(const QString &value)
{
    return value == "."_L1 || value == ".."_L1;
}

bool isEmptyObject(const QString &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body.toUtf8());
    return document.isObject() && document.object().isEmpty();
}

//! "{contactId}" gives contactId; anything else nothing.
QString placeIn(const QString &segment)
{
    return segment.startsWith(u'{') && segment.endsWith(u'}') ? segment.mid(1).chopped(1)
                                                              : QString();
}

Result<> checkSendable(const Operation &operation)
{
    if (operation.kind == OperationKind::Event) {
        return refused(
            Tr::tr("\"%1\" is an event: %2 tells about it by itself, so there is nothing "
                   "to send.")
                .arg(operation.name, serviceName(operation.service)));
    }
    if (operation.use == OperationUse::Never) {
        return refused(Tr::tr("Twinbook never sends \"%1\". It is about signing in, users, whole "
                              "accounts, files, or deleting what belongs to everybody.")
                           .arg(operation.name));
    }
    return {};
}

Result<> checkField(const OperationRequest::Field &field)
{
    const bool isMissing
        = field.need == OperationRequest::Field::Need::Required && field.value.isEmpty();
    if (isMissing && field.example.isEmpty())
        return refused(Tr::tr("\"%1\" is missing. Fill it in.").arg(field.name));
    if (isMissing) {
        return refused(Tr::tr("\"%1\" is missing. Fill it in; it looks like \"%2\".")
                           .arg(field.name, field.example));
    }
    if (field.place == OperationRequest::Field::Place::Path && climbs(field.value)) {
        return refused(Tr::tr("\"%1\" cannot be \"%2\", which means another address.")
                           .arg(field.name, field.value));
    }
    return {};
}

} // namespace

OperationRequest::OperationRequest(Operation operation, QString accountId)
    : m_operation(std::move(operation))
    , m_accountId(std::move(accountId))
{
    const QStringList places = placeholders(m_operation.path);
    for (const QString &name : places) {
        const QString example = m_operation.pathExample.value(name);
        if (example != accountPlaceholder())
            m_fields.append({Field::Place::Path, Field::Need::Required, name, example, {}});
    }
    const auto addQuery = [this](const QString &name, Field::Need need) {
        const QString example = m_operation.queryExample.value(name);
        if (example != accountPlaceholder())
            m_fields.append({Field::Place::Query, need, name, example, example});
    };
    for (const QString &name : m_operation.requiredQuery)
        addQuery(name, Field::Need::Required);
    const QStringList known = m_operation.queryExample.keys();
    for (const QString &name : known) {
        if (!m_operation.requiredQuery.contains(name))
            addQuery(name, Field::Need::Optional);
    }
    if (m_operation.effect == RawEffect::Reads || isEmptyObject(m_operation.bodyExample))
        m_body = exampleBody();
}

QString OperationRequest::withAccount(QString text) const
{
    return text.replace(accountPlaceholder(), m_accountId);
}

QString OperationRequest::exampleBody() const
{
    return withAccount(m_operation.bodyExample);
}

Result<> OperationRequest::set(const QString &name, const QString &value)
{
    const auto field = std::find_if(m_fields.begin(), m_fields.end(),
                                    [&](const Field &each) { return each.name == name; });
    if (field != m_fields.end()) {
        field->value = value;
        return {};
    }
    QStringList names;
    for (const Field &each : m_fields)
        names.append(each.name);
    if (names.isEmpty()) {
        return refused(Tr::tr("\"%1\" has nothing to fill in, so \"%2\" has no place in it.")
                           .arg(m_operation.name, name));
    }
    return refused(Tr::tr("\"%1\" has no \"%2\". It takes: %3.")
                       .arg(m_operation.name, name, names.join(u", "_s)));
}

QString OperationRequest::valueOf(Field::Place place, const QString &name) const
{
    const auto field = std::find_if(m_fields.begin(), m_fields.end(), [&](const Field &each) {
        return each.place == place && each.name == name;
    });
    if (field != m_fields.end())
        return field->value;
    const auto &examples
        = place == Field::Place::Path ? m_operation.pathExample : m_operation.queryExample;
    return examples.value(name) == accountPlaceholder() ? m_accountId : QString();
}

QStringList OperationRequest::segments() const
{
    // The path begins with a slash. The account itself is no segment at all.
    QStringList segments = m_operation.path.split(u'/').mid(1);
    if (m_operation.path == "/"_L1)
        segments.clear();
    for (QString &segment : segments) {
        const QString place = placeIn(segment);
        const QString value = place.isEmpty() ? QString() : valueOf(Field::Place::Path, place);
        if (!value.isEmpty())
            segment = value;
    }
    return segments;
}

QList<std::pair<QString, QString>> OperationRequest::query() const
{
    QList<std::pair<QString, QString>> query;
    const QStringList known = m_operation.queryExample.keys();
    for (const QString &name : known) {
        if (const QString value = valueOf(Field::Place::Query, name); !value.isEmpty())
            query.append({name, value});
    }
    return query;
}

Result<> OperationRequest::checkBody() const
{
    if (!takesBody()) {
        return m_body.trimmed().isEmpty()
            ? Result<>()
            : refused(Tr::tr("\"%1\" takes no content. Remove it.").arg(m_operation.name));
    }
    if (m_body.trimmed().isEmpty()) {
        return refused(Tr::tr("The content of \"%1\" is missing. Begin with its example.")
                           .arg(m_operation.name));
    }
    QJsonParseError parsing {};
    (void)QJsonDocument::fromJson(m_body.toUtf8(), &parsing);
    if (parsing.error != QJsonParseError::NoError) {
        const qsizetype line = m_body.toUtf8().left(parsing.offset).count('\n') + 1;
        return refused(
            Tr::tr("The content cannot be read: something is wrong in line %1. Compare it with the "
                   "example.")
                .arg(line),
            u"%1 at byte %2"_s.arg(parsing.errorString()).arg(parsing.offset));
    }
    return {};
}

Result<RawRequest> OperationRequest::request() const
{
    if (const Result<> sendable = checkSendable(m_operation); !sendable)
        return Failure(sendable.error());
    for (const Field &field : m_fields) {
        if (const Result<> usable = checkField(field); !usable)
            return Failure(usable.error());
    }
    if (const Result<> usable = checkBody(); !usable)
        return Failure(usable.error());
    return RawRequest {.method = m_operation.method,
                       .path = segments(),
                       .query = query(),
                       .body = m_body.trimmed().toUtf8(),
                       .effect = m_operation.effect,
                       .permission = m_operation.scope};
}

Result<TestRequest> OperationRequest::testRequest() const
{
    return request().map([this](const RawRequest &request) {
        return TestRequest {m_operation.service, m_operation.name, line(), request};
    });
}

QString OperationRequest::line() const
{
    QString line = rawMethodName(m_operation.method) + u' ';
    if (m_operation.service == Side::Left)
        line += "/organizations/"_L1 + m_accountId;
    const QStringList places = m_operation.path.split(u'/').mid(1);
    const QStringList parts = segments();
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString place = placeIn(places.at(i));
        const bool isMissing = !place.isEmpty() && valueOf(Field::Place::Path, place).isEmpty();
        line += u'/'
            + (isMissing ? parts.at(i) : QString::fromLatin1(QUrl::toPercentEncoding(parts.at(i))));
    }
    QStringList pairs;
    for (const auto &[name, value] : query()) {
        pairs.append(QString::fromLatin1(QUrl::toPercentEncoding(name, "$[]"_ba) + '='
                                         + QUrl::toPercentEncoding(value)));
    }
    return pairs.isEmpty() ? line : line + u'?' + pairs.join(u'&');
}

} // namespace twinbook
