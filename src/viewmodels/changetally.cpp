// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/changetally.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

// English has its own singular here, so that it reads well without a translation file; %Ln gives
// translators all the plural forms they need.
QString counted(int n, const char *one, const char *many)
{
    return n == 1 ? QCoreApplication::translate("twinbook::ChangeTally", one)
                  : QCoreApplication::translate("twinbook::ChangeTally", many, nullptr, n);
}

QString newPeople(int n, Side side)
{
    return QCoreApplication::translate("twinbook::ChangeTally", "%Ln new in %1", nullptr, n)
        .arg(serviceName(side));
}

QString updatesText(const ChangeTally &tally)
{
    const QString sum
        = counted(tally.updates(), QT_TRANSLATE_NOOP("twinbook::ChangeTally", "1 update"),
                  QT_TRANSLATE_NOOP("twinbook::ChangeTally", "%Ln updates"));
    QStringList sides;
    for (Side side : {Side::Right, Side::Left}) {
        if (tally.updated[side] > 0)
            sides += QCoreApplication::translate("twinbook::ChangeTally", "%Ln in %1", nullptr,
                                                 tally.updated[side])
                         .arg(serviceName(side));
    }
    return QCoreApplication::translate("twinbook::ChangeTally", "%1 (%2)", "30 updates (18 in ...)")
        .arg(sum, sides.join(", "_L1));
}

} // namespace

QString headline(const ChangeTally &tally)
{
    QStringList parts;
    for (Side side : {Side::Right, Side::Left}) {
        if (tally.created[side] > 0)
            parts += newPeople(tally.created[side], side);
    }
    if (tally.updates() > 0)
        parts += updatesText(tally);
    if (tally.linked > 0)
        parts += counted(tally.linked, QT_TRANSLATE_NOOP("twinbook::ChangeTally", "1 link"),
                         QT_TRANSLATE_NOOP("twinbook::ChangeTally", "%Ln links"));
    if (tally.questions > 0)
        parts += counted(tally.questions, QT_TRANSLATE_NOOP("twinbook::ChangeTally", "1 needs you"),
                         QT_TRANSLATE_NOOP("twinbook::ChangeTally", "%Ln need you"));
    if (parts.isEmpty())
        return QCoreApplication::translate("twinbook::ChangeTally",
                                           "Nothing to do. OfficeRnD and HighLevel agree.");
    const QString sum = counted(tally.changes() + tally.questions,
                                QT_TRANSLATE_NOOP("twinbook::ChangeTally", "1 change"),
                                QT_TRANSLATE_NOOP("twinbook::ChangeTally", "%Ln changes"));
    return QCoreApplication::translate("twinbook::ChangeTally", "%1: %2.",
                                       "49 changes: 12 new, ...")
        .arg(sum, parts.join(", "_L1));
}

QString reassurance(const ChangeTally &tally)
{
    const QString deleted
        = QCoreApplication::translate("twinbook::ChangeTally", "Nobody is deleted.");
    QStringList erased;
    for (Side side : bothSides) {
        if (tally.erased[side] > 0)
            erased += QCoreApplication::translate("twinbook::ChangeTally", "%Ln in %1", nullptr,
                                                  tally.erased[side])
                          .arg(serviceName(side));
    }
    const QString emptied = erased.isEmpty()
        ? QCoreApplication::translate("twinbook::ChangeTally", "Nothing is erased.")
        : QCoreApplication::translate("twinbook::ChangeTally", "Values that become empty: %1.")
              .arg(erased.join(", "_L1));
    return deleted % u' ' % emptied;
}

QString applyText(int changes)
{
    if (changes == 0)
        return QCoreApplication::translate("twinbook::ChangeTally", "Nothing to apply");
    return counted(changes, QT_TRANSLATE_NOOP("twinbook::ChangeTally", "Apply 1 change"),
                   QT_TRANSLATE_NOOP("twinbook::ChangeTally", "Apply %Ln changes"));
}

} // namespace twinbook
