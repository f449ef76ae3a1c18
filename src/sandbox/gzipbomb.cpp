// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/gzipbomb.h"

#include <array>

namespace twinbook::sandbox {

namespace {

constexpr qsizetype unpackedSize = 64 * 1024 * 1024;

constexpr std::array<quint32, 256> crcTable()
{
    std::array<quint32, 256> table {};
    for (quint32 byte = 0; byte < 256; ++byte) {
        quint32 value = byte;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) != 0 ? 0xEDB88320U ^ (value >> 1) : value >> 1;
        table.at(byte) = value;
    }
    return table;
}

quint32 crc32(const QByteArray &bytes)
{
    static constexpr std::array<quint32, 256> table = crcTable();
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes)
        crc = table.at((crc ^ static_cast<quint8>(byte)) & 0xFF) ^ (crc >> 8);
    return ~crc;
}

QByteArray littleEndian(quint32 value)
{
    QByteArray bytes;
    for (int shift = 0; shift < 32; shift += 8)
        bytes.append(static_cast<char>((value >> shift) & 0xFF));
    return bytes;
}

QByteArray made()
{
    const QByteArray blanks(unpackedSize, ' ');
    // Qt's form is a length of 4 bytes, a zlib header of 2, the data, and a checksum of 4.
    const QByteArray packed = qCompress(blanks, 9);
    const QByteArray deflated = packed.sliced(6, packed.size() - 10);
    static constexpr std::array<char, 10> header {'\x1f', '\x8b', 8, 0, 0, 0, 0, 0, 0, '\x03'};
    QByteArray file(header.data(), header.size());
    file.append(deflated);
    file.append(littleEndian(crc32(blanks)));
    file.append(littleEndian(static_cast<quint32>(unpackedSize)));
    return file;
}

} // namespace

const QByteArray &gzipBomb()
{
    static const QByteArray bomb = made();
    return bomb;
}

} // namespace twinbook::sandbox
