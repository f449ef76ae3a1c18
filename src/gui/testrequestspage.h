// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/testrequestdesk.h"
#include "viewmodels/testrequestmodel.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QLineEdit;
class QMessageBox;

namespace twinbook {

namespace Ui {
class TestRequestsPageForm;
}

//! Every operation of both services; the chosen one can be filled in and sent. What changes
//! something is asked about first. The answer is shown as plain text, whatever it is.
class TestRequestsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TestRequestsPage)

public:
    //! `sender` must outlive the page.
    TestRequestsPage(TestRequestSender &sender, Catalogue catalogue, QWidget *parent = nullptr);
    ~TestRequestsPage() override;

    //! Selects the operation of that name, if the filters show it.
    void choose(const QString &name);

private:
    void setUp();
    void fillFilters();
    void connectAll();
    void applyFilter();
    void showChosen();
    void makeFields(const OperationRequest &draft);
    void showDraft();
    void showAnswer();
    void send();
    void ask();

    std::unique_ptr<Ui::TestRequestsPageForm> m_ui;
    TestRequestModel m_model;
    TestRequestDesk m_desk;
    QWidget *m_form = nullptr;
    QTimer m_searchDelay;
};

} // namespace twinbook
