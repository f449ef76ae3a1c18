// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logging.h"

#include <QProcess>
#include <QTest>

using namespace twinbook;
using namespace Qt::StringLiterals;

namespace {

constexpr auto childArgument = "--log-as-child";

int logAsChild()
{
    installRedactingMessageHandler();
    qCWarning(logNet).noquote() << "GET /contacts/507f1f77bcf86cd799439011 for ana@example.com"
                                << "with Bearer abc123";
    qCDebug(logNet) << "not printed by default";
    return 0;
}

} // namespace

//! The handler is process-wide and writes to standard error: a child process shows what comes out.
class LoggingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPrintedIsRedacted();
};

void LoggingTest::whatIsPrintedIsRedacted()
{
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"QT_LOGGING_RULES"_s);
    environment.remove(u"QT_MESSAGE_PATTERN"_s);
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), {QLatin1StringView(childArgument)});
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitCode(), 0);
    QCOMPARE(QString::fromUtf8(child.readAllStandardError()),
             u"twinbook.net: GET /contacts/507f1f77bcf86cd799439011 for (e-mail) with Bearer "
             "(hidden)\n"_s);
}

int main(int argc, char **argv)
{
    if (argc == 2 && qstrcmp(argv[1], childArgument) == 0)
        return logAsChild();
    QCoreApplication application(argc, argv);
    LoggingTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_logging.moc"
