// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"
#include "store/verifications.h"
#include "sync/plan.h"

#include <QList>
#include <QMap>
#include <QMetaType>
#include <QString>

namespace twinbook {

//! What a full comparison of both sides found, with every difference and why it is there.
struct VerifyReport
{
    //! Who or what wants a difference to be.
    enum class Standing : quint8 {
        Unaccepted, //!< nobody: the next sync is to carry it across
        Rule,
        OneWay,
        KeptQuestion, //!< a person is asked, and until the answer both keep what they have
        Frozen, //!< both sides are to keep their own value
        FormattingOnly, //!< a service keeps its own spelling of what was agreed
        LeftOut, //!< a person left these two out
    };
    struct Difference
    {
        QString person;
        RemoteId leftId;
        RemoteId rightId;
        FieldId field;
        FieldValue left;
        FieldValue right;
        FieldReason reason = FieldReason::SameValue; //!< why this difference is there
        Standing standing = Standing::Unaccepted;
    };

    //! Why a person is on one side only.
    enum class Alone : quint8 {
        ToBeAdded, //!< the next sync is to add them
        KeptQuestion,
        LeftOut, //!< by a person
        NothingFlows, //!< no rule lets anything of them travel
        Unexplained,
    };
    struct OneSided
    {
        Side on = Side::Left;
        RemoteId id;
        QString person;
        Alone why = Alone::Unexplained;
    };

    //! Whether the two services agree.
    enum class Verdict : quint8 { Agreement, QuestionsOnly, Disagreement };

    QDateTime at; //!< when both sides had been read
    PerSide<QString> accounts; //!< what the services call them
    int mappingVersion = 0;
    //! SHA-256, in hexadecimal, of who was compared with whom and of every value under the
    //! mapping: equal for two reports of the same state. The case of letters and the order of the
    //! lists do not count; neither does the moment.
    QString digest;
    int compared = 0; //!< people known on both sides
    int equal = 0; //!< of these, people that agree in every mapping row
    int drifted = 0; //!< of these, people with an unaccepted difference
    int onlyLeft = 0;
    int onlyRight = 0;
    std::vector<Difference> differences;
    std::vector<OneSided> oneSided;
    //! Equal values in another spelling: how many, by mapping row. No differences.
    QMap<FieldId, int> formattingOnly;

    [[nodiscard]] int differencesWith(Standing standing) const;
    [[nodiscard]] int oneSidedWith(Alone why) const;
    [[nodiscard]] Verdict verdict() const;
    //! The figures, as they are kept.
    [[nodiscard]] VerificationEntry figures() const;
};

[[nodiscard]] QString standingName(VerifyReport::Standing standing);
[[nodiscard]] QString aloneName(VerifyReport::Alone why);
[[nodiscard]] QString verdictName(VerifyReport::Verdict verdict);

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::VerifyReport)
