// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/country.h"

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
    codes.insert(u"usa"_s, u"US"_s);
    codes.insert(u"uk"_s, u"GB"_s);
    codes.insert(u"great britain"_s, u"GB"_s);
    codes.insert(u"england"_s, u"GB"_s);
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
