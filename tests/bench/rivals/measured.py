# SPDX-FileCopyrightText: 2026 The Twinbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program and tells what it cost."""

import os
import signal
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Cost:
    seconds: float
    cpu: float  # seconds, user and system
    megabytes: float  # the most it held
    status: int  # exit code; negative: ended by that signal
    output: str
    calls: int = 0  # requests to services, where there are any

    def row(self, name):
        calls = str(self.calls) if self.calls else "-"
        return (f"{name:44}{self.seconds:9.2f}{self.cpu:9.2f}{self.megabytes:8.0f}"
                f"{calls:>8}{self.status:6}")


HEAD = f"{'':44}{'seconds':>9}{'cpu':>9}{'MB':>8}{'calls':>8}{'exit':>6}"


def run(command, feed="", kill_after=None, env=None):
    """`kill_after` seconds it is ended with SIGKILL, if it is still running."""
    begin = time.monotonic()
    # A file instead of a pipe: a killed program must not leave us waiting for its children.
    with open(os.path.join(os.environ["RIVALS_FOLDER"], "output"), "w+b") as output:
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=output,
                                 stderr=subprocess.STDOUT, env=env)
        child.stdin.write(feed.encode())
        child.stdin.close()
        if kill_after is not None:
            try:
                os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG)
                time.sleep(kill_after)
                child.send_signal(signal.SIGKILL)
            except ProcessLookupError:
                pass
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode(errors="replace")
    return Cost(time.monotonic() - begin, usage.ru_utime + usage.ru_stime,
                usage.ru_maxrss / 1024, child.returncode, text)
