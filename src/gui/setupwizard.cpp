// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/setupwizard.h"

#include "gui/accountpage.h"
#include "gui/picture.h"
#include "gui/recognisepage.h"
#include "gui/setupsteps.h"
#include "ui_firstpreviewpage.h"
#include "ui_setupwizard.h"
#include "ui_welcomepage.h"
#include "viewmodels/planmodel.h"

#include <QVBoxLayout>

namespace twinbook {

SetupWizard::SetupWizard(AccountConnector &connector, QWidget *parent)
    : QDialog(parent)
    , m_connector(connector)
    , m_ui(std::make_unique<Ui::SetupWizard>())
    , m_steps(new SetupSteps({tr("Welcome"), serviceName(Side::Left), serviceName(Side::Right),
                              tr("Recognise people"), tr("First preview")}))
{
    m_ui->setupUi(this);
    resize(960, 640);
    auto *side = new QVBoxLayout(m_ui->stepsSide);
    side->setContentsMargins(0, 0, 0, 0);
    side->addWidget(m_steps);
    m_ui->stepsSide->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_ui->outer->setStretch(1, 1);
    setUpPages();
    connect(m_ui->next, &QPushButton::clicked, this, &SetupWizard::next);
    connect(m_ui->back, &QPushButton::clicked, this, &SetupWizard::back);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->practice, &QPushButton::clicked, this, [this] {
        m_connector.startPractice();
        accept();
    });
    goTo(firstOpenStep());
}

SetupWizard::~SetupWizard() = default;

void SetupWizard::setUpPages()
{
    m_ui->pages->addWidget(welcomePage());
    for (Side side : bothSides) {
        m_accounts[side] = new AccountPage(side, m_connector);
        connect(m_accounts[side], &AccountPage::stateChanged, this, &SetupWizard::showButtons);
        m_ui->pages->addWidget(m_accounts[side]);
    }
    m_recognise = new RecognisePage;
    connect(m_recognise, &RecognisePage::done, this, &SetupWizard::showButtons);
    m_ui->pages->addWidget(m_recognise);
    m_ui->pages->addWidget(firstPreviewPage());
}

QWidget *SetupWizard::welcomePage()
{
    auto *page = new QWidget;
    Ui::WelcomePage ui;
    ui.setupUi(page);
    ui.title->setLook(PlainLabel::Look::Title);
    ui.outer->insertWidget(0, new Picture(Icon::App, Tone::Accent, 3.5, page), 0, Qt::AlignLeft);
    ui.promise->setLook(PlainLabel::Look::Heading);
    ui.place->setLook(PlainLabel::Look::Muted);
    const std::array<std::pair<Icon, QString>, 3> promises {
        {{Icon::Key, tr("1  Connect both accounts. The secrets stay on this computer.")},
         {Icon::People,
          tr("2  Recognise people. Who is not sure to be the same is never linked "
             "without you.")},
         {Icon::Sync,
          tr("3  Preview. Every change is listed before it is made, and you choose.")}}};
    for (const auto &[name, text] : promises) {
        auto *line = new QHBoxLayout;
        line->setSpacing(space::oneAndHalf);
        line->addWidget(new Picture(name, Tone::Accent, 1.75, page), 0, Qt::AlignTop);
        line->addWidget(new PlainLabel(text, page), 1);
        ui.promises->addLayout(line);
    }
    return page;
}

QWidget *SetupWizard::firstPreviewPage()
{
    auto *page = new QWidget;
    Ui::FirstPreviewPage ui;
    ui.setupUi(page);
    ui.title->setLook(PlainLabel::Look::Title);
    ui.headline->setLook(PlainLabel::Look::Heading);
    ui.automatic->setLook(PlainLabel::Look::Muted);
    m_headline = ui.headline;
    return page;
}

SetupWizard::Step SetupWizard::firstOpenStep() const
{
    const bool left = !m_connector.connectedAccount(Side::Left).isEmpty();
    const bool right = !m_connector.connectedAccount(Side::Right).isEmpty();
    if (left && right)
        return Recognise;
    if (left)
        return HighLevel;
    return right ? OfficeRnD : Welcome;
}

void SetupWizard::setController(SyncController *controller)
{
    m_controller = controller;
    m_recognise->setController(controller);
    if (step() == Recognise)
        m_recognise->begin();
}

SetupWizard::Step SetupWizard::step() const
{
    return static_cast<Step>(m_ui->pages->currentIndex());
}

void SetupWizard::goTo(Step step)
{
    m_ui->pages->setCurrentIndex(step);
    m_steps->setCurrent(step);
    if (step == Recognise) {
        if (!m_controller)
            m_connector.finishSetup();
        m_recognise->begin();
    } else if (step == FirstPreview && m_controller && m_controller->plan()) {
        PlanModel model;
        model.setPlan(m_controller->plan());
        m_headline->setText(headline(model.everything()));
    }
    showButtons();
}

void SetupWizard::next()
{
    switch (step()) {
    case Welcome:
        goTo(OfficeRnD);
        break;
    case OfficeRnD:
    case HighLevel: {
        AccountPage *page = m_accounts[step() == OfficeRnD ? Side::Left : Side::Right];
        if (page->state() == AccountPage::State::Connected)
            goTo(static_cast<Step>(step() + 1));
        else
            page->test();
        break;
    }
    case Recognise:
        goTo(FirstPreview);
        break;
    case FirstPreview:
        accept();
        Q_EMIT previewRequested();
        break;
    }
}

void SetupWizard::back()
{
    if (step() > Welcome)
        goTo(static_cast<Step>(step() - 1));
}

void SetupWizard::showButtons()
{
    const Step now = step();
    m_ui->practice->setVisible(now == Welcome);
    m_ui->back->setVisible(now != Welcome);
    m_ui->closeButton->setVisible(true);
    bool ready = true;
    QString text = tr("&Continue");
    if (now == Welcome) {
        text = tr("&Get started");
    } else if (now == OfficeRnD || now == HighLevel) {
        const AccountPage *page = m_accounts[now == OfficeRnD ? Side::Left : Side::Right];
        ready = page->state() != AccountPage::State::Testing;
        if (page->state() == AccountPage::State::Connected)
            text = tr("&Yes, continue");
        else if (page->state() == AccountPage::State::Choosing)
            text = tr("&Yes, use this one");
    } else if (now == Recognise) {
        ready = m_recognise->isDone();
    } else {
        text = tr("&Open the preview");
    }
    m_ui->next->setText(text);
    m_ui->next->setEnabled(ready);
    setWindowTitle(tr("Set up Twinbook - step %1 of 5").arg(now + 1));
}

void SetupWizard::done(int result)
{
    for (Side side : bothSides)
        m_accounts[side]->leave();
    QDialog::done(result);
}

} // namespace twinbook
