// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/testrequestspage.h"

#include "gui/rowlook.h"
#include "ui_testrequestspage.h"

#include <QFontDatabase>
#include <QFormLayout>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace twinbook {

namespace {

//! The service's badge beside the name; what is never sent is muted.
class OperationDelegate final : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        RowDelegate::initStyleOption(option, index);
        if (index.column() == TestRequestModel::Name) {
            const auto side = static_cast<Side>(index.data(TestRequestModel::SideRole).toInt());
            option->icon = icon(sideIcon(side), sideTone(side));
            option->features |= QStyleOptionViewItem::HasDecoration;
            const int height = option->fontMetrics.height() + 2;
            option->decorationSize = QSize(height, height);
        }
        if (index.data(TestRequestModel::NeverRole).toBool()) {
            const QColor muted = toneColor(Tone::Muted, option->palette);
            option->palette.setColor(QPalette::Text, muted);
            option->palette.setColor(QPalette::HighlightedText, muted);
        }
    }
};

Tone toneOf(TestRequestDesk::Verdict verdict)
{
    switch (verdict) {
    case TestRequestDesk::Verdict::None:
        return Tone::Working;
    case TestRequestDesk::Verdict::Good:
        return Tone::Good;
    case TestRequestDesk::Verdict::Refused:
        return Tone::Attention;
    case TestRequestDesk::Verdict::Failed:
        return Tone::Stopped;
    }
    Q_UNREACHABLE();
}

//! So that a text field has room for that many lines of its font.
int heightOf(int lines, const QWidget &field)
{
    return field.fontMetrics().lineSpacing() * lines + space::two;
}

} // namespace

TestRequestsPage::TestRequestsPage(TestRequestSender &sender, Catalogue catalogue, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TestRequestsPageForm>())
    , m_model(std::move(catalogue))
    , m_desk(sender)
{
    m_ui->setupUi(this);
    m_searchDelay.setSingleShot(true);
    m_searchDelay.setInterval(120ms);
    setUp();
    fillFilters();
    connectAll();
    applyFilter();
    showChosen();
    showDraft();
}

TestRequestsPage::~TestRequestsPage() = default;

void TestRequestsPage::setUp()
{
    m_ui->title->setLook(PlainLabel::Look::Title);
    m_ui->name->setLook(PlainLabel::Look::Heading);
    for (PlainLabel *text : {m_ui->lead, m_ui->count, m_ui->facts, m_ui->previewLabel})
        text->setLook(PlainLabel::Look::Muted);
    m_ui->search->addAction(icon(Icon::Search, Tone::Muted), QLineEdit::LeadingPosition);
    m_ui->search->setClearButtonEnabled(true);
    m_ui->send->setIcon(icon(Icon::TestRequests));
    m_ui->empty->setContent({Icon::TestRequests,
                             tr("Choose an operation"),
                             tr("Each one says what it does, what it needs and whether it changes "
                                "anything. Nothing is sent before you press Send."),
                             {}});
    auto *fields = new QVBoxLayout(m_ui->fields);
    fields->setContentsMargins(0, 0, 0, 0);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (QPlainTextEdit *field : {m_ui->body, m_ui->preview, m_ui->answer}) {
        field->setFont(fixed);
        field->setWordWrapMode(QTextOption::WrapAnywhere);
    }
    m_ui->body->setFixedHeight(heightOf(6, *m_ui->body));
    m_ui->preview->setFixedHeight(heightOf(3, *m_ui->preview));
    m_ui->answer->setMinimumHeight(heightOf(4, *m_ui->answer));
    m_ui->operations->setModel(&m_model);
    m_ui->operations->setItemDelegate(new OperationDelegate(m_ui->operations));
    QHeaderView *header = m_ui->operations->horizontalHeader();
    header->setSectionResizeMode(TestRequestModel::Name, QHeaderView::Interactive);
    header->resizeSection(TestRequestModel::Name, fontMetrics().averageCharWidth() * 32);
    header->setStretchLastSection(true);
    m_ui->halves->setSizes(
        {fontMetrics().averageCharWidth() * 70, fontMetrics().averageCharWidth() * 80});
    m_ui->desk->setSizes({fontMetrics().height() * 17, fontMetrics().height() * 19});
}

void TestRequestsPage::fillFilters()
{
    m_ui->service->addItem(tr("Both services"));
    for (const Side side : bothSides) {
        m_ui->service->addItem(icon(sideIcon(side), sideTone(side)), serviceName(side),
                               static_cast<int>(side));
    }
    m_ui->use->addItem(tr("Every use"));
    for (const auto use : {OperationUse::Sync, OperationUse::Available, OperationUse::Never})
        m_ui->use->addItem(useWords(use), static_cast<int>(use));
}

void TestRequestsPage::connectAll()
{
    connect(&m_searchDelay, &QTimer::timeout, this, &TestRequestsPage::applyFilter);
    connect(m_ui->search, &QLineEdit::textChanged, this, [this] { m_searchDelay.start(); });
    connect(m_ui->search, &QLineEdit::returnPressed, this, &TestRequestsPage::applyFilter);
    connect(m_ui->service, &QComboBox::activated, this, &TestRequestsPage::applyFilter);
    connect(m_ui->use, &QComboBox::activated, this, &TestRequestsPage::applyFilter);
    connect(
        m_ui->operations->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) { m_desk.choose(m_model.operation(current.row())); });
    connect(m_ui->body, &QPlainTextEdit::textChanged, this,
            [this] { m_desk.setBody(m_ui->body->toPlainText()); });
    connect(m_ui->useExample, &QPushButton::clicked, &m_desk, &TestRequestDesk::useExampleBody);
    connect(m_ui->send, &QPushButton::clicked, this, &TestRequestsPage::send);
    connect(&m_desk, &TestRequestDesk::chosen, this, &TestRequestsPage::showChosen);
    connect(&m_desk, &TestRequestDesk::changed, this, &TestRequestsPage::showDraft);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        m_ui->search->setFocus(Qt::ShortcutFocusReason);
        m_ui->search->selectAll();
    });
    auto *send = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    send->setContext(Qt::WidgetWithChildrenShortcut);
    connect(send, &QShortcut::activated, this, &TestRequestsPage::send);
}

void TestRequestsPage::applyFilter()
{
    m_searchDelay.stop();
    OperationFilter filter {.text = m_ui->search->text()};
    if (const QVariant side = m_ui->service->currentData(); side.isValid())
        filter.service = static_cast<Side>(side.toInt());
    if (const QVariant use = m_ui->use->currentData(); use.isValid())
        filter.use = static_cast<OperationUse>(use.toInt());
    m_model.setFilter(filter);
    m_ui->count->setText(m_model.countText());
    m_desk.choose(nullptr);
}

void TestRequestsPage::choose(const QString &name)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.operation(row)->name == name)
            m_ui->operations->showRow(row);
    }
}

//! Another operation: other fields.
void TestRequestsPage::showChosen()
{
    delete m_form;
    m_form = nullptr;
    const auto &draft = m_desk.draft();
    m_ui->stack->setCurrentWidget(draft ? static_cast<QWidget *>(m_ui->desk) : m_ui->empty);
    if (!draft)
        return;
    m_ui->name->setText(draft->operation().name);
    m_ui->what->setText(draft->operation().what);
    m_ui->facts->setText(m_desk.facts());
    m_ui->content->setVisible(draft->takesBody());
    makeFields(*draft);
}

void TestRequestsPage::makeFields(const OperationRequest &draft)
{
    m_form = new QWidget(m_ui->fields);
    auto *form = new QFormLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (const OperationRequest::Field &field : draft.fields()) {
        auto *edit = new QLineEdit(field.value, m_form);
        edit->setObjectName("field:"_L1 + field.name);
        const bool isNeeded = field.need == OperationRequest::Field::Need::Required;
        edit->setAccessibleName(isNeeded ? tr("%1, needed").arg(field.name) : field.name);
        if (!field.example.isEmpty())
            edit->setPlaceholderText(tr("such as %1").arg(field.example));
        else if (!isNeeded)
            edit->setPlaceholderText(tr("not sent while empty"));
        auto *label = new PlainLabel(field.name, m_form);
        label->setWordWrap(false);
        label->setBuddy(edit);
        connect(edit, &QLineEdit::textChanged, this,
                [this, name = field.name](const QString &value) { m_desk.set(name, value); });
        form->addRow(label, edit);
    }
    m_ui->fields->layout()->addWidget(m_form);
    m_ui->fields->setVisible(!draft.fields().isEmpty());
}

void TestRequestsPage::showDraft()
{
    const auto &draft = m_desk.draft();
    if (!draft)
        return;
    if (m_ui->body->toPlainText() != draft->body()) {
        const QSignalBlocker blocker(m_ui->body);
        m_ui->body->setPlainText(draft->body());
    }
    const QString preview = m_desk.preview();
    m_ui->previewLabel->setVisible(!preview.isEmpty());
    m_ui->preview->setVisible(!preview.isEmpty());
    if (m_ui->preview->toPlainText() != preview)
        m_ui->preview->setPlainText(preview);
    const TestRequestDesk::State state = m_desk.state();
    m_ui->send->setEnabled(state == TestRequestDesk::State::Ready);
    m_ui->send->setText(m_desk.changesSomething() ? tr("Se&nd...") : tr("Se&nd"));
    if (state == TestRequestDesk::State::Incomplete)
        m_ui->problem->hint(m_desk.problem());
    else
        m_ui->problem->clear();
    showAnswer();
}

void TestRequestsPage::showAnswer()
{
    if (m_desk.state() == TestRequestDesk::State::Waiting)
        m_ui->outcome->say(Tone::Working, tr("Sent. Waiting for the answer."));
    else if (m_desk.outcome().isEmpty())
        m_ui->outcome->hide();
    else
        m_ui->outcome->say(toneOf(m_desk.verdict()), m_desk.outcome());
    if (m_ui->answer->toPlainText() != m_desk.replyText())
        m_ui->answer->setPlainText(m_desk.replyText());
}

void TestRequestsPage::send()
{
    if (m_desk.state() != TestRequestDesk::State::Ready)
        return;
    if (m_desk.changesSomething())
        ask();
    else
        m_desk.send();
}

void TestRequestsPage::ask()
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Send this change?"), m_desk.question(),
                                QMessageBox::NoButton, this);
    box->setObjectName(u"confirmSend"_s);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *send = box->addButton(tr("Send the change"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(send, &QPushButton::clicked, &m_desk, &TestRequestDesk::send);
    box->open();
}

} // namespace twinbook
