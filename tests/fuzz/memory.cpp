// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "memory.h"

#include <cstddef>
#include <sys/resource.h>

#if defined(__SANITIZE_ADDRESS__)
//! Of <sanitizer/allocator_interface.h>, which comes with other compilers only.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#else
#include <malloc.h>
#endif

namespace twinbook::fuzz {

qint64 memoryInUse()
{
#if defined(__SANITIZE_ADDRESS__)
    return static_cast<qint64>(__sanitizer_get_current_allocated_bytes());
#else
    const auto usage = mallinfo2();
    return static_cast<qint64>(usage.uordblks + usage.hblkhd);
#endif
}

qint64 memoryAtMost()
{
    rusage usage {};
    (void)getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss * qint64(1024);
}

} // namespace twinbook::fuzz
