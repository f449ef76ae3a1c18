#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Twinbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Twinbook beside Unison and vdirsyncer: the same number of people, the same changes, the same
accidents. The rivals copy files in folders; Twinbook talks HTTP with two played services. So
seconds say what a person waits, and the trials say what is left of the person's work."""

import argparse
import os
import shutil
import sys
import tempfile

import folders
import services
from measured import HEAD, Cost


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("program", help="twinbookctl")
    arguments.add_argument("--people", type=int, default=10_000)
    arguments.add_argument("--changes", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=1)
    asked = arguments.parse_args()
    for needed in ("unison", "vdirsyncer"):
        if not shutil.which(needed):
            sys.exit(f"{needed} is not installed")
    with tempfile.TemporaryDirectory() as root:
        os.environ["RIVALS_FOLDER"] = root
        print(f"{asked.people} people, {asked.changes} changes, seed {asked.seed}\n{HEAD}",
              flush=True)
        seconds = {}
        share = (asked.people, asked.changes, asked.seed)
        runs = {
            "unison": folders.figures(folders.Unison, os.path.join(root, "u"), *share),
            "vdirsyncer": folders.figures(folders.VdirSyncer, os.path.join(root, "v"), *share),
            "twinbook": services.figures(os.path.abspath(asked.program), root, *share),
        }
        for name, figures in runs.items():
            for what, figure in figures:
                if isinstance(figure, Cost):
                    print(figure.row(f"{name}: {what}"), flush=True)
                    seconds[name, what] = figure.seconds
                else:
                    print(f"{name}: {what}: {figure}", flush=True)
        for what in ("no change", f"{asked.changes} changes"):
            for rival in ("unison", "vdirsyncer"):
                ratio = seconds["twinbook", what] / seconds[rival, what]
                print(f"{what}: twinbook / {rival} = {ratio:.2f}")


if __name__ == "__main__":
    main()
