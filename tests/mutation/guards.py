#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Twinbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that each behaviour and each kind of fault has a test that fails without our guard.

  guards.py check              the table is complete and still fits the sources (no build needed)
  guards.py prove BUILD [WORD...]
                               takes each guard out, one after another, and runs its tests, which
                               must fail; only the guards whose name or kinds contain a WORD
"""

import re
import shutil
import sys
import time
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from mutants import ROOT, Build, BuildFailed, change, run_test

TABLE = Path(__file__).with_name("guards.toml")
SECONDS = 120


@dataclass
class Guard:
    name: str
    file: str
    code: str
    without: str
    proves: dict  # kind -> "program function" or "program function:row"
    compile: list = field(default_factory=list)  # for a header: the sources compiled with it


def read_table():
    with TABLE.open("rb") as file:
        table = tomllib.load(file)
    return [Guard(**row) for row in table["guard"]], table.get("unguarded", {})


def known_kinds():
    """The stable names of all behaviours and faults, from the tables that define them."""
    kinds = []
    for file in ("src/quirks/highlevelquirks.cpp", "src/quirks/officerndquirks.cpp"):
        kinds += re.findall(r"\{Quirk::\w+,\s*\"([^\"]+)\"", (ROOT / file).read_text())
    kinds += re.findall(r"FaultFacts \{Kind::\w+,\s*\"([^\"]+)\"",
                        (ROOT / "src/sandbox/faultkinds.cpp").read_text())
    return kinds


def enumerators(file, name):
    """How many there are, counted at the enumeration: a row the expressions above overlook."""
    body = re.search(rf"enum class {name} : quint8 \{{(.*?)\}};", (ROOT / file).read_text(), re.DOTALL)
    return len(re.findall(r"^\s*\w+,", re.sub(r"//.*", "", body.group(1)), re.MULTILINE))


def problems_of_test(test):
    program, _, function = test.partition(" ")
    sources = list((ROOT / "tests").glob(f"*/{program}.cpp"))
    if len(sources) != 1:
        return f"there is no test program {program}"
    name = function.partition(":")[0]
    if not re.search(rf"^    void {re.escape(name)}\(\)", sources[0].read_text(), re.MULTILINE):
        return f"{program} has no test function {name}"
    return None


def check():
    guards, unguarded = read_table()
    kinds = known_kinds()
    problems = []
    expected = (enumerators("src/quirks/quirk.h", "Quirk")
                + enumerators("src/sandbox/faults.h", "Kind"))
    if len(kinds) != expected:
        problems.append(f"{len(kinds)} kinds were read, but {expected} are declared")
    proved = {kind for guard in guards for kind in guard.proves}
    for kind in kinds:
        if kind not in proved and kind not in unguarded:
            problems.append(f"{kind}: neither a guard nor a reason for having none")
    for kind in sorted((proved | set(unguarded)) - set(kinds)):
        problems.append(f"{kind}: there is no such behaviour or fault")
    for kind in sorted(proved & set(unguarded)):
        problems.append(f"{kind}: has a guard and a reason for having none")
    names = [guard.name for guard in guards]
    problems += [f"{name}: twice" for name in sorted({n for n in names if names.count(n) > 1})]
    for guard in guards:
        source = ROOT / guard.file
        count = source.read_text().count(guard.code) if source.exists() else 0
        if count != 1:
            problems.append(f"{guard.name}: its text occurs {count} times in {guard.file}")
        if guard.file.endswith(".h") != bool(guard.compile):
            problems.append(f"{guard.name}: `compile` belongs to headers, and to all of them")
        for test in guard.proves.values():
            problem = problems_of_test(test)
            if problem:
                problems.append(f"{guard.name}: {problem}")
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(kinds)} behaviours and faults, {len(guards)} guards, {len(unguarded)} need none, "
          f"{len(problems)} problems")
    return not problems


class Proof:
    def __init__(self, build):
        self.build = build
        self.scratch = build.tree / "mutation" / "guards"
        self.sound = {}

    def is_sound(self, test):
        """Whether the test passes with the guard in place."""
        if test not in self.sound:
            program, _, function = test.partition(" ")
            self.sound[test] = run_test(self.build.program(program), function, SECONDS).passed
        return self.sound[test]

    def without(self, guard):
        """Yields (kind, test, verdict, outcome) for each kind the guard answers."""
        scratch = self.scratch / re.sub(r"\W+", "-", guard.name)
        shutil.rmtree(scratch, ignore_errors=True)
        change(scratch, guard.file, guard.code, guard.without)
        include = scratch / "src" if guard.compile else None
        programs = {}
        try:
            objects = [self.build.compile(scratch, source, include)
                       for source in guard.compile or [guard.file]]
            for test in guard.proves.values():
                program = test.partition(" ")[0]
                if program not in programs:
                    programs[program] = self.build.link(scratch, program, objects)
        except BuildFailed as failure:
            yield "", "", f"does not build: {failure}", None
            return
        outcomes = {}
        for kind, test in guard.proves.items():
            program, _, function = test.partition(" ")
            if not self.is_sound(test):
                yield kind, test, "the test fails WITH the guard", None
                continue
            if test not in outcomes:
                outcomes[test] = run_test(programs[program], function, SECONDS)
            passed = outcomes[test].passed
            yield kind, test, "SURVIVED" if passed else "killed", outcomes[test]
        shutil.rmtree(scratch, ignore_errors=True)


def prove(tree, words):
    guards, _ = read_table()
    chosen = [guard for guard in guards
              if not words or any(word in name for word in words
                                  for name in [guard.name, *guard.proves])]
    build = Build(tree)
    build.make(test.partition(" ")[0] for guard in chosen for test in guard.proves.values())
    proof = Proof(build)
    started = time.monotonic()
    proved = kinds = 0
    for guard in chosen:
        complete = True
        for kind, test, verdict, outcome in proof.without(guard):
            spent = f"{outcome.seconds:6.1f} s" if outcome else ""
            if outcome and outcome.timed_out:
                verdict += ", out of time"
            print(f"{verdict:10} {spent:>9}  {guard.name:40} {kind:38} {test}", flush=True)
            killed = verdict.startswith("killed")
            kinds += killed
            complete = complete and killed
        proved += complete
    minutes = (time.monotonic() - started) / 60
    print(f"{proved} of {len(chosen)} guards proved, for {kinds} behaviours and faults, "
          f"in {minutes:.1f} minutes")
    return bool(chosen) and proved == len(chosen)


def main(arguments):
    if arguments == ["check"]:
        return check()
    if len(arguments) >= 2 and arguments[0] == "prove":
        return prove(arguments[1], arguments[2:])
    raise SystemExit(__doc__)


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1:]) else 1)
