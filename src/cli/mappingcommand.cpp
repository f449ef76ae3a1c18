// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/mappingcommand.h"

#include "store/settingsstore.h"
#include "workspace/workspace.h"

#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {
//! One byte more than a mapping may have, so that mappingFromJson() sees that it is too large.
constexpr qint64 mostToRead = 1024 * 1024 + 1;
} // namespace

MappingCommand::MappingCommand(Context context, Way way, QString file)
    : Command(std::move(context))
    , m_way(way)
    , m_file(std::move(file))
{ }

void MappingCommand::run()
{
    if (m_way == Way::Export)
        exportMapping();
    else
        importMapping();
}

void MappingCommand::exportMapping()
{
    const Result<Database> database = Database::open(
        Workspace::databasePath(context().dataDirectory), Database::Mode::ReadOnly);
    if (!database) {
        fail(database.error());
        return;
    }
    const Result<std::optional<MappingProfile>> mapping
        = SettingsStore(*database, clock()).mapping();
    if (!mapping) {
        fail(mapping.error());
        return;
    }
    if (!*mapping) {
        fail({.kind = ErrorKind::InvalidInput,
              .message
              = tr("There is no field mapping yet. Connect both services and run a preview first."),
              .detail = {}});
        return;
    }
    QSaveFile file(m_file);
    const QByteArray text = mappingToJson(**mapping);
    if (!file.open(QFile::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        fail({.kind = ErrorKind::Storage,
              .message = tr("The field mapping could not be written to \"%1\". Check that you may "
                            "write there and that "
                            "there is room.")
                             .arg(m_file),
              .detail = file.errorString()});
        return;
    }
    output().line(
        tr("%n line(s) written to %1.", nullptr, static_cast<int>((*mapping)->rows.size()))
            .arg(m_file));
    output().object({{u"lines"_s, (*mapping)->rows.size()}, {u"file"_s, m_file}});
    Q_EMIT finished(ExitCode::InAgreement);
}

void MappingCommand::importMapping()
{
    QFile file(m_file);
    if (!file.open(QFile::ReadOnly)) {
        fail({.kind = ErrorKind::InvalidInput,
              .message = tr("\"%1\" cannot be read. Check the name and that you may read it. "
                            "Nothing was changed.")
                             .arg(m_file),
              .detail = file.errorString()});
        return;
    }
    const Result<MappingProfile> mapping = mappingFromJson(file.read(mostToRead));
    if (!mapping) {
        fail(mapping.error());
        return;
    }
    Result<std::unique_ptr<Workspace>> workspace
        = Workspace::open(context().dataDirectory, context().hosts, m_secrets, clock());
    if (!workspace) {
        fail(workspace.error());
        return;
    }
    if (const Result<> kept = SettingsStore((*workspace)->database(), clock()).setMapping(*mapping);
        !kept) {
        fail(kept.error());
        return;
    }
    output().line(tr("%n line(s) taken over. Run a preview to see what they change.", nullptr,
                     static_cast<int>(mapping->rows.size())));
    output().object({{u"lines"_s, mapping->rows.size()}});
    Q_EMIT finished(ExitCode::InAgreement);
}

} // namespace twinbook::cli
