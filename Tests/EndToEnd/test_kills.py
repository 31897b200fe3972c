"""Processes end at random moments, again and again; nothing that was acknowledged is lost, repeated or changed.

Each round loads the region and kills the coordinator, some nodes or all of them with SIGKILL at a random moment. Everything is
started again, and a ledger that only grows is compared with what every node says of its operations. Ten kills by
themselves; `Tests/EndToEnd/kills COUNT [SEED]` is the campaign.
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


class KillTests(fixture.TownTestCase):
    people = False

    def test_nothing_acknowledged_is_lost_through_kills_at_random_moments(self):
        town = self.town
        self.random = random.Random(SEED)
        self.ledger = {}
        self.drafts = []
        kills = 0
        # Two rounds in three hit something that runs.
        for _ in range(KILLS * 4):
            if kills >= KILLS:
                break
            kills += self.round()
            self.recover()
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
        print(f"{kills} kills, {len(self.ledger)} acknowledged operations, seed {SEED}")

    def round(self):
        """Drafts, syncs of all nodes at once, and SIGKILL for some of them; how many processes it ended."""
        town = self.town
        for node in town.nodes:
            for _ in range(self.random.randint(0, 2)):
                self.drafts.append(node.draft("", commands.vacancy_open_from(town.vacancy_file()))["record"])
        agents = [self.start(node) for node in town.nodes]
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

    def recover(self):
        if self.town.server.process is None:
            self.town.server.start()
        self.town.settle_all()

    def compare(self):
        """Every operation that a node knows the outcome of keeps it, and all that was drafted has one."""
        for node in self.town.nodes:
            outbox = node.run("", ["outbox", "list", "--decided", "10000"])
            self.assertEqual(outbox["pending"], [], node.title)
            for one in outbox["decided"]:
                said = (one["position"], one["outcome"])
                known = self.ledger.setdefault(one["operation"], said)
                self.assertEqual(said, known, one["operation"])
        records = {vacancy for vacancy in self.drafts}
        self.assertLessEqual(records, set(self.ledger), "an operation has no outcome")

    def start(self, node):
        line = [node.program, "sync", "--data", node.data, "--as", node.actor, "--json"]
        return subprocess.Popen(
            line, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
