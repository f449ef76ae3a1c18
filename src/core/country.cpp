// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/country.h"

#include "core/normalize.h"

#include <QHash>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

QHash<QString, QString> codesByName()
{
    QHash<QString, QString> codes;
    for (int i = 1; i <= QLocale::LastTerritory; ++i) {
        const auto territory = static_cast<QLocale::Territory>(i);
        const QString code = QLocale::territoryToCode(territory);
        if (code.size() != 2)
            continue;
        codes.insert(foldedText(QLocale::territoryToString(territory)), code);
        codes.insert(code.toCaseFolded(), code);
        const QList<QLocale> locales
            = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, territory);
        for (const QLocale &locale : locales)
            codes.insert(foldedText(locale.nativeTerritoryName()), code);
    }
    // What people type all the same.
    for (const char16_t *name : {u"usa", u"u.s.", u"u.s.a.", u"united states of america"})
        codes.insert(QString::fromUtf16(name), u"US"_s);
    for (const char16_t *name : {u"uk", u"u.k.", u"great britain", u"england", u"scotland"})
        codes.insert(QString::fromUtf16(name), u"GB"_s);
    for (const char16_t *name : {u"holland", u"the netherlands"})
        codes.insert(QString::fromUtf16(name), u"NL"_s);
    codes.insert(u"czech republic"_s, u"CZ"_s);
    codes.remove(QString());
    return codes;
}

} // namespace

QString countryCode(const QString &text)
{
    static const QHash<QString, QString> codes = codesByName();
    return codes.value(foldedText(text));
}

QString countryName(const QString &code)
{
    const QString known = countryCode(code);
    if (known.isEmpty())
        return code;
    return QLocale::territoryToString(QLocale::codeToTerritory(known));
}

} // namespace twinbook
