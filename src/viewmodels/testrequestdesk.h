// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/operationrequest.h"
#include "viewmodels/testrequestsender.h"

#include <optional>

namespace twinbook {

//! The request a person is composing, and what came back: the texts of the page and the rules of
//! when something may be sent.
class TestRequestDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TestRequestDesk)

public:
    enum class State : quint8 {
        Empty, //!< nothing chosen
        Incomplete, //!< see problem()
        Ready,
        Waiting, //!< sent, not answered
    };

    //! `sender` must outlive the desk.
    explicit TestRequestDesk(TestRequestSender &sender, QObject *parent = nullptr);
    ~TestRequestDesk() override;

    //! Begins anew with that operation, nullptr for none. The answer of the one before goes away.
    void choose(const Operation *operation);
    void set(const QString &name, const QString &value);
    void setBody(const QString &body);
    //! Takes over the invented content.
    void useExampleBody();

    [[nodiscard]] State state() const;
    //! What is composed; nothing in State::Empty.
    [[nodiscard]] const std::optional<OperationRequest> &draft() const { return m_draft; }
    //! Why it cannot be sent, for people; empty if it can.
    [[nodiscard]] QString problem() const;
    //! "Changes things. Available. Permission: contacts.write. Known from: ..."
    [[nodiscard]] QString facts() const;
    //! Method, address and sign-in as they go out, without secrets; the content is draft()'s.
    [[nodiscard]] QString preview() const;
    [[nodiscard]] bool changesSomething() const;
    //! What to ask before a change: what, to whom, what it means.
    [[nodiscard]] QString question() const;

    //! "members.list was answered with status 200 after 120 ms.", or what went wrong; empty
    //! before. Names the operation, because another one may have been chosen since.
    [[nodiscard]] const QString &outcome() const { return m_outcome; }
    enum class Verdict : quint8 { None, Good, Refused, Failed };
    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    //! Text and then headers of the reply, readable, harmless to show as plain text. Cut if very
    //! long.
    [[nodiscard]] const QString &replyText() const { return m_reply; }

    //! Only in State::Ready. A person has agreed if it changes something.
    void send();

Q_SIGNALS:
    void chosen(); //!< another operation: the fields are others
    void changed(); //!< everything else

private:
    void answered(const RawReply &reply);
    void failed(const Error &error);

    TestRequestSender &m_sender;
    std::optional<OperationRequest> m_draft;
    bool m_isWaiting = false;
    QString m_sent; //!< name of the operation that was sent last
    Verdict m_verdict = Verdict::None;
    QString m_outcome;
    QString m_reply;
};

//! JSON with line breaks and indentation and nothing else changed; any other text as it is.
//! Control characters, which could disguise what is there, become visible.
[[nodiscard]] QString readableReply(const QString &text);

} // namespace twinbook
