// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/requestmodel.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace twinbook {

namespace Ui {
class RequestsPageForm;
}

//! Every request that left this computer, as a table that grows while it is looked at. The chosen
//! one is told in full; what is shown can be written into a file for support.
class RequestsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestsPage)

public:
    //! `list` is the file with the requests (RequestFile::pathIn()).
    RequestsPage(Catalogue catalogue, const QString &list, QWidget *parent = nullptr);
    ~RequestsPage() override;

    //! Writes what is shown, in the format of the name; a sentence tells how it went.
    void exportTo(const QString &path);
    //! Reads all that is there and selects the newest of the shown ones that failed or, if none
    //! did, the newest.
    void chooseNotable();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setUp();
    void setUpTable();
    void connectAll();
    void applyFilter();
    void showCount();
    void showDetails(int row);
    void follow();
    void askWhere();

    std::unique_ptr<Ui::RequestsPageForm> m_ui;
    RequestModel m_model;
    QTimer m_searchDelay;
};

} // namespace twinbook
