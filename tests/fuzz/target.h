// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace twinbook::fuzz {

class Stage;

//! One reader of foreign text.
struct Target
{
    QString name; //!< "highlevel.contact"
    //! What the reader gets when nobody means harm. Not empty.
    QList<QByteArray> seeds;
    //! Reads the text and says what is wrong with the outcome through complain().
    std::function<void(QByteArrayView)> parse;
};

//! Reports a broken promise of the parser that is running. `what` names the promise and nothing
//! of the text.
void complain(const QString &what);
//! How often complain() was called.
[[nodiscard]] qint64 complaints();
//! The first words of the complaints, each once.
[[nodiscard]] const QStringList &distinctComplaints();

inline void expect(bool holds, const char *promise)
{
    if (!holds)
        complain(QString::fromLatin1(promise));
}

// The readers of foreign text, by module. The seeds are what the stage replies.

[[nodiscard]] QList<Target> textTargets(); //!< core, mapping, catalogue, quirks
[[nodiscard]] QList<Target> storeTargets();
[[nodiscard]] QList<Target> fileTargets(); //!< of core, probe and store
[[nodiscard]] QList<Target> httpTargets(
    Stage &stage); //!< net, and what the services' refusals mean
[[nodiscard]] QList<Target> signInTargets(Stage &stage); //!< auth
[[nodiscard]] QList<Target> sandboxTargets(Stage &stage); //!< what it reads
[[nodiscard]] QList<Target> playedTargets(Stage &stage); //!< what it is asked
[[nodiscard]] QList<Target> officeRnDTargets(Stage &stage);
[[nodiscard]] QList<Target> highLevelTargets(Stage &stage);

} // namespace twinbook::fuzz
