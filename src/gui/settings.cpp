// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/settings.h"

#include <QMetaEnum>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace twinbook {

GuiSettings::GuiSettings(QObject *parent)
    : QObject(parent)
    , m_settings(std::make_unique<QSettings>())
{ }

GuiSettings::GuiSettings(const QString &path, QObject *parent)
    : QObject(parent)
    , m_settings(std::make_unique<QSettings>(path, QSettings::IniFormat))
{ }

GuiSettings::~GuiSettings() = default;

GuiSettings::Appearance GuiSettings::appearance() const
{
    const QByteArray name = m_settings->value(u"appearance"_s).toByteArray();
    bool known = false;
    const int value = QMetaEnum::fromType<Appearance>().keyToValue(name.constData(), &known);
    return known ? static_cast<Appearance>(value) : Appearance::System;
}

void GuiSettings::setAppearance(Appearance appearance)
{
    if (appearance == this->appearance())
        return;
    const char *name = QMetaEnum::fromType<Appearance>().valueToKey(static_cast<int>(appearance));
    m_settings->setValue(u"appearance"_s, QString::fromLatin1(name));
    Q_EMIT appearanceChanged(appearance);
}

GuiSettings::DetailsPane GuiSettings::detailsPane() const
{
    return m_settings->value(u"detailsShown"_s, true).toBool() ? DetailsPane::Shown
                                                               : DetailsPane::Hidden;
}

void GuiSettings::setDetailsPane(DetailsPane pane)
{
    m_settings->setValue(u"detailsShown"_s, pane == DetailsPane::Shown);
}

QByteArray GuiSettings::layoutOf(const QString &name) const
{
    return m_settings->value(u"layout/"_s + name).toByteArray();
}

void GuiSettings::setLayoutOf(const QString &name, const QByteArray &layout)
{
    m_settings->setValue(u"layout/"_s + name, layout);
}

} // namespace twinbook
