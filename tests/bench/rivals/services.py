# SPDX-FileCopyrightText: 2026 The Twinbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""twinbookctl between two played services with the same number of people."""

import json
import os
import random
import subprocess
import urllib.request
from collections import Counter

from measured import run

SIDES = ("officernd", "highlevel")


class Services:
    """Both services, played by `twinbookctl sandbox serve`, which relaxes their rate limits: a
    limit is theirs, and the rivals have none."""

    def __init__(self, program, people, seed):
        self.process = subprocess.Popen(
            [program, "sandbox", "serve", "--people", str(people), "--seed", str(seed),
             "--pace", "relaxed", "--control-port", "0"], stdout=subprocess.PIPE, text=True)
        self.facts = json.loads(self.process.stdout.readline())

    def ask(self, method, path, body=None):
        request = urllib.request.Request(
            self.facts["control"] + path, method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"X-Sandbox-Secret": self.facts["controlSecret"],
                     "Content-Type": "application/json"})
        with urllib.request.urlopen(request) as reply:
            return json.loads(reply.read() or b"{}")

    def ids(self, side):
        return self.ask("GET", f"/people/{side}")["ids"]

    def person(self, side, identity):
        return self.ask("GET", f"/people/{side}/{identity}")

    def calls(self):
        return len(self.ask("GET", "/requests")["entries"])

    def forget_calls(self):
        self.ask("DELETE", "/requests")

    def end(self):
        self.process.terminate()
        self.process.wait()


class Twinbook:
    name = "twinbook"

    def __init__(self, program, folder, services):
        self.program, self.services = program, services
        self.common = ["--data-dir", os.path.join(folder, "twinbook"), "--developer", "--json"]
        facts = services.facts
        for command, secret in (
                (["connect", "officernd", "--organization", facts["organization"], "--client-id",
                  facts["clientId"], "--url", facts["officernd"], "--identity-url",
                  facts["identity"]], facts["clientSecret"]),
                (["connect", "highlevel", "--location", facts["location"], "--url",
                  facts["highlevel"]], facts["privateToken"])):
            connected = run([program, *command, *self.common], feed=secret + "\n")
            if connected.status != 0:
                raise SystemExit(connected.output)

    def sync(self, kill_after=None):
        self.services.forget_calls()
        cost = run([self.program, "sync", "--yes", *self.common], kill_after=kill_after)
        cost.calls = self.services.calls()
        return cost


class Pairs:
    """Who is in both services with the same phone, known by an e-mail address that nobody shares.
    About other phones a person has still to decide, and until then nothing is written."""

    def __init__(self, services):
        self.services = services
        by_address = {}
        self.count = {}
        for side in SIDES:
            people = [(i, services.person(side, i)) for i in services.ids(side)]
            self.count[side] = len(people)
            found = Counter(p.get("email", "").lower() for _, p in people)
            by_address[side] = {(p["email"].lower(), p.get("phone")): i for i, p in people
                                if p.get("email") and found[p["email"].lower()] == 1}
        self.pairs = [{side: by_address[side][key] for side in SIDES}
                      for key in by_address[SIDES[0]] if key in by_address[SIDES[1]]]
        self.typed = {}

    def edit(self, side, positions, chance):
        for position in positions:
            phone = f"+44207946{chance.randrange(10**4):04}"
            self.typed[position] = phone
            self.services.ask("PUT", f"/people/{side}/{self.pairs[position][side]}",
                              {"phone": phone})

    def missing(self, positions, side):
        return [p for p in positions if self.typed[p] not in
                self.services.person(side, self.pairs[p][side]).get("phone", "")]

    def lost(self):
        return sum(len(self.missing(self.typed, side)) for side in SIDES)


def figures(program, folder, people, changes, seed):
    """As folders.figures()."""
    chance = random.Random(seed)
    services = Services(program, people, seed)
    try:
        tool = Twinbook(program, folder, services)
        yield "first sync", tool.sync()
        tool.sync()  # what the first one wrote is seen again once
        yield "no change", tool.sync()
        pairs = Pairs(services)
        positions = chance.sample(range(len(pairs.pairs)), changes)
        pairs.edit("officernd", positions[: changes // 2], chance)
        pairs.edit("highlevel", positions[changes // 2:], chance)
        changed = tool.sync()
        yield f"{changes} changes", changed
        yield "lost edits after that", pairs.lost()

        positions = chance.sample(range(len(pairs.pairs)), changes)
        pairs.edit("officernd", positions, chance)
        killed = tool.sync(kill_after=chance.uniform(0.5, 0.9) * changed.seconds)
        missing = set(pairs.missing(positions, "highlevel"))
        arrived = [p for p in positions if p not in missing]
        pairs.edit("highlevel", arrived[:1] or positions[:1], chance)
        after = tool.sync()
        yield "the run after a kill", after
        yield (f"killed after {killed.seconds:.2f} s, {len(arrived)} of {changes} had arrived, "
               "then one edit: lost"), pairs.lost()
        now = {side: len(services.ids(side)) for side in SIDES}
        yield "people too many", sum(max(0, now[s] - pairs.count[s]) for s in SIDES)

        identities = services.ids("officernd")
        for identity in identities[:-1]:
            services.ask("DELETE", f"/people/officernd/{identity}")
        emptied = tool.sync()
        left = len(services.ids("highlevel"))
        yield (f"{len(identities) - 1} of {len(identities)} deleted in OfficeRnD: left of "
               f"{now['highlevel']} in HighLevel (exit {emptied.status})"), left
    finally:
        services.end()
