"""One node in two places, and two agents on one node."""

import json
import shutil
import subprocess

import fixture
from fixture import commands


class CopyTests(fixture.TownTestCase):
    people = False

    def test_clone_is_stale_at_its_first_contact_and_the_node_works_on(self):
        town = self.town
        node, clone = self.copied(town.home, "clone")
        first = self.draft(node)
        node.sync()
        lost = self.draft(clone)
        error = clone.error(commands.sync(), 76)
        self.assertIn("stale", error["message"] + error.get("detail", ""))
        status = clone.run("", commands.status(), (1,))
        self.assertEqual((status["state"], status["well"], status["refusal"]), ("stale", False, "stale"))
        # The draft stays where it is and was decided by nobody; the stopped copy sends nothing more.
        self.assertEqual(status["unsent"] + status["inFlight"], 1)
        clone.ends(commands.sync(), 76, 77)
        clone.run("", ["outbox", "list"])
        self.arrives(node, first)
        for party in town.everybody:
            self.assertNotIn(lost, party.ids("vacancy", "--all"), party.title)
        self.assert_all_well()

    def test_older_copy_put_back_is_stale_and_applies_nothing(self):
        town = self.town
        node, older = self.copied(town.social, "older")
        for _ in range(2):
            self.draft(node)
            node.sync()
        records = older.status()["records"]
        self.assertIn("code", older.error(commands.sync(), 76))
        status = older.run("", commands.status(), (1,))
        self.assertEqual((status["state"], status["records"]), ("stale", records))
        self.assert_all_well([node])

    def test_clone_that_comes_first_stops_the_other_one(self):
        town = self.town
        node = town.join("dinkes", "satu")
        node, clone = self.copied(node, "first-clone")
        clone.sync()
        node.error(commands.sync(), 76)
        self.assertEqual(node.run("", commands.status(), (1,))["state"], "stale")
        # The coordinator goes on with the one that it answered.
        self.assertTrue(clone.sync()["complete"])

    def test_agents_that_sync_at_once_take_turns(self):
        town, node = self.town, self.town.third
        for _ in range(3):
            drafts = [self.draft(node) for _ in range(3)]
            agents = [self.start(node, commands.sync()) for _ in range(4)]
            ends = [self.end(agent) for agent in agents]
            codes = [code for code, _ in ends]
            self.assertIn(0, codes)
            self.assertLessEqual(set(codes), {0, 75}, ends)
            for code, answer in ends:
                if code == 75:
                    self.assertEqual(answer["error"]["code"], "syncing")
            node.settle()
            for vacancy in drafts:
                self.assertEqual(node.one("vacancy", vacancy)["revision"], 1)
        self.assert_all_well([node])

    def test_operator_records_while_an_agent_syncs(self):
        node = self.town.permits
        self.draft(node)
        agents = [self.start(node, commands.sync())]
        agents += [self.start(node, commands.vacancy_open_from(self.town.vacancy_file())) for _ in range(4)]
        ends = [self.end(agent) for agent in agents]
        self.assertEqual([code for code, _ in ends], [0] * 5, ends)
        node.settle()
        for _, recording in ends[1:]:
            self.assertEqual(node.one("vacancy", recording["record"])["revision"], 1)
        self.assert_all_well([node])

    # What several tests need

    def copied(self, node, name):
        """The node and a copy of its folder, as a disk image makes one."""
        copy = self.town.node(node.name, node.actor, name)
        shutil.copytree(node.data, copy.data)
        return node, copy

    def draft(self, node):
        return node.draft("", commands.vacancy_open_from(self.town.vacancy_file()))["record"]

    def arrives(self, node, vacancy):
        self.town.sync_all()
        for party in self.town.everybody:
            self.assertEqual(party.one("vacancy", vacancy)["revision"], 1, party.title)

    def start(self, node, arguments):
        line = [node.program, *arguments, "--data", node.data, "--as", node.actor, "--json"]
        return subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def end(self, agent):
        printed, _ = agent.communicate(timeout=120)
        return agent.returncode, json.loads(printed)
