// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/catalogue.h"

#include <QHash>

namespace twinbook {

//! Which operation of the catalogue a request was, by its method and path. Quick enough to be
//! asked for every line of a long list.
class OperationFinder
{
    Q_DISABLE_COPY_MOVE(OperationFinder)

public:
    explicit OperationFinder(Catalogue catalogue);
    ~OperationFinder() = default;

    //! `method` is "GET" and the like; `path` has no query, and its ids may be anything. Of several
    //! operations the one that has most words in common. nullptr if there is none; the pointer
    //! lives as long as the finder.
    [[nodiscard]] const Operation *find(Side service, const QString &method,
                                        const QString &path) const;

private:
    struct Pattern
    {
        QStringList words; //!< empty where an id stands
        const Operation *operation = nullptr;
    };

    const Catalogue m_catalogue;
    QHash<QString, QList<Pattern>> m_patterns; //!< by keyOf()
};

} // namespace twinbook
