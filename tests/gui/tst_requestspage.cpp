// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit.h"
#include "core/error.h"
#include "gui/banner.h"
#include "gui/requestspage.h"
#include "gui/theme.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;

namespace {

RequestRecord record(quint64 number)
{
    RequestRecord record;
    record.sentAt = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC)
                        .addMSecs(static_cast<qint64>(number) * 250);
    record.number = number;
    record.service = serviceName(number % 3 == 0 ? Side::Left : Side::Right);
    record.method = u"GET"_s;
    record.path = number % 3 == 0 ? u"members?$limit=50"_s : u"contacts/ocQHyuzHvysMo5N5VsXc"_s;
    record.status = number % 7 == 0 ? 503 : 200;
    record.error = number % 7 == 0 ? errorKindName(ErrorKind::ServerFault) : QString();
    record.trace = u"7d1f-ab"_s;
    record.duration = std::chrono::milliseconds(120 + number % 40);
    record.burstLeft = 61;
    record.dayLeft = 199'876;
    return record;
}

struct Stage
{
    explicit Stage(quint64 count)
    {
        applyScheme(Scheme::Light);
        write(1, count);
        page.resize(1060, 680);
        page.show();
    }

    void write(quint64 from, quint64 to) const
    {
        QByteArray lines;
        for (quint64 number = from; number <= to; ++number)
            lines += toJsonLine(record(number));
        QFile file(path);
        if (!file.open(QFile::Append) || file.write(lines) != lines.size())
            qFatal("%s", qPrintable(file.errorString()));
    }

    template<class T>
    T *find(const QString &name) const
    {
        T *found = page.findChild<T *>(name);
        if (found == nullptr)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }

    [[nodiscard]] QTableView *table() const { return find<QTableView>(u"requests"_s); }
    [[nodiscard]] int rows() const { return table()->model()->rowCount(); }

    QTemporaryDir folder;
    QString path = RequestFile::pathIn(folder.path());
    RequestsPage page {*Catalogue::load(), path};
};

} // namespace

class RequestsPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsThereAndWhatComes()
    {
        Stage stage(100);
        QTRY_COMPARE(stage.rows(), 100);
        stage.write(101, 140);
        QTRY_COMPARE(stage.rows(), 140);
        QScrollBar *bar = stage.table()->verticalScrollBar();
        QTRY_COMPARE(bar->value(), bar->maximum());
        stage.find<QCheckBox>(u"follow"_s)->setChecked(false);
        bar->setValue(0);
        stage.write(141, 180);
        QTRY_COMPARE(stage.rows(), 180);
        QCOMPARE(bar->value(), 0);
    }

    void searchAndFiltersNarrowTheList()
    {
        Stage stage(210);
        QTRY_COMPARE(stage.rows(), 210);
        stage.find<QCheckBox>(u"failures"_s)->setChecked(true);
        QCOMPARE(stage.rows(), 30);
        auto *service = stage.find<QComboBox>(u"service"_s);
        service->setCurrentIndex(1);
        Q_EMIT service->activated(1);
        QCOMPARE(stage.rows(), 10);
        stage.find<QCheckBox>(u"failures"_s)->setChecked(false);
        QCOMPARE(stage.rows(), 70);
        stage.find<QLineEdit>(u"search"_s)->setText(u"nothing like it"_s);
        QTRY_COMPARE(stage.rows(), 0);
        QVERIFY(stage.find<QWidget>(u"empty"_s)->isVisible());
        QVERIFY(!stage.find<QPushButton>(u"exportList"_s)->isEnabled());
    }

    void theChosenOneIsToldInFull()
    {
        Stage stage(20);
        QTRY_COMPARE(stage.rows(), 20);
        stage.page.chooseNotable();
        auto *details = stage.find<QPlainTextEdit>(u"details"_s);
        QVERIFY(details->toPlainText().contains("status 503 (server-fault)"_L1));
        QVERIFY(details->toPlainText().contains("number for support 7d1f-ab"_L1));
        QVERIFY(stage.find<QLabel>(u"name"_s)->text().contains("Service failed"_L1));
        // A search takes the choice away.
        stage.find<QCheckBox>(u"failures"_s)->setChecked(true);
        QVERIFY(details->toPlainText().isEmpty());
    }

    void writesWhatIsShown()
    {
        Stage stage(70);
        QTRY_COMPARE(stage.rows(), 70);
        stage.find<QCheckBox>(u"failures"_s)->setChecked(true);
        const QString out = stage.folder.filePath(u"out.csv"_s);
        stage.page.exportTo(out);
        QFile file(out);
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 11);
        auto *notice = stage.page.findChild<Banner *>(u"notice"_s);
        QCOMPARE(notice->tone(), Tone::Good);
        stage.page.exportTo(u"/proc/nowhere/out.csv"_s);
        QCOMPARE(notice->tone(), Tone::Stopped);
        QVERIFY(notice->text().contains("cannot be written"_L1));
        stage.find<QPushButton>(u"exportList"_s)->click();
        auto *dialog = stage.page.findChild<QFileDialog *>(u"exportTo"_s);
        QVERIFY(dialog != nullptr);
        dialog->reject();
    }

    //! Only rows that can be seen are asked for, however many there are.
    void aLongListIsNotReadByTheTable()
    {
        Stage stage(100'000);
        QTRY_COMPARE_WITH_TIMEOUT(stage.rows(), 100'000, 60'000);
        auto *model = qobject_cast<RequestModel *>(stage.table()->model());
        QVERIFY(model != nullptr);
        QTableView *table = stage.table();
        const int visible = table->rowAt(table->viewport()->height() - 1) - table->rowAt(0) + 1;
        QVERIFY(visible > 3 && visible < 60);
        class Counting final : public QStyledItemDelegate
        {
        public:
            using QStyledItemDelegate::QStyledItemDelegate;
            void paint(QPainter *, const QStyleOptionViewItem &, const QModelIndex &) const override
            {
                ++painted;
            }
            QSize sizeHint(const QStyleOptionViewItem &option,
                           const QModelIndex &index) const override
            {
                ++measured;
                return QStyledItemDelegate::sizeHint(option, index);
            }
            mutable int painted = 0;
            mutable int measured = 0;
        };
        auto *counting = new Counting(&stage.page);
        table->setItemDelegate(counting);
        (void)table->grab();
        stage.write(100'001, 100'020);
        QTRY_COMPARE(stage.rows(), 100'020);
        (void)table->grab();
        QCOMPARE(counting->measured, 0);
        QVERIFY(counting->painted > 0);
        QVERIFY(counting->painted < 60 * RequestModel::ColumnCount * 10);
    }

    void hostileTextIsText()
    {
        Stage stage(1);
        QTRY_COMPARE(stage.rows(), 1);
        QFile file(stage.path);
        QVERIFY(file.open(QFile::Append));
        file.write("{\"service\": \"<b>Ann</b>\"}\n");
        file.close();
        QTRY_VERIFY(stage.find<QLabel>(u"count"_s)->text().contains("1 damaged"_L1));
        QCOMPARE(stage.rows(), 1);
    }

    void everyPartHasANameAndIsLargeEnough()
    {
        Stage stage(30);
        QTRY_COMPARE(stage.rows(), 30);
        QCOMPARE(testing::faultsOf(stage.page), QStringList());
    }

    void worksByKeyboard()
    {
        Stage stage(30);
        QTRY_COMPARE(stage.rows(), 30);
        stage.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&stage.page));
        stage.find<QLineEdit>(u"search"_s)->setFocus();
        QStringList order;
        for (int i = 0; i < 7; ++i) {
            order.append(stage.page.focusWidget()->objectName());
            QTest::keyClick(stage.page.focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(order,
                 (QStringList {u"search"_s, u"service"_s, u"failures"_s, u"follow"_s,
                               u"exportList"_s, u"requests"_s, u"details"_s}));
        QTest::keyClick(&stage.page, Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(stage.page.focusWidget()->objectName(), u"search"_s);
    }
};

QTEST_MAIN(RequestsPageTest)
#include "tst_requestspage.moc"
