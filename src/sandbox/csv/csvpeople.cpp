// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/csv/csvpeople.h"

#include "sandbox/csv/csvreader.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

//! More than any address book; keeps a wrong file from filling the memory.
constexpr qint64 largestFile = 256LL * 1024 * 1024;

//! One row by column name.
class Row
{
public:
    Row(const QHash<QString, qsizetype> &columns, const QStringList &values)
        : m_columns(columns)
        , m_values(values)
    { }

    [[nodiscard]] QString operator()(const QString &column) const
    {
        const auto found = m_columns.constFind(column);
        return found == m_columns.constEnd() ? QString() : m_values.at(*found);
    }

private:
    const QHash<QString, qsizetype> &m_columns;
    const QStringList &m_values;
};

//! "rec-1070-org" and "rec-1070-dup-0" are both "rec-1070".
QString febrlTruth(const QString &recordId)
{
    return recordId.section(u'-', 0, 1);
}

PersonCard febrlCard(const Row &row)
{
    PersonCard card;
    card.truth = febrlTruth(row(u"rec_id"_s));
    card.firstName = row(u"given_name"_s);
    card.lastName = row(u"surname"_s);
    card.street = QString(row(u"street_number"_s) + u' ' + row(u"address_1"_s)).trimmed();
    if (const QString second = row(u"address_2"_s); !second.isEmpty())
        card.street = card.street.isEmpty() ? second : QString(card.street + u", "_s + second);
    card.city = row(u"suburb"_s);
    card.zip = row(u"postcode"_s);
    card.state = row(u"state"_s);
    card.country = u"AU"_s;
    card.dateOfBirth = QDate::fromString(row(u"date_of_birth"_s), u"yyyyMMdd"_s);
    return card;
}

PersonCard genericCard(const Row &row)
{
    static const QRegularExpression separator(u"[;,]"_s);
    PersonCard card;
    card.truth = row(u"id"_s);
    card.firstName = row(u"first_name"_s);
    card.lastName = row(u"last_name"_s);
    if (const QString full = row(u"name"_s); !full.isEmpty()) {
        card.firstName = full.section(u' ', 0, 0);
        card.lastName = full.section(u' ', 1);
    }
    card.email = row(u"email"_s);
    card.phone = row(u"phone"_s);
    card.company = row(u"company"_s);
    const QStringList tags = row(u"tags"_s).split(separator, Qt::SkipEmptyParts);
    for (const QString &tag : tags)
        card.tags.append(tag.trimmed());
    card.street = row(u"street"_s);
    card.city = row(u"city"_s);
    card.state = row(u"state"_s);
    card.zip = row(u"zip"_s);
    card.country = row(u"country"_s).toUpper();
    card.dateOfBirth = QDate::fromString(row(u"date_of_birth"_s), Qt::ISODate);
    return card;
}

tl::unexpected<Error> unusable(const QString &message, const QString &detail = {})
{
    return Failure(Error {.kind = ErrorKind::InvalidInput, .message = message, .detail = detail});
}

struct ReadFile
{
    QList<PersonCard> cards;
    enum class Columns : quint8 { Febrl, Generic } columns = Columns::Generic;
};

Result<ReadFile> readCards(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(
            QCoreApplication::translate("Sandbox",
                                        "“%1” could not be opened. Check that it still exists and "
                                        "that you may read it.")
                .arg(name),
            file.errorString());
    if (file.size() > largestFile)
        return unusable(
            QCoreApplication::translate("Sandbox",
                                        "“%1” is too large for a list of people. Choose another "
                                        "file.")
                .arg(name));
    const auto table = parseCsv(file.readAll(), name);
    if (!table)
        return Failure(table.error());

    QHash<QString, qsizetype> columns;
    for (qsizetype i = 0; i < table->header.size(); ++i)
        columns.insert(table->header.at(i), i);
    ReadFile result;
    if (columns.contains(u"rec_id"_s) && columns.contains(u"given_name"_s))
        result.columns = ReadFile::Columns::Febrl;
    else if (!columns.contains(u"name"_s) && !columns.contains(u"first_name"_s)
             && !columns.contains(u"last_name"_s))
        return unusable(
            QCoreApplication::translate("Sandbox",
                                        "“%1” has no column called “name”, “first_name” or "
                                        "“last_name” in its first line, so nobody was read.")
                .arg(name));
    result.cards.reserve(table->rows.size());
    for (const QStringList &values : table->rows) {
        const Row row(columns, values);
        result.cards.append(result.columns == ReadFile::Columns::Febrl ? febrlCard(row)
                                                                       : genericCard(row));
    }
    return result;
}

} // namespace

Result<AddressBooks> readAddressBooks(const CsvPair &files)
{
    const auto left = readCards(files.officernd);
    if (!left)
        return Failure(left.error());
    const auto right = readCards(files.highlevel);
    if (!right)
        return Failure(right.error());
    AddressBooks books {.officernd = left->cards,
                        .highlevel = right->cards,
                        .country = u"GB"_s,
                        .city = u"London"_s,
                        .timeZone = u"Europe/London"_s};
    if (left->columns == ReadFile::Columns::Febrl) {
        books.country = u"AU"_s;
        books.city = u"Sydney"_s;
        books.timeZone = u"Australia/Sydney"_s;
    }
    return books;
}

} // namespace twinbook::sandbox
