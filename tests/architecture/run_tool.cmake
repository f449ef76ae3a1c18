# SPDX-FileCopyrightText: 2026 The Twinbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cmake -DROOT=... -DTOOL=clang-format -DARGUMENTS=... -DFILES=<globs> -P run_tool.cmake
# Runs one checker on all files that match, found when the test runs.

cmake_minimum_required(VERSION 3.25)

find_program(program ${TOOL} NO_CACHE)
if(NOT program)
    message("SKIP   : ${TOOL} is not installed")
    return()
endif()
list(TRANSFORM FILES PREPEND ${ROOT}/)
file(GLOB_RECURSE found LIST_DIRECTORIES false ${FILES})
list(FILTER found EXCLUDE REGEX "^${ROOT}/build")
list(LENGTH found count)
if(count EQUAL 0)
    message("SKIP   : no file to check")
    return()
endif()
execute_process(COMMAND ${program} ${ARGUMENTS} ${found} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "${TOOL} found something in ${count} files")
endif()
message("${count} files: clean")
