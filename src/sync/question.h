// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fieldvalue.h"
#include "core/ids.h"
#include "core/side.h"
#include "mapping/fieldmapping.h"

#include <QHash>
#include <QMetaType>
#include <QSet>
#include <QString>

namespace twinbook {

//! What only a person can decide.
enum class QuestionKind : quint8 {
    FieldDiffers, //!< both sides have a value, they differ, and no rule decides
    SamePerson, //!< two records look alike, but nothing proves it
    Gone, //!< a linked person is no longer in one of the lists
    Twin, //!< a second record of a person that is already linked; adding it would double them
};

//! Names a question so that it is recognised again in the next plan.
struct QuestionKey
{
    QuestionKind kind = QuestionKind::FieldDiffers;
    RemoteId left; //!< may be empty
    RemoteId right; //!< may be empty
    FieldId field; //!< only for FieldDiffers

    friend bool operator==(const QuestionKey &, const QuestionKey &) = default;
    friend size_t qHash(const QuestionKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, static_cast<int>(key.kind), key.left.text(), key.right.text(),
                          key.field);
    }
};

enum class Choice : quint8 {
    UseLeft,
    UseRight,
    UseValue, //!< FieldDiffers: the typed value goes to both
    Same, //!< SamePerson: link them
    Different, //!< SamePerson, Twin: remembered for ever
    Unlink, //!< Gone: keep what is there and unlink
    AddAgain, //!< Gone: create it again on the side where it is missing
};

//! What a person decided. An answer to FieldDiffers holds only for the values it was given for:
//! if either changes, the question is asked again.
struct Answer
{
    Choice choice = Choice::UseLeft;
    FieldValue value; //!< for UseValue
    FieldValue seenLeft;
    FieldValue seenRight;

    friend bool operator==(const Answer &, const Answer &) = default;
};

//! A question as a plan asks it.
struct Question
{
    QuestionKey key;
    FieldValue left;
    FieldValue right;
    FieldValue base; //!< what both last agreed on; absent if they never did
    QString person; //!< name to show
    QString why; //!< evidence for SamePerson and Twin, in words
    double score = 0; //!< SamePerson: 0..1
};

//! Everything people have told us that a plan must respect.
struct Judgements
{
    QHash<QuestionKey, Answer> answers;
    PerSide<QSet<RemoteId>> leftOut; //!< people to leave alone
};

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::Question)
Q_DECLARE_METATYPE(twinbook::Answer)
