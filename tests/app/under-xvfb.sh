#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Twinbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One pass through the real window on a real X server, with the keyboard only: practice mode opens,
# the preview is applied, and the command line sees the run. Needs xvfb, openbox and xdotool.
set -euo pipefail

programs=$1
if [[ ${2:-} != inside ]]; then
    exec xvfb-run --auto-servernum --server-args="-screen 0 1400x900x24" bash "$0" "$programs" inside
fi

folder=$(mktemp -d)
openbox &
manager=$!
XDG_CONFIG_HOME=$folder/config "$programs/twinbook" --practice --data-dir "$folder" &
window=$!
trap 'kill "$window" "$manager" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$folder"' EXIT

fail() {
    echo "FAIL: $1"
    exit 1
}

# wait_for <what> <command...>: tries for 20 s.
wait_for() {
    local what=$1
    shift
    for _ in $(seq 100); do
        if "$@" >/dev/null 2>&1; then
            return
        fi
        sleep 0.2
    done
    fail "$what"
}

status() {
    "$programs/twinbookctl" "$1" --data-dir "$folder/practice" --json 2>/dev/null || true
}
people_are_there() { status status | grep -q '"new":[1-9]'; }
run_is_completed() { status history | grep -q '"ending":"completed"'; }
preview_is_open() { xdotool search --onlyvisible --name '^Preview'; }

wait_for "the main window did not open" xdotool search --onlyvisible --name Twinbook
wait_for "the people of both services did not arrive" people_are_there
xdotool windowactivate --sync "$(xdotool search --onlyvisible --name Twinbook | tail -1)"
xdotool key F9
wait_for "F9 did not open the preview" preview_is_open
xdotool windowactivate --sync "$(preview_is_open | tail -1)"
sleep 0.5
xdotool key alt+c # I have checked this
xdotool key alt+f # not only a few people
sleep 0.3
xdotool key Tab Tab space # past Cancel, Apply
wait_for "applying the preview did not end in a completed run" run_is_completed
status status | grep -q '"inSync":[1-9]' || fail "nobody is in sync after the run"

# And back to what was known before that sync: the window is taken down and opened again.
restore_is_open() { xdotool search --onlyvisible --name '^Go back to a restore point'; }
xdotool windowactivate --sync "$(xdotool search --onlyvisible --name ' - Twinbook$' | tail -1)"
xdotool key shift+F8
wait_for "Shift+F8 did not open the restore points" restore_is_open
xdotool windowactivate --sync "$(restore_is_open | tail -1)"
sleep 0.3
xdotool key alt+g
run_is_forgotten() { status history | grep -q '"runs":\[\]'; }
wait_for "the run is still in the history after going back" run_is_forgotten
wait_for "the window did not open again" xdotool search --onlyvisible --name ' - Twinbook$'
echo "PASS: from practice mode to agreement and back with the keyboard, in a real window"
