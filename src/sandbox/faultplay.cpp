// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/faultplay.h"

#include "sandbox/faultcontent.h"
#include "sandbox/gzipbomb.h"
#include "sandbox/requestlog.h"
#include "sandbox/servicefront.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

using Kind = Fault::Kind;

constexpr qsizetype rememberedLists = 64;
constexpr qsizetype oversize = 64 * 1024 * 1024;

enum class Effect : quint8 { None, Done };

//! A refusal in the service's own form.
struct Refusal
{
    Kind kind;
    int status;
    const char *message;
    Effect effect = Effect::None;
    const char *retryAfter = "";
};

//! A reply that does not arrive as it should.
struct Way
{
    Kind kind;
    Delivery delivery;
    Effect effect;
};

constexpr std::array ways {
    Way {Kind::Reset, Delivery::Reset, Effect::None},
    Way {Kind::NoReply, Delivery::Never, Effect::None},
    Way {Kind::ConnectionRefused, Delivery::PortClosed, Effect::None},
    Way {Kind::AppliedThenReset, Delivery::Reset, Effect::Done},
    Way {Kind::TokenLost, Delivery::Reset, Effect::Done},
    Way {Kind::AppliedThenSilence, Delivery::Never, Effect::Done},
    Way {Kind::ResetInBody, Delivery::HalfThenCut, Effect::Done},
    Way {Kind::ResetAfterBody, Delivery::WholeThenCut, Effect::Done},
    Way {Kind::SlowTrickle, Delivery::Trickle, Effect::Done},
};

constexpr std::array refusals {
    Refusal {Kind::Created422, 422, "Unprocessable Entity", Effect::Done},
    Refusal {Kind::Refused422, 422, "Unprocessable Entity"},
    Refusal {Kind::Unauthorized, 401, "Unauthorized access"},
    Refusal {Kind::UnauthorizedForEver, 401, "Unauthorized access"},
    Refusal {Kind::Forbidden, 403, "Forbidden resource"},
    Refusal {Kind::MissingThoughThere, 404, "Item was not found"},
    Refusal {Kind::Conflict, 409, "Conflict"},
    Refusal {Kind::TooMany, 429, "Too Many Requests", Effect::None, "2"},
    Refusal {Kind::TooManyWithoutWait, 429, "Too Many Requests"},
    Refusal {Kind::TooManyForAges, 429, "Too Many Requests", Effect::None, "86400000"},
    Refusal {Kind::Error500, 500, "Internal server error"},
    Refusal {Kind::Applied500, 500, "Internal server error", Effect::Done},
    Refusal {Kind::RecordLocked, 423, "Record is being edited by another user"},
};

HttpReply htmlPage(int status, const QByteArray &title)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType = "text/html";
    reply.body = "<html><head><title>" + title + "</title></head><body><center><h1>" + title
        + "</h1></center></body></html>";
    return reply;
}

QByteArray listKey(const HttpRequest &request)
{
    return request.method + ' ' + request.path.toUtf8() + '?' + request.rawQuery.toUtf8() + '\n'
        + request.body;
}

Answer whole(HttpReply reply)
{
    return {.reply = std::move(reply)};
}

} // namespace

FaultPlay::FaultPlay(Side side, PlayedService &service, Bystanders bystanders)
    : m_side(side)
    , m_service(service)
    , m_bystanders(std::move(bystanders))
{ }

Answer FaultPlay::answer(const Fault &fault, const HttpRequest &request)
{
    if (auto cut = byConnection(fault, request))
        return *std::move(cut);
    if (auto refused = byRefusal(fault, request))
        return whole(*std::move(refused));
    if (auto misshapen = byForm(fault.kind, request))
        return whole(*std::move(misshapen));
    if (auto meddled = byOthers(fault.kind, request))
        return whole(*std::move(meddled));
    return whole(byContent(fault.kind, request));
}

void FaultPlay::remember(const HttpRequest &request, const HttpReply &reply)
{
    if (reply.status != 200 || natureOf(request.method, request.path) != RequestNature::Reading)
        return;
    if (m_lists.size() >= rememberedLists) {
        m_lists.clear();
        m_lastPages.clear();
    }
    m_lists.insert(listKey(request), reply);
    m_lastPages.insert(request.path, reply);
}

std::optional<Answer> FaultPlay::byConnection(const Fault &fault, const HttpRequest &request)
{
    const auto *way = std::find_if(ways.begin(), ways.end(), [&](const Way &candidate) {
        return candidate.kind == fault.kind;
    });
    if (way == ways.end())
        return std::nullopt;
    Answer answer {.delivery = way->delivery, .lasting = fault.lasting};
    if (way->effect == Effect::Done)
        answer.reply = m_service.handle(request);
    return answer;
}

std::optional<HttpReply> FaultPlay::byRefusal(const Fault &fault, const HttpRequest &request)
{
    if (fault.kind == Kind::Status)
        return m_service.errorReply(request, fault.status, u"Internal server error"_s);
    // Both services say what is wrong with an input in a way of their own.
    if (fault.kind == Kind::InvalidCursor)
        return m_side == Side::Left
            ? m_service.errorReply(request, 500, u"Unexpected token in JSON at position 0"_s)
            : m_service.errorReply(request, 400, u"Invalid searchAfter value"_s);
    if (fault.kind == Kind::NoteTooLong)
        return m_service.errorReply(request, m_side == Side::Left ? 400 : 422,
                                    u"body must be shorter than or equal to 5000 characters"_s);
    const auto *refusal
        = std::find_if(refusals.begin(), refusals.end(),
                       [&](const Refusal &candidate) { return candidate.kind == fault.kind; });
    if (refusal == refusals.end())
        return std::nullopt;
    if (refusal->effect == Effect::Done)
        (void)m_service.handle(request);
    HttpReply reply
        = m_service.errorReply(request, refusal->status, QString::fromLatin1(refusal->message));
    if (*refusal->retryAfter != '\0')
        reply.headers.emplaceBack("Retry-After", refusal->retryAfter);
    return reply;
}

std::optional<HttpReply> FaultPlay::byForm(Kind kind, const HttpRequest &request)
{
    if (kind == Kind::Html500)
        return htmlPage(500, "500 Internal Server Error");
    if (kind == Kind::Html200)
        return htmlPage(200, "Sign in to the guest network");
    if (kind == Kind::BadGateway)
        return htmlPage(502, "502 Bad Gateway");
    if (kind == Kind::Unavailable)
        return htmlPage(503, "503 Service Temporarily Unavailable");
    if (kind == Kind::GatewayTimeout) {
        (void)m_service.handle(request);
        return htmlPage(504, "504 Gateway Time-out");
    }
    const bool concernsForm = kind == Kind::HalfJson || kind == Kind::WrongContentType
        || kind == Kind::GzipBomb || kind == Kind::OversizedBody;
    if (!concernsForm)
        return std::nullopt;
    HttpReply reply = m_service.handle(request);
    if (kind == Kind::HalfJson) {
        reply.body.truncate(reply.body.size() / 2);
    } else if (kind == Kind::WrongContentType) {
        reply.contentType = "text/plain";
    } else if (kind == Kind::GzipBomb) {
        reply.body = gzipBomb();
        reply.headers.emplaceBack("Content-Encoding", "gzip");
    } else {
        reply.body.append(QByteArray(oversize, ' '));
    }
    return reply;
}

std::optional<HttpReply> FaultPlay::byOthers(Kind kind, const HttpRequest &request)
{
    if (kind == Kind::QuotaUsedByOthers)
        return usedUp(request, "minute");
    if (kind == Kind::DayUsedUp)
        return usedUp(request, "day");
    if (kind == Kind::TokenRevoked) {
        m_bystanders.revokeTokens();
        return m_service.handle(request);
    }
    if (kind == Kind::MergedAway) {
        for (const QString &segment : request.segments)
            m_bystanders.mergeAway(segment);
        return m_service.handle(request);
    }
    return std::nullopt;
}

HttpReply FaultPlay::byContent(Kind kind, const HttpRequest &request)
{
    if (kind == Kind::EmptyList)
        return m_service.emptyList();
    if (kind == Kind::StaleList)
        return staleList(request);
    HttpReply reply = m_service.handle(rewritten(kind, request));
    if (kind == Kind::SeenTwice)
        return withRowBefore(reply, lastRow(m_lastPages.value(request.path)));
    return rewritten(kind, reply);
}

HttpReply FaultPlay::staleList(const HttpRequest &request)
{
    const auto known = m_lists.constFind(listKey(request));
    return known != m_lists.constEnd() ? *known : withoutNewest(m_service.handle(request));
}

//! What the service would say to a request that leads nowhere, with nothing left of its allowance:
//! so the headers are its own.
HttpReply FaultPlay::usedUp(const HttpRequest &request, const QByteArray &window)
{
    HttpRequest nowhere = request;
    nowhere.path = u"/"_s;
    nowhere.segments.clear();
    HttpReply reply = m_service.errorReply(request, 429, u"Too Many Requests"_s);
    reply.headers = m_service.handle(nowhere).headers;
    for (auto &[name, value] : reply.headers) {
        const QByteArray lower = name.toLower();
        const bool isDay = lower.contains("day") || lower.contains("daily");
        if (lower.contains("remaining") && isDay == (window == "day"))
            value = "0";
    }
    if (m_side == Side::Left)
        reply.headers.emplaceBack("Retry-After", window == "day" ? "36000" : "60");
    return reply;
}

} // namespace twinbook::sandbox
