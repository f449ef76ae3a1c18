// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mapping/mappingprofile.h"

#include <QObject>
#include <QSet>
#include <QUndoStack>

namespace twinbook {

//! The mapping while a person edits it: nothing counts until it is saved. Every change is one
//! named step that can be undone.
class MappingDraft final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MappingDraft)

public:
    explicit MappingDraft(QObject *parent = nullptr);

    //! Begins anew from what is in force. Forgets all steps.
    void load(const MappingProfile &inForce, const PerSide<ServiceSchema> &schemas);
    //! What was shown is now in force; steps stay, so that saving can be undone too.
    void markSaved();
    //! Back to what is in force, as one step that can be undone.
    void discard();

    [[nodiscard]] const MappingProfile &profile() const { return m_profile; }
    [[nodiscard]] const PerSide<ServiceSchema> &schemas() const { return m_schemas; }
    [[nodiscard]] bool isChanged() const { return m_profile != m_inForce; }
    //! How many rows differ from what is in force, counting removed ones.
    [[nodiscard]] int changedRows() const;
    [[nodiscard]] QUndoStack &steps() { return m_steps; }
    //! What keeps the draft from being saved, then what is good to know.
    [[nodiscard]] QList<MappingProblem> problems() const;

    //! The row with that id, or nullptr; valid until the next change.
    [[nodiscard]] const FieldMapping *row(const FieldId &id) const;
    //! Replaces the row with the same id. `step` names it: "Change direction of Phone".
    void setRow(const FieldMapping &row, const QString &step);
    void addRow(const FieldMapping &row);
    void removeRow(const FieldId &id);
    //! Takes a whole mapping, as read from a file.
    void replaceAll(const MappingProfile &profile, const QString &step);

    //! The draft as a file that can be kept or handed on.
    [[nodiscard]] QByteArray toFile() const { return mappingToJson(m_profile); }
    //! Takes a file's mapping as one step. The error tells what is wrong with the file.
    [[nodiscard]] Result<> takeFile(const QByteArray &file);

    //! Why the row must stay, or an empty string if it may be removed.
    [[nodiscard]] QString reasonToKeep(const FieldId &id) const;
    //! Why these two fields cannot be connected, or an empty string if they can.
    [[nodiscard]] QString reasonAgainst(const FieldKey &left, const FieldKey &right) const;
    //! Why values of the row cannot go that way, or an empty string if they can.
    [[nodiscard]] QString reasonAgainst(const FieldMapping &row, Direction direction) const;
    //! Conversions that fit the types of the row's fields; the present one is among them.
    [[nodiscard]] QList<Conversion> possibleConversions(const FieldMapping &row) const;
    //! A row for two fields that can be connected, with the conversion and the direction that
    //! their types and access call for.
    [[nodiscard]] FieldMapping rowFor(const FieldKey &left, const FieldKey &right) const;

    //! Connections that names and types speak for and nobody has made or refused.
    [[nodiscard]] QList<FieldMapping> suggestions() const;
    void refuseSuggestion(const FieldMapping &suggestion);
    //! Fields of that side that no row uses, in the order of the service.
    [[nodiscard]] QList<FieldSpec> unusedFields(Side side) const;

Q_SIGNALS:
    void changed();

private:
    class Step;

    void push(MappingProfile after, const QString &step);
    void setProfile(const MappingProfile &profile);
    [[nodiscard]] bool isUsed(Side side, const FieldKey &key) const;

    MappingProfile m_profile;
    MappingProfile m_inForce;
    PerSide<ServiceSchema> m_schemas;
    QSet<QString> m_refused; //!< suggestions, by their field keys
    QUndoStack m_steps;
};

} // namespace twinbook
