// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/testrequestdesk.h"

#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! A text field with more than this is slow, and nobody reads it there.
constexpr qsizetype mostShown = 200'000;

//! Control characters and those that turn the direction of writing.
bool isDisguise(QChar c)
{
    const bool isControl = c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
    const bool turns
        = (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
    return isControl || turns;
}

//! Works on the text, so that no number, order or spelling changes.
QString indented(const QString &json)
{
    QString text;
    qsizetype depth = 0;
    bool isString = false;
    const auto breakLine = [&] { text += u'\n' + QString(depth * 2, u' '); };
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QChar c = json.at(i);
        if (isString) {
            text += c;
            if (c == u'\\' && i + 1 < json.size())
                text += json.at(++i);
            else if (c == u'"')
                isString = false;
        } else if (c == u'"') {
            isString = true;
            text += c;
        } else if (c == u'{' || c == u'[') {
            text += c;
            ++depth;
            breakLine();
        } else if (c == u'}' || c == u']') {
            --depth;
            breakLine();
            text += c;
        } else if (c == u',') {
            text += c;
            breakLine();
        } else if (c == u':') {
            text += u": "_s;
        } else if (!c.isSpace()) {
            text += c;
        }
    }
    return text;
}

} // namespace

QString readableReply(const QString &text)
{
    QJsonParseError parsing {};
    (void)QJsonDocument::fromJson(text.toUtf8(), &parsing);
    QString readable = parsing.error == QJsonParseError::NoError ? indented(text) : text;
    readable.remove(u'\r');
    for (QChar &c : readable) {
        if (isDisguise(c))
            c = QChar(QChar::ReplacementCharacter);
    }
    return readable;
}

TestRequestDesk::TestRequestDesk(TestRequestSender &sender, QObject *parent)
    : QObject(parent)
    , m_sender(sender)
{
    connect(&sender, &TestRequestSender::answered, this, &TestRequestDesk::answered);
    connect(&sender, &TestRequestSender::failed, this, &TestRequestDesk::failed);
}

TestRequestDesk::~TestRequestDesk() = default;

void TestRequestDesk::choose(const Operation *operation)
{
    if (operation)
        m_draft.emplace(*operation, m_sender.accountId(operation->service));
    else
        m_draft.reset();
    m_verdict = Verdict::None;
    m_outcome.clear();
    m_reply.clear();
    Q_EMIT chosen();
    Q_EMIT changed();
}

void TestRequestDesk::set(const QString &name, const QString &value)
{
    if (m_draft && m_draft->set(name, value))
        Q_EMIT changed();
}

void TestRequestDesk::setBody(const QString &body)
{
    if (!m_draft || m_draft->body() == body)
        return;
    m_draft->setBody(body);
    Q_EMIT changed();
}

void TestRequestDesk::useExampleBody()
{
    if (m_draft)
        setBody(m_draft->exampleBody());
}

TestRequestDesk::State TestRequestDesk::state() const
{
    if (m_isWaiting)
        return State::Waiting;
    if (!m_draft)
        return State::Empty;
    return problem().isEmpty() ? State::Ready : State::Incomplete;
}

QString TestRequestDesk::problem() const
{
    if (!m_draft)
        return {};
    const Side service = m_draft->operation().service;
    const Result<TestRequest> request = m_draft->testRequest();
    if (!request)
        return request.error().message;
    if (m_sender.accountId(service).isEmpty())
        return tr("%1 is not connected yet. Connect it first.").arg(serviceName(service));
    return {};
}

QString TestRequestDesk::facts() const
{
    if (!m_draft)
        return {};
    const Operation &operation = m_draft->operation();
    QStringList facts {useWords(operation.use), effectWords(operation.effect)};
    if (operation.kind == OperationKind::Event)
        facts = QStringList {
            tr("An event: %1 tells about it by itself").arg(serviceName(operation.service))};
    if (!operation.scope.isEmpty())
        facts.append(tr("Permission %1").arg(operation.scope));
    facts.append(tr("Known from %1").arg(sourceWords(operation.source)));
    if (!operation.unsure.isEmpty())
        facts.append(tr("Not confirmed: %1").arg(operation.unsure.join(u", "_s)));
    return facts.join(u" \u00b7 "_s);
}

QString TestRequestDesk::preview() const
{
    if (!m_draft || m_draft->operation().kind == OperationKind::Event)
        return {};
    return m_draft->line() + "\nAuthorization: "_L1 + tr("(hidden)");
}

bool TestRequestDesk::changesSomething() const
{
    return m_draft && m_draft->operation().effect == RawEffect::Writes;
}

QString TestRequestDesk::question() const
{
    if (!m_draft)
        return {};
    const Operation &operation = m_draft->operation();
    return tr("This changes something in %1, in the account \"%2\".\n\n%3\n\n%4\n\nTwinbook cannot "
              "undo it. The next check for changes sees the result like any other change.")
        .arg(serviceName(operation.service), m_sender.accountName(operation.service),
             operation.what, m_draft->line());
}

void TestRequestDesk::send()
{
    if (state() != State::Ready)
        return;
    const Result<TestRequest> request = m_draft->testRequest();
    m_isWaiting = true;
    m_sent = request->operation;
    m_verdict = Verdict::None;
    m_outcome.clear();
    m_reply.clear();
    Q_EMIT changed();
    m_sender.send(*request);
}

void TestRequestDesk::answered(const RawReply &reply)
{
    m_isWaiting = false;
    m_verdict = reply.status >= 200 && reply.status < 300 ? Verdict::Good : Verdict::Refused;
    m_outcome = tr("%1 was answered with status %2 after %3 ms.")
                    .arg(m_sent)
                    .arg(reply.status)
                    .arg(QLocale().toString(static_cast<qlonglong>(reply.duration.count())));
    QString body = reply.body.isEmpty() ? tr("(no content)") : readableReply(reply.body);
    if (const qsizetype rest = body.size() - mostShown; rest > 0) {
        body.truncate(mostShown);
        body += u"\n\n"_s + tr("%1 more characters are not shown.").arg(QLocale().toString(rest));
    }
    QStringList lines {body, {}};
    for (const auto &[name, value] : reply.headers)
        lines.append(readableReply(name + ": "_L1 + value));
    m_reply = lines.join(u'\n').trimmed();
    Q_EMIT changed();
}

void TestRequestDesk::failed(const Error &error)
{
    m_isWaiting = false;
    m_verdict = Verdict::Failed;
    m_outcome = error.message.isEmpty() ? tr("Stopped.") : error.message;
    m_reply = error.detail;
    Q_EMIT changed();
}

} // namespace twinbook
