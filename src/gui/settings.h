// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>

class QSettings;

namespace twinbook {

//! How the window looks and where it was: the only user of QSettings. Nothing about the two
//! accounts is kept here.
class GuiSettings final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GuiSettings)

public:
    enum class Appearance : quint8 { System, Light, Dark };
    Q_ENUM(Appearance)
    enum class DetailsPane : quint8 { Hidden, Shown };

    //! The user's own settings file, named after the application.
    explicit GuiSettings(QObject *parent = nullptr);
    //! A given INI file.
    explicit GuiSettings(const QString &path, QObject *parent = nullptr);
    ~GuiSettings() override;

    [[nodiscard]] Appearance appearance() const;
    void setAppearance(Appearance appearance);
    [[nodiscard]] DetailsPane detailsPane() const;
    void setDetailsPane(DetailsPane pane);
    //! What QWidget, QSplitter and QHeaderView saved of themselves, by a name of ours.
    [[nodiscard]] QByteArray layoutOf(const QString &name) const;
    void setLayoutOf(const QString &name, const QByteArray &layout);

Q_SIGNALS:
    void appearanceChanged(twinbook::GuiSettings::Appearance appearance);

private:
    std::unique_ptr<QSettings> m_settings;
};

} // namespace twinbook
