// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operationasking.h"
#include "operationrows.h"

using namespace Qt::StringLiterals;
using namespace twinbook::highlevel;

namespace twinbook::test {

namespace {

const CompanyId agency(u"5DP4iH6HLkQsiKESj6rh"_s);

QList<OperationRow> locationRows()
{
    return {
        {"search-locations", asking([](HighLevelClient &c) {
             return c.locations().search({.company = agency, .email = u"a@x.test"_s});
         }),
         "GET", "/locations/search?companyId=5DP4iH6HLkQsiKESj6rh&email=a%40x.test&skip=0&limit=10",
         "", R"({"locations": [{"id": "ve9EPM428h8vShlRW1KT", "name": "Mark Shoes"}]})"},
        {"get-location", asking([](HighLevelClient &c) { return c.locations().get(); }), "GET",
         "/locations/ve9EPM428h8vShlRW1KT", "",
         R"({"location": {"id": "ve9EPM428h8vShlRW1KT", "companyId": "5DP4iH6HLkQsiKESj6rh",
             "settings": {"allowDuplicateContact": false}}})"},
        {"get-timezones", asking([](HighLevelClient &c) { return c.locations().timezones(); }),
         "GET", "/locations/ve9EPM428h8vShlRW1KT/timezones", "",
         R"({"timezones": ["Europe/London"]})"},
        {"get-company", asking([](HighLevelClient &c) { return c.locations().company(agency); }),
         "GET", "/companies/5DP4iH6HLkQsiKESj6rh", "",
         R"({"company": {"id": "5DP4iH6HLkQsiKESj6rh", "name": "Agency"}})"},
    };
}

QList<OperationRow> tagRows()
{
    static const TagId tag(u"flGwEuzsfJOia1i1ikRN"_s);
    constexpr auto answer = R"({"tag": {"id": "flGwEuzsfJOia1i1ikRN", "name": "vip"}})";
    return {
        {"get-location-tags", asking([](HighLevelClient &c) { return c.tags().list(); }), "GET",
         "/locations/ve9EPM428h8vShlRW1KT/tags", "", R"({"tags": []})"},
        {"create-tag", asking([](HighLevelClient &c) { return c.tags().create(u"vip"_s); }), "POST",
         "/locations/ve9EPM428h8vShlRW1KT/tags", R"({"name": "vip"})", answer},
        {"get-tag-by-id", asking([](HighLevelClient &c) { return c.tags().get(tag); }), "GET",
         "/locations/ve9EPM428h8vShlRW1KT/tags/flGwEuzsfJOia1i1ikRN", "", answer},
        {"update-tag", asking([](HighLevelClient &c) { return c.tags().rename(tag, u"v"_s); }),
         "PUT", "/locations/ve9EPM428h8vShlRW1KT/tags/flGwEuzsfJOia1i1ikRN", R"({"name": "v"})",
         answer},
        {"delete-tag", asking([](HighLevelClient &c) { return c.tags().remove(tag); }), "DELETE",
         "/locations/ve9EPM428h8vShlRW1KT/tags/flGwEuzsfJOia1i1ikRN", "", R"({"succeded": true})"},
    };
}

QList<OperationRow> customFieldRows()
{
    static const CustomFieldId field(u"3sv6UEo51C9Bmpo1cKTq"_s);
    constexpr auto answer = R"({"customField": {"id": "3sv6UEo51C9Bmpo1cKTq", "name": "Card",
        "fieldKey": "contact.card", "dataType": "TEXT"}})";
    return {
        {"get-custom-fields", asking([](HighLevelClient &c) { return c.customFields().list(); }),
         "GET", "/locations/ve9EPM428h8vShlRW1KT/customFields?model=contact", "",
         R"({"customFields": []})"},
        {"create-custom-field",
         asking([](HighLevelClient &c) { return c.customFields().create({.name = u"Card"_s}); }),
         "POST", "/locations/ve9EPM428h8vShlRW1KT/customFields",
         R"({"name": "Card", "dataType": "TEXT", "model": "contact"})", answer},
        {"get-custom-field", asking([](HighLevelClient &c) { return c.customFields().get(field); }),
         "GET", "/locations/ve9EPM428h8vShlRW1KT/customFields/3sv6UEo51C9Bmpo1cKTq", "", answer},
        {"update-custom-field", asking([](HighLevelClient &c) {
             return c.customFields().update(field, {.name = u"Card"_s, .position = 2});
         }),
         "PUT", "/locations/ve9EPM428h8vShlRW1KT/customFields/3sv6UEo51C9Bmpo1cKTq",
         R"({"name": "Card", "position": 2, "model": "contact"})", answer},
        {"upload-file-customFields", asking([](HighLevelClient &c) {
             return c.customFields().upload(field, {{u"a.txt"_s, "text/plain", "abc"}});
         }),
         "POST", "/locations/ve9EPM428h8vShlRW1KT/customFields/upload", "*",
         R"({"uploadedFiles": {"a.txt": "https://files.test/a.txt"}, "meta": []})"},
    };
}

QList<OperationRow> customValueRows()
{
    static const CustomValueId value(u"rWQ709Pb62syqGLceg1x"_s);
    constexpr auto answer
        = R"({"customValue": {"id": "rWQ709Pb62syqGLceg1x", "name": "n", "value": "v"}})";
    return {
        {"get-custom-values",
         asking([](HighLevelClient &c) { return c.customFields().listValues(); }), "GET",
         "/locations/ve9EPM428h8vShlRW1KT/customValues", "", R"({"customValues": []})"},
        {"create-custom-value",
         asking([](HighLevelClient &c) { return c.customFields().createValue(u"n"_s, u"v"_s); }),
         "POST", "/locations/ve9EPM428h8vShlRW1KT/customValues", R"({"name": "n", "value": "v"})",
         answer},
        {"get-custom-value",
         asking([](HighLevelClient &c) { return c.customFields().getValue(value); }), "GET",
         "/locations/ve9EPM428h8vShlRW1KT/customValues/rWQ709Pb62syqGLceg1x", "", answer},
        {"update-custom-value", asking([](HighLevelClient &c) {
             return c.customFields().updateValue(value, u"n"_s, u"w"_s);
         }),
         "PUT", "/locations/ve9EPM428h8vShlRW1KT/customValues/rWQ709Pb62syqGLceg1x",
         R"({"name": "n", "value": "w"})", answer},
        {"delete-custom-value",
         asking([](HighLevelClient &c) { return c.customFields().removeValue(value); }), "DELETE",
         "/locations/ve9EPM428h8vShlRW1KT/customValues/rWQ709Pb62syqGLceg1x", "",
         R"({"succeded": true})"},
    };
}

QList<OperationRow> userRows()
{
    static const UserId user(u"0IHuJvc2ofPAAA8GzTRi"_s);
    return {
        {"search-users", asking([](HighLevelClient &c) {
             return c.users().search({.company = agency, .query = u"jo"_s, .ids = {user}});
         }),
         "GET",
         "/users/search?companyId=5DP4iH6HLkQsiKESj6rh&locationId=ve9EPM428h8vShlRW1KT&query=jo"
         "&ids=0IHuJvc2ofPAAA8GzTRi&skip=0&limit=25",
         "", R"({"users": [], "count": 0})"},
        {"filter-users-by-email", asking([](HighLevelClient &c) {
             return c.users().findByEmail(agency, {u"a@x.test"_s, u"b@x.test"_s});
         }),
         "POST", "/users/search/filter-by-email",
         R"({"companyId": "5DP4iH6HLkQsiKESj6rh", "emails": "a@x.test,b@x.test"})",
         R"({"users": [], "count": 0})"},
        {"get-user", asking([](HighLevelClient &c) { return c.users().get(user); }), "GET",
         "/users/0IHuJvc2ofPAAA8GzTRi", "", R"({"id": "0IHuJvc2ofPAAA8GzTRi", "name": "Jo"})"},
        {"get-user-by-location", asking([](HighLevelClient &c) { return c.users().ofLocation(); }),
         "GET", "/users/?locationId=ve9EPM428h8vShlRW1KT", "", R"({"users": []})"},
    };
}

QList<OperationRow> businessRows()
{
    static const BusinessId business(u"63771dcac1116f0e21de8e12"_s);
    constexpr auto changed = R"({"success": true, "buiseness": {
        "id": "63771dcac1116f0e21de8e12", "name": "Microsoft"}})";
    return {
        {"get-businesses-by-location",
         asking([](HighLevelClient &c) { return c.businesses().list(); }), "GET",
         "/businesses/?locationId=ve9EPM428h8vShlRW1KT&limit=100&skip=0", "",
         R"({"businesses": []})"},
        {"get-business", asking([](HighLevelClient &c) { return c.businesses().get(business); }),
         "GET", "/businesses/63771dcac1116f0e21de8e12", "",
         R"({"business": {"id": "63771dcac1116f0e21de8e12", "name": "Microsoft"}})"},
        {"create-business", asking([](HighLevelClient &c) {
             return c.businesses().create({.name = u"Microsoft"_s, .email = u"abc@x.test"_s});
         }),
         "POST", "/businesses/",
         R"({"name": "Microsoft", "email": "abc@x.test", "locationId": "ve9EPM428h8vShlRW1KT"})",
         changed},
        {"update-business", asking([](HighLevelClient &c) {
             return c.businesses().update(business, {.phone = QString(), .city = u"Delhi"_s});
         }),
         "PUT", "/businesses/63771dcac1116f0e21de8e12", R"({"phone": "", "city": "Delhi"})",
         changed},
        {"delete-Business",
         asking([](HighLevelClient &c) { return c.businesses().remove(business); }), "DELETE",
         "/businesses/63771dcac1116f0e21de8e12", "", R"({"success": true})"},
        {"search-object-records", asking([](HighLevelClient &c) {
             return c.businesses().search({.query = u"name:Acme"_s});
         }),
         "POST", "/objects/business/records/search",
         R"({"locationId": "ve9EPM428h8vShlRW1KT", "page": 1, "pageLimit": 20,
             "query": "name:Acme", "searchAfter": []})",
         R"({"records": [], "total": 0})"},
        {"get-object-schema-by-key",
         asking([](HighLevelClient &c) { return c.businesses().schema(); }), "GET",
         "/objects/business?locationId=ve9EPM428h8vShlRW1KT", "", R"({"object": {}})"},
    };
}

QList<OperationRow> objectFieldRows()
{
    static const CustomFieldId field(u"3v34PM428h8vShlRW1KT"_s);
    static const FolderId folder(u"4w34PM428h8vShlRW1KT"_s);
    constexpr auto answer = R"({"field": {"id": "3v34PM428h8vShlRW1KT", "name": "Size",
        "objectKey": "business", "dataType": "TEXT"}})";
    constexpr auto folderAnswer
        = R"({"id": "4w34PM428h8vShlRW1KT", "name": "More", "objectKey": "business"})";
    return {
        {"get-custom-field-by-id",
         asking([](HighLevelClient &c) { return c.objectFields().get(field); }), "GET",
         "/custom-fields/3v34PM428h8vShlRW1KT", "", answer},
        {"get-custom-fields-by-object-key",
         asking([](HighLevelClient &c) { return c.objectFields().list(u"business"_s); }), "GET",
         "/custom-fields/object-key/business?locationId=ve9EPM428h8vShlRW1KT", "",
         R"({"fields": [], "folders": []})"},
        {"create-custom-field of an object", asking([](HighLevelClient &c) {
             return c.objectFields().create({.name = u"Size"_s},
                                            {u"business"_s, u"business.size"_s, u"TEXT"_s, folder});
         }),
         "POST", "/custom-fields/",
         R"({"name": "Size", "locationId": "ve9EPM428h8vShlRW1KT", "showInForms": false,
             "objectKey": "business", "fieldKey": "business.size", "dataType": "TEXT",
             "parentId": "4w34PM428h8vShlRW1KT"})",
         answer},
        {"update-custom-field of an object", asking([](HighLevelClient &c) {
             return c.objectFields().update(
                 field,
                 {.name = u"Size"_s,
                  .forms = InForms::Shown,
                  .options = QList<FieldOption> {{.key = u"s"_s, .label = u"Small"_s}}});
         }),
         "PUT", "/custom-fields/3v34PM428h8vShlRW1KT",
         R"({"name": "Size", "locationId": "ve9EPM428h8vShlRW1KT", "showInForms": true,
             "options": [{"key": "s", "label": "Small"}]})",
         answer},
        {"create-custom-field-folder", asking([](HighLevelClient &c) {
             return c.objectFields().createFolder(u"business"_s, u"More"_s);
         }),
         "POST", "/custom-fields/folder",
         R"({"objectKey": "business", "name": "More", "locationId": "ve9EPM428h8vShlRW1KT"})",
         folderAnswer},
        {"update-custom-field-folder", asking([](HighLevelClient &c) {
             return c.objectFields().renameFolder(folder, u"More"_s);
         }),
         "PUT", "/custom-fields/folder/4w34PM428h8vShlRW1KT",
         R"({"name": "More", "locationId": "ve9EPM428h8vShlRW1KT"})", folderAnswer},
    };
}

QList<OperationRow> automationRows()
{
    return {
        {"get-workflow", asking([](HighLevelClient &c) { return c.automations().workflows(); }),
         "GET", "/workflows/?locationId=ve9EPM428h8vShlRW1KT", "",
         R"({"workflows": [{"id": "78559bb3-b920-461e-b010-7b2a2816d2a9", "status": "draft"}]})"},
        {"get-campaigns",
         asking([](HighLevelClient &c) { return c.automations().campaigns(u"published"_s); }),
         "GET", "/campaigns/?locationId=ve9EPM428h8vShlRW1KT&status=published", "",
         R"({"campaigns": []})"},
    };
}

} // namespace

QList<OperationRow> accountRows()
{
    return locationRows() + tagRows() + customFieldRows() + customValueRows() + userRows()
        + businessRows() + objectFieldRows() + automationRows();
}

} // namespace twinbook::test
