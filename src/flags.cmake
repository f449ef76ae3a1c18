# SPDX-FileCopyrightText: 2026 The Twinbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The one place for warnings, Qt defines, hardening and sanitizers. Every target links it.

add_library(twinbook_flags INTERFACE)

target_compile_options(twinbook_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Woverloaded-virtual -Wnon-virtual-dtor -Wcast-qual -Wformat=2 -Wimplicit-fallthrough
    -Wswitch-enum -Werror=switch -Werror=return-type
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
    $<$<BOOL:${TWINBOOK_WERROR}>:-Werror>
    -fstack-protector-strong)

target_compile_definitions(twinbook_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
    QT_USE_QSTRINGBUILDER QT_MESSAGELOGCONTEXT QT_DISABLE_DEPRECATED_BEFORE=0x060400
    TWINBOOK_VERSION="${PROJECT_VERSION}"
    $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)

target_link_options(twinbook_flags INTERFACE -Wl,-z,relro -Wl,-z,now)
target_link_libraries(twinbook_flags INTERFACE tl::expected)

if(TWINBOOK_SANITIZE)
    target_compile_options(twinbook_flags INTERFACE -fsanitize=${TWINBOOK_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(twinbook_flags INTERFACE -fsanitize=${TWINBOOK_SANITIZE})
endif()

include(CheckLinkerFlag)
check_linker_flag(CXX "-fuse-ld=mold" TWINBOOK_HAVE_MOLD)
if(TWINBOOK_HAVE_MOLD)
    target_link_options(twinbook_flags INTERFACE -fuse-ld=mold)
endif()

find_program(TWINBOOK_CCACHE ccache)
if(TWINBOOK_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${TWINBOOK_CCACHE} PARENT_SCOPE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${TWINBOOK_CCACHE})
endif()
