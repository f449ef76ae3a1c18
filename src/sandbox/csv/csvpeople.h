// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "sandbox/people/addressbooks.h"
#include "sandbox/sandboxoptions.h"

namespace twinbook::sandbox {

//! Two CSV files as address books. Two sets of columns are understood, told apart by the header:
//! - FEBRL: rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode,
//!   state, date_of_birth (YYYYMMDD). The truth is the "rec-N" of rec_id. soc_sec_id is an
//!   identity number and is never loaded.
//! - generic: name or first_name and last_name, email, phone, company, tags (split at ";" or
//!   ","), street, city, state, zip, country, date_of_birth (YYYY-MM-DD), id (the truth).
//! Other columns are passed over. ErrorKind::InvalidInput with a sentence for people if a file
//! cannot be read or has no column with names.
[[nodiscard]] Result<AddressBooks> readAddressBooks(const CsvPair &files);

} // namespace twinbook::sandbox
