// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/redirectpage.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

//! Resources of a static library take part once they are named; from outside any namespace.
static void registerRedirectPage()
{
    Q_INIT_RESOURCE(twinbook_signin);
}

namespace twinbook {

Result<> saveRedirectPage(const QString &file)
{
    registerRedirectPage();
    QFile page(u":/twinbook/signin/redirect.html"_s);
    QSaveFile copy(file);
    const bool isSaved = page.open(QFile::ReadOnly) && copy.open(QFile::WriteOnly)
        && copy.write(page.readAll()) == page.size() && copy.commit();
    if (isSaved)
        return {};
    return Failure(Error {
        .kind = ErrorKind::Storage,
        .message = QCoreApplication::translate("twinbook::RedirectPage",
                                               "The page could not be written to \"%1\". Choose "
                                               "another place.")
                       .arg(file),
        .detail = copy.errorString()});
}

} // namespace twinbook
