"""The coordinator's disk dies, or an old copy of its database is put back: backup, mirror, restore, recovery."""

import os
import shutil
import subprocess

import fixture
from fixture import commands


class RecoveryTests(fixture.TownTestCase):
    people = False

    def tearDown(self):
        if self.town.server.process is None:
            self.town.server.start()

    def test_backup_while_serving_and_restore_bring_everything_back(self):
        town = self.town
        before = self.decided(town.home)
        backup = town.path("one.backup")
        made = town.desk.run("", ["backup", backup])
        self.assertTrue(made["verified"])
        self.assertEqual(os.stat(backup).st_mode & 0o777, 0o600)
        subprocess.run(["sha256sum", "--check", "--quiet", backup + ".sha256"], cwd=town.folder, check=True)
        lost = self.decided(town.social)
        self.town.sync_all()
        checked = town.desk.run("", ["restore", "--check", backup])
        self.assertEqual(checked["restored"], made["position"])
        self.assertEqual(town.desk.status()["restoreCheckedDaysAgo"], 0)
        town.server.stop()
        restored = town.desk.run("", ["restore", backup])
        self.assertEqual((restored["cut"], restored["state"]), (made["position"], "recovering"))
        self.assertTrue(os.path.exists(town.path("bkd", f"coordinator.sqlite.before-epoch-{restored['epoch']}")))
        town.server.start()
        self.recovered()
        for party in town.everybody:
            for vacancy in (before, lost):
                self.assertEqual(party.one("vacancy", vacancy)["revision"], 1, party.title)
        self.assert_all_well()
        self.assertEqual(town.desk.run("", ["recovery", "show"])["changes"], [])
        self.assert_verified()

    def test_mirror_brings_back_what_the_backup_lacks(self):
        town = self.town
        backup = town.path("two.backup")
        town.desk.run("", ["backup", backup])
        town.server.stop()
        town.server.options = ["--mirror", town.path("mirror")]
        town.server.start()
        vacancy = self.decided(town.permits)
        town.sync_all()
        head = town.permits.status()["cursor"]["position"]
        town.server.kill()
        for name in ("coordinator.sqlite", "coordinator.sqlite-wal", "coordinator.sqlite-shm"):
            if os.path.exists(town.path("bkd", name)):
                os.remove(town.path("bkd", name))
        restored = town.desk.run("", ["restore", backup, "--mirror", town.path("mirror")])
        self.assertGreaterEqual(restored["cut"], head)
        town.server.start()
        self.recovered()
        self.assertEqual(town.third.one("vacancy", vacancy)["revision"], 1)
        self.assert_all_well()
        self.assertEqual(town.desk.run("", ["recovery", "show"])["gaps"], [])
        town.server.stop()
        town.server.options = []
        town.server.start()

    def test_older_copy_that_was_put_back_is_noticed_and_halts_until_it_is_restored(self):
        town = self.town
        town.server.stop()
        shutil.copy(town.path("bkd", "coordinator.sqlite"), town.path("older.sqlite"))
        town.server.start()
        vacancy = self.decided(town.home)
        town.sync_all()
        town.desk.run("", ["sync"])
        town.server.stop()
        for name in ("coordinator.sqlite-wal", "coordinator.sqlite-shm"):
            if os.path.exists(town.path("bkd", name)):
                os.remove(town.path("bkd", name))
        shutil.copy(town.path("older.sqlite"), town.path("bkd", "coordinator.sqlite"))
        town.server.start()
        # Who comes shows what it has seen, and is told so; from then on nobody is answered, whatever is started again.
        self.assertIn("foreign-head", town.home.error(commands.sync(), 76)["message"])
        self.assertIn("code", town.home.error(commands.sync(), 75))
        self.assertIn("code", town.desk.error(["sync"], 75))
        shown = town.desk.ends(["recovery", "show"], 1)[1]
        self.assertEqual(shown["state"], "halted")
        checks = town.desk.ends(["doctor"], 1)[1]["checks"]
        self.assertIn("halted", {one["code"] for one in checks if one["verdict"] == "bad"})
        town.server.stop()
        town.server.start()
        self.assertIn("code", town.social.error(commands.sync(), 75))
        town.server.stop()
        self.assertEqual(town.desk.run("", ["restore", "--in-place"])["state"], "recovering")
        town.server.start()
        self.recovered()
        for party in town.everybody:
            self.assertEqual(party.one("vacancy", vacancy)["revision"], 1, party.title)
        self.assert_all_well()
        self.assert_verified()

    def test_recovery_ends_without_a_node_that_stays_away_and_takes_it_later(self):
        town = self.town
        backup = town.path("three.backup")
        town.desk.run("", ["backup", backup])
        vacancy = self.decided(town.third)
        town.server.stop()
        town.desk.run("", ["restore", backup])
        town.server.start()
        for node in (town.home, town.social):
            node.ends(commands.sync(), 75)
        shown = town.desk.ends(["recovery", "show"], 1)[1]
        self.assertEqual(shown["state"], "recovering")
        self.assertIn("diskominfo", [one["agency"] for one in shown["awaited"]])
        town.desk.run("", ["recovery", "end"])
        town.desk.ends(["recovery", "end"], 1)
        self.assertNotIn(vacancy, town.desk.ids("vacancy", "--all"))
        # It comes, hands in and is decided in one sync.
        self.assertTrue(town.third.sync()["complete"])
        self.assertEqual(town.desk.one("vacancy", vacancy)["revision"], 1)
        self.assert_all_well()

    def test_backup_is_refused_where_it_may_not_be_asked_for(self):
        town = self.town
        existing = town.path("existing.backup")
        with open(existing, "w", encoding="utf-8"):
            pass
        self.assertIn("code", town.desk.error(["backup", existing], 73))
        self.assertEqual(os.path.getsize(existing), 0)
        self.assertIn("code", town.desk.error(["restore", existing], 75))
        self.assertIn("code", town.desk.error(["restore", "--check", existing], 65))
        self.assertEqual([name for name in os.listdir(town.path("bkd")) if "part" in name or "check." in name], [])

    # What several tests need

    def decided(self, node):
        """A vacancy of this node that everybody has heard of."""
        return node.decide("", commands.vacancy_open_from(self.town.vacancy_file()))[0]

    def recovered(self):
        """Every node hands in; the last one lets the recovery end."""
        town = self.town
        for node in town.nodes:
            node.ends(commands.sync(), 0, 75)
        town.desk.run("", ["sync"])
        town.sync_all()
        self.assertEqual(town.desk.run("", ["recovery", "show"])["state"], "serving")

    def assert_verified(self):
        town = self.town
        town.server.stop()
        self.assertTrue(town.desk.run("", commands.verify())["verified"])
        town.server.start()
