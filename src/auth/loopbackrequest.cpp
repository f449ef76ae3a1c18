// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/loopbackrequest.h"

#include <QList>

#include <algorithm>

namespace twinbook {

namespace {

bool isVisibleAscii(const QByteArray &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](char c) { return c > 0x20 && c < 0x7f; });
}

bool isHttp1(const QByteArray &version)
{
    return version == "HTTP/1.1" || version == "HTTP/1.0";
}

} // namespace

tl::expected<LoopbackRequest, LoopbackRequestFault> readLoopbackRequest(const QByteArray &received,
                                                                        qsizetype longest)
{
    const auto malformed = tl::unexpected(LoopbackRequestFault::Malformed);
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0 ? received.size() > longest : end > longest)
        return tl::unexpected(LoopbackRequestFault::TooLarge);
    if (end < 0)
        return tl::unexpected(LoopbackRequestFault::Incomplete);

    QList<QByteArray> lines = received.left(end).split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.contains('\r') || line.contains('\0'))
            return malformed;
    }
    const QList<QByteArray> words = lines.takeFirst().split(' ');
    if (words.size() != 3 || !isHttp1(words.at(2)) || !words.at(1).startsWith('/')
        || !isVisibleAscii(words.at(1)))
        return malformed;

    LoopbackRequest request;
    request.method = words.at(0);
    const qsizetype question = words.at(1).indexOf('?');
    request.path = question < 0 ? words.at(1) : words.at(1).left(question);
    if (question >= 0)
        request.query = QUrlQuery(QString::fromLatin1(words.at(1).mid(question + 1)));

    int hosts = 0;
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || !isVisibleAscii(line.left(colon)))
            return malformed;
        const QByteArray name = line.left(colon).toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name == "host") {
            ++hosts;
            request.host = value.toLower();
        }
        if (name == "transfer-encoding" || (name == "content-length" && value != "0"))
            return malformed;
    }
    if (hosts != 1)
        return malformed;
    return request;
}

} // namespace twinbook
