// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogue/operation.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Operation)
};

} // namespace

QString accountPlaceholder()
{
    return u"{locationId}"_s;
}

QStringList placeholders(const QString &path)
{
    static const QRegularExpression place(uR"(\{(\w+)\})"_s);
    QStringList names;
    auto found = place.globalMatch(path);
    while (found.hasNext())
        names.append(found.next().captured(1));
    return names;
}

QString useKey(OperationUse use)
{
    switch (use) {
    case OperationUse::Sync:
        return u"sync"_s;
    case OperationUse::Available:
        return u"available"_s;
    case OperationUse::Never:
        return u"never"_s;
    }
    Q_UNREACHABLE();
}

QString kindKey(OperationKind kind)
{
    return kind == OperationKind::Event ? u"event"_s : u"operation"_s;
}

QString effectKey(RawEffect effect)
{
    return effect == RawEffect::Reads ? u"reads"_s : u"writes"_s;
}

QString sourceKey(SourceGrade source)
{
    switch (source) {
    case SourceGrade::Specification:
        return u"specification"_s;
    case SourceGrade::Documentation:
        return u"documentation"_s;
    case SourceGrade::Reference:
        return u"reference"_s;
    case SourceGrade::Tested:
        return u"tested"_s;
    case SourceGrade::Code:
        return u"code"_s;
    }
    Q_UNREACHABLE();
}

QString useWords(OperationUse use)
{
    switch (use) {
    case OperationUse::Sync:
        return Tr::tr("Used by sync");
    case OperationUse::Available:
        return Tr::tr("Available");
    case OperationUse::Never:
        return Tr::tr("Never sent");
    }
    Q_UNREACHABLE();
}

QString effectWords(RawEffect effect)
{
    return effect == RawEffect::Reads ? Tr::tr("Reads only") : Tr::tr("Changes things");
}

QString sourceWords(SourceGrade source)
{
    switch (source) {
    case SourceGrade::Specification:
        return Tr::tr("the vendor's specification");
    case SourceGrade::Documentation:
        return Tr::tr("the vendor's documentation");
    case SourceGrade::Reference:
        return Tr::tr("a copy of the vendor's reference");
    case SourceGrade::Tested:
        return Tr::tr("seen in tests by others");
    case SourceGrade::Code:
        return Tr::tr("read from programs that use it");
    }
    Q_UNREACHABLE();
}

} // namespace twinbook
