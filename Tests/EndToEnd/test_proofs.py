"""Heads that are proven, evidence that anybody checks offline, and a coordinator that was put back by file copy."""

import os
import shutil

import fixture
from fixture import commands


def flip(path, place):
    with open(path, "r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ 4]))


class ProofTests(fixture.TownTestCase):
    people = False

    def act(self, node):
        """One decided operation; its id and the record."""
        record, _ = node.decide("", commands.vacancy_open_from(self.town.vacancy_file()))
        return record

    def export(self, *arguments):
        return self.town.desk.run("", ["export", *arguments])

    def test_evidence_is_checked_offline_by_anybody(self):
        town, path = self.town, self.town.path("approval.evidence")
        record = self.act(town.permits)
        made = self.export("evidence", record, "--out", path)
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)
        fingerprint = made["fingerprint"]
        town.server.stop()
        self.addCleanup(town.server.start)
        for party in (town.third, town.desk):
            for key in (fingerprint, fingerprint[:32]):
                proven = party.run("", ["verify", path, "--fingerprint", key])
                self.assertEqual(
                    (proven["verified"], proven["agency"], proven["kind"], proven["record"], proven["outcome"]["outcome"]),
                    (True, "dpmptsp", "vacancy.open", record, "accepted"), proven)
            self.assertEqual(party.error(["verify", path, "--fingerprint", "0" * 64], 1)["code"], "key")
        self.assertTrue(town.third.run("", ["verify", path])["verified"], "the node knows the key")
        size = os.path.getsize(path)
        text = town.bytes("approval.evidence")
        for needle in (b"checkpoint", b'"proof"', b"signature", b"reducer"):
            shutil.copy(path, path + ".flipped")
            flip(path + ".flipped", min(text.index(needle) + len(needle) + 12, size - 1))
            code, _ = town.third.ends(["verify", path + ".flipped"], 1, 65)
            self.assertIn(code, (1, 65), needle)

    def test_a_whole_journal_is_checked_in_its_file(self):
        town, path = self.town, self.town.path("all.journal")
        self.act(town.permits)
        made = self.export("journal", "--out", path)
        self.assertEqual(made["bytes"], os.path.getsize(path))
        summary = town.desk.run("", ["verify", path])
        self.assertEqual(
            (summary["verified"], summary["trusted"], summary["position"]), (True, True, made["head"]["position"]))
        for place in (17, 100, made["bytes"] // 2, made["bytes"] - 3):
            shutil.copy(path, path + ".flipped")
            flip(path + ".flipped", place)
            error = town.desk.error(["verify", path + ".flipped"], 1)
            self.assertEqual(error["code"], "file", error)
            self.assertIn("byte", error["detail"], error)
        self.assertEqual(town.desk.error(["export", "journal", "--out", path], 73)["code"], "io")

    def test_two_agencies_compare_what_they_were_shown(self):
        town, path = self.town, self.town.path("permits.checkpoint")
        self.act(town.permits)
        for _ in range(2):
            town.permits.sync()
        exported = town.permits.run("", ["checkpoint", "export", "--out", path])
        self.act(town.home)
        for _ in range(2):
            town.home.sync()
        self.assertEqual(town.home.run("", ["checkpoint", "check", path])["comparison"], "asked")
        town.home.sync()
        shown = town.home.run("", ["checkpoint", "show"])
        self.assertFalse(shown["forked"])
        self.assertGreater(shown["checkpoints"][0]["head"]["position"], exported["head"]["position"])
        own = town.desk.run("", ["checkpoint"])
        self.assertEqual(own["text"].split("\n")[0], "mutasi/contoh")
        with open(path, "a", encoding="utf-8") as file:
            file.write("x")
        self.assertEqual(town.home.error(["checkpoint", "check", path], 65)["code"], "bad-evidence")

    def test_a_sync_with_nothing_to_say_is_small(self):
        town = self.town
        for _ in range(3):
            town.social.sync()
        told = town.social.run("", commands.sync())
        self.assertEqual((told["exchanges"], told["changes"]), (1, 0), told)
        self.assertLessEqual(told["sent"], 1024, told)
        self.assertLessEqual(told["received"], 1024, told)


class PutBackTests(fixture.TownTestCase):
    people = False

    def database(self):
        """The coordinator's files at this moment, with the process stopped."""
        return {name: self.town.bytes("bkd", name) for name in os.listdir(self.town.path("bkd"))
                if name.startswith("coordinator.sqlite")}

    def put_back(self, files):
        for name in list(self.database()):
            os.remove(self.town.path("bkd", name))
        for name, data in files.items():
            with open(self.town.path("bkd", name), "wb") as file:
                file.write(data)

    def test_a_database_put_back_and_moved_on_is_found_by_the_first_node_that_saw_more(self):
        town = self.town
        town.settle_all()
        town.server.stop()
        old = self.database()
        town.server.start()
        record, _ = town.home.decide("", commands.vacancy_open_from(town.vacancy_file()))
        for _ in range(3):
            town.home.sync()
        before = town.home.status()
        town.server.stop()
        self.put_back(old)
        town.server.start()
        # Others go on over the older database, past the place that home has seen.
        for _ in range(4):
            town.third.decide("", commands.vacancy_open_from(town.vacancy_file()))
        self.assertIn(town.home.ends(commands.sync(), 75, 76)[0], (75, 76))
        status = town.home.status()
        self.assertEqual((status["state"], status["digest"]), ("forked", before["digest"]), status)
        shown = town.home.ends(["checkpoint", "show"], 1)[1]
        self.assertTrue(shown["forked"])
        self.assertEqual(shown["contradictions"][0]["reason"], "foreign")
        self.assertIsNotNone(shown["contradictions"][0]["seenEvidence"])
