// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/version3.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

struct Channel
{
    QLatin1StringView dated;
    QLatin1StringView version3;
};

constexpr std::array channels {
    Channel {"Call"_L1, "call"_L1}, Channel {"Email"_L1, "email"_L1},
    Channel {"SMS"_L1, "sms"_L1},   Channel {"WhatsApp"_L1, "whatsApp"_L1},
    Channel {"GMB"_L1, "gmb"_L1},   Channel {"FB"_L1, "fb"_L1},
};

Served<QJsonObject> datedChannels(const QJsonObject &settings)
{
    QJsonObject dated;
    for (auto member = settings.begin(); member != settings.end(); ++member) {
        const auto channel
            = std::find_if(channels.begin(), channels.end(), [&](const Channel &candidate) {
                  return candidate.version3 == member.key();
              });
        if (channel == channels.end())
            return refused(
                422,
                QStringList {u"property dndSettings."_s + member.key() + u" should not exist"_s});
        dated.insert(channel->dated, member.value());
    }
    return dated;
}

QJsonArray datedFields(const QJsonArray &fields)
{
    QJsonArray dated;
    for (const QJsonValue &element : fields) {
        QJsonObject field = element.toObject();
        if (field.contains(u"fieldValue"_s))
            field.insert(u"field_value"_s, field.take(u"fieldValue"_s));
        dated.append(field);
    }
    return dated;
}

} // namespace

Served<QJsonObject> inDatedSpelling(const QJsonObject &body, Dialect dialect)
{
    if (dialect == Dialect::Dated)
        return body;
    QJsonObject dated = body;
    if (body.value(u"dndSettings"_s).isObject()) {
        const auto settings = datedChannels(body.value(u"dndSettings"_s).toObject());
        if (!settings)
            return settings;
        dated.insert(u"dndSettings"_s, *settings);
    }
    if (body.value(u"customFields"_s).isArray())
        dated.insert(u"customFields"_s, datedFields(body.value(u"customFields"_s).toArray()));
    return dated;
}

QJsonObject inSpellingOf(Dialect dialect, const QJsonObject &contact)
{
    const QJsonObject settings = contact.value(u"dndSettings"_s).toObject();
    if (dialect == Dialect::Dated || settings.isEmpty())
        return contact;
    QJsonObject renamed;
    for (const Channel &channel : channels) {
        if (settings.contains(channel.dated))
            renamed.insert(channel.version3, settings.value(channel.dated));
    }
    QJsonObject shown = contact;
    shown.insert(u"dndSettings"_s, renamed);
    return shown;
}

} // namespace twinbook::sandbox::highlevel
