#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Twinbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check_model.sh MODEL WORK [MACRO=VALUE...] : explores every state of the write protocol, for each
# of its properties; then takes each safeguard away in turn and expects an error, so that a model
# that cannot fail is noticed. The macros raise the numbers of crashes, faults and edits.

set -euo pipefail

model=$1
work=$2
shift 2

for tool in spin gcc; do
    if ! command -v "$tool" >/dev/null; then
        echo "SKIP   : $tool is missing, so the model of the write protocol is not checked"
        exit 0
    fi
done

mapfile -t properties < <(sed -n 's/^ltl \([A-Za-z]*\) .*/\1/p' "$model")
mapfile -t safeguards < <(sed -n 's/^ \*   \([A-Z_]*\)  .*/\1/p' "$model")
((${#properties[@]} > 0 && ${#safeguards[@]} > 0)) || { echo "no properties in $model" >&2; exit 1; }

mkdir -p "$work"
cd "$work"

# prepare MACRO... : the explorer of the model, as ./pan
prepare()
{
    local -a macros=("${@/#/-D}")
    spin "${macros[@]}" -a "$model" >spin.log || { cat spin.log >&2; exit 1; }
    # The code spin writes is not ours to have warnings about. NFAIR: there are six processes.
    gcc -w -O2 -DNFAIR=3 -DMEMLIM=4096 -DCOLLAPSE -o pan pan.c
}

# errors PROPERTY : 0 or 1 on stdout; anything but an exhaustive search or a counterexample ends the check
errors()
{
    ./pan -a -f -m1000000 -N "$1" >"pan.log" 2>&1 || true
    if grep -q 'errors: 1' pan.log; then
        echo 1
    elif grep -q 'errors: 0' pan.log && ! grep -qE 'max search depth too small|out of memory|Search not completed' pan.log; then
        echo 0
    else
        cat pan.log >&2
        exit 1
    fi
}

failed=0

prepare "$@"
for property in "${properties[@]}"; do
    if (($(errors "$property"))); then
        echo "$property: VIOLATED (its trail is in $work)"
        failed=1
    else
        printf '%-20s holds in all of %s states\n' "$property" \
            "$(sed -n 's/^ *\([0-9]*\) states, stored.*/\1/p' pan.log)"
    fi
done

for safeguard in "${safeguards[@]}"; do
    prepare "$safeguard" "$@"
    broken=
    for property in "${properties[@]}"; do
        if (($(errors "$property"))); then
            broken=$property
            break
        fi
    done
    if [[ -n $broken ]]; then
        printf '%-20s breaks %s\n' "$safeguard" "$broken"
    else
        echo "$safeguard: NOTHING BREAKS, so the model does not see this safeguard"
        failed=1
    fi
done
exit "$failed"
