# SPDX-FileCopyrightText: 2026 The Twinbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cmake -DCHECK=<check_sources.cmake> -DWORK=<folder> -DQT_HEADERS=... -P prove_checks_fail.cmake
# A check that cannot fail proves nothing: this builds a small tree that is clean, and then breaks
# it in one way at a time, and demands that exactly this breach is found in exactly that line.

cmake_minimum_required(VERSION 3.25)

set(spdx "// SPDX-FileCopyrightText: 2026 X\n// SPDX-License-Identifier: GPL-3.0-or-later\n")

function(write_clean_tree)
    file(REMOVE_RECURSE ${WORK})
    file(WRITE ${WORK}/tests/architecture/layers.txt
        "# comment\ncore | - | - | all\nnet | core | Network | people\nsync | core | - | time\n")
    file(WRITE ${WORK}/tests/architecture/rules.txt "loop | QEventLoop|processEvents[(] | no; really\n")
    file(WRITE ${WORK}/tests/architecture/exceptions.txt "loop | src/net/old.cpp | history\n")
    file(WRITE ${WORK}/src/README.md
        "| Module | x |\n| `core` | - | - | all |\n| `net` | core | Network | people |\n| `sync` | core | - | time |\n")
    file(WRITE ${WORK}/src/core/a.h "${spdx}#pragma once\n#include <QDate>\n#include <array>\n")
    file(WRITE ${WORK}/src/core/a.cpp "${spdx}\n#include \"core/a.h\"\n\n#include \"a.moc\"\n")
    file(WRITE ${WORK}/src/net/old.cpp "${spdx}#include \"core/a.h\"\n#include <QNetworkReply>\nQEventLoop loop;\n")
    file(WRITE ${WORK}/src/sync/plan.h "${spdx}#include \"core/a.h\"\n")
endfunction()

function(run_check status_name output_name)
    execute_process(
        COMMAND ${CMAKE_COMMAND} -DROOT=${WORK} -DQT_HEADERS=${QT_HEADERS} -P ${CHECK}
        RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
    set(${status_name} ${status} PARENT_SCOPE)
    set(${output_name} "${output}" PARENT_SCOPE)
endfunction()

function(expect_breach path content expected)
    write_clean_tree()
    file(WRITE ${WORK}/${path} "${content}")
    run_check(status output)
    string(FIND "${output}" "${expected}" position)
    string(FIND "${output}" "1 breaches in" only)
    if(status EQUAL 0 OR position LESS 0 OR only LESS 0)
        message(SEND_ERROR "Expected just \"${expected}\", got (${status}):\n${output}")
    else()
        message("found: ${expected}")
    endif()
endfunction()

write_clean_tree()
run_check(status output)
if(NOT status EQUAL 0)
    message(SEND_ERROR "The clean tree was refused:\n${output}")
endif()

expect_breach(src/core/b.h "${spdx}#include \"core/a.h\"\n#include \"net/old.h\"\n"
    "src/core/b.h:4: core may not include net")
expect_breach(src/sync/b.h "${spdx}#include \"net/old.h\"\n" "src/sync/b.h:3: sync may not include net")
expect_breach(src/net/b.h "${spdx}#include \"b.h\"\n" "src/net/b.h:3: an include names its module")
expect_breach(src/net/b.h "${spdx}#include \"../core/a.h\"\n" "src/net/b.h:3: an include names its module")
expect_breach(src/core/b.h "${spdx}#include <QNetworkReply>\n" "src/core/b.h:3: core may not use Qt Network")
expect_breach(src/core/b.h "${spdx}#include <QtSql>\n" "src/core/b.h:3: core may not use Qt Sql")
expect_breach(src/net/b.h "${spdx}#include <QtWidgets/QLabel>\n" "src/net/b.h:3: net may not use Qt Widgets")
expect_breach(src/sync/b.h "${spdx}#include <QObject>\n" "src/sync/b.h:3: sync is pure")
expect_breach(src/core/a.cpp "${spdx}#include <array>\n#include \"core/a.h\"\n"
    "src/core/a.cpp:3: the first include is the own header")
expect_breach(src/core/a.cpp "${spdx}\nint x;\n" "src/core/a.cpp: the first include is the own header")
expect_breach(src/core/b.cpp "${spdx}\n\nvoid f() { app.processEvents(); }\n" "src/core/b.cpp:5: loop: no; really")
expect_breach(src/core/b.cpp "// “[unbalanced”\n${spdx}QEventLoop [x\;\n" "src/core/b.cpp:4: loop: no; really")
expect_breach(src/net/old.cpp "${spdx}" "src/net/old.cpp does not break loop")
expect_breach(src/core/b.cpp "int x;\n" "src/core/b.cpp: the two SPDX lines are missing")
expect_breach(tests/core/tst_b.cpp "int x;\n" "tests/core/tst_b.cpp: the two SPDX lines are missing")
expect_breach(src/stray/b.h "${spdx}" "src/stray/b.h: the module stray is not in")
expect_breach(src/README.md "| `core` | - | - | all |\n| `net` | core | Network | people |\n"
    "src/README.md: the dependency table lacks: | `sync` |")
string(REPEAT "\n" 500 many)
expect_breach(src/core/b.cpp "${spdx}${many}" "src/core/b.cpp: 502 lines")

file(REMOVE_RECURSE ${WORK})
