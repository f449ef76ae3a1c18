// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/probefile.h"

#include "probe/probereport.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Probe)
};

//! A probe with the evidence of all experiments has a twentieth of it.
constexpr qint64 longestFile = 4LL * 1024 * 1024;

Failure about(const QString &path, const Error &error)
{
    return Failure(Error {
        .kind = error.kind,
        .message
        = Tr::tr("\"%1\" was not taken up, and nothing was changed. %2").arg(path, error.message),
        .detail = error.detail});
}

} // namespace

Result<QJsonObject> readProbeFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return about(path,
                     {.kind = ErrorKind::Storage,
                      .message = Tr::tr("The file cannot be read. Check its name."),
                      .detail = file.errorString()});
    }
    // Of what is too long only the beginning is read, which then is no JSON.
    const QJsonObject json = QJsonDocument::fromJson(file.read(longestFile)).object();
    if (const Result<QuirkSet> quirks = quirksFromProbe(json); !quirks)
        return about(path, quirks.error());
    return json;
}

Result<QuirkSet> quirksFromProbeFiles(const QStringList &paths)
{
    QuirkSet held;
    for (const QString &path : paths) {
        const Result<QuirkSet> found = readProbeFile(path).and_then(quirksFromProbe);
        if (!found)
            return Failure(found.error());
        for (const QuirkFacts &facts : quirks()) {
            if (!found->holds(facts.quirk))
                held = held.without(facts.quirk);
        }
    }
    return held;
}

} // namespace twinbook
