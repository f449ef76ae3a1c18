// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rawrequest.h"
#include "quirks/quirk.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <variant>
#include <vector>

namespace twinbook {

//! What one reply said. All of it is hostile text.
struct ProbeReply
{
    int status = 0;
    QJsonObject json; //!< empty if the reply held no JSON object
    QList<std::pair<QString, QString>> headers;

    [[nodiscard]] bool isGood() const { return status >= 200 && status < 300; }
    [[nodiscard]] QJsonObject object(const QString &member) const
    {
        return json.value(member).toObject();
    }
    [[nodiscard]] QJsonArray list(const QString &member) const
    {
        return json.value(member).toArray();
    }
    //! Empty if there is none. Names are compared in any case.
    [[nodiscard]] QString header(const QString &name) const;
    //! Whether the reply's message or messages contain the text, in any case.
    [[nodiscard]] bool complainsOf(const QString &text) const;
};

//! What an experiment knows when it is asked for its next step.
struct ProbeScene
{
    QString account; //!< organisation or sub-account id
    QString mark; //!< different in each experiment; for names that nobody else has
    QDateTime now;
    std::vector<ProbeReply> answers; //!< to the requests so far, in order

    [[nodiscard]] std::size_t step() const { return answers.size(); }
    [[nodiscard]] const ProbeReply &last() const { return answers.back(); }
};

enum class QuirkState : quint8 { Confirmed, Contradicted, Unknown };

//! "confirmed", "contradicted" or "unknown".
[[nodiscard]] QString quirkStateName(QuirkState state);

struct Verdict
{
    QuirkState state = QuirkState::Unknown;
    QString reason {}; //!< why it is unknown; an English sentence for people who write programs
};

//! Neither, or both at once, proves nothing.
[[nodiscard]] Verdict either(bool confirmed, bool contradicted);
[[nodiscard]] Verdict unknown(const QString &reason);

//! The next request, or the end. Asked again with the answer to each request.
using Step = std::variant<RawRequest, Verdict>;

//! How one quirk is put to the test. `next` is a pure function of the scene, so that an experiment
//! can be read from top to bottom and needs no state of its own.
struct Experiment
{
    Quirk quirk;
    //! Experiments that only read may not send anything that writes.
    RawEffect effect;
    Step (*next)(const ProbeScene &scene);
};

[[nodiscard]] RawRequest readRequest(const QStringList &path,
                                     const QList<std::pair<QString, QString>> &query,
                                     const QString &permission);
[[nodiscard]] RawRequest writeRequest(RawMethod method, const QStringList &path,
                                      const QJsonObject &body, const QString &permission);

} // namespace twinbook
