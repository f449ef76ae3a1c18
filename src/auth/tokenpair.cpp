// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/tokenpair.h"

#include "net/tokensource.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr int layout = 1;
constexpr double usualLifetime = 3600;
constexpr double longestLifetime = 366.0 * 24 * 3600;

QStringList textList(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray elements = value.toArray();
    for (const auto element : elements) {
        if (element.isString())
            texts.append(element.toString());
    }
    return texts;
}

QString toText(const TokenPair &pair)
{
    const QJsonObject object {
        {u"layout"_s, layout},
        {u"access"_s, QString::fromLatin1(pair.access)},
        {u"refresh"_s, QString::fromLatin1(pair.refresh)},
        {u"expiresAt"_s, pair.expiresAt.toUTC().toString(Qt::ISODate)},
        {u"scopes"_s, QJsonArray::fromStringList(pair.scopes)},
        {u"holder"_s, pair.holder == TokenPair::Holder::Agency ? u"agency"_s : u"account"_s},
        {u"account"_s, pair.accountId},
        {u"agency"_s, pair.agencyId},
        {u"approved"_s, QJsonArray::fromStringList(pair.approvedAccounts)},
    };
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<TokenPair> fromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    TokenPair pair;
    pair.access = object.value("access"_L1).toString().toLatin1();
    pair.refresh = object.value("refresh"_L1).toString().toLatin1();
    pair.expiresAt = QDateTime::fromString(object.value("expiresAt"_L1).toString(), Qt::ISODate);
    pair.scopes = textList(object.value("scopes"_L1));
    if (object.value("holder"_L1).toString() == "agency"_L1)
        pair.holder = TokenPair::Holder::Agency;
    pair.accountId = object.value("account"_L1).toString();
    pair.agencyId = object.value("agency"_L1).toString();
    pair.approvedAccounts = textList(object.value("approved"_L1));
    if (object.value("layout"_L1).toInt() != layout || !isBearerToken(pair.access)
        || !pair.expiresAt.isValid())
        return {};
    return pair;
}

class ReadPairJob final : public StoredPairJob
{
public:
    explicit ReadPairJob(std::unique_ptr<TypedJob<std::optional<QString>>> read)
        : m_read(std::move(read))
    { }

protected:
    void run() override
    {
        connect(m_read.get(), &Job::finished, this, [this] {
            finish(m_read->result().map([](const std::optional<QString> &text) {
                return text ? fromText(*text) : std::optional<TokenPair>();
            }));
        });
        m_read->start();
    }

    void abort() override { m_read->cancel(); }

private:
    std::unique_ptr<TypedJob<std::optional<QString>>> m_read;
};

} // namespace

std::optional<TokenPair> tokenPairOfReply(const QJsonObject &reply,
                                          const TokenReplyContext &context)
{
    TokenPair pair = context.previous;
    pair.access = reply.value("access_token"_L1).toString().toUtf8();
    const QByteArray refresh = reply.value("refresh_token"_L1).toString().toUtf8();
    if (!isBearerToken(pair.access) || (!refresh.isEmpty() && !isBearerToken(refresh)))
        return {};
    if (!refresh.isEmpty())
        pair.refresh = refresh;

    const double told = reply.value("expires_in"_L1).toDouble(usualLifetime);
    const double lifetime = std::clamp(told, 1.0, longestLifetime);
    pair.expiresAt = context.now.toUTC().addSecs(static_cast<qint64>(lifetime));
    const QString granted = reply.value("scope"_L1).toString();
    if (!granted.isEmpty())
        pair.scopes = granted.split(u' ', Qt::SkipEmptyParts);
    else if (!context.asked.isEmpty())
        pair.scopes = context.asked;

    const auto take = [&reply](QLatin1StringView name, QString &member) {
        if (const QString text = reply.value(name).toString(); !text.isEmpty())
            member = text;
    };
    take("locationId"_L1, pair.accountId);
    take("companyId"_L1, pair.agencyId);
    const QString holder = reply.value("userType"_L1).toString();
    if (holder == "Company"_L1)
        pair.holder = TokenPair::Holder::Agency;
    else if (holder == "Location"_L1)
        pair.holder = TokenPair::Holder::Account;
    if (reply.contains("approvedLocations"_L1))
        pair.approvedAccounts = textList(reply.value("approvedLocations"_L1));
    return pair;
}

std::unique_ptr<StoredPairJob> readTokenPair(SecretStore &secrets, const QString &key)
{
    return std::make_unique<ReadPairJob>(secrets.read(key));
}

std::unique_ptr<TypedJob<void>> writeTokenPair(SecretStore &secrets, const QString &key,
                                               const TokenPair &pair)
{
    return secrets.write(key, toText(pair));
}

} // namespace twinbook
