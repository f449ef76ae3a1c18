// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/settingsstore.h"

#include "store/schemajson.h"
#include "store/statement.h"
#include "store/storageerror.h"
#include "store/valuejson.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

QString textOf(const QJsonObject &object)
{
    return compactJson(QJsonDocument(object));
}

//! The object that `select` finds, if it finds one.
Result<std::optional<QJsonObject>> readObject(Statement &select, const QString &what)
{
    const auto found = select.first(
        [](const Row &row) { return QJsonDocument::fromJson(row.text(0).toUtf8()); });
    if (!found)
        return Failure(found.error());
    if (!found->has_value())
        return std::nullopt;
    if (!(*found)->isObject())
        return Failure(damagedContentError(what));
    return (*found)->object();
}

} // namespace

SettingsStore::SettingsStore(const Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{ }

Result<QJsonObject> SettingsStore::section(const QString &name) const
{
    Statement select(m_database, u"SELECT content FROM setting WHERE section = :section"_s);
    select.bind(u":section"_s, name);
    return readObject(select, "setting "_L1 + name)
        .map([](const std::optional<QJsonObject> &found) { return found.value_or(QJsonObject()); });
}

Result<> SettingsStore::setSection(const QString &name, const QJsonObject &values)
{
    return Statement(m_database, uR"(
        INSERT INTO setting (section, content, changed_ms) VALUES (:section, :content, :now)
        ON CONFLICT (section) DO UPDATE SET content = excluded.content,
            changed_ms = excluded.changed_ms)"_s)
        .bind(u":section"_s, name)
        .bind(u":content"_s, textOf(values))
        .bind(u":now"_s, m_clock.now())
        .run()
        .map([](int) {});
}

Result<std::optional<MappingProfile>> SettingsStore::mapping() const
{
    const auto found
        = Statement(m_database, u"SELECT profile FROM mapping ORDER BY version DESC LIMIT 1"_s)
              .first([](const Row &row) { return row.text(0); });
    if (!found)
        return Failure(found.error());
    if (!found->has_value())
        return std::nullopt;
    return mappingFromJson((*found)->toUtf8()).map([](const MappingProfile &profile) {
        return std::optional(profile);
    });
}

Result<int> SettingsStore::mappingVersion() const
{
    return Statement(m_database, u"SELECT COALESCE(MAX(version), 0) FROM mapping"_s)
        .number()
        .map([](qint64 version) { return static_cast<int>(version); });
}

Result<> SettingsStore::setMapping(const MappingProfile &profile)
{
    return Statement(m_database,
                     u"INSERT INTO mapping (profile, saved_ms) VALUES (:profile, :now)"_s)
        .bind(u":profile"_s, QString::fromUtf8(mappingToJson(profile)))
        .bind(u":now"_s, m_clock.now())
        .run()
        .map([](int) {});
}

Result<std::optional<ServiceSchema>> SettingsStore::schema(Side side) const
{
    Statement select(m_database, u"SELECT content FROM account_schema WHERE side = :side"_s);
    select.bind(u":side"_s, serviceKey(side));
    return readObject(select, "schema of "_L1 + serviceKey(side))
        .map([](const std::optional<QJsonObject> &found) {
            return found ? std::optional(schemaFromJson(*found)) : std::nullopt;
        });
}

Result<> SettingsStore::setSchema(Side side, const ServiceSchema &schema)
{
    return Statement(m_database, uR"(
        INSERT INTO account_schema (side, content, read_ms) VALUES (:side, :content, :now)
        ON CONFLICT (side) DO UPDATE SET content = excluded.content, read_ms = excluded.read_ms)"_s)
        .bind(u":side"_s, serviceKey(side))
        .bind(u":content"_s, textOf(schemaToJson(schema)))
        .bind(u":now"_s, m_clock.now())
        .run()
        .map([](int) {});
}

} // namespace twinbook
