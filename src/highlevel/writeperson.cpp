// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/writeperson.h"

#include "core/logging.h"
#include "highlevel/accountjob.h"
#include "highlevel/writebody.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

namespace {

QStringList tagsOf(const QJsonObject &contact)
{
    QStringList tags;
    const QJsonArray elements = contact.value("tags"_L1).toArray();
    for (const auto tag : elements)
        tags.append(tag.toString());
    return tags;
}

//! The tags wanted by the writes, if they want any.
std::optional<QStringList> wantedTags(const FieldWrites &writes)
{
    for (const FieldWrite &write : writes) {
        if (write.key == "tags"_L1)
            return write.value.list();
    }
    return std::nullopt;
}

class WritePerson : public AccountJob<PersonJob>
{
public:
    WritePerson(Account &account, FieldWrites writes)
        : AccountJob(account)
        , m_writes(std::move(writes))
    { }

protected:
    [[nodiscard]] const FieldWrites &writes() const { return m_writes; }

    void noteUnsendable(const WriteBody &body)
    {
        if (body.unsendablePhones > 0)
            qCInfo(logHighLevel) << body.unsendablePhones << "phone number not sent";
    }

    [[nodiscard]] Error droppedFields(const QStringList &keys)
    {
        QStringList titles;
        for (const QString &key : keys) {
            const FieldSpec *field = account().learned.schema->field(key);
            titles.append(field ? field->title : key);
        }
        return {.kind = ErrorKind::Rejected,
                .message = QCoreApplication::translate(
                               "highlevel",
                               "HighLevel did not keep what was written to %1. The field may have "
                               "been deleted or may not allow this value. Check it in HighLevel "
                               "under Settings, Custom Fields.")
                               .arg(titles.join(", "_L1)),
                .detail = "dropped: "_L1 + keys.join(", "_L1)};
    }

private:
    const FieldWrites m_writes;
};

class CreatePerson final : public WritePerson
{
public:
    using WritePerson::WritePerson;

protected:
    void run() override
    {
        withSchema([this] {
            const WriteBody body = creationBody(
                writes(), location(), account().learned.schema->country, account().settings.quirks);
            noteUnsendable(body);
            send(createContact(body.body), [this](const QJsonObject &reply) {
                m_contact = reply.value("contact"_L1).toObject();
                addMissingTags();
            });
        });
    }

private:
    [[nodiscard]] QString id() const { return m_contact.value("id"_L1).toString(); }

    void addMissingTags()
    {
        const QStringList missing
            = tagChanges(wantedTags(writes()).value_or(QStringList()), tagsOf(m_contact)).add;
        if (missing.isEmpty()) {
            readBack();
            return;
        }
        sendEither(addTags(id(), missing), [this](const Result<QJsonObject> &reply) {
            if (reply)
                m_contact.insert("tags"_L1, reply->value("tags"_L1));
            else
                qCWarning(logHighLevel)
                    << "contact" << id() << "was created without its tags:" << reply.error().detail;
            readBack();
        });
    }

    //! The answer to a creation has its own form (highlevel.md 2.1), so values are taken from a
    //! read. What the service dropped is missing there and shows as a difference at the next run.
    void readBack()
    {
        if (!hasCustomFields(writes())) {
            finishWithPerson(m_contact);
            return;
        }
        sendEither(getContact(id()), [this](const Result<QJsonObject> &reply) {
            if (reply)
                m_contact = reply->value("contact"_L1).toObject();
            finishWithPerson(m_contact);
        });
    }

    QJsonObject m_contact;
};

class UpdatePerson final : public WritePerson
{
public:
    UpdatePerson(Account &account, RemoteId id, FieldWrites writes)
        : WritePerson(account, std::move(writes))
        , m_id(std::move(id))
    { }

protected:
    void run() override
    {
        withSchema([this] {
            const WriteBody body = updateBody(writes(), account().learned.schema->country,
                                              account().settings.quirks);
            noteUnsendable(body);
            if (body.body.isEmpty()) {
                readContact([this] { changeTags(); });
                return;
            }
            send(updateContact(m_id.text(), body.body), [this](const QJsonObject &reply) {
                takeUpdated(reply.value("contact"_L1).toObject());
            });
        });
    }

private:
    void readContact(const Step &next)
    {
        send(getContact(m_id.text()), [this, next](const QJsonObject &reply) {
            m_contact = reply.value("contact"_L1).toObject();
            next();
        });
    }

    void takeUpdated(const QJsonObject &contact)
    {
        if (contact.value("id"_L1).toString() == m_id.text() && !hasCustomFields(writes())) {
            m_contact = contact;
            changeTags();
            return;
        }
        readContact([this] {
            const QStringList dropped = droppedCustomFields(writes(), record(m_contact));
            if (dropped.isEmpty())
                changeTags();
            else
                finish(Failure(droppedFields(dropped)));
        });
    }

    void changeTags()
    {
        const std::optional<QStringList> wanted = wantedTags(writes());
        m_changes = wanted ? tagChanges(*wanted, tagsOf(m_contact)) : TagChanges();
        if (m_changes.remove.isEmpty()) {
            addWantedTags();
            return;
        }
        send(removeTags(m_id.text(), m_changes.remove), [this](const QJsonObject &reply) {
            m_contact.insert("tags"_L1, reply.value("tags"_L1));
            addWantedTags();
        });
    }

    void addWantedTags()
    {
        if (m_changes.add.isEmpty()) {
            finishWithPerson(m_contact);
            return;
        }
        send(addTags(m_id.text(), m_changes.add), [this](const QJsonObject &reply) {
            m_contact.insert("tags"_L1, reply.value("tags"_L1));
            finishWithPerson(m_contact);
        });
    }

    const RemoteId m_id;
    QJsonObject m_contact;
    TagChanges m_changes;
};

} // namespace

Calls callsToCreate(const FieldWrites &writes)
{
    return {.reads = hasCustomFields(writes) ? 1 : 0, .writes = 1};
}

Calls callsToUpdate(const FieldWrites &writes, const FieldMap &present)
{
    const std::optional<QStringList> wanted = wantedTags(writes);
    const bool onlyTags = wanted && writes.size() == 1;
    Calls calls {.reads = onlyTags || hasCustomFields(writes) ? 1 : 0, .writes = onlyTags ? 0 : 1};
    if (wanted) {
        const TagChanges changes = tagChanges(*wanted, present.value(u"tags"_s).list());
        calls.writes += (changes.add.isEmpty() ? 0 : 1) + (changes.remove.isEmpty() ? 0 : 1);
    }
    return calls;
}

std::unique_ptr<PersonJob> createPersonJob(Account &account, const FieldWrites &writes)
{
    return std::make_unique<CreatePerson>(account, writes);
}

std::unique_ptr<PersonJob> updatePersonJob(Account &account, const RemoteId &id,
                                           const FieldWrites &writes)
{
    return std::make_unique<UpdatePerson>(account, id, writes);
}

} // namespace twinbook::highlevel
