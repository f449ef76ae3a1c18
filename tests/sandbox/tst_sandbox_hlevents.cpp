// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevelplay.h"

#include <QHttpServer>
#include <QJsonDocument>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/pem.h>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

namespace {

//! Checked with OpenSSL, as a subscriber would.
bool isSignedBy(const QByteArray &pem, const QByteArray &body, const QByteArray &signature)
{
    const auto bytes = [](const QByteArray &array) {
        return reinterpret_cast<const unsigned char *>(array.constData());
    };
    BIO *memory = BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size()));
    EVP_PKEY *key = PEM_read_bio_PUBKEY(memory, nullptr, nullptr, nullptr);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    const bool good = EVP_DigestVerifyInit(context, nullptr, nullptr, nullptr, key) == 1
        && EVP_DigestVerify(context, bytes(signature), static_cast<size_t>(signature.size()),
                            bytes(body), static_cast<size_t>(body.size()))
            == 1;
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(key);
    BIO_free(memory);
    return good;
}

} // namespace

//! HighLevel's events, received over real HTTP (highlevel.md 4).
class TestSandboxHlEvents final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server.route(u"/hook"_s, [this](const QHttpServerRequest &request) {
            Delivery delivery;
            delivery.body = request.body();
            const auto headers = request.headers();
            for (const auto &[name, value] : headers) {
                if (name.toLower() == "x-ghl-signature")
                    delivery.signature = value;
            }
            m_deliveries.append(delivery);
            return QHttpServerResponse::StatusCode::Ok;
        });
        m_port = m_server.listen(QHostAddress::LocalHost);
        QVERIFY(m_port != 0);
    }

    void init()
    {
        forget();
        start({});
    }

    void signsWhatItSends()
    {
        (void)m_play->contactId({{u"firstName"_s, u"Ada"_s}, {u"email"_s, u"a@b.example"_s}});
        const QJsonObject event = next(u"ContactCreate"_s);
        QCOMPARE(event.value(u"firstName"_s).toString(), u"Ada"_s);
        QCOMPARE(event.value(u"locationId"_s).toString(), m_play->locationId());
        for (const QString &member : {u"timestamp"_s, u"webhookId"_s, u"id"_s, u"dateAdded"_s})
            QVERIFY2(event.contains(member), qPrintable(member));
        QVERIFY(!event.contains(u"dateUpdated"_s));
        const Delivery delivery = m_deliveries.constFirst();
        const QByteArray signature = QByteArray::fromBase64(delivery.signature);
        const QByteArray key = m_play->sandbox().highlevelEventKey();
        QVERIFY(key.startsWith("-----BEGIN PUBLIC KEY-----"));
        QVERIFY(isSignedBy(key, delivery.body, signature));
        QVERIFY(!isSignedBy(key, delivery.body + ' ', signature));
        QVERIFY(!isSignedBy(Sandbox().highlevelEventKey(), delivery.body, signature));
    }

    void tellsEveryKindOfChange()
    {
        const QString id = m_play->contactId({{u"firstName"_s, u"Ada"_s}});
        (void)next(u"ContactCreate"_s);
        (void)m_play->put(u"/contacts/"_s + id, {{u"city"_s, u"Hull"_s}});
        QCOMPARE(next(u"ContactUpdate"_s).value(u"city"_s).toString(), u"Hull"_s);
        (void)m_play->post(u"/contacts/"_s + id + u"/tags"_s, {{u"tags"_s, QJsonArray {u"vip"_s}}});
        QCOMPARE(next(u"ContactTagUpdate"_s).value(u"tags"_s).toArray(), QJsonArray {u"vip"_s});
        (void)m_play->put(u"/contacts/"_s + id, {{u"dnd"_s, true}});
        QVERIFY(next(u"ContactDndUpdate"_s).contains(u"dndSettings"_s));
        // A write that changes nothing that is told raises nothing.
        (void)m_play->put(u"/contacts/"_s + id, {{u"city"_s, u"Hull"_s}});

        const QString task = u"/contacts/"_s + id + u"/tasks/"_s + m_play->task(id, u"Call"_s);
        QCOMPARE(next(u"TaskCreate"_s).value(u"title"_s).toString(), u"Call"_s);
        (void)m_play->put(task, {{u"title"_s, u"x"_s}, {u"dueDate"_s, u"2026-11-23T10:00:00Z"_s}});
        (void)m_play->put(task + u"/completed"_s, {{u"completed"_s, true}});
        QCOMPARE(next(u"TaskComplete"_s).value(u"contactId"_s).toString(), id);
        (void)m_play->remove(task);
        (void)next(u"TaskDelete"_s);

        const QString notes = u"/contacts/"_s + id + u"/notes"_s;
        const QString note = notes + u'/'
            + m_play->post(notes, {{u"body"_s, u"x"_s}, {u"title"_s, u"t"_s}})
                  .json.value(u"note"_s)
                  .toObject()
                  .value(u"id"_s)
                  .toString();
        QVERIFY(!next(u"NoteCreate"_s).contains(u"title"_s));
        (void)m_play->put(note, {{u"body"_s, u"y"_s}});
        QCOMPARE(next(u"NoteUpdate"_s).value(u"body"_s).toString(), u"y"_s);
        (void)m_play->remove(note);
        (void)next(u"NoteDelete"_s);

        (void)m_play->remove(u"/contacts/"_s + id);
        QCOMPARE(next(u"ContactDelete"_s).value(u"id"_s).toString(), id);
        // In a person's hands the same happens; a merge tells nothing of who went.
        QVERIFY(m_play->sandbox().editPerson(Side::Right, RemoteId(m_play->person()),
                                             {{u"city"_s, u"York"_s}}));
        (void)next(u"ContactUpdate"_s);
        QVERIFY(m_play->sandbox().mergePeople(Side::Right, RemoteId(m_play->person(0)),
                                              RemoteId(m_play->person(1))));
        QTest::qWait(100);
        for (qsizetype i = m_read; i < m_deliveries.size(); ++i)
            QVERIFY(typeOf(m_deliveries.at(i)) != "ContactDelete"_L1);
    }

    void staysOnThisComputer()
    {
        for (const QString &address :
             {u"https://hooks.example/x"_s, u"http://10.0.0.1/"_s, u"file:///etc/passwd"_s})
            QVERIFY2(!m_play->sandbox().sendHighlevelEventsTo(QUrl(address)), qPrintable(address));
        QVERIFY(m_play->sandbox().sendHighlevelEventsTo({}));
        (void)m_play->contactId({{u"firstName"_s, u"Ada"_s}});
        QTest::qWait(100);
        QVERIFY(m_deliveries.isEmpty());
    }

    void canLeaveOutSignaturesAndTellMoreOfTasks()
    {
        SandboxOptions options;
        options.quirks
            = QuirkSet().without(Quirk::WebhooksAreSigned).without(Quirk::TaskEventsAreThin);
        (void)m_play->task(m_play->person(), u"Call"_s);
        const QJsonObject thin = next(u"TaskCreate"_s);
        QVERIFY(!thin.contains(u"contactId"_s) && !thin.contains(u"body"_s));
        QVERIFY(!m_deliveries.constFirst().signature.isEmpty());
        forget();
        start(options);
        (void)m_play->task(m_play->person(), u"Call"_s);
        const QJsonObject full = next(u"TaskCreate"_s);
        QCOMPARE(full.value(u"contactId"_s).toString(), m_play->person());
        QCOMPARE(full.value(u"body"_s).toString(), u"text"_s);
        QVERIFY(m_deliveries.constFirst().signature.isEmpty());
    }

private:
    struct Delivery
    {
        QByteArray body;
        QByteArray signature;
    };

    void forget()
    {
        m_deliveries.clear();
        m_read = 0;
    }
    void start(const SandboxOptions &options)
    {
        m_play = std::make_unique<HighLevelPlay>(options);
        QVERIFY(m_play->sandbox().sendHighlevelEventsTo(
            QUrl(u"http://127.0.0.1:%1/hook"_s.arg(m_port))));
    }
    [[nodiscard]] static QString typeOf(const Delivery &delivery)
    {
        return QJsonDocument::fromJson(delivery.body).object().value(u"type"_s).toString();
    }
    //! The next event, which must be of that kind; empty and a failed test otherwise.
    [[nodiscard]] QJsonObject next(const QString &type)
    {
        (void)QTest::qWaitFor([this] { return m_deliveries.size() > m_read; }, 5000);
        const Delivery delivery = m_deliveries.value(m_read++);
        if (typeOf(delivery) == type)
            return QJsonDocument::fromJson(delivery.body).object();
        QTest::qFail(qPrintable(type + u" expected, got "_s + typeOf(delivery)), __FILE__,
                     __LINE__);
        return {};
    }

    QHttpServer m_server;
    quint16 m_port = 0;
    QList<Delivery> m_deliveries;
    qsizetype m_read = 0;
    std::unique_ptr<HighLevelPlay> m_play;
};

QTEST_GUILESS_MAIN(TestSandboxHlEvents)
#include "tst_sandbox_hlevents.moc"
