// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/mappingeffect.h"
#include "viewmodels/mappingmodel.h"
#include "viewmodels/synccontroller.h"

#include <QWidget>

#include <memory>

class QListWidget;

namespace twinbook {

class MappingInspector;
class Picture;
namespace Ui {
class MappingPage;
}

//! Which fields say the same thing, and the rules between them, with a real person's values. What
//! is edited is a draft: nothing counts before Save, which tells how many people it concerns.
class MappingPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MappingPage)

public:
    //! Both must outlive the page.
    MappingPage(SyncController &controller, const Clock &clock, QWidget *parent = nullptr);
    ~MappingPage() override;

    [[nodiscard]] MappingDraft &draft() { return *m_draft; }

Q_SIGNALS:
    //! "Preview now" after saving.
    void previewRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void setUp();
    void setUpFileMenu();
    void connectAll();
    void takePlan(const PreparedPlanPtr &plan);
    void fillExamples();
    void showExample();
    void showDraft();
    void showIdentity();
    void showSave();
    void showUnused();
    void fillUnused(Side side, QListWidget *list);
    void showProblem();
    void showCurrent();
    void select(const FieldId &id);
    void goToProblem();
    void connectFields();
    void importFile();
    void exportFile();
    void takeFile(const QString &path);
    void writeFile(const QString &path);
    void save();
    void complain(const QString &sentence);

    SyncController &m_controller;
    std::unique_ptr<Ui::MappingPage> m_ui;
    MappingDraft *m_draft;
    MappingModel *m_model;
    MappingEffect *m_effect;
    MappingInspector *m_inspector;
    Picture *m_problemSign = nullptr;
    QList<ExampleChoice> m_examples;
    PerSide<QHash<FieldKey, int>> m_usage;
    std::optional<DraftEffect> m_lastEffect; //!< of the draft as it is
    FieldId m_selected;
    bool m_offersPreview = false; //!< the notice's button leads to the preview
};

} // namespace twinbook
