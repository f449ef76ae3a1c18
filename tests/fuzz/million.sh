#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Twinbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# million.sh PROGRAM FOLDER [CASES [JOBS]] : CASES (a million) hostile texts for every reader of
# foreign text, JOBS readers at a time. FOLDER keeps a report for each target and how far it has
# come: started again with the same program, it goes on where it ended, however it ended. Chance
# begins at TWINBOOK_SEED (1). Fails if there was a finding.

set -euo pipefail

program=$1 folder=$2 cases=${3:-1000000} jobs=${4:-1}
program=$(realpath "$program")
mkdir -p "$folder"
cd "$folder"

# What another program got through says nothing about this one.
sum=$(sha256sum <"$program")
if [[ ! -e program || $(<program) != "$sum" ]]; then
    rm -rf standing reports
    printf '%s\n' "$sum" >program
fi
mkdir -p standing reports

# The first finding ends a target; no text, however hostile, may ask for a gigabyte.
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1:max_allocation_size_mb=1024:hard_rss_limit_mb=4096}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-halt_on_error=1:print_stacktrace=1}
export QT_LOGGING_RULES='twinbook.*=false'

# run_target TARGET CASES : prints the line of figures
run_target()
{
    local status=0
    nice "$program" --target "$1" --cases "$2" --standing standing >"reports/$1.txt" 2>&1 || status=$?
    grep "^$1 " "reports/$1.txt" || echo "$1: died, see $PWD/reports/$1.txt"
    return "$status"
}
export -f run_target
export program

"$program" --list >targets
status=0
echo "target                                  cases   seconds   cases/s findings     MB"
# The fastest first: whatever the time is, as many targets as possible come to their end in it.
first=$((cases < 2000 ? cases : 2000))
while read -r target; do
    run_target "$target" "$first" || true
done <targets | tee measured
# shellcheck disable=SC2016 # expanded by the inner shell
sort -k4,4nr measured | cut -d' ' -f1 | tr -d : \
    | xargs -P "$jobs" -I TARGET bash -c 'run_target TARGET "$1"' bash "$cases" || status=1

echo
grep -h -A1 '^FINDING' reports/*.txt && status=1
if ((status != 0)); then
    echo "fuzz: findings" >&2
    exit 1
fi
echo "fuzz: no findings"
