// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/operation.h"
#include "sandbox/highlevelplay.h"

namespace twinbook::test {

//! One record of every kind at the played HighLevel, to stand where the catalogue's examples name
//! invented ones.
class PlayedRecords
{
public:
    //! Makes them by requests.
    explicit PlayedRecords(sandbox::HighLevelPlay &play);

    //! The text of an example of this operation with ids that exist.
    [[nodiscard]] QString real(const Operation &operation, QString example) const;
    //! A value that the catalogue leaves out because there is no invented one; else empty.
    [[nodiscard]] QString missing(const QString &parameter) const { return m_missing[parameter]; }

private:
    void makeFolderAndField(sandbox::HighLevelPlay &play);
    void makeAroundCalendar(sandbox::HighLevelPlay &play, const QString &calendar,
                            const QString &contact);

    QHash<QString, QString> m_real; //!< by invented id
    //! By a part of the path: what "{id}" is there.
    QList<std::pair<QString, QString>> m_ids;
    QHash<QString, QString> m_missing;
    QString m_block;
};

} // namespace twinbook::test
