// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/csv/csvreader.h"

#include <QCoreApplication>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

tl::unexpected<Error> unusable(const QString &message)
{
    return Failure(Error {.kind = ErrorKind::InvalidInput, .message = message, .detail = {}});
}

//! Cuts text into rows of fields.
class Scanner
{
public:
    Scanner(const QString &text, const QString &fileName)
        : m_text(text)
        , m_fileName(fileName)
    { }

    Result<QList<QStringList>> rows()
    {
        while (m_at < m_text.size()) {
            auto row = readRow();
            if (!row)
                return Failure(row.error());
            if (row->size() > 1 || !row->constFirst().isEmpty())
                m_rows.append(*std::move(row));
        }
        return m_rows;
    }

private:
    Result<QStringList> readRow();
    Result<QString> readQuoted();
    QString readPlain();
    [[nodiscard]] bool atEndOfField() const
    {
        return m_at >= m_text.size() || m_text.at(m_at) == u',' || m_text.at(m_at) == u'\n';
    }

    const QString &m_text;
    const QString &m_fileName;
    qsizetype m_at = 0;
    int m_line = 1;
    QList<QStringList> m_rows;
};

Result<QStringList> Scanner::readRow()
{
    QStringList row;
    for (;;) {
        // FEBRL writes a space after each comma, before a quote too.
        while (m_at < m_text.size() && m_text.at(m_at) == u' ')
            ++m_at;
        if (m_at < m_text.size() && m_text.at(m_at) == u'"') {
            auto field = readQuoted();
            if (!field)
                return Failure(field.error());
            row.append(*field);
        } else {
            row.append(readPlain());
        }
        if (m_at >= m_text.size())
            return row;
        const bool rowEnds = m_text.at(m_at++) == u'\n';
        if (rowEnds) {
            ++m_line;
            return row;
        }
    }
}

Result<QString> Scanner::readQuoted()
{
    const int opened = m_line;
    QString field;
    ++m_at;
    while (m_at < m_text.size()) {
        const QChar c = m_text.at(m_at++);
        if (c != u'"') {
            if (c == u'\n')
                ++m_line;
            field.append(c);
        } else if (m_at < m_text.size() && m_text.at(m_at) == u'"') {
            field.append(c);
            ++m_at;
        } else {
            while (m_at < m_text.size() && m_text.at(m_at).isSpace() && m_text.at(m_at) != u'\n')
                ++m_at;
            if (atEndOfField())
                return field.trimmed();
            return unusable(QCoreApplication::translate(
                                "Sandbox",
                                "“%1” cannot be read as a list of people: line %2 has text "
                                "after a closing quotation mark.")
                                .arg(m_fileName)
                                .arg(m_line));
        }
    }
    return unusable(QCoreApplication::translate(
                        "Sandbox",
                        "“%1” cannot be read as a list of people: a quotation mark opened in "
                        "line %2 is never closed.")
                        .arg(m_fileName)
                        .arg(opened));
}

QString Scanner::readPlain()
{
    const qsizetype start = m_at;
    while (!atEndOfField())
        ++m_at;
    return m_text.sliced(start, m_at - start).trimmed();
}

} // namespace

Result<CsvTable> parseCsv(const QByteArray &bytes, const QString &fileName)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return unusable(QCoreApplication::translate(
                            "Sandbox",
                            "“%1” is not a text file in UTF-8. Save it as “CSV UTF-8” and try "
                            "again.")
                            .arg(fileName));
    text.replace("\r\n"_L1, "\n"_L1);
    auto rows = Scanner(text, fileName).rows();
    if (!rows)
        return Failure(rows.error());
    if (rows->isEmpty())
        return unusable(
            QCoreApplication::translate("Sandbox", "“%1” is empty. Choose another file.")
                .arg(fileName));

    CsvTable table;
    for (const QString &name : rows->takeFirst())
        table.header.append(name.toLower());
    for (QStringList &row : *rows) {
        if (row.size() > table.header.size())
            return unusable(QCoreApplication::translate(
                                "Sandbox",
                                "“%1” cannot be read as a list of people: a row has %2 values, "
                                "but there are only %3 columns.")
                                .arg(fileName)
                                .arg(row.size())
                                .arg(table.header.size()));
        row.resize(table.header.size());
        table.rows.append(std::move(row));
    }
    return table;
}

} // namespace twinbook::sandbox
