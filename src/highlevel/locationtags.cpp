// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/locationtags.h"

#include "highlevel/operation.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

template<>
struct Shape<LocationTag>
{
    static constexpr std::tuple members {required("id"_L1, &LocationTag::id),
                                         required("name"_L1, &LocationTag::name)};
};

namespace {

using enum HttpMethod;

constexpr Endpoint listTags {Get, "locations/{locationId}/tags"_L1, scopes::tagsRead,
                             Subject::Account};
constexpr Endpoint getTag {Get, "locations/{locationId}/tags/{tagId}"_L1, scopes::tagsRead,
                           Subject::Tag};
constexpr Endpoint createTag {Post, "locations/{locationId}/tags"_L1, scopes::tagsWrite,
                              Subject::Account, Repetition::Unsafe};
constexpr Endpoint updateTag {Put, "locations/{locationId}/tags/{tagId}"_L1, scopes::tagsWrite,
                              Subject::Tag};
constexpr Endpoint deleteTag {Delete, "locations/{locationId}/tags/{tagId}"_L1, scopes::tagsWrite,
                              Subject::Tag};

constexpr auto tagMember = "tag"_L1;

Operation &fill(Operation &operation, const QString &name)
{
    return operation
        .require(!name.trimmed().isEmpty(),
                 QCoreApplication::translate("highlevel", "A tag for HighLevel needs a name."))
        .body({{u"name"_s, name}});
}

} // namespace

Pending<QList<LocationTag>> LocationTags::list() const
{
    return Operation(account(), listTags, {location()}).one<QList<LocationTag>>("tags"_L1);
}

Pending<LocationTag> LocationTags::get(const TagId &tag) const
{
    return Operation(account(), getTag, {location(), tag.text()}).one<LocationTag>(tagMember);
}

Pending<LocationTag> LocationTags::create(const QString &name) const
{
    Operation operation(account(), createTag, {location()});
    return fill(operation, name).one<LocationTag>(tagMember);
}

Pending<LocationTag> LocationTags::rename(const TagId &tag, const QString &name) const
{
    Operation operation(account(), updateTag, {location(), tag.text()});
    return fill(operation, name).one<LocationTag>(tagMember);
}

Pending<> LocationTags::remove(const TagId &tag) const
{
    return Operation(account(), deleteTag, {location(), tag.text()}).confirmed();
}

} // namespace twinbook::highlevel
