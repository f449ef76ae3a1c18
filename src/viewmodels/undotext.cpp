// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/undotext.h"

#include "sync/reasonnames.h"
#include "viewmodels/reasontext.h"
#include "viewmodels/runhistorymodel.h"

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

QString undoHeadline(const PreparedUndo &undo, const QString &of)
{
    const UndoPlan &plan = undo.plan;
    const QString run = of.isEmpty() ? runName(undo.scope.run, RunPurpose::Sync) : of;
    const int values = plan.count(UndoVerdict::PutBack);
    const int pairs = plan.count(UndoPairing::Unlink) + plan.count(UndoPairing::LinkAgain);
    if (plan.isNothing())
        return Tr::tr("Of %1 there is nothing to take back.").arg(run);
    if (values == 0)
        return (pairs == 1 ? Tr::tr("Taking back %1: 1 person, no values.")
                           : Tr::tr("Taking back %1: %Ln people, no values.", nullptr, pairs))
            .arg(run);
    return (values == 1
                ? Tr::tr("Taking back %1: 1 value gets what was there before.")
                : Tr::tr("Taking back %1: %Ln values get what was there before.", nullptr, values))
        .arg(run);
}

QString undoRemainder(const UndoPlan &plan)
{
    // English has its own singular here, so that it reads well without a translation file.
    const auto counted = [](int n, const QString &one, const QString &many) {
        return n == 0 ? QString() : n == 1 ? one : many;
    };
    const int since = plan.count(UndoVerdict::ChangedSince);
    const int kept = plan.count(UndoVerdict::PersonGone) + plan.count(UndoVerdict::CannotBePutBack);
    const int back = plan.count(UndoVerdict::AlreadyBack);
    const int unlinked = plan.count(UndoPairing::Unlink);
    const int linked = plan.count(UndoPairing::LinkAgain);
    QStringList sentences {
        counted(since, Tr::tr("1 value stays as it is, because somebody changed it since."),
                Tr::tr("%Ln values stay as they are, because somebody changed them since.", nullptr,
                       since)),
        counted(kept, Tr::tr("1 value cannot be put back."),
                Tr::tr("%Ln values cannot be put back.", nullptr, kept)),
        counted(back, Tr::tr("1 value is as before already."),
                Tr::tr("%Ln values are as before already.", nullptr, back)),
        counted(unlinked,
                Tr::tr("1 person that was added is not deleted: the two records stay, unlinked "
                       "and left out from now on."),
                Tr::tr("%Ln people that were added are not deleted: their records stay, unlinked "
                       "and left out from now on.",
                       nullptr, unlinked)),
        counted(linked, Tr::tr("1 person is linked again."),
                Tr::tr("%Ln people are linked again.", nullptr, linked))};
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString undoSentence(const PreparedUndo &undo)
{
    return QString(undoHeadline(undo) + u' ' + undoRemainder(undo.plan)).trimmed();
}

QString verdictText(UndoVerdict verdict)
{
    switch (verdict) {
    case UndoVerdict::PutBack:
        return Tr::tr("put back");
    case UndoVerdict::AlreadyBack:
        return Tr::tr("already as before");
    case UndoVerdict::ChangedSince:
        return Tr::tr("kept: somebody changed it since");
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

QString pairingReason(UndoPairing pairing)
{
    switch (pairing) {
    case UndoPairing::Stays:
        return {};
    case UndoPairing::Unlink:
        return Tr::tr("both records stay, left out");
    case UndoPairing::LinkAgain:
        return Tr::tr("was linked before, and takes part again");
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
