// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/plainlabel.h"
#include "gui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace twinbook;

namespace {

constexpr double text = 4.5; //!< WCAG 1.4.3
constexpr double shape = 3.0; //!< WCAG 1.4.11

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (qMax(first, second) + 0.05) / (qMin(first, second) + 0.05);
}

constexpr std::array tones {Tone::Text,    Tone::Muted,     Tone::Accent,
                            Tone::Good,    Tone::Attention, Tone::Stopped,
                            Tone::Working, Tone::OfficeRnD, Tone::HighLevel};

int inkIn(const QIcon &icon, int size)
{
    const QImage image = icon.pixmap(size, size).toImage();
    int pixels = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            pixels += image.pixelColor(x, y).alpha() > 128 ? 1 : 0;
    }
    return pixels;
}

} // namespace

class ThemeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsContrast_data();
    void keepsContrast();
    void tellsTheSchemes();
    void drawsEveryIcon();
    void recoloursIconsWithThePalette();
    void makesControlsLargeEnough();
    void showsTheFocus_data();
    void showsTheFocus();
    void labelsNeverReadTags();
};

void ThemeTest::keepsContrast_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
}

void ThemeTest::keepsContrast()
{
    QFETCH(const Scheme, scheme);
    const QPalette palette = themePalette(scheme);
    const auto atLeast = [](double limit, const QColor &a, const QColor &b, const QString &what) {
        const double got = contrast(a, b);
        if (got < limit)
            QTest::qFail(qPrintable(u"%1: %2 on %3 is only %4:1"_s.arg(what, a.name(), b.name())
                                        .arg(got, 0, 'f', 2)),
                         __FILE__, __LINE__);
    };
    const QColor window = palette.color(QPalette::Window);
    const QColor base = palette.color(QPalette::Base);
    for (const Tone tone : tones) {
        const QString name = u"tone %1"_s.arg(static_cast<int>(tone));
        const QColor color = toneColor(tone, palette);
        atLeast(text, color, window, name);
        atLeast(text, color, base, name);
        atLeast(text, color, toneSurface(tone, palette), name);
        atLeast(text, palette.color(QPalette::WindowText), toneSurface(tone, palette), name);
    }
    for (const Tone tone : {Tone::Muted, Tone::Accent})
        atLeast(text, toneColor(tone, palette), palette.color(QPalette::Highlight),
                u"selected row"_s);
    atLeast(text, palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight),
            u"selection"_s);
    atLeast(text, toneColor(Tone::OnAccent, palette), toneColor(Tone::Accent, palette),
            u"accent button"_s);
    atLeast(text, palette.color(QPalette::PlaceholderText), base, u"placeholder"_s);
    atLeast(text, palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase),
            u"tool tip"_s);
    atLeast(text, palette.color(QPalette::WindowText), sideBarColor(palette), u"side bar"_s);
    atLeast(shape, fieldBorderColor(palette), base, u"field border"_s);
    atLeast(shape, fieldBorderColor(palette), window, u"field border"_s);
    // WCAG leaves disabled text alone; 3:1 keeps it readable.
    atLeast(shape, palette.color(QPalette::Disabled, QPalette::ButtonText), base, u"disabled"_s);
}

void ThemeTest::tellsTheSchemes()
{
    QCOMPARE(schemeOf(themePalette(Scheme::Light)), Scheme::Light);
    QCOMPARE(schemeOf(themePalette(Scheme::Dark)), Scheme::Dark);
    QCOMPARE(schemeOf(QPalette(Qt::black)), Scheme::Dark);
}

void ThemeTest::drawsEveryIcon()
{
    applyScheme(Scheme::Light);
    for (int value = 0; value <= static_cast<int>(Icon::HighLevel); ++value) {
        const auto name = static_cast<Icon>(value);
        QVERIFY2(QFile::exists(iconPath(name)), qPrintable(iconPath(name)));
        for (const int size : {16, 24, 32}) {
            const int ink = inkIn(icon(name), size);
            QVERIFY2(
                ink > size / 2,
                qPrintable(u"%1 at %2 px has %3 pixels"_s.arg(iconPath(name)).arg(size).arg(ink)));
        }
    }
}

void ThemeTest::recoloursIconsWithThePalette()
{
    const QIcon picture = icon(Icon::OfficeRnD, Tone::OfficeRnD);
    const auto colour = [&picture] { return picture.pixmap(48, 48).toImage().pixelColor(24, 8); };
    applyScheme(Scheme::Light);
    QCOMPARE(colour().name(), toneColor(Tone::OfficeRnD, themePalette(Scheme::Light)).name());
    applyScheme(Scheme::Dark);
    QCOMPARE(colour().name(), toneColor(Tone::OfficeRnD, themePalette(Scheme::Dark)).name());
    applyScheme(Scheme::Light);
}

void ThemeTest::makesControlsLargeEnough()
{
    applyScheme(Scheme::Light);
    QPushButton button(u"x"_s);
    QLineEdit field;
    QComboBox combo;
    QCheckBox check(u"x"_s);
    QRadioButton radio(u"x"_s);
    for (QWidget *control :
         std::initializer_list<QWidget *> {&button, &field, &combo, &check, &radio}) {
        const QSize size = control->sizeHint();
        QVERIFY2(
            size.height() >= space::target && size.width() >= 24,
            qPrintable(u"%1 %2x%3"_s.arg(QString::fromLatin1(control->metaObject()->className()))
                           .arg(size.width())
                           .arg(size.height())));
    }
}

void ThemeTest::showsTheFocus_data()
{
    QTest::addColumn<QWidget *>("control");
    QTest::newRow("button") << static_cast<QWidget *>(new QPushButton(u"Go"_s));
    QTest::newRow("check box") << static_cast<QWidget *>(new QCheckBox(u"Sync automatically"_s));
    QTest::newRow("radio button") << static_cast<QWidget *>(
        new QRadioButton(u"Like the computer"_s));
    QTest::newRow("field") << static_cast<QWidget *>(new QLineEdit(u"Go"_s));
    QTest::newRow("combo box") << static_cast<QWidget *>(new QComboBox);
}

void ThemeTest::showsTheFocus()
{
    QFETCH(QWidget *, control);
    applyScheme(Scheme::Light);
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *other = new QPushButton(u"other"_s);
    column->addWidget(other);
    column->addWidget(control);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    other->setFocus();
    const QImage before = control->grab().toImage();
    QTest::keyClick(other, Qt::Key_Tab);
    QVERIFY(control->hasFocus());
    const QImage after = control->grab().toImage();
    const QColor accent = toneColor(Tone::Accent, QApplication::palette());
    int ring = 0;
    for (int y = 0; y < after.height(); ++y) {
        for (int x = 0; x < after.width(); ++x) {
            ring += after.pixelColor(x, y) == accent && before.pixelColor(x, y) != accent ? 1 : 0;
        }
    }
    // A ring of 2 px around at least a check box.
    QVERIFY2(ring >= 2 * 4 * 16, qPrintable(u"only %1 pixels changed"_s.arg(ring)));
}

void ThemeTest::labelsNeverReadTags()
{
    const QString hostile = u"<img src=file:///etc/passwd><b>x</b>"_s;
    PlainLabel label(hostile);
    QCOMPARE(label.textFormat(), Qt::PlainText);
    QCOMPARE(label.text(), hostile);
    QVERIFY(!plainToolTip(hostile).contains(u"<img"_s));
    QVERIFY(plainToolTip({}).isEmpty());
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
