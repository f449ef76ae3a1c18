#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Twinbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes one thing at a time in a module, at random, and looks whether its tests notice.

  sample.py BUILD MODULE [COUNT]

A change that no test notices is printed with its line. Some are harmless (they mean the same),
some show a missing test. TWINBOOK_SEED repeats a sample.
"""

import os
import random
import re
import shutil
import sys
from dataclasses import dataclass

from mutants import ROOT, Build, BuildFailed, run_test, write

SECONDS = 120
#: name, expression, replacement; each match on a line of code is one mutant.
OPERATORS = [
    ("equality", re.compile(r" == "), " != "),
    ("inequality", re.compile(r" != "), " == "),
    ("less", re.compile(r" < "), " <= "),
    ("at most", re.compile(r" <= "), " < "),
    ("greater", re.compile(r" > "), " >= "),
    ("at least", re.compile(r" >= "), " > "),
    ("and", re.compile(r"&& "), "|| "),
    ("or", re.compile(r"\|\| "), "&& "),
    ("plus one", re.compile(r" \+ 1\b"), ""),
    ("minus one", re.compile(r" - 1\b"), ""),
    ("number", re.compile(r"(?<== )(\d+);"), lambda m: f"{int(m.group(1)) + 1};"),
    ("condition", re.compile(r"\bif \((?!const|!)(.*)\)( \{)?$"),
     lambda m: f"if (!({m.group(1)})){m.group(2) or ''}"),
    ("negation", re.compile(r"\bif \(!(\w[^&|]*)\)( \{)?$"),
     lambda m: f"if ({m.group(1)}){m.group(2) or ''}"),
    ("truth", re.compile(r"\breturn true;"), "return false;"),
    ("untruth", re.compile(r"\breturn false;"), "return true;"),
    ("early return", re.compile(r"^\s+return;$"), ";"),
    ("statement", re.compile(r"^\s+[\w.>\[\]()*-]+(\(.*\)| [-+]?= .*);$"), ";"),
]


@dataclass(frozen=True)
class Mutant:
    file: str
    line: int
    operator: str
    before: str
    after: str
    text: str


def mutants_of(file):
    lines = (ROOT / file).read_text().splitlines()
    for number, line in enumerate(lines):
        code = line.split("//")[0].rstrip()
        is_code = code.strip() and not code.lstrip().startswith(("#", "*", "namespace", "using"))
        if not is_code or '"' in code or "constexpr std::array" in code or "assert" in code.lower():
            continue
        # A statement that began on the line before is not a statement of its own.
        begins = number > 0 and lines[number - 1].rstrip().endswith((";", "{", "}", ":", ")"))
        for name, expression, replacement in OPERATORS:
            if name == "statement" and (not begins or re.match(r"\s+(return|const|auto)\b", code)):
                continue
            for match in expression.finditer(code):
                after = code[:match.start()] + match.expand(replacement) + code[match.end():] \
                    if isinstance(replacement, str) \
                    else code[:match.start()] + replacement(match) + code[match.end():]
                changed = lines[:number] + [after] + lines[number + 1:]
                yield Mutant(file, number + 1, name, code.strip(), after.strip() or ";",
                             "\n".join(changed) + "\n")


def tests_of(build, module):
    """Quick ones first, and only those that pass as they are."""
    names = [source.stem for source in (ROOT / "tests" / module).glob("tst_*.cpp")]
    build.make(names)
    runs = [(run_test(build.program(name), seconds=SECONDS), name) for name in sorted(names)]
    broken = [name for run, name in runs if not run.passed]
    if broken:
        raise SystemExit(f"These tests fail without any change: {', '.join(broken)}")
    return [name for run, name in sorted(runs, key=lambda pair: pair[0].seconds)]


def killer_of(build, scratch, mutant, tests):
    """The test that notices, or None."""
    write(scratch, mutant.file, mutant.text)
    made = build.compile(scratch, mutant.file)
    for name in tests:
        if not run_test(build.link(scratch, name, [made]), seconds=SECONDS).passed:
            return name
    return None


def main(arguments):
    if len(arguments) not in (2, 3):
        raise SystemExit(__doc__)
    build, module = Build(arguments[0]), arguments[1]
    count = int(arguments[2]) if len(arguments) == 3 else 50
    files = sorted(path.relative_to(ROOT).as_posix()
                   for path in (ROOT / "src" / module).glob("*.cpp"))
    all_of_them = [mutant for file in files for mutant in mutants_of(file)]
    if not all_of_them:
        raise SystemExit(f"There is nothing to change in src/{module}.")
    seed = int(os.environ.get("TWINBOOK_SEED") or random.randrange(2**32))
    print(f"{len(all_of_them)} possible changes in src/{module}, seed {seed}", flush=True)
    random.Random(seed).shuffle(all_of_them)
    tests = tests_of(build, module)
    scratch = build.tree / "mutation" / "sample"
    killed, survivors, stillborn = 0, [], 0
    for mutant in all_of_them:
        if killed + len(survivors) == count:
            break
        shutil.rmtree(scratch, ignore_errors=True)
        where = f"{mutant.file}:{mutant.line}"
        try:
            killer = killer_of(build, scratch, mutant, tests)
        except BuildFailed:
            stillborn += 1
            continue
        if killer:
            killed += 1
            print(f"killed    {where:36} {mutant.operator:13} {killer}", flush=True)
        else:
            survivors.append(mutant)
            print(f"SURVIVED  {where:36} {mutant.operator:13}\n          {mutant.before}\n"
                  f"       -> {mutant.after}", flush=True)
    shutil.rmtree(scratch, ignore_errors=True)
    print(f"{killed} of {killed + len(survivors)} changes were noticed "
          f"({stillborn} did not compile), seed {seed}")


if __name__ == "__main__":
    main(sys.argv[1:])
