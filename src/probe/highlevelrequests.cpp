// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/highlevelrequests.h"

using namespace Qt::StringLiterals;

namespace twinbook::highlevelprobe {

RawRequest createContact(const ProbeScene &scene, QJsonObject fields)
{
    fields.insert(u"locationId"_s, scene.account);
    fields.insert(u"firstName"_s, u"Twinbook"_s);
    fields.insert(u"lastName"_s, u"Probe"_s);
    return writeRequest(RawMethod::Post, {u"contacts"_s, QString()}, fields, u"contacts.write"_s);
}

RawRequest getContact(const QString &id)
{
    return readRequest({u"contacts"_s, id}, {}, u"contacts.readonly"_s);
}

RawRequest putContact(const QString &id, const QJsonObject &fields)
{
    return writeRequest(RawMethod::Put, {u"contacts"_s, id}, fields, u"contacts.write"_s);
}

RawRequest searchContacts(const ProbeScene &scene, QJsonObject query)
{
    query.insert(u"locationId"_s, scene.account);
    RawRequest request = writeRequest(RawMethod::Post, {u"contacts"_s, u"search"_s}, query,
                                      u"contacts.readonly"_s);
    request.effect = RawEffect::Reads;
    return request;
}

RawRequest listCustomFields(const ProbeScene &scene)
{
    return readRequest({u"locations"_s, scene.account, u"customFields"_s},
                       {{u"model"_s, u"contact"_s}}, u"locations/customFields.readonly"_s);
}

QJsonObject contactIn(const ProbeReply &answer)
{
    return answer.object(u"contact"_s);
}

QString contactId(const ProbeReply &answer)
{
    return answer.isGood() ? contactIn(answer).value(u"id"_s).toString() : QString();
}

QStringList textFields(const ProbeReply &answer)
{
    QStringList ids;
    const QJsonArray fields = answer.list(u"customFields"_s);
    for (const QJsonValue &each : fields) {
        const QJsonObject field = each.toObject();
        const QString id = field.value(u"id"_s).toString();
        if (field.value(u"dataType"_s) == u"TEXT"_s && !id.isEmpty())
            ids.append(id);
    }
    return ids;
}

QJsonObject fieldWrite(const QString &id, const QString &member, const QString &value)
{
    return {{u"customFields"_s, QJsonArray {QJsonObject {{u"id"_s, id}, {member, value}}}}};
}

QJsonValue fieldValue(const QJsonObject &contact, const QString &id)
{
    const QJsonArray fields = contact.value(u"customFields"_s).toArray();
    for (const QJsonValue &each : fields) {
        if (each.toObject().value(u"id"_s) == id)
            return each.toObject().value(u"value"_s);
    }
    return QJsonValue::Undefined;
}

QString address(const ProbeScene &scene, const QString &who)
{
    return u"twinbook.probe."_s + who + scene.mark + u"@example.com"_s;
}

QString phone(const ProbeScene &scene)
{
    constexpr std::size_t numbers = 1000;
    const std::size_t number = qHash(scene.mark, 0) % numbers;
    return u"+44 20 7946 0%1"_s.arg(number, 3, 10, QChar(u'0'));
}

Step onContact(const ProbeScene &scene, const QJsonObject &fields,
               Step (*rest)(const ProbeScene &scene, const QString &id))
{
    if (scene.step() == 0)
        return createContact(scene, fields);
    const QString id = contactId(scene.answers.front());
    if (id.isEmpty())
        return unknown(u"The contact for the experiment could not be made."_s);
    return rest(scene, id);
}

} // namespace twinbook::highlevelprobe
