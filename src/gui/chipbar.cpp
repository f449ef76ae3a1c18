// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/chipbar.h"

#include "gui/flowlayout.h"
#include "gui/plainlabel.h"
#include "gui/rowlook.h"
#include "viewmodels/peoplewords.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace twinbook {

Chip::Chip(Icon picture, Tone tone, const QString &word, QWidget *parent)
    : QAbstractButton(parent)
    , m_picture(picture)
    , m_tone(tone)
{
    setText(word);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCount(0);
}

void Chip::setCount(int count)
{
    m_count = count;
    setAccessibleName(tr("%1, %2").arg(text(), QLocale().toString(count)));
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(bold);
    const int words = metrics.horizontalAdvance(text());
    const int number = metrics.horizontalAdvance(QLocale().toString(m_count));
    const int picture = fontMetrics().height();
    return {space::oneAndHalf + picture + space::half + 2 + words + space::one + number
                + space::oneAndHalf,
            qMax(space::target, fontMetrics().height() + space::oneAndHalf)};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF pill = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal radius = pill.height() / 2;
    const Tone tone = m_tone == Tone::Muted ? Tone::Accent : m_tone;
    QColor fill = isChecked() ? toneSurface(tone, palette()) : palette().color(QPalette::Base);
    if (underMouse() && !isChecked())
        fill = palette().color(QPalette::Window);
    painter.setPen(QPen(isChecked() ? toneColor(tone, palette()) : lineColor(palette()),
                        isChecked() ? 1.5 : 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(pill, radius, radius);

    const int side = fontMetrics().height();
    const QRect picture(space::oneAndHalf, (height() - side) / 2, side, side);
    const auto placed
        = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    twinbook::icon(m_picture, m_tone).paint(&painter, placed(picture));

    QFont face = font();
    face.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(face);
    painter.setPen(palette().color(QPalette::WindowText));
    const int wordsWidth = QFontMetrics(face).horizontalAdvance(text());
    const QRect words(picture.right() + 1 + space::half + 2, 0, wordsWidth + 1, height());
    painter.drawText(placed(words), Qt::AlignCenter, text());
    face.setWeight(QFont::DemiBold);
    painter.setFont(face);
    if (m_count == 0)
        painter.setPen(palette().color(QPalette::PlaceholderText));
    const QRect number(words.right() + space::one, 0,
                       width() - words.right() - space::one - space::oneAndHalf, height());
    painter.drawText(placed(number), Qt::AlignCenter, QLocale().toString(m_count));

    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(toneColor(Tone::Accent, palette()), space::focusRing));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
    }
}

ChipBar::ChipBar(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new FlowLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::one);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Show people by state"));

    addCategory(Icon::People, Tone::Muted, tr("All"), {});
    const auto add = [this](RowState state, const QSet<RowState> &states) {
        addCategory(lookOf(state).icon, lookOf(state).tone, stateWord(state), states);
    };
    add(RowState::New, {RowState::New});
    // Recognising somebody is a change of our own records, and the sync does it.
    add(RowState::Changed, {RowState::Changed, RowState::Link});
    for (const RowState state :
         {RowState::NeedsYou, RowState::Failed, RowState::LeftOut, RowState::InSync})
        add(state, {state});
    showStates();
}

void ChipBar::addCategory(Icon picture, Tone tone, const QString &word,
                          const QSet<RowState> &states)
{
    auto *chip = new Chip(picture, tone, word, this);
    const Category category {chip, states};
    m_categories.append(category);
    const QKeySequence keys(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + m_categories.size()));
    chip->setShortcut(keys);
    chip->setToolTip(plainToolTip(tr("%1 (%2). Hold Ctrl to add to what is shown.")
                                      .arg(word, keys.toString(QKeySequence::NativeText))));
    connect(chip, &QAbstractButton::clicked, this, [this, category] { press(category); });
    layout()->addWidget(chip);
}

void ChipBar::setCounts(const PeopleTableModel::Counts &counts)
{
    for (const Category &category : std::as_const(m_categories)) {
        int sum = 0;
        for (std::size_t state = 0; state < counts.size(); ++state) {
            if (category.states.isEmpty() || category.states.contains(static_cast<RowState>(state)))
                sum += counts.at(state);
        }
        category.chip->setCount(sum);
    }
}

void ChipBar::setStates(const QSet<RowState> &states)
{
    if (states == m_states)
        return;
    m_states = states;
    showStates();
    Q_EMIT statesChanged(states);
}

void ChipBar::press(const Category &category)
{
    QSet<RowState> states = category.states;
    if (QApplication::keyboardModifiers().testFlag(Qt::ControlModifier)) {
        states = m_states.contains(category.states) ? m_states - category.states
                                                    : m_states + category.states;
    }
    setStates(states);
    showStates(); // a press on the chosen chip has unchecked it
}

void ChipBar::showStates()
{
    for (const Category &category : std::as_const(m_categories)) {
        category.chip->setChecked(category.states.isEmpty() ? m_states.isEmpty()
                                                            : m_states.contains(category.states));
    }
}

} // namespace twinbook
