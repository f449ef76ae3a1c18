// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/requestexport.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::RequestExport)
};

//! "highlevel.contacts.search" or nothing. Ours, and without anything special to a table.
QString nameOf(const LoggedRequest &request)
{
    return request.operation ? request.operation->name : QString();
}

QByteArray asCsv(const QList<LoggedRequest> &requests)
{
    QByteArray text = "operation," + csvHeading();
    for (const LoggedRequest &request : requests) {
        for (const RequestRecord &record : request.attempts)
            text += nameOf(request).toUtf8() + ',' + toCsvLine(record);
    }
    return text;
}

QByteArray asJson(const QList<LoggedRequest> &requests)
{
    QJsonArray list;
    for (const LoggedRequest &request : requests) {
        for (const RequestRecord &record : request.attempts) {
            QJsonObject line = QJsonDocument::fromJson(toJsonLine(record)).object();
            line.insert(u"operation"_s, nameOf(request));
            list.append(line);
        }
    }
    return QJsonDocument(list).toJson();
}

} // namespace

Result<RequestFormat> requestFormatOf(const QString &path)
{
    if (path.endsWith(".csv"_L1, Qt::CaseInsensitive))
        return RequestFormat::Csv;
    if (path.endsWith(".json"_L1, Qt::CaseInsensitive))
        return RequestFormat::Json;
    return Failure(Error {.kind = ErrorKind::InvalidInput,
                          .message = Tr::tr("The name of the file tells its format: let it end in "
                                            ".csv or .json."),
                          .detail = {}});
}

QByteArray exported(const QList<LoggedRequest> &requests, RequestFormat format)
{
    return format == RequestFormat::Csv ? asCsv(requests) : asJson(requests);
}

Result<> exportRequests(const QList<LoggedRequest> &requests, const QString &path)
{
    const Result<RequestFormat> format = requestFormatOf(path);
    if (!format)
        return Failure(format.error());
    const QByteArray text = exported(requests, *format);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return Failure(Error {
        .kind = ErrorKind::Storage,
        .message = Tr::tr("\"%1\" cannot be written. Choose a place that you may write to and try "
                          "again. Nothing was changed.")
                       .arg(path),
        .detail = file.errorString()});
}

} // namespace twinbook
