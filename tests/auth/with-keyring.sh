#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Twinbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# with-keyring.sh ready|locked|absent PROGRAM [ARGUMENTS...]
# Runs a program with a password store of its own in that state, in a throw-away home.
set -eu
state=$1
shift

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run"
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY GNOME_KEYRING_CONTROL XDG_CURRENT_DESKTOP \
    KDE_FULL_SESSION DESKTOP_SESSION
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/data" \
    XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache" TWINBOOK_KEYRING="$state"

# in_session DAEMON_OPTION PROGRAM...: a session bus and a keyring daemon that both end with the
# program. The daemon takes the keyring's password from its input, if it is told to unlock.
in_session() {
    XDG_RUNTIME_DIR=$(mktemp -d -p "$home")
    export XDG_RUNTIME_DIR
    # shellcheck disable=SC2016 # the inner shell expands it
    dbus-run-session -- sh -c '
        option=$1
        shift
        printf keyring-password \
            | gnome-keyring-daemon "$option" --foreground --components=secrets >/dev/null 2>&1 &
        daemon=$!
        trap "kill $daemon" EXIT
        for attempt in 1 2 3 4 5 6 7 8 9 10; do
            dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / \
                org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets \
                | grep -q true && break
            sleep 0.3
        done
        "$@"' sh "$@"
}

case $state in
ready)
    in_session --unlock "$@"
    ;;
locked)
    # The first session makes the keyring; the second finds it closed.
    in_session --unlock true
    in_session --start "$@"
    ;;
absent)
    export DBUS_SESSION_BUS_ADDRESS="unix:path=$home/run/no-bus"
    "$@"
    ;;
*)
    echo "unknown state: $state" >&2
    exit 2
    ;;
esac
