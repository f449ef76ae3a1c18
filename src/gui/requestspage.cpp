// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/requestspage.h"

#include "gui/plaintable.h"
#include "gui/theme.h"
#include "ui_requestspage.h"
#include "viewmodels/requestexport.h"

#include <QFileDialog>
#include <QFontDatabase>
#include <QHeaderView>
#include <QScrollBar>
#include <QShortcut>

#include <array>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace twinbook {

namespace {

//! The service's badge beside its name; a sign and a colour beside what went wrong.
class RequestDelegate final : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        RowDelegate::initStyleOption(option, index);
        const int height = option->fontMetrics.height() + 2;
        option->decorationSize = QSize(height, height);
        const QVariant side = index.data(RequestModel::SideRole);
        if (index.column() == RequestModel::Service && side.isValid()) {
            const auto service = static_cast<Side>(side.toInt());
            option->icon = icon(sideIcon(service), sideTone(service));
            option->features |= QStyleOptionViewItem::HasDecoration;
        }
        if (index.column() == RequestModel::Outcome) {
            const bool isFailed = index.data(RequestModel::FailedRole).toBool();
            option->icon
                = isFailed ? icon(Icon::Failed, Tone::Stopped) : icon(Icon::Good, Tone::Muted);
            option->features |= QStyleOptionViewItem::HasDecoration;
        }
    }
};

} // namespace

RequestsPage::RequestsPage(Catalogue catalogue, const QString &list, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::RequestsPageForm>())
    , m_model(std::move(catalogue), list)
{
    m_ui->setupUi(this);
    m_searchDelay.setSingleShot(true);
    m_searchDelay.setInterval(120ms);
    setUp();
    setUpTable();
    connectAll();
    showCount();
    showDetails(-1);
}

RequestsPage::~RequestsPage() = default;

void RequestsPage::setUp()
{
    m_ui->title->setLook(PlainLabel::Look::Title);
    m_ui->name->setLook(PlainLabel::Look::Heading);
    for (PlainLabel *text : {m_ui->lead, m_ui->count})
        text->setLook(PlainLabel::Look::Muted);
    m_ui->search->addAction(icon(Icon::Search, Tone::Muted), QLineEdit::LeadingPosition);
    m_ui->search->setClearButtonEnabled(true);
    m_ui->service->addItem(tr("Both services"));
    for (const Side side : bothSides) {
        m_ui->service->addItem(icon(sideIcon(side), sideTone(side)), serviceName(side),
                               static_cast<int>(side));
    }
    m_ui->empty->setContent({Icon::Requests,
                             tr("No requests to show"),
                             tr("Whatever Twinbook asks OfficeRnD or HighLevel appears here, "
                                "without names and addresses."),
                             {}});
    m_ui->details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->details->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const int line = fontMetrics().lineSpacing();
    m_ui->details->setMinimumHeight(line * 3);
    m_ui->halves->setSizes({line * 26, line * 9});
    m_ui->halves->setStretchFactor(0, 1);
}

void RequestsPage::setUpTable()
{
    m_ui->requests->setModel(&m_model);
    m_ui->requests->setItemDelegate(new RequestDelegate(m_ui->requests));
    // Widths from the font: measuring the rows would read all of them.
    constexpr std::array characters {18, 15, 30, 24, 9, 7, 28, 20};
    static_assert(characters.size() == RequestModel::ColumnCount);
    QHeaderView *header = m_ui->requests->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    for (int column = 0; column < RequestModel::ColumnCount; ++column)
        header->resizeSection(column,
                              fontMetrics().averageCharWidth()
                                  * characters.at(static_cast<std::size_t>(column)));
    header->setStretchLastSection(true);
}

void RequestsPage::connectAll()
{
    connect(&m_searchDelay, &QTimer::timeout, this, &RequestsPage::applyFilter);
    connect(m_ui->search, &QLineEdit::textChanged, this, [this] { m_searchDelay.start(); });
    connect(m_ui->search, &QLineEdit::returnPressed, this, &RequestsPage::applyFilter);
    connect(m_ui->service, &QComboBox::activated, this, &RequestsPage::applyFilter);
    connect(m_ui->failures, &QCheckBox::toggled, this, &RequestsPage::applyFilter);
    connect(m_ui->follow, &QCheckBox::toggled, this, &RequestsPage::follow);
    connect(m_ui->exportList, &QPushButton::clicked, this, &RequestsPage::askWhere);
    connect(&m_model, &RequestModel::counted, this, &RequestsPage::showCount);
    connect(m_ui->requests->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { showDetails(current.row()); });
    // One more attempt of the chosen one.
    connect(&m_model, &RequestModel::dataChanged, this,
            [this] { showDetails(m_ui->requests->currentIndex().row()); });
    connect(&m_model, &RequestModel::modelReset, this, [this] { showDetails(-1); });
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        m_ui->search->setFocus(Qt::ShortcutFocusReason);
        m_ui->search->selectAll();
    });
}

//! Read only while somebody looks.
void RequestsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.watch();
}

void RequestsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.rest();
}

void RequestsPage::applyFilter()
{
    m_searchDelay.stop();
    LoggedRequestFilter filter {.text = m_ui->search->text()};
    if (const QVariant side = m_ui->service->currentData(); side.isValid())
        filter.service = static_cast<Side>(side.toInt());
    if (m_ui->failures->isChecked())
        filter.outcome = LoggedRequestFilter::Outcome::Failures;
    m_model.setFilter(filter);
}

void RequestsPage::showCount()
{
    m_ui->count->setText(m_model.countText());
    const bool isEmpty = m_model.rowCount() == 0;
    m_ui->stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_ui->empty) : m_ui->halves);
    m_ui->exportList->setEnabled(!isEmpty);
    if (!m_model.problem().isEmpty())
        m_ui->notice->say(Tone::Stopped, m_model.problem());
    follow();
}

void RequestsPage::follow()
{
    if (m_ui->follow->isChecked())
        m_ui->requests->scrollToBottom();
}

void RequestsPage::showDetails(int row)
{
    const LoggedRequest *request = m_model.request(row);
    m_ui->name->setText(
        request
            ? tr("%1: %2", "what was sent: how it ended").arg(request->what(), request->outcome())
            : tr("Choose a request to see all of it."));
    m_ui->what->setText(request && request->operation ? request->operation->what : QString());
    m_ui->what->setVisible(!m_ui->what->text().isEmpty());
    m_ui->details->setPlainText(request ? request->details() : QString());
}

void RequestsPage::chooseNotable()
{
    do {
        m_model.readOn();
    } while (!m_model.isComplete());
    int row = m_model.rowCount() - 1;
    for (int each = row; each >= 0; --each) {
        if (m_model.request(each)->isFailed()) {
            row = each;
            break;
        }
    }
    if (row >= 0)
        m_ui->requests->showRow(row);
}

void RequestsPage::askWhere()
{
    auto *dialog = new QFileDialog(this, tr("Export these requests"));
    dialog->setObjectName(u"exportTo"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Table (*.csv)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(tr("requests.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &RequestsPage::exportTo);
    dialog->open();
}

void RequestsPage::exportTo(const QString &path)
{
    const Result<> written = exportRequests(m_model.shown(), path);
    if (written)
        m_ui->notice->say(Tone::Good,
                          tr("The requests that are shown were written to \"%1\". "
                             "The file holds no names, addresses or secrets.")
                              .arg(path));
    else
        m_ui->notice->say(Tone::Stopped, written.error().message);
}

} // namespace twinbook
