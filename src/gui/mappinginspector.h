// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/mappingdraft.h"

#include <QWidget>

#include <memory>

class QRadioButton;

namespace twinbook {

namespace Ui {
class MappingInspector;
}

//! Three plain questions about one connection: which way, who wins, what about empty. Every
//! change is one step of the draft.
class MappingInspector final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MappingInspector)

public:
    //! `draft` must outlive the widget.
    explicit MappingInspector(MappingDraft &draft, QWidget *parent = nullptr);
    ~MappingInspector() override;

    //! Shows a row of the draft.
    void showRow(const FieldId &id);
    //! Shows a connection that is only suggested: to be accepted or refused.
    void showSuggestion(const FieldMapping &suggestion);
    void showNothing();

private:
    void setUp();
    void refresh();
    void showDirections(const FieldMapping &row);
    void showPairs(const FieldMapping &row);
    void setDirection(Direction direction);
    void setAuthority(int index);
    void setEmptyRule(int index);
    void setConversion(int index);
    void takePairs();
    void addPair();
    void removePair();

    MappingDraft &m_draft;
    std::unique_ptr<Ui::MappingInspector> m_ui;
    FieldId m_row; //!< empty: nothing or a suggestion
    FieldMapping m_suggestion;
    bool m_isFilling = false; //!< while the controls are set by us
};

} // namespace twinbook
