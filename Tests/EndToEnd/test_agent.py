"""The agent, the doctor and the freshness of a view, as an operator meets them."""

import json
import os
import signal
import sqlite3
import subprocess
import threading

import fixture
from authority import Authority
from fixture import commands
from meddler import Meddler

# Far above what is promised; a busy machine must not fail a test.
PATIENCE_SECONDS = 60


class AgentTests(fixture.TownTestCase):
    people = False

    def agent(self, node, *options):
        """The running agent of a node."""
        return subprocess.Popen(
            [fixture.program("mutasi-node"), "run", "--now", "--data", node.data, "--as", "agent", *options],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def stopped(self, agent, number=signal.SIGTERM):
        """What the agent still said after the signal; it must end by itself, and well."""
        agent.send_signal(number)
        said, errors = agent.communicate(timeout=PATIENCE_SECONDS)
        self.assertEqual((agent.returncode, errors), (0, ""))
        return said

    def test_agent_sends_what_waits_and_stops_when_told(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            node = self.town.home
            vacancy = node.draft("", commands.vacancy_open_from(self.town.vacancy_file()))["record"]
            agent = self.agent(node, "--json")
            line = json.loads(agent.stdout.readline())
            self.assertEqual((line["ending"], line["decided"]), ("complete", 1), line)
            self.assertGreater(line["nextMilliseconds"], 0)
            self.assertEqual(self.stopped(agent, number), "")
            self.assertTrue(node.status()["well"])
            self.town.third.sync()
            self.assertEqual(self.town.third.one("vacancy", vacancy)["revision"], 1)

    def test_agent_speaks_the_operators_language(self):
        for language, word in (("id", "selesai:"), ("en", "complete:")):
            agent = self.agent(self.town.third, "--lang", language)
            self.assertIn(word, agent.stdout.readline())
            self.stopped(agent)

    def test_agent_ends_in_the_middle_of_a_transfer(self):
        """The coordinator never answers; the signal ends the wait, and the exchange is repeated later."""
        node = self.town.permits
        arrived, end = threading.Event(), threading.Event()

        def silent(_):
            arrived.set()
            end.wait(PATIENCE_SECONDS)

        vacancy = node.draft("", commands.vacancy_open_from(self.town.vacancy_file()))["record"]
        with Meddler(self.town, silent) as meddler, fixture.environment(meddler.environment):
            agent = self.agent(node)
            self.assertTrue(arrived.wait(PATIENCE_SECONDS))
            self.assertEqual(self.stopped(agent), "")
            end.set()
        self.assertEqual(node.status()["inFlight"], 1)
        self.assertEqual([one["record"] for one in node.sync()["outcomes"]], [vacancy])

    def test_agent_goes_on_without_a_network(self):
        node = self.town.social
        self.town.server.stop()
        try:
            agent = self.agent(node, "--json")
            first, second = (json.loads(agent.stdout.readline()) for _ in range(2))
            self.assertEqual((first["ending"], second["ending"]), ("unreachable", "unreachable"))
            self.assertGreater(second["nextMilliseconds"], first["nextMilliseconds"])
            self.stopped(agent)
        finally:
            self.town.server.start()
        node.sync()

    def test_agent_without_a_node_says_so_and_ends(self):
        ended = subprocess.run(
            [fixture.program("mutasi-node"), "run", "--data", self.town.path("nothing"), "--lang", "en"],
            capture_output=True, text=True, timeout=PATIENCE_SECONDS)
        self.assertEqual(ended.returncode, 78)
        self.assertIn("no-node", ended.stderr)


class DoctorTests(fixture.TownTestCase):
    people = False

    def checks(self, party, exit=0, *options):
        document = party.ends(["doctor", *options], exit)[1]
        self.assertEqual(document["well"], exit == 0, document)
        return document, {one["check"]: one for one in document["checks"]}

    def codes(self, party, exit, *options):
        found = self.checks(party, exit, *options)[0]["checks"]
        return {one["code"] for one in found if one["code"] and one["check"] != "backup"}

    def test_sound_node_is_well_in_every_part(self):
        self.assertEqual(self.checks(self.town.home)[1]["backup"]["code"], "backup-old")
        self.town.home.run("", commands.backup(self.town.path("sound.backup")))
        document, checks = self.checks(self.town.home)
        # The disk of the machine that runs the tests is its own matter.
        self.assertEqual([one for one in document["checks"] if one["verdict"] != "ok" and one["check"] != "disk"], [])
        for check in ("directory", "keys", "database", "contents", "disk", "sync", "backup", "clock", "name", "connection",
                      "certificate", "coordinator", "wire", "ready"):
            self.assertIn(check, checks)
        self.assertIn("localhost", checks["certificate"]["detail"])

    def test_coordinator_is_well_while_it_serves_and_while_it_does_not(self):
        self.assertEqual(self.codes(self.town.desk, 0), set())
        self.town.server.stop()
        try:
            self.assertEqual(self.codes(self.town.desk, 0), {"not-serving"})
        finally:
            self.town.server.start()

    def test_each_fault_is_named(self):
        town = self.town
        node = town.third
        keys = os.path.join(node.data, "keys.json")
        os.chmod(keys, 0o644)
        self.assertEqual(self.codes(node, 1), {"permissions"})
        os.chmod(keys, 0o600)
        town.server.stop()
        self.assertEqual(self.codes(node, 1), {"transport-unreachable"})
        self.assertEqual(self.codes(node, 0, "--offline"), set())
        other = Authority(town.path("other-tls"))
        own, town.server.authority = town.server.authority, other
        town.server.start()
        self.assertEqual(self.codes(node, 1), {"transport-tls"})
        town.server.stop()
        town.server.authority = own
        town.server.start()
        self.assertEqual(self.codes(node, 0), set())

    def test_damaged_replica_is_named_and_healed(self):
        node = self.town.social
        with sqlite3.connect(os.path.join(node.data, "node.db")) as database:
            database.execute("UPDATE record SET revision = revision + 1 WHERE kind = 'agency'")
        self.assertEqual(self.codes(node, 1), {"replica-damaged"})
        self.assertEqual(node.status()["state"], "damaged")
        node.run("", commands.sync() + ["--anew"])
        self.assertEqual(self.codes(node, 0), set())
        self.assertTrue(node.status()["well"])

    def test_database_of_a_later_program_is_refused_in_both_programs(self):
        for party, name, change in (
            (self.town.permits, "node.db", "INSERT INTO migration (name) VALUES ('of-a-later-program')"),
            (self.town.desk, "coordinator.sqlite", "PRAGMA user_version = 999"),
        ):
            with self.subTest(party=party.title):
                path = os.path.join(party.data, name)
                if party is self.town.desk:
                    self.town.server.stop()
                kept = self.town.bytes(path)
                database = sqlite3.connect(path)
                database.execute(change)
                database.commit()
                database.close()
                self.assertEqual(self.codes(party, 1, *([] if party is self.town.desk else ["--offline"])) - {"not-serving"},
                                 {"newer"})
                command = ["verify"] if party is self.town.desk else commands.status()
                self.assertEqual(party.error(command, 78)["code"], "newer")
                for language, words in (("en", "Update the program"), ("id", "Perbarui program")):
                    ended = subprocess.run(
                        [party.program, *command, "--data", party.data, "--lang", language], capture_output=True,
                        text=True, timeout=PATIENCE_SECONDS)
                    self.assertEqual(ended.returncode, 78)
                    self.assertIn(words, ended.stderr)
                for leftover in (path + "-wal", path + "-shm"):
                    if os.path.exists(leftover):
                        os.remove(leftover)
                with open(path, "wb") as file:
                    file.write(kept)
                if party is self.town.desk:
                    self.town.server.start()
        self.assert_all_well([self.town.permits])


class FreshnessTests(fixture.TownTestCase):
    people = False

    def test_status_says_as_of_when_and_what_waits_since_when(self):
        node = self.town.home
        node.sync()
        status = node.status()
        self.assertEqual((status["doubts"], status["unsentSince"]), ([], None))
        self.assertIsNotNone(status["completeAt"])
        self.assertGreater(status["cursor"]["position"], 0)
        node.draft("", commands.vacancy_open_from(self.town.vacancy_file()))
        waiting = node.ends(commands.status(), 1)[1]
        self.assertTrue(waiting["unsentSince"].endswith("Z"), waiting)
        node.sync()

    def test_view_that_was_not_complete_for_long_is_not_well(self):
        node = self.town.third
        node.sync()
        with sqlite3.connect(os.path.join(node.data, "node.db")) as database:
            database.execute("UPDATE state SET completeAt = completeAt - 5 * 86400000")
        status = node.ends(commands.status(), 1)[1]
        self.assertEqual((status["well"], status["doubts"]), (False, ["outdated"]))
        self.assertIn("outdated", self.page(node, "en"))
        self.assertIn("outdated", self.page(node, "id"))
        node.sync()
        self.assertTrue(node.status()["well"])

    def page(self, node, language):
        ended = subprocess.run(
            [node.program, "status", "--data", node.data, "--lang", language], capture_output=True, text=True,
            timeout=PATIENCE_SECONDS)
        self.assertEqual(ended.returncode, 1)
        return ended.stdout
