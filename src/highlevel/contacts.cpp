// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/contacts.h"

#include "highlevel/endpoints.h"
#include "highlevel/operation.h"
#include "highlevel/rules.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

namespace {

using enum HttpMethod;

constexpr Endpoint listContacts {Get, "contacts/"_L1, scopes::contactsRead};
constexpr Endpoint contactsOfBusiness {Get, "contacts/business/{businessId}"_L1,
                                       scopes::contactsRead, Subject::Business};
// Without e-mail and phone a second upsert is a second person.
constexpr Endpoint upsertContact {Post, "contacts/upsert"_L1, scopes::contactsWrite,
                                  Subject::Person, Repetition::Unsafe};
constexpr Endpoint deleteContact {Delete, "contacts/{contactId}"_L1, scopes::contactsWrite};

constexpr auto contactMember = "contact"_L1;
constexpr int longestList = 100;

struct ContactText
{
    Q_DECLARE_TR_FUNCTIONS(ContactText)
};

ContactPage readPage(const QJsonObject &reply, Reading &reading)
{
    ContactPage page;
    page.contacts = readOne<QList<Contact>>(reply, "contacts"_L1, "items"_L1, reading);
    const QJsonValue total = reply.value("meta"_L1).toObject().value("total"_L1);
    for (const QJsonValue &told : {reply.value("total"_L1), reply.value("count"_L1), total}) {
        if (isTold(told) && fromWire(told, page.total, reading))
            break;
    }
    return page;
}

std::optional<Contact> readDuplicate(const QJsonObject &reply, Reading &reading)
{
    if (!isTold(reply.value(contactMember)))
        return std::nullopt;
    return readOne<Contact>(reply, contactMember, {}, reading);
}

bool isChannel(const QString &channel)
{
    static constexpr std::array channels {"call"_L1,     "email"_L1, "sms"_L1,
                                          "whatsapp"_L1, "gmb"_L1,   "fb"_L1};
    return std::any_of(channels.begin(), channels.end(),
                       [&](const auto known) { return known == channel; });
}

bool isStatus(const QString &status)
{
    return status == "active"_L1 || status == "inactive"_L1 || status == "permanent"_L1;
}

void requireConsent(Operation &operation, const ContactDraft &draft)
{
    bool known = !draft.inboundDnd || draft.inboundDnd->status == "active"_L1
        || draft.inboundDnd->status == "inactive"_L1;
    for (auto channel = draft.dndSettings.begin(); channel != draft.dndSettings.end(); ++channel)
        known = known && isChannel(channel.key()) && isStatus(channel->status);
    operation.require(known,
                      ContactText::tr("HighLevel does not know one of the channels or states of "
                                      "Do Not Disturb."));
}

//! The rules of the fields (highlevel.md 2.1); an empty text clears and is always right.
void requireFields(Operation &operation, const ContactDraft &draft)
{
    const auto fits
        = [](const Text &text, auto rule) { return !text || text->isEmpty() || rule(*text); };
    operation
        .require(fits(draft.phone, isE164),
                 ContactText::tr("HighLevel keeps phone numbers only with their country code, such "
                                 "as +442079460018. “%1” has another form.")
                     .arg(quotable(draft.phone.value_or(QString()))))
        .require(fits(draft.email, isEmailAddress),
                 ContactText::tr("“%1” is not an e-mail address.")
                     .arg(quotable(draft.email.value_or(QString()))))
        .require(fits(draft.country, isCountryCode),
                 ContactText::tr("HighLevel wants a country as its code of two letters, such as "
                                 "GB. “%1” is none.")
                     .arg(quotable(draft.country.value_or(QString()))))
        .require(fits(draft.timezone, isTimeZone),
                 ContactText::tr("“%1” is not a time zone such as Europe/London.")
                     .arg(quotable(draft.timezone.value_or(QString()))));
    requireConsent(operation, draft);
    if (draft.assignedTo && !draft.assignedTo->isEmpty())
        operation.requireId(draft.assignedTo->text());
    for (const CustomFieldWrite &field : draft.customFields)
        operation.requireId(field.id.text());
}

} // namespace

Pending<Contact> Contacts::get(const ContactId &contact) const
{
    return Operation(account(), endpoints::getContact, {contact.text()})
        .one<Contact>(contactMember);
}

Pending<ContactPage> Contacts::search(const ContactSearch &search) const
{
    return Operation(account(), endpoints::searchContacts)
        .require(search.objection().isEmpty(), search.objection())
        .body(search.body(location()))
        .as<ContactPage>(readPage);
}

Pending<ContactPage> Contacts::list(const ContactListPage &page) const
{
    Operation operation(account(), listContacts);
    operation.require(!isV3(),
                      ContactText::tr("HighLevel no longer has this list. Search instead."));
    operation.require(
        page.limit >= 1 && page.limit <= longestList,
        ContactText::tr("HighLevel lists one to %1 people at a time.").arg(longestList));
    operation.require(page.startAfter.has_value() == page.startAfterId.has_value(),
                      ContactText::tr("A list goes on after a person and a moment together."));
    operation.where(u"locationId"_s, location()).where(u"limit"_s, page.limit);
    if (page.startAfterId && page.startAfter) {
        operation.where(u"startAfterId"_s, page.startAfterId->text())
            .where(u"startAfter"_s, QString::number(*page.startAfter));
    }
    return operation.where(u"query"_s, page.query).as<ContactPage>(readPage);
}

Pending<ContactPage> Contacts::ofBusiness(const BusinessId &business, int limit, int skip,
                                          const QString &query) const
{
    return Operation(account(), contactsOfBusiness, {business.text()})
        .require(limit >= 1 && limit <= longestList && skip >= 0,
                 ContactText::tr("HighLevel lists one to %1 people at a time.").arg(longestList))
        .where(u"locationId"_s, location())
        .where(u"limit"_s, limit)
        .where(u"skip"_s, skip)
        .where(u"query"_s, query)
        .as<ContactPage>(readPage);
}

Pending<std::optional<Contact>> Contacts::findByEmail(const QString &email) const
{
    return Operation(account(), endpoints::findDuplicate)
        .require(isEmailAddress(email),
                 ContactText::tr("“%1” is not an e-mail address.").arg(quotable(email)))
        .where(u"locationId"_s, location())
        .where(u"email"_s, email)
        .as<std::optional<Contact>>(readDuplicate);
}

Pending<std::optional<Contact>> Contacts::findByPhone(const QString &phone) const
{
    return Operation(account(), endpoints::findDuplicate)
        .require(isE164(phone),
                 ContactText::tr("HighLevel finds phone numbers only with their country code."))
        .where(u"locationId"_s, location())
        .where(u"number"_s, phone)
        .as<std::optional<Contact>>(readDuplicate);
}

Pending<Contact> Contacts::create(const ContactDraft &draft) const
{
    Operation operation(account(), endpoints::createContact);
    requireFields(operation, draft);
    QJsonObject body = contactBody(draft, account().settings.version, quirks());
    body.insert("locationId"_L1, location());
    return operation.body(body).one<Contact>(contactMember);
}

Pending<Contact> Contacts::update(const ContactId &contact, const ContactDraft &draft) const
{
    Operation operation(account(), endpoints::updateContact, {contact.text()});
    requireFields(operation, draft);
    const bool companyFits
        = !draft.companyName || !quirks().holds(Quirk::CompanyNameIsNotUpdatable);
    const QJsonObject body = contactBody(draft, account().settings.version, quirks());
    return operation
        .require(companyFits && !draft.gender,
                 ContactText::tr("HighLevel sets the company name and the gender of a person only "
                                 "when the person is added. Change them in HighLevel."))
        .require(!body.isEmpty(), ContactText::tr("There is nothing to change."))
        .body(body)
        .as<Contact>([](const QJsonObject &reply, Reading &reading) {
            readSuccess(reply, reading);
            return readOne<Contact>(reply, contactMember, {}, reading);
        });
}

Pending<Upserted> Contacts::upsert(const ContactDraft &draft, Duplicates duplicates) const
{
    Operation operation(account(), upsertContact);
    requireFields(operation, draft);
    QJsonObject body = contactBody(draft, account().settings.version, quirks());
    body.insert("locationId"_L1, location());
    if (duplicates == Duplicates::AllowedByAccount)
        body.insert("createNewIfDuplicateAllowed"_L1, true);
    return operation.body(body).as<Upserted>([](const QJsonObject &reply, Reading &reading) {
        Upserted result;
        result.contact = readOne<Contact>(reply, contactMember, {}, reading);
        if (readOne<bool>(reply, "new"_L1, {}, reading))
            result.outcome = Upserted::Outcome::Created;
        return result;
    });
}

Pending<> Contacts::remove(const ContactId &contact) const
{
    return Operation(account(), deleteContact, {contact.text()}).confirmed();
}

} // namespace twinbook::highlevel
