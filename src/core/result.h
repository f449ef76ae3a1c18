// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

namespace twinbook {

//! What a function returns that can fail because of the world (never because of our own bugs:
//! those are asserted). The only place that names the library, so that the move to
//! std::expected is one line.
template<class T = void>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

} // namespace twinbook
