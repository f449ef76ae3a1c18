// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/undotext.h"

#include "sync/reasonnames.h"
#include "viewmodels/reasontext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::UndoText)
};

QString quoted(const FieldValue &value)
{
    return value.isEmpty() ? Tr::tr("nothing") : u'“' + value.toDisplay() + u'”';
}

} // namespace

QString undoSentence(const PreparedUndo &undo)
{
    const UndoPlan &plan = undo.plan;
    const int putBack = plan.count(UndoVerdict::PutBack);
    const int kept = plan.count(UndoVerdict::ChangedSince) + plan.count(UndoVerdict::PersonGone)
        + plan.count(UndoVerdict::CannotBePutBack);
    QStringList sentences;
    sentences.append(
        plan.isNothing()
            ? Tr::tr("Of sync #%1 there is nothing to take back.").arg(undo.scope.run.number())
            : Tr::tr("Taking back sync #%1: %n value(s) get what was there before.", nullptr,
                     putBack)
                  .arg(undo.scope.run.number()));
    if (kept > 0)
        sentences.append(
            Tr::tr("%n value(s) stay as they are, each with its reason.", nullptr, kept));
    if (const int back = plan.count(UndoVerdict::AlreadyBack); back > 0)
        sentences.append(Tr::tr("%n value(s) are as before already.", nullptr, back));
    if (const int unlinked = plan.count(UndoPairing::Unlink); unlinked > 0)
        sentences.append(Tr::tr("%n person(s) that the sync had added are not deleted: they are "
                                "unlinked and left out from now on.",
                                nullptr, unlinked));
    if (const int linked = plan.count(UndoPairing::LinkAgain); linked > 0)
        sentences.append(Tr::tr("%n person(s) are linked again.", nullptr, linked));
    return sentences.join(u' ');
}

QString verdictText(UndoVerdict verdict)
{
    switch (verdict) {
    case UndoVerdict::PutBack:
        return Tr::tr("put back");
    case UndoVerdict::AlreadyBack:
        return Tr::tr("already as before");
    case UndoVerdict::ChangedSince:
        return Tr::tr("kept: changed since");
    case UndoVerdict::PersonGone:
        return Tr::tr("kept: the person is no longer there");
    case UndoVerdict::CannotBePutBack:
        return Tr::tr("kept: this field cannot be changed there any more");
    case UndoVerdict::StaysCreated:
        return Tr::tr("kept: the person was added and is not deleted");
    }
    Q_UNREACHABLE();
}

QString pairingText(const UndoPerson &person)
{
    switch (person.pairing) {
    case UndoPairing::Stays:
        return {};
    case UndoPairing::Unlink:
        return Tr::tr("%1 was added by this sync. Nobody is deleted: both records stay, are no "
                      "longer linked, and are left out from now on. Delete the added one by hand "
                      "if you do not want it.")
            .arg(person.name);
    case UndoPairing::LinkAgain:
        return Tr::tr("%1 is linked again and no longer left out.").arg(person.name);
    }
    Q_UNREACHABLE();
}

QString whyHereText(const WhyHere &why)
{
    const QString value
        = Tr::tr("%1 shows %2 for %3.").arg(serviceName(why.side), quoted(why.value), why.title);
    if (why.origin == WhyHere::Origin::NeverWritten || !why.last)
        return value + u' '
            + Tr::tr("Twinbook remembers no change of it there: it was entered in %1, or it was "
                     "written before the history begins.")
                  .arg(serviceName(why.side));
    const ChangeEntry &last = *why.last;
    const QString when = QLocale().toString(last.at.toLocalTime(), QLocale::ShortFormat);
    const QString wrote = Tr::tr("Sync #%1 wrote %2 on %3, in place of %4. Reason: %5.")
                              .arg(QString::number(last.run.number()), quoted(last.after), when,
                                   quoted(last.before), reasonNameText(last.reason));
    if (why.origin == WhyHere::Origin::WrittenBySync)
        return value + u' ' + wrote;
    return value + u' ' + wrote + u' '
        + Tr::tr("Since then it was changed in %1 itself.").arg(serviceName(why.side));
}

} // namespace twinbook
