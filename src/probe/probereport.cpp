// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/probereport.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Probe)
};

Failure notAReport(const QString &detail)
{
    return Failure(Error {.kind = ErrorKind::InvalidInput,
                          .message = Tr::tr("This file is not the result of a probe of OfficeRnD "
                                            "or HighLevel. Probe the account again."),
                          .detail = detail});
}

std::optional<QuirkState> stateNamed(const QString &name)
{
    for (const auto state :
         {QuirkState::Confirmed, QuirkState::Contradicted, QuirkState::Unknown}) {
        if (name == quirkStateName(state))
            return state;
    }
    return {};
}

} // namespace

QJsonObject ProbeReport::toJson() const
{
    QJsonObject quirkStates;
    for (const QuirkFinding &finding : findings) {
        QJsonObject state {{u"state"_s, quirkStateName(finding.verdict.state)},
                           {u"evidence"_s, finding.evidence}};
        if (!finding.verdict.reason.isEmpty())
            state.insert(u"reason"_s, finding.verdict.reason);
        quirkStates.insert(QString::fromLatin1(factsOf(finding.quirk).name), state);
    }
    return {{u"service"_s, serviceKey(service)},
            {u"account"_s, account},
            {u"time"_s, at.toString(Qt::ISODate)},
            {u"quirks"_s, quirkStates},
            {u"leftBehind"_s, QJsonArray::fromStringList(leftBehind)}};
}

Result<QuirkSet> quirksFromProbe(const QJsonObject &json)
{
    const QString service = json.value(u"service"_s).toString();
    const QJsonValue states = json.value(u"quirks"_s);
    if ((service != serviceKey(Side::Left) && service != serviceKey(Side::Right))
        || !states.isObject())
        return notAReport(u"no service or no quirks"_s);
    const QJsonObject found = states.toObject();
    QuirkSet set;
    for (auto each = found.begin(); each != found.end(); ++each) {
        const std::optional<Quirk> quirk = quirkNamed(each.key());
        const std::optional<QuirkState> state
            = stateNamed(each.value().toObject().value(u"state"_s).toString());
        if (!quirk || !state || serviceKey(factsOf(*quirk).side) != service)
            return notAReport(u"a quirk that is not known, or no state of it"_s);
        if (*state == QuirkState::Contradicted)
            set = set.without(*quirk);
    }
    return set;
}

} // namespace twinbook
