"""Processes end at random moments, again and again, and disks come back from backups in between; nothing that was
acknowledged is lost, repeated or changed.

Each round loads the region and kills the coordinator, some nodes or all of them with SIGKILL at a random moment. In some
rounds the coordinator's database is then gone and comes back from an older backup, with its mirror or from the nodes
alone, and a node is put back to its own backup; the restores are killed as well. Everything is started again, and a ledger
that only grows is compared with what every node says of its operations. Ten kills by themselves;
`Tests/EndToEnd/kills BIN COUNT [SEED]` is the campaign.
"""

import os
import random
import subprocess
import time

import fixture
from fixture import commands

KILLS = int(os.environ.get("MUTASI_KILLS", "10"))
SEED = int(os.environ.get("MUTASI_SEED", "1"))
# A sync of this town takes about a tenth of a second; later kills find nothing running.
LATEST_SECONDS = 0.4
# The first rounds do each of these once, later ones at random.
FIRST_ROUNDS = {1: "backup", 2: "mirror", 3: "node", 4: "nodes-alone"}
# Tries of a restore that are killed before one is let through.
KILLED_RESTORES = 2


class KillTests(fixture.TownTestCase):
    people = False

    def test_nothing_acknowledged_is_lost_through_kills_and_restores_at_random_moments(self):
        town = self.town
        self.random = random.Random(SEED)
        self.ledger = {}
        self.drafts = []
        self.backup = None
        self.node_backups = {}
        self.done = {"backup": 0, "mirror": 0, "nodes-alone": 0, "node": 0, "killed restores": 0,
                     "reported as lost": 0}
        self.mirrors = 0
        self.mirror_to("mirror-0")
        kills = 0
        # Two rounds in three hit something that runs.
        for number in range(KILLS * 4):
            if kills >= KILLS and number > max(FIRST_ROUNDS):
                break
            kills += self.round()
            accident = FIRST_ROUNDS.get(number) or self.random.choice([None] * 6 + list(FIRST_ROUNDS.values()))
            cut = self.restore_coordinator(accident) if accident in ("mirror", "nodes-alone") else None
            self.recover()
            self.compare(cut)
            if accident == "backup":
                self.back_up()
            if accident == "node":
                self.restore_node()
                self.compare()
        self.assertGreaterEqual(kills, KILLS, "the kills came too late to hit anything")
        self.assert_all_well()
        listed = [one["id"] for one in town.desk.run("", commands.vacancy_list())["vacancies"]]
        for vacancy in self.drafts:
            self.assertEqual(listed.count(vacancy), 1, vacancy)
            self.assertEqual(town.third.one("vacancy", vacancy)["revision"], 1, vacancy)
        town.server.stop()
        self.assertTrue(town.desk.run("", commands.verify())["verified"])
        town.server.start()
        told = ", ".join(f"{count} {what}" for what, count in self.done.items())
        print(f"{kills} kills, {told}; {len(self.ledger)} acknowledged operations, seed {SEED}")

    def round(self):
        """Drafts, syncs of all nodes at once, and SIGKILL for some of them; how many processes it ended."""
        town = self.town
        for node in town.nodes:
            for _ in range(self.random.randint(0, 2)):
                self.drafts.append(node.draft("", commands.vacancy_open_from(town.vacancy_file()))["record"])
        agents = [self.start(node, commands.sync()) for node in town.nodes]
        time.sleep(self.random.uniform(0, LATEST_SECONDS))
        kills = 0
        if self.random.random() < 0.7:
            town.server.kill()
            kills += 1
        for agent in agents:
            if self.random.random() < 0.3 and agent.poll() is None:
                agent.kill()
                kills += 1
        for agent in agents:
            agent.communicate(timeout=120)
            self.assertIn(agent.returncode, (0, 69, 75, 76, -9))
        return kills

    # Backups and restores

    def mirror_to(self, name):
        town = self.town
        self.mirror = town.path(name)
        town.server.options = ["--mirror", self.mirror]
        if town.server.process is not None:
            town.server.kill()
        town.server.start()

    def back_up(self):
        """The coordinator while it serves, and every node: what later restores go back to."""
        town = self.town
        self.done["backup"] += 1
        number = self.done["backup"]
        self.backup = town.path(f"coordinator-{number}.backup")
        self.assertTrue(town.desk.run("", ["backup", self.backup])["verified"])
        for node in town.nodes:
            file = town.path(f"{os.path.basename(node.data)}-{number}.backup")
            node.run("", commands.backup(file))
            self.node_backups[node.data] = file

    def restore_coordinator(self, how):
        """Its disk is gone: back from the last backup and the mirror, or from the nodes; the position that was kept."""
        if self.backup is None:
            return None
        town = self.town
        town.server.kill()
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(town.path("bkd", "coordinator.sqlite" + suffix)):
                os.remove(town.path("bkd", "coordinator.sqlite" + suffix))
        line = ["restore", self.backup] + (["--mirror", self.mirror] if how == "mirror" else [])
        for _ in range(KILLED_RESTORES):
            process = self.start(town.desk, line)
            try:
                process.wait(self.random.uniform(0, LATEST_SECONDS))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                self.done["killed restores"] += 1
        restored = town.desk.run("", line)
        self.done[how] += 1
        self.mirrors += 1
        self.mirror_to(f"mirror-{self.mirrors}")
        # Every node hands in; the last one lets the recovery end.
        for party in town.everybody:
            party.ends(commands.sync(), 0, 75)
        town.sync_all()
        shown = town.desk.run("", ["recovery", "show"])
        self.assertEqual((shown["state"], shown["changes"]), ("serving", []))
        self.forget_reported(shown["gaps"])
        return restored["cut"]

    def forget_reported(self, gaps):
        """What neither the restored journal nor its author's restored node has any more is reported by its position."""
        there = self.town.desk.ids("vacancy", "--all")
        for vacancy in [one for one in self.drafts if one in self.ledger and one not in there]:
            position = self.ledger.pop(vacancy)[0]
            self.assertTrue(any(gap["first"] <= position <= gap["last"] for gap in gaps), (vacancy, position, gaps))
            self.drafts.remove(vacancy)
            self.done["reported as lost"] += 1

    def restore_node(self):
        """A node goes back to its last backup, by the command that says so."""
        node = self.random.choice(self.town.nodes)
        file = self.node_backups.get(node.data)
        if file is None:
            return
        line = commands.restore(file, even_if_newer=True)
        for _ in range(KILLED_RESTORES):
            process = self.start(node, line)
            try:
                process.wait(self.random.uniform(0, LATEST_SECONDS / 4))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                self.done["killed restores"] += 1
        node.run("", line)
        self.done["node"] += 1
        node.sync()
        if node.status()["held"]:
            node.run("", commands.outbox_release())
        node.settle()

    def recover(self):
        if self.town.server.process is None:
            self.town.server.start()
        self.town.settle_all()

    def compare(self, cut=None):
        """Every operation that a node knows the outcome of keeps it, and all that was drafted has one. After a restore
        what lies behind its cut may stand at another position."""
        for node in self.town.nodes:
            outbox = node.run("", ["outbox", "list", "--decided", "10000"])
            self.assertEqual(outbox["pending"], [], node.title)
            for one in outbox["decided"]:
                said = (one["position"], one["outcome"])
                known = self.ledger.setdefault(one["operation"], said)
                if cut is not None and known[0] > cut:
                    self.ledger[one["operation"]] = (said[0], known[1])
                    known = (said[0], known[1])
                self.assertEqual(said, known, one["operation"])
        self.assertLessEqual(set(self.drafts), set(self.ledger), "an operation has no outcome")

    def start(self, party, arguments):
        line = [party.program, *arguments, "--data", party.data, "--as", party.actor, "--json"]
        return subprocess.Popen(
            line, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
