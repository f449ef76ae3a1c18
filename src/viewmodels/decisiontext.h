// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "sync/question.h"

#include <QList>
#include <QString>

#include <optional>

namespace twinbook {

//! One side of a question. What it says comes from that side's record and from nowhere else.
struct DecisionCard
{
    //! A field by name, for questions about whole people.
    struct Detail
    {
        QString title;
        QString value;
        friend bool operator==(const Detail &, const Detail &) = default;
    };
    enum class Age : quint8 { Unknown, Older, Newer };

    QString value; //!< FieldDiffers: the value in question
    QList<Detail> details; //!< other kinds: all mapped fields that have a value
    QString changed; //!< "changed 3 Nov 10:02" or "time unknown"
    Age age = Age::Unknown;
    friend bool operator==(const DecisionCard &, const DecisionCard &) = default;
};

//! A question in words.
struct DecisionText
{
    QString person;
    QString topic; //!< "Phone", "Same person?", "Removed", "Second record"
    QString question; //!< one sentence
    QString base; //!< "was: ..."; empty if they never agreed
    QString evidence; //!< why it is asked; may be empty
    PerSide<DecisionCard> cards;
    //! Gone: where the person is missing.
    std::optional<Side> goneFrom;
};

//! `prepared` gives dates and the other fields and may be null before the first check.
[[nodiscard]] DecisionText describe(const Question &question, const PreparedPlan *prepared);

//! The answers that make sense. A side that has no record yet, or no value for a field that is
//! needed, has nothing to offer.
[[nodiscard]] QList<Choice> allowedChoices(const Question &question);

//! What the choice does, as a sentence: "Result: both systems get +34 911 222 444."
[[nodiscard]] QString resultText(const Question &question, const DecisionText &text, Choice choice,
                                 const FieldValue &typed = {});

//! The answer with the values it is given for.
[[nodiscard]] Answer answerTo(const Question &question, Choice choice,
                              const FieldValue &typed = {});

//! What a person typed, as a value of the kind the two sides have; std::nullopt if it is blank or
//! cannot be read so.
[[nodiscard]] std::optional<FieldValue> typedValue(const QString &typed, const Question &question);

} // namespace twinbook
