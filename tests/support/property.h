// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QTest>

#include <rapidcheck.h>

//! Runs a RapidCheck property inside a test function. RapidCheck prints the seed of every run;
//! RC_PARAMS="seed=..." in the environment repeats one.
#define VERIFY_PROPERTY(description, ...)                                                          \
    QVERIFY2(rc::check(description, __VA_ARGS__), "the counterexample stands above")

//! Counterexamples are printed readably, and exactly: what is not printable ASCII as \uXXXX.
// In the namespace of QString, where RapidCheck looks for it.
inline void showValue(const QString &text, std::ostream &os)
{
    os << '"';
    for (const QChar c : text) {
        if (c.unicode() >= 0x20 && c.unicode() < 0x7F)
            os << c.toLatin1();
        else
            os << "\\u" << QString::number(c.unicode(), 16).rightJustified(4, u'0').toStdString();
    }
    os << '"';
}

namespace twinbook::test {

//! Text as hostile as it may come: any Unicode scalar, with those that break naive code (blanks,
//! marks, joiners, quotes, "%", "@", line breaks, characters outside the basic plane) often.
inline rc::Gen<QString> anyText()
{
    const auto scalar = rc::gen::suchThat(rc::gen::inRange<char32_t>(0x1, 0x110000),
                                          [](char32_t c) { return c < 0xD800 || c > 0xDFFF; });
    const auto nasty = rc::gen::element<char32_t>(
        U' ', U'\t', U'\n', U'\r', 0xA0, 0xAD, 0x200B, 0x200D, 0x202E, 0x2066, 0xFEFF, 0x301, 0x308,
        0x345, U'"', U'\\', U'\'', U'<', U'&', U'%', U'@', U'+', U'0', U'İ', U'ß', 0x1F600);
    const auto plain = rc::gen::inRange<char32_t>(0x20, 0x7F);
    const auto character = rc::gen::weightedOneOf<char32_t>({{4, plain}, {3, nasty}, {2, scalar}});
    return rc::gen::map(rc::gen::container<std::u32string>(character),
                        [](const std::u32string &s) { return QString::fromStdU32String(s); });
}

//! Text of `alphabet` with a length from `shortest` to `longest`.
inline rc::Gen<QString> textOf(const QString &alphabet, int shortest, int longest)
{
    return rc::gen::mapcat(rc::gen::inRange(shortest, longest + 1), [alphabet](int length) {
        const auto character = rc::gen::map(rc::gen::inRange<qsizetype>(0, alphabet.size()),
                                            [alphabet](qsizetype i) { return alphabet.at(i); });
        return rc::gen::map(
            rc::gen::container<std::vector<QChar>>(static_cast<size_t>(length), character),
            [](const std::vector<QChar> &characters) {
                return QString(characters.data(), static_cast<qsizetype>(characters.size()));
            });
    });
}

} // namespace twinbook::test
