// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/decisionspage.h"

#include "gui/decisioncardview.h"
#include "gui/questiondelegate.h"
#include "ui_decisionspage.h"

#include <QItemSelectionModel>
#include <QLocale>
#include <QResizeEvent>
#include <QShortcut>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr int namesShown = 20;

// What the two buttons below the cards offer for a kind of question.
std::array<std::optional<Choice>, 2> waysOf(QuestionKind kind)
{
    switch (kind) {
    case QuestionKind::FieldDiffers:
        return {};
    case QuestionKind::SamePerson:
        return {Choice::Same, Choice::Different};
    case QuestionKind::Gone:
        return {Choice::Unlink, Choice::AddAgain};
    case QuestionKind::Twin:
        return {Choice::Different, std::nullopt};
    }
    return {};
}

QString wayText(Choice choice, const DecisionText &text, QuestionKind kind)
{
    switch (choice) {
    case Choice::Same:
        return DecisionsPage::tr("&Same person");
    case Choice::Different:
        return kind == QuestionKind::Twin ? DecisionsPage::tr("&Two different people, add both")
                                          : DecisionsPage::tr("&Not the same person");
    case Choice::Unlink:
        return DecisionsPage::tr("&Keep and unlink");
    case Choice::AddAgain:
        return DecisionsPage::tr("&Put back in %1")
            .arg(serviceName(text.goneFrom.value_or(Side::Left)));
    case Choice::UseLeft:
    case Choice::UseRight:
    case Choice::UseValue:
        break;
    }
    return {};
}

} // namespace

DecisionsPage::DecisionsPage(SyncController &controller, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DecisionsPage>())
    , m_queue(new DecisionQueue(controller, clock, this))
{
    m_ui->setupUi(this);
    setUp();
    connectAll();
    showQueue();
}

DecisionsPage::~DecisionsPage() = default;

void DecisionsPage::setUp()
{
    m_ui->trouble->hide();
    m_ui->count->setLook(PlainLabel::Look::Strong);
    m_ui->person->setLook(PlainLabel::Look::Title);
    m_ui->evidence->setLook(PlainLabel::Look::Muted);
    m_ui->base->setLook(PlainLabel::Look::Muted);
    m_ui->result->setLook(PlainLabel::Look::Strong);
    m_ui->emptyTitle->setLook(PlainLabel::Look::Title);
    m_ui->emptyText->setLook(PlainLabel::Look::Muted);
    m_ui->typed->hide();
    m_ui->halves->setSizes({320, 720});
    m_ui->halves->setStretchFactor(1, 1);
    for (Side side : bothSides) {
        m_cards[side] = new DecisionCardView(side, this);
        m_ui->cards->addWidget(m_cards[side], 1);
    }
    m_ui->queue->setModel(&m_queue->model());
    m_ui->queue->setItemDelegate(new QuestionDelegate(this));
    // The order in which a question is read and answered.
    const std::array<QWidget *, 13> order {
        m_ui->queue,     m_ui->filter, m_cards.left, m_cards.right, m_ui->first,
        m_ui->second,    m_ui->typeIt, m_ui->later,  m_ui->typed,   m_ui->sameForAll,
        m_ui->showAlike, m_ui->undo,   m_ui->save};
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void DecisionsPage::connectAll()
{
    connect(m_queue, &DecisionQueue::changed, this, &DecisionsPage::showQueue);
    connect(m_queue, &DecisionQueue::failed, this, [this](const Error &error) {
        m_ui->trouble->say(Tone::Stopped, error.message);
        m_ui->trouble->show();
    });
    connect(m_ui->queue->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &DecisionsPage::showQuestion);
    connect(m_ui->filter, &QComboBox::activated, this, [this] {
        m_queue->model().setTopic(m_ui->filter->currentData().toString());
        showQueue();
    });
    connect(m_cards.left, &DecisionCardView::picked, this, [this] { pick(Choice::UseLeft); });
    connect(m_cards.right, &DecisionCardView::picked, this, [this] { pick(Choice::UseRight); });
    for (QPushButton *way : {m_ui->first, m_ui->second})
        connect(way, &QPushButton::clicked, this, [this, way] { pickWay(way); });
    connect(m_ui->typeIt, &QPushButton::clicked, this, &DecisionsPage::startTyping);
    connect(m_ui->typed, &QLineEdit::textEdited, this, &DecisionsPage::showChoice);
    connect(m_ui->later, &QPushButton::clicked, this, &DecisionsPage::decideLater);
    connect(m_ui->showAlike, &QPushButton::toggled, m_ui->alike, &QWidget::setVisible);
    connect(m_ui->save, &QPushButton::clicked, this, &DecisionsPage::save);
    for (QPushButton *undo : {m_ui->undo, m_ui->emptyUndo})
        connect(undo, &QPushButton::clicked, this, &DecisionsPage::undo);

    for (int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *next = new QShortcut(QKeySequence(int(Qt::CTRL) | key), this);
        next->setContext(Qt::WidgetWithChildrenShortcut);
        connect(next, &QShortcut::activated, this, &DecisionsPage::save);
    }
    auto *typing = new QShortcut(Qt::Key_F2, m_ui->typeIt);
    connect(typing, &QShortcut::activated, this, &DecisionsPage::startTyping);
    auto *back = new QShortcut(QKeySequence::Undo, this);
    back->setContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, this, &DecisionsPage::undo);
}

void DecisionsPage::showQueue()
{
    DecisionModel &model = m_queue->model();
    const int total = model.total();
    m_ui->count->setText(total == 1 ? tr("1 question") : tr("%Ln questions", nullptr, total));
    showFilter();
    m_ui->undo->setEnabled(m_queue->canUndo());
    m_ui->emptyUndo->setVisible(m_queue->canUndo());
    m_ui->pages->setCurrentWidget(model.rowCount() == 0 ? m_ui->emptyPage : m_ui->questionPage);
    // Stay with the question that was open; if it is gone, with the one that took its place.
    int line = m_current.isNull() ? 0 : model.lineOf(m_current);
    if (line < 0)
        line = std::min(m_currentLine, model.rowCount() - 1);
    m_ui->queue->setCurrentIndex(model.index(line));
    showQuestion();
}

void DecisionsPage::showFilter()
{
    const QSignalBlocker quiet(m_ui->filter);
    m_ui->filter->clear();
    m_ui->filter->addItem(tr("All questions"), QString());
    const QList<DecisionModel::Topic> topics = m_queue->model().topics();
    for (const DecisionModel::Topic &topic : topics)
        m_ui->filter->addItem(
            tr("%1 (%2)", "Phone (9)").arg(topic.title, QLocale().toString(topic.count)),
            topic.title);
    const int chosen = m_ui->filter->findData(m_queue->model().topic());
    m_ui->filter->setCurrentIndex(std::max(0, chosen));
    if (chosen < 0)
        m_queue->model().setTopic({});
}

int DecisionsPage::currentLine() const
{
    return m_ui->queue->currentIndex().isValid() ? m_ui->queue->currentIndex().row() : -1;
}

void DecisionsPage::showDecision(DecisionId id)
{
    m_queue->model().setTopic({});
    m_current = id;
    showQueue();
}

void DecisionsPage::showQuestion()
{
    const int line = currentLine();
    if (line < 0)
        return;
    const Decision &decision = m_queue->model().decision(line);
    const DecisionText &text = m_queue->model().text(line);
    m_currentLine = line;
    if (m_current != decision.id)
        m_ui->showAlike->setChecked(false);
    m_current = decision.id;
    m_choice.reset();

    m_ui->person->setText(text.person);
    m_ui->question->setText(text.question);
    m_ui->evidence->setText(text.evidence);
    m_ui->evidence->setVisible(!text.evidence.isEmpty());
    m_ui->base->setText(text.base);
    m_ui->base->setVisible(!text.base.isEmpty());
    const QList<Choice> allowed = allowedChoices(decision.question);
    const auto choosing = [&allowed](Choice choice) {
        return allowed.contains(choice) ? DecisionCardView::Choosing::Offered
                                        : DecisionCardView::Choosing::NotOffered;
    };
    m_cards.left->show(text.cards.left, choosing(Choice::UseLeft));
    m_cards.right->show(text.cards.right, choosing(Choice::UseRight));
    for (Side side : bothSides)
        m_cards[side]->setVisible(text.goneFrom != side);
    showWays(decision, text);
    m_ui->sameForAll->setChecked(false);
    m_ui->typed->clear();
    showChoice();
}

void DecisionsPage::showWays(const Decision &decision, const DecisionText &text)
{
    const QuestionKind kind = decision.question.key.kind;
    const auto ways = waysOf(kind);
    const std::array buttons {m_ui->first, m_ui->second};
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        buttons[i]->setVisible(ways[i].has_value());
        buttons[i]->setText(ways[i] ? wayText(*ways[i], text, kind) : QString());
    }
    m_ui->typeIt->setVisible(kind == QuestionKind::FieldDiffers);
}

void DecisionsPage::pick(Choice choice)
{
    m_choice = choice;
    showChoice();
}

void DecisionsPage::pickWay(const QPushButton *way)
{
    const int line = currentLine();
    if (line < 0)
        return;
    const auto ways = waysOf(m_queue->model().decision(line).question.key.kind);
    m_choice = ways[way == m_ui->first ? 0 : 1];
    showChoice();
}

void DecisionsPage::startTyping()
{
    pick(Choice::UseValue);
    m_ui->typed->setFocus(Qt::ShortcutFocusReason);
}

FieldValue DecisionsPage::typed() const
{
    const int line = currentLine();
    if (line < 0 || m_choice != Choice::UseValue)
        return {};
    return typedValue(m_ui->typed->text(), m_queue->model().decision(line).question)
        .value_or(FieldValue());
}

void DecisionsPage::showChoice()
{
    const int line = currentLine();
    if (line < 0)
        return;
    const Decision &decision = m_queue->model().decision(line);
    using State = DecisionCardView::State;
    m_cards.left->setState(m_choice == Choice::UseLeft ? State::Chosen : State::Open);
    m_cards.right->setState(m_choice == Choice::UseRight ? State::Chosen : State::Open);
    const auto ways = waysOf(decision.question.key.kind);
    m_ui->first->setChecked(m_choice && m_choice == ways[0]);
    m_ui->second->setChecked(m_choice && m_choice == ways[1]);
    m_ui->typeIt->setChecked(m_choice == Choice::UseValue);
    m_ui->typed->setVisible(m_choice == Choice::UseValue);

    const FieldValue value = typed();
    const bool complete = m_choice && (m_choice != Choice::UseValue || !value.isEmpty());
    if (complete)
        m_ui->result->setText(
            resultText(decision.question, m_queue->model().text(line), *m_choice, value));
    else if (m_choice == Choice::UseValue && !m_ui->typed->text().isEmpty())
        m_ui->result->setText(tr("This cannot be read as a value for this field."));
    else
        m_ui->result->setText(tr("Nothing is changed until you choose."));
    m_ui->save->setEnabled(complete);
    showAlike(decision);
}

void DecisionsPage::showAlike(const Decision &decision)
{
    const bool offered = m_choice && m_choice != Choice::UseValue
        && decision.question.key.kind == QuestionKind::FieldDiffers;
    const QList<Decision> others
        = offered ? m_queue->alike(decision.id, *m_choice) : QList<Decision>();
    m_ui->sameForAll->setVisible(!others.isEmpty());
    m_ui->showAlike->setVisible(!others.isEmpty());
    m_ui->alike->setVisible(!others.isEmpty() && m_ui->showAlike->isChecked());
    const QString topic = m_queue->model().text(currentLine()).topic;
    const int count = static_cast<int>(others.size());
    m_ui->sameForAll->setText(
        count == 1 ? tr("Same answer for the 1 other %1 question like this").arg(topic)
                   : tr("Same answer for the %Ln other %1 questions like this", nullptr, count)
                         .arg(topic));
    QStringList lines;
    for (const Decision &other : others.first(std::min<qsizetype>(namesShown, others.size())))
        lines += tr("%1: OfficeRnD has %2, HighLevel has %3")
                     .arg(other.question.person, other.question.left.toDisplay(),
                          other.question.right.toDisplay());
    if (count > namesShown)
        lines += tr("... and %Ln more", nullptr, count - namesShown);
    m_ui->alike->setText(lines.join(u'\n'));
}

void DecisionsPage::save()
{
    if (currentLine() < 0 || !m_ui->save->isEnabled())
        return;
    const auto scope = m_ui->sameForAll->isVisible() && m_ui->sameForAll->isChecked()
        ? DecisionQueue::Scope::AllAlike
        : DecisionQueue::Scope::ThisOne;
    m_queue->answer(m_current, *m_choice, typed(), scope);
    m_ui->queue->setFocus();
}

void DecisionsPage::decideLater()
{
    const int next = currentLine() + 1;
    m_ui->queue->setCurrentIndex(
        m_queue->model().index(next < m_queue->model().rowCount() ? next : 0));
    m_ui->queue->setFocus();
}

void DecisionsPage::undo()
{
    if (!m_queue->canUndo())
        return;
    m_current = m_queue->undo();
}

void DecisionsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Side by side as long as both cards have room for an e-mail address; else one above the other.
    const int least = fontMetrics().averageCharWidth() * 70;
    m_ui->cards->setDirection(m_ui->scroll->width() < least ? QBoxLayout::TopToBottom
                                                            : QBoxLayout::LeftToRight);
}

} // namespace twinbook
