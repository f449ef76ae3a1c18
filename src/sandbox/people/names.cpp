// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/people/names.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

//! "Zoë|zoe Liam": a part without "|" is its own e-mail form in lower case.
QList<NamePart> parts(const QString &text)
{
    QList<NamePart> result;
    const QStringList list = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &item : list) {
        const qsizetype bar = item.indexOf(u'|');
        if (bar < 0)
            result.append({item, item.toLower()});
        else
            result.append({item.first(bar), item.sliced(bar + 1)});
    }
    return result;
}

} // namespace

const QList<NameGroup> &nameGroups()
{
    static const QList<NameGroup> groups {
        {parts(
             u"Amelia Oliver Isla George Ava Harry Grace Jack Freya Leo Ruby Oscar Florence Arthur "
             "Alice Henry Daisy Theodore Evelyn Edward Martha Rupert Beatrice Hugo Nora Felix"_s),
         parts(u"Whitcombe Ashdown Penrose Hartley Merriman Fairclough Oakes Thornbury Lockwood "
               "Winslow Barrow Kingsley Ellery Stanhope Marlowe Redfern Holloway Prescott Tilney "
               "Wexford Ainsley Cartmel Danvers Eastgate Farrow Gresham"_s)},
        {parts(u"Zoë|zoe José|jose Renée|renee Jürgen|juergen Søren|soeren Łukasz|lukasz "
               "Çağla|cagla Björn|bjoern Inês|ines Éloïse|eloise"_s),
         parts(u"García|garcia Müller|mueller Lefèvre|lefevre Østergård|oestergaard "
               "Kowalczyk|kowalczyk Yıldız|yildiz Åkesson|akesson Gonçalves|goncalves "
               "O’Súilleabháin|osuilleabhain Nuñez|nunez"_s)},
        {parts(u"Мария|maria Иван|ivan Елена|elena Георги|georgi Оксана|oksana Дмитро|dmytro"_s),
         parts(u"Петрова|petrova Димитров|dimitrov Шевченко|shevchenko Иванова|ivanova "
               "Колев|kolev"_s)},
        {parts(u"ليلى|layla عمر|omar فاطمة|fatima يوسف|yusuf"_s),
         parts(u"الهاشمي|alhashimi منصور|mansour الخطيب|alkhatib حداد|haddad"_s)},
        {parts(u"נועה|noa דניאל|daniel תמר|tamar איתי|itai"_s),
         parts(u"לוי|levi כהן|cohen ברק|barak שלום|shalom"_s)},
        {parts(u"伟|wei 芳|fang 秀英|xiuying 太郎|taro 花子|hanako 민준|minjun 서연|seoyeon"_s),
         parts(u"王|wang 李|li 山田|yamada 佐藤|sato 김|kim 박|park"_s)},
    };
    return groups;
}

const QList<InventedCompany> &inventedCompanies()
{
    static const QList<InventedCompany> companies {
        {u"Lanternfish Studio"_s, u"lanternfish.example"_s},
        {u"Copper & Vale"_s, u"coppervale.example"_s},
        {u"Nine Mile Logistics"_s, u"ninemile.example"_s},
        {u"Brightwater Legal LLP"_s, u"brightwater.example"_s},
        {u"Otter Analytics"_s, u"otteranalytics.example"_s},
        {u"Fennel & Rye Kitchen"_s, u"fennelrye.example"_s},
        {u"Quartz Harbour Ltd"_s, u"quartzharbour.example"_s},
        {u"Pied Wagtail Press"_s, u"piedwagtail.example"_s},
        {u"Slate Roof Architects"_s, u"slateroof.example"_s},
        {u"Marigold Health"_s, u"marigoldhealth.example"_s},
        {u"Atelier Brûlé"_s, u"atelierbrule.example"_s},
        {u"Tidewise Software"_s, u"tidewise.example"_s},
        {u"Hollow Oak Ventures"_s, u"hollowoak.example"_s},
        {u"Kestrel & Daughters"_s, u"kestrel.example"_s},
    };
    return companies;
}

const QList<InventedPlace> &inventedPlaces()
{
    static const QList<InventedPlace> places {
        {u"London"_s, u"E1 0ZZ"_s},     {u"Bristol"_s, u"BS1 0ZZ"_s},
        {u"Leeds"_s, u"LS1 0ZZ"_s},     {u"Manchester"_s, u"M1 0ZZ"_s},
        {u"Edinburgh"_s, u"EH1 0ZZ"_s}, {u"Cardiff"_s, u"CF10 0ZZ"_s},
    };
    return places;
}

const QList<QString> &inventedStreets()
{
    static const QList<QString> streets {
        u"Tanner's Row"_s,  u"Bakehouse Lane"_s,   u"Lower Quay"_s,    u"Foundry Street"_s,
        u"Cooper's Yard"_s, u"Windmill Terrace"_s, u"Sailmaker Way"_s, u"Almond Walk"_s,
    };
    return streets;
}

} // namespace twinbook::sandbox
