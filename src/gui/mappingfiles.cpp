// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MappingPage that reads and writes files.

#include "gui/mappingpage.h"

#include <QFileDialog>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr qint64 mostBytes = 1'000'000; // mappingFromJson() refuses more; not read in vain

QFileDialog *fileDialog(QWidget *parent, const QString &title)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(MappingPage::tr("Twinbook mapping (*.json)"));
    dialog->setDefaultSuffix(u"json"_s);
    return dialog;
}

} // namespace

void MappingPage::importFile()
{
    QFileDialog *dialog = fileDialog(this, tr("Import a mapping"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MappingPage::takeFile);
    dialog->open();
}

void MappingPage::exportFile()
{
    QFileDialog *dialog = fileDialog(this, tr("Export this mapping"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(tr("field mapping.json"));
    connect(dialog, &QFileDialog::fileSelected, this, &MappingPage::writeFile);
    dialog->open();
}

void MappingPage::takeFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        complain(tr("The file could not be opened. Check that you may read it, then try again."));
        return;
    }
    const Result<> taken = m_draft->takeFile(file.read(mostBytes + 1));
    if (!taken)
        complain(taken.error().message);
}

void MappingPage::writeFile(const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_draft->toFile()) < 0 || !file.commit())
        complain(tr("The mapping could not be written. Choose another folder, or make room on the "
                    "disk, and try again."));
}

} // namespace twinbook
