# SPDX-FileCopyrightText: 2026 The Twinbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds one test program with one changed source file, and runs one of its test functions.

Only the changed file is compiled, with the command the build itself uses for it. Its object is
linked before the libraries, so that the linker takes it and leaves the unchanged one in its
archive; that this happened is read from the linker's map. Nothing of the build is replaced.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEST_ENVIRONMENT = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*.debug=false;*.info=false"}


class BuildFailed(Exception):
    """The changed source is not C++, or the program could not be linked with it."""


@dataclass(frozen=True)
class Outcome:
    passed: bool
    seconds: float
    output: str
    timed_out: bool = False


class Build:
    """A configured build tree."""

    def __init__(self, tree):
        self.tree = Path(tree).resolve()
        commands = self.tree / "compile_commands.json"
        if not commands.exists():
            raise SystemExit(f"{self.tree} is not configured; run ./dev build first.")
        self._compile = {entry["file"]: entry for entry in json.loads(commands.read_text())}
        self._links = {}

    def make(self, targets):
        subprocess.run(["cmake", "--build", str(self.tree), "--parallel", str(os.cpu_count() or 1),
                        "--target", *sorted(set(targets))], check=True, stdout=subprocess.DEVNULL)

    def compile(self, scratch, source, include=None):
        """The object of `source`, a copy below `scratch` if there is one there. Warnings and
        optimisation are left out: a mutant lives for one test. `include` is searched first."""
        entry = self._compile[str(ROOT / source)]
        command = [argument for argument in shlex.split(entry["command"])
                   if argument not in ("-Werror", "-O2", "-g1") and "_FORTIFY_SOURCE" not in argument]
        changed = scratch / source
        target = scratch / (source + ".o")
        target.parent.mkdir(parents=True, exist_ok=True)
        command[command.index("-o") + 1] = str(target)
        command[command.index("-c") + 1] = str(changed if changed.exists() else ROOT / source)
        command[1:1] = ["-w", "-O0"] + (["-I", str(include)] if include else [])
        if shutil.which("ccache") and "ccache" not in command[0]:
            command.insert(0, "ccache")
        done = subprocess.run(command, cwd=self.tree, capture_output=True, text=True)
        if done.returncode != 0:
            raise BuildFailed(done.stderr)
        return target

    def link(self, scratch, program, objects):
        """`program` with `objects` in place of what its libraries hold."""
        target = scratch / program
        command = shlex.split(self._link_line(program))
        command[command.index("-o") + 1] = str(target)
        first_object = next(i for i, part in enumerate(command) if part.endswith(".o"))
        layout = scratch / (program + ".map")
        command[first_object:first_object] = [*map(str, objects), f"-Wl,-Map={layout}"]
        done = subprocess.run(command, cwd=self.tree, capture_output=True, text=True)
        if done.returncode != 0:
            raise BuildFailed(done.stderr)
        linked = layout.read_text()
        for made in objects:
            if str(made) not in linked or self._member(made.relative_to(scratch)) in linked:
                raise BuildFailed(f"{program} holds the unchanged {made.name}.")
        return target

    def _member(self, made):
        """As the linker names the unchanged object, such as "libtwinbook_net.a(fault.cpp.o)"."""
        unchanged = self._compile[str(ROOT / made.with_suffix(""))]
        command = shlex.split(unchanged["command"])
        target = re.search(r"CMakeFiles/(.+?)\.dir/", command[command.index("-o") + 1]).group(1)
        return f"lib{target}.a({made.name})"

    def program(self, name):
        return self.tree / "bin" / name

    def _link_line(self, program):
        if program not in self._links:
            listed = subprocess.run(["ninja", "-C", str(self.tree), "-t", "commands", program],
                                    check=True, capture_output=True, text=True).stdout
            line = listed.strip().splitlines()[-1]
            self._links[program] = re.sub(r"^: && | && :$", "", line)
        return self._links[program]


def change(scratch, file, code, replacement):
    """Writes `file` below `scratch` with its only occurrence of `code` replaced."""
    text = (ROOT / file).read_text()
    if text.count(code) != 1:
        raise SystemExit(f"{file}: the text occurs {text.count(code)} times, not once:\n{code}")
    write(scratch, file, text.replace(code, replacement))


def write(scratch, file, text):
    target = scratch / file
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text)


def run_test(program, function=None, seconds=120):
    """`function` may name one row as Qt Test does: "function:row". Without one, all of them."""
    started = time.monotonic()
    try:
        done = subprocess.run([str(program)] + ([function] if function else []),
                              env=os.environ | TEST_ENVIRONMENT, capture_output=True, text=True,
                              errors="replace", timeout=seconds, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return Outcome(False, time.monotonic() - started, "", timed_out=True)
    spent = time.monotonic() - started
    # Nothing passed but Qt Test's own two functions: that proves nothing.
    nothing = re.search(r"^Totals: [0-2] passed", done.stdout, re.MULTILINE) is not None
    return Outcome(done.returncode == 0 and not nothing, spent, done.stdout + done.stderr)
