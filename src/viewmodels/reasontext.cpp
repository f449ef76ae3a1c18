// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/reasontext.h"

#include "sync/reasonnames.h"

#include <QCoreApplication>
#include <QLocale>

namespace twinbook {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("twinbook::ReasonText", text);
}

} // namespace

QString reasonText(FieldReason reason)
{
    switch (reason) {
    case FieldReason::SameValue:
        return translated(QT_TRANSLATE_NOOP("twinbook::ReasonText", "same on both sides"));
    case FieldReason::FormattingOnly:
        return translated(
            QT_TRANSLATE_NOOP("twinbook::ReasonText", "same, only spelled differently"));
    case FieldReason::SameEdit:
        return translated(
            QT_TRANSLATE_NOOP("twinbook::ReasonText", "changed to the same on both sides"));
    case FieldReason::NewPerson:
        return translated(QT_TRANSLATE_NOOP("twinbook::ReasonText", "new person"));
    case FieldReason::ChangedOnLeft:
        return translated(QT_TRANSLATE_NOOP("twinbook::ReasonText", "changed in OfficeRnD"));
    case FieldReason::ChangedOnRight:
        return translated(QT_TRANSLATE_NOOP("twinbook::ReasonText", "changed in HighLevel"));
    case FieldReason::FillsEmpty:
        return translated(QT_TRANSLATE_NOOP("twinbook::ReasonText", "fills an empty field"));
    case FieldReason::LeftWins:
        return translated(QT_TRANSLATE_NOOP("twinbook::ReasonText", "OfficeRnD wins (rule)"));
    case FieldReason::RightWins:
        return translated(QT_TRANSLATE_NOOP("twinbook::ReasonText", "HighLevel wins (rule)"));
    case FieldReason::NewerWins:
        return translated(
            QT_TRANSLATE_NOOP("twinbook::ReasonText", "the newer record wins (rule)"));
    case FieldReason::TagsMerged:
        return translated(QT_TRANSLATE_NOOP("twinbook::ReasonText", "tags of both sides combined"));
    case FieldReason::PersonDecided:
        return translated(QT_TRANSLATE_NOOP("twinbook::ReasonText", "you decided"));
    case FieldReason::BothChanged:
        return translated(QT_TRANSLATE_NOOP("twinbook::ReasonText", "changed on both sides"));
    case FieldReason::NeverAgreed:
        return translated(
            QT_TRANSLATE_NOOP("twinbook::ReasonText", "differs, and never agreed before"));
    case FieldReason::EmptyNeverErases:
        return translated(QT_TRANSLATE_NOOP("twinbook::ReasonText", "an empty field never erases"));
    case FieldReason::OnlyFillsEmpty:
        return translated(
            QT_TRANSLATE_NOOP("twinbook::ReasonText", "only fills empty fields (rule)"));
    case FieldReason::OneWay:
        return translated(
            QT_TRANSLATE_NOOP("twinbook::ReasonText", "this field goes one way only"));
    case FieldReason::CannotBeWritten:
        return translated(QT_TRANSLATE_NOOP("twinbook::ReasonText", "cannot be changed there"));
    case FieldReason::TakenByAnother:
        return translated(
            QT_TRANSLATE_NOOP("twinbook::ReasonText", "another person in HighLevel has it"));
    case FieldReason::StoredDifferently:
        return translated(
            QT_TRANSLATE_NOOP("twinbook::ReasonText", "stored in its own spelling there"));
    case FieldReason::NeededButEmpty:
        return translated(
            QT_TRANSLATE_NOOP("twinbook::ReasonText", "needed for a new person, but empty"));
    case FieldReason::PutBack:
        return translated(QT_TRANSLATE_NOOP("twinbook::ReasonText", "put back by an undo"));
    case FieldReason::LeftApart:
        return translated(QT_TRANSLATE_NOOP("twinbook::ReasonText", "left different on purpose"));
    }
    return {};
}

QString reasonNameText(const QString &name)
{
    for (int value = 0; value <= static_cast<int>(FieldReason::LeftApart); ++value) {
        const auto reason = static_cast<FieldReason>(value);
        if (fieldReasonName(reason) == name)
            return reasonText(reason);
    }
    return {};
}

QString matchBasisText(MatchBasis basis)
{
    switch (basis) {
    case MatchBasis::None:
        return {};
    case MatchBasis::StoredLink:
        return translated(QT_TRANSLATE_NOOP("twinbook::ReasonText", "linked before"));
    case MatchBasis::Email:
        return translated(QT_TRANSLATE_NOOP("twinbook::ReasonText", "same e-mail"));
    case MatchBasis::PhoneAndLastName:
        return translated(QT_TRANSLATE_NOOP("twinbook::ReasonText", "same phone and last name"));
    case MatchBasis::Score:
        return translated(QT_TRANSLATE_NOOP("twinbook::ReasonText", "many details agree"));
    case MatchBasis::PersonDecided:
        return translated(
            QT_TRANSLATE_NOOP("twinbook::ReasonText", "you said it is the same person"));
    case MatchBasis::LinkIds:
        return translated(QT_TRANSLATE_NOOP("twinbook::ReasonText",
                                            "OfficeRnD and HighLevel keep each other's number"));
    }
    return {};
}

QString stopText(const GuardStop &stop)
{
    const QString service = serviceName(stop.side);
    const QString before = QLocale().toString(stop.before);
    const QString now = QLocale().toString(stop.now);
    switch (stop.kind) {
    case GuardStop::Kind::SideIsEmpty:
        return translated(QT_TRANSLATE_NOOP(
                              "twinbook::ReasonText",
                              "%1 returned nobody, although %2 people are linked. That is most "
                              "likely a fault or the wrong account, so nothing will be changed. "
                              "Look into %1 in your browser, then check again."))
            .arg(service, before);
    case GuardStop::Kind::SideShrank:
        return translated(QT_TRANSLATE_NOOP(
                              "twinbook::ReasonText",
                              "%1 had %2 people at the last look and has %3 now. If people were "
                              "removed on purpose, check again later; until then nothing will be "
                              "changed."))
            .arg(service, before, now);
    case GuardStop::Kind::NotAllRead:
        return translated(QT_TRANSLATE_NOOP(
                              "twinbook::ReasonText",
                              "The list of %1 could not be read to its end, so somebody could be "
                              "missing. Nothing will be changed. Check again."))
            .arg(service);
    case GuardStop::Kind::ManyErased:
        return translated(QT_TRANSLATE_NOOP(
                              "twinbook::ReasonText",
                              "Values of %2 people in %1 would become empty. That is more than "
                              "usual. Look at the list below before you go on."))
            .arg(service, now);
    case GuardStop::Kind::ManyBecameOthers:
        return translated(QT_TRANSLATE_NOOP(
                              "twinbook::ReasonText",
                              "%2 of the %3 linked people have another name and another address in "
                              "%1 at once, as if %1 had mixed them up. Nothing will be changed. "
                              "Look at some of them in %1, then check again."))
            .arg(service, now, before);
    }
    return {};
}

} // namespace twinbook
