# SPDX-FileCopyrightText: 2026 The Twinbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Unison and vdirsyncer on two folders of vCards."""

import os
import random
import shutil

from measured import run


def card(number, phone):
    name = f"Person {number}"
    return (f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:p{number}\r\nFN:{name}\r\nN:{number};Person;;;\r\n"
            f"EMAIL:person{number}@example.test\r\nTEL:{phone}\r\nORG:Company {number % 400}\r\n"
            "END:VCARD\r\n")


class Folders:
    """Two folders, `a` and `b`; at first everybody is in `a`."""

    def __init__(self, root, people):
        self.root, self.people = root, people
        self.typed = {}  # the phone typed last, by number
        shutil.rmtree(root, ignore_errors=True)
        for side in ("a", "b"):
            os.makedirs(os.path.join(root, side))
        for number in range(people):
            self.write("a", number, "+442079460000")

    def path(self, side, number):
        return os.path.join(self.root, side, f"p{number}.vcf")

    def write(self, side, number, phone):
        with open(self.path(side, number), "w", newline="", encoding="utf-8") as file:
            file.write(card(number, phone))

    def edit(self, side, numbers, chance):
        for number in numbers:
            phone = f"+4420{chance.randrange(10**8):08}"
            self.typed[number] = phone
            self.write(side, number, phone)

    def count(self, side):
        return len(os.listdir(os.path.join(self.root, side)))

    def lost(self):
        """Typed phones that are missing on a side."""
        missing = 0
        for number, phone in self.typed.items():
            for side in ("a", "b"):
                try:
                    with open(self.path(side, number), encoding="utf-8") as file:
                        missing += f"TEL:{phone}" not in file.read()
                except FileNotFoundError:
                    missing += 1
        return missing


class Unison:
    name = "unison"

    def __init__(self, folders):
        self.folders = folders
        self.env = dict(os.environ, UNISON=os.path.join(folders.root, "archive"))

    def sync(self, kill_after=None):
        # What nobody decides stays as it is, as with us.
        return run(["unison", "-ui", "text", "-batch", "-auto", "-log=false",
                    os.path.join(self.folders.root, "a"), os.path.join(self.folders.root, "b")],
                   kill_after=kill_after, env=self.env)


class VdirSyncer:
    name = "vdirsyncer"

    def __init__(self, folders):
        self.folders = folders
        self.config = os.path.join(folders.root, "config")
        sides = "".join(f'[storage {side}]\ntype = "filesystem"\nfileext = ".vcf"\n'
                        f'path = "{folders.root}/{side}"\n' for side in ("a", "b"))
        with open(self.config, "w", encoding="utf-8") as file:
            file.write(f'[general]\nstatus_path = "{folders.root}/status"\n'
                       '[pair both]\na = "a"\nb = "b"\ncollections = null\n'
                       f'conflict_resolution = "a wins"\n{sides}')
        run(["vdirsyncer", "-c", self.config, "discover"], feed="y\ny\n")

    def sync(self, kill_after=None):
        return run(["vdirsyncer", "-c", self.config, "sync"], kill_after=kill_after)


def figures(make, root, people, changes, seed):
    """Yields (what, cost) and ends with the sentences about the trials."""
    chance = random.Random(seed)
    folders = Folders(root, people)
    tool = make(folders)
    yield "first sync", tool.sync()
    yield "no change", tool.sync()
    numbers = chance.sample(range(people), changes)
    folders.edit("a", numbers[: changes // 2], chance)
    folders.edit("b", numbers[changes // 2:], chance)
    changed = tool.sync()
    yield f"{changes} changes", changed
    yield "lost edits after that", folders.lost()

    numbers = chance.sample(range(people), changes)
    folders.edit("a", numbers, chance)
    killed = tool.sync(kill_after=chance.uniform(0.5, 0.9) * changed.seconds)
    arrived = [n for n in numbers if folders.typed[n] in open(folders.path("b", n),
                                                              encoding="utf-8").read()]
    # An edit of somebody who had arrived already, as nobody knows that the run was cut off.
    folders.edit("b", arrived[:1] or numbers[:1], chance)
    tool.sync()
    yield (f"killed after {killed.seconds:.2f} s, {len(arrived)} of {changes} had arrived, "
           "then one edit: lost"), folders.lost()
    yield "people too many", max(0, folders.count("a") + folders.count("b") - 2 * people)

    for number in range(people - 1):
        os.remove(folders.path("a", number))
    emptied = tool.sync()
    yield (f"{people - 1} of {people} deleted in a: left in b (exit {emptied.status})"), \
        folders.count("b")
