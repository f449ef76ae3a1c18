# SPDX-FileCopyrightText: 2026 The Twinbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Splits "a | b | c" at the first `count` - 1 bars into cell_0, cell_1...; the last cell keeps
# what is left.
function(split_row row count)
    set(index 0)
    math(EXPR last "${count} - 1")
    while(index LESS last)
        string(FIND "${row}" " | " bar)
        if(bar LESS 0)
            message(FATAL_ERROR "A row needs ${count} cells: ${row}")
        endif()
        string(SUBSTRING "${row}" 0 ${bar} cell)
        string(STRIP "${cell}" cell)
        set(cell_${index} "${cell}" PARENT_SCOPE)
        math(EXPR bar "${bar} + 3")
        string(SUBSTRING "${row}" ${bar} -1 row)
        math(EXPR index "${index} + 1")
    endwhile()
    string(STRIP "${row}" row)
    set(cell_${last} "${row}" PARENT_SCOPE)
endfunction()

# "core, net" as a list; "-" as an empty one.
function(cell_list name cell)
    string(REPLACE ", " ";" list "${cell}")
    if(list STREQUAL "-")
        set(list "")
    endif()
    set(${name} "${list}" PARENT_SCOPE)
endfunction()

# Sets, in the caller's scope:
#   modules, uses_<module>, qt_<module>, layer_rows (as src/README.md shows them), qt_modules
#   rules, rule_<name> (regular expression), reason_<name>
#   exceptions, as "<rule>@<file>"
macro(read_tables folder)
    set(modules "")
    set(layer_rows "")
    file(STRINGS ${folder}/layers.txt rows ENCODING UTF-8 REGEX "^[^#]")
    foreach(row IN LISTS rows)
        split_row("${row}" 4)
        list(APPEND modules ${cell_0})
        cell_list(uses_${cell_0} "${cell_1}")
        cell_list(qt_${cell_0} "${cell_2}")
        list(APPEND layer_rows "| `${cell_0}` | ${cell_1} | ${cell_2} | ${cell_3} |")
    endforeach()

    set(rules "")
    file(STRINGS ${folder}/rules.txt rows ENCODING UTF-8 REGEX "^[^#]")
    foreach(row IN LISTS rows)
        split_row("${row}" 3)
        list(APPEND rules ${cell_0})
        set(rule_${cell_0} "${cell_1}")
        set(reason_${cell_0} "${cell_2}")
    endforeach()

    set(exceptions "")
    file(STRINGS ${folder}/exceptions.txt rows ENCODING UTF-8 REGEX "^[^#]")
    foreach(row IN LISTS rows)
        split_row("${row}" 3)
        if(NOT cell_0 IN_LIST rules)
            message(FATAL_ERROR "exceptions.txt names no rule: ${row}")
        endif()
        list(APPEND exceptions "${cell_0}@${cell_1}")
    endforeach()

    file(GLOB qt_modules RELATIVE ${QT_HEADERS} ${QT_HEADERS}/Qt*)
    list(TRANSFORM qt_modules REPLACE "^Qt" "")
    if(NOT Network IN_LIST qt_modules)
        message(FATAL_ERROR "No Qt headers in QT_HEADERS=${QT_HEADERS}")
    endif()
endmacro()
