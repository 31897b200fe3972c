"""Copies of a node: each is told at its first contact, and healed by a command."""

import os
import shutil
import subprocess

import fixture
from fixture import commands


class LifeTests(fixture.TownTestCase):
    people = False

    def test_stale_copy_rejoins_in_the_nodes_place_and_the_other_one_is_told_of(self):
        town = self.town
        node, copy = self.copied(town.home, "goes-on")
        self.draft(node)
        node.sync()
        lost = self.draft(copy)
        self.assertIn("stale", str(copy.error(commands.sync(), 76)))
        status = copy.run("", commands.status(), (1,))
        self.assertEqual(status["ask"], f"mutasi-coordinator invite disdukcapil --replace {status['node']}")
        self.assertEqual(copy.error(commands.outbox_export(town.path("x.json")), 65)["code"], "carried")
        done = self.rejoin(copy)
        self.assertTrue(done["replaced"] and done["registry"])
        # The draft may have been withdrawn on the other machine: it waits for a person, and what comes later does not.
        self.assertEqual(done["held"], 1)
        later = self.draft(copy)
        copy.sync()
        self.assertEqual(copy.one("vacancy", later["record"])["revision"], 1)
        self.assertNotIn(lost["record"], town.desk.ids("vacancy", "--all"))
        listed = copy.run("", commands.outbox_list())["pending"]
        self.assertEqual([(one["operation"], one["state"]) for one in listed], [(lost["operation"], "held")])
        self.assertEqual(copy.run("", commands.todo(), (0, 1))["held"], 1)
        status = copy.run("", commands.status(), (1,))
        self.assertEqual((status["state"], status["held"]), ("working", 1))
        copy.run("", commands.outbox_release(lost["operation"]))
        copy.sync()
        self.assertEqual(copy.one("vacancy", lost["record"])["revision"], 1)
        self.assert_all_well([copy])
        # The machine that was left behind is answered, signed, and agency and desk read of it.
        for _ in range(2):
            node.ends(commands.sync(), 76, 77)
        self.assertEqual(node.run("", commands.status(), (1,))["state"], "superseded")
        alarm, = self.alarms(status["node"])
        self.assertEqual(alarm["times"], 1)
        copy.sync()
        for party in (copy, town.desk):
            notices = party.run("", commands.notice_list())["notices"]
            self.assertIn("copy-seen", [one["code"] for one in notices if one["node"] == status["node"]], party.title)
            self.assertTrue(party.run("", commands.todo(), (0, 1))["notices"], party.title)
            self.assertTrue(party.status()["alarms"], party.title)
        self.assertFalse(town.third.run("", commands.notice_list())["notices"])
        self.assert_verified()
        # The tests after this one go on with the machine that is in the place now.
        shutil.rmtree(node.data)
        shutil.copytree(copy.data, node.data)

    def test_copy_becomes_a_node_of_its_own(self):
        town = self.town
        node, copy = self.copied(town.third, "own")
        shared = self.draft(node)
        shutil.rmtree(copy.data)
        shutil.copytree(node.data, copy.data)
        node.sync()
        copy.error(commands.sync(), 76)
        done = copy.run("", commands.rejoin(town.invite("diskominfo")))
        self.assertFalse(done["replaced"] or done["registry"])
        self.assertNotEqual(done["node"], node.status()["node"])
        self.assertEqual(done["held"], 1)
        copy.run("", commands.outbox_release())
        copy.sync()
        # Both copies sent the draft; it counts once.
        for party in (node, copy):
            party.sync()
            self.assertEqual(party.one("vacancy", shared["record"])["revision"], 1)
        self.assert_all_well([node, copy])

    def test_copy_made_between_nonce_and_sending_sends_the_same_and_only_one_goes_on(self):
        node = self.town.join("dinkes", "nonce")
        draft = self.draft(node)
        # The exchange is stored, not sent.
        node.run("", commands.outbox_export(self.town.path("unsent.json")))
        node, copy = self.copied(node, "nonce-copy")
        node.sync()
        copied = copy.sync()
        self.assertEqual([one["operation"] for one in copied["outcomes"]], [draft["operation"]])
        node.sync()
        copy.error(commands.sync(), 76)
        self.assertEqual(copy.run("", commands.status(), (1,))["state"], "stale")
        self.assertEqual(node.one("vacancy", draft["record"])["revision"], 1)
        self.assert_all_well([node])

    def test_copy_that_only_pulls_stops_the_node_which_rejoins_with_its_drafts(self):
        node = self.town.join("dinkes", "pulled", registry=False)
        node, copy = self.copied(node, "puller")
        copy.sync()
        draft = self.draft(node)
        node.error(commands.sync(), 76)
        done = self.rejoin(node)
        self.assertEqual(done["held"], 1)
        node.run("", commands.outbox_release())
        node.sync()
        self.assertEqual(node.one("vacancy", draft["record"])["revision"], 1)
        copy.ends(commands.sync(), 76, 77)
        self.assertEqual(copy.run("", commands.status(), (1,))["state"], "superseded")
        self.assert_all_well([node])

    def test_lost_reply_then_put_back_to_before_it_by_file_copy_is_stale(self):
        node = self.town.join("dinkes", "file-copy", registry=False)
        draft = self.draft(node)
        before = node.data + ".before"
        shutil.copytree(node.data, before)
        self.lose_reply(node)
        shutil.rmtree(node.data)
        shutil.move(before, node.data)
        node.error(commands.sync(), 76)
        self.assertEqual(node.run("", commands.status(), (1,))["state"], "stale")
        self.assertEqual(self.rejoin(node)["held"], 1)
        node.run("", commands.outbox_release())
        # It was decided already: the same outcome, once.
        node.sync()
        self.assertEqual(node.one("vacancy", draft["record"])["revision"], 1)
        self.assert_all_well([node])

    def test_lost_reply_then_declared_restore_to_before_it(self):
        town = self.town
        node = town.join("dinkes", "restored", registry=False)
        draft = self.draft(node)
        backup = town.path("before.backup")
        node.run("", commands.backup(backup))
        self.lose_reply(node)
        running = node.data + ".running"
        shutil.copytree(node.data, running)
        self.assertEqual(node.error(commands.restore(backup), 73)["code"], "newer-copy")
        done = node.run("", commands.restore(backup, even_if_newer=True))
        self.assertTrue(os.path.exists(os.path.join(done["replaced"], "node.db")))
        status = node.run("", commands.status(), (1,))
        self.assertEqual((status["restored"], status["held"], status["state"]), (True, 1, "working"))
        self.assertTrue(status["lastBackupCheck"])
        node.sync()
        status = node.run("", commands.status(), (1,))
        self.assertEqual((status["restored"], status["held"]), (False, 1))
        self.assertEqual(node.one("vacancy", draft["record"])["revision"], 1)
        node.run("", commands.outbox_release())
        node.sync()
        self.assertEqual(node.one("vacancy", draft["record"])["revision"], 1)
        notices = [one for one in node.run("", commands.notice_list())["notices"] if one["node"] == status["node"]]
        self.assertEqual([one["code"] for one in notices], ["node-restored"])
        # The folder as it ran before the restore speaks afterwards.
        old = town.node("dinkes", "restored")
        old.data = running
        old.ends(commands.sync(), 76, 77)
        self.assertEqual(old.run("", commands.status(), (1,))["state"], "superseded")
        self.assertEqual(len(self.alarms(status["node"])), 1)
        self.assert_all_well([node])
        self.assert_verified()

    def test_same_backup_may_be_restored_again(self):
        town = self.town
        node = town.join("dinkes", "again", registry=False)
        backup = town.path("again.backup")
        node.run("", commands.backup(backup))
        records = []
        for _ in range(2):
            records.append(self.draft(node)["record"])
            node.sync()
            # The life that the backup knows has ended; the restore is declared in the name of the one after it.
            node.run("", commands.restore(backup, even_if_newer=True))
            node.sync()
        for record in records:
            self.assertEqual(node.one("vacancy", record)["revision"], 1)
        self.assertEqual(self.alarms(node.status()["node"]), [])
        self.assert_all_well([node])
        self.assert_verified()

    def test_backup_is_checked_and_says_what_it_holds(self):
        town = self.town
        node = town.join("dinkes", "backup", registry=False)
        node.draft("", commands.vacancy_open_from(town.vacancy_file()))
        backup = town.path("checked.backup")
        made = node.run("", commands.backup(backup))["backup"]
        self.assertEqual(os.stat(backup).st_mode & 0o777, 0o600)
        self.assertEqual(node.error(commands.backup(backup), 73)["code"], "exists")
        self.assertEqual((made["drafts"], made["records"]), (1, node.status()["records"]))
        self.assertIsNone(node.status()["lastBackupCheck"])
        before = town.bytes("checked.backup")
        self.assertEqual(node.run("", commands.restore(backup, check=True))["backup"], made)
        self.assertEqual(town.bytes("checked.backup"), before)
        self.assertTrue(node.status()["lastBackup"] and node.status()["lastBackupCheck"])
        with open(backup, "r+b") as file:
            file.truncate(len(before) // 2)
        node.ends(commands.restore(backup, check=True), 65, 73)
        node.ends(commands.restore(backup, even_if_newer=True), 65, 73)
        node.sync()
        self.assert_all_well([node])

    def test_restored_node_withdraws_what_came_back(self):
        town = self.town
        node = town.join("dinkes", "withdrawn", registry=False)
        draft = self.draft(node)
        backup = town.path("withdrawn.backup")
        node.run("", commands.backup(backup))
        node.run("", commands.outbox_withdraw(draft["operation"]))
        node.run("", commands.restore(backup, even_if_newer=True))
        for _ in range(2):
            node.run("", commands.sync())
        # A draft that was withdrawn does not come back by itself.
        self.assertNotIn(draft["record"], town.desk.ids("vacancy", "--all"))
        node.run("", commands.outbox_withdraw(draft["operation"]))
        self.assert_all_well([node])

    def test_replacing_invitation_is_for_that_node_of_that_agency(self):
        town = self.town
        node = town.social
        self.assertIn("code", town.desk.error(commands.invite_replacing("dinkes", node.status()["node"]), 64))
        line = town.desk.run("", commands.invite_replacing("dinsos", node.status()["node"][-6:]))["invitation"]
        # A folder of another agency does not take the place.
        error = town.third.error(commands.rejoin(line), 65)
        self.assertEqual(error["code"], "invitation")
        town.third.sync()
        # Whoever it was made for still rejoins with it.
        self.assertTrue(node.run("", commands.rejoin(line))["replaced"])
        node.sync()

    def test_rejoin_that_is_killed_goes_on_with_the_same_line(self):
        town = self.town
        node = town.join("dinkes", "killed-rejoin", registry=False)
        draft = self.draft(node)
        line = town.desk.run("", commands.invite_replacing("dinkes", node.status()["node"]))["invitation"]
        was = node.status()["node"]
        for milliseconds in (1, 8, 20, 40, 80, 160):
            self.kill(node, commands.rejoin(line), milliseconds)
            # Whatever was reached, the folder opens and the draft is there.
            self.assertEqual(node.status()["unsent"] + node.status()["inFlight"] + self.decided(node, draft), 1)
        node.ends(commands.rejoin(line), 0, 65)
        status = node.status()
        self.assertEqual((status["node"], status["state"], status["rejoining"]), (was, "working", False))
        node.settle()
        self.assertEqual(node.one("vacancy", draft["record"])["revision"], 1)
        self.assertEqual(self.alarms(was), [])
        self.assert_all_well([node])

    def test_restore_that_is_killed_happened_or_did_not(self):
        town = self.town
        node = town.join("dinkes", "killed-restore", registry=False)
        backup = town.path("killed.backup")
        kept = self.draft(node)
        node.run("", commands.backup(backup))
        later = self.draft(node)
        for milliseconds in (1, 10, 20, 30, 45, 60, 90, 150):
            self.kill(node, commands.restore(backup, even_if_newer=True), milliseconds)
            status = node.status()
            self.assertNotEqual(status["state"], "damaged")
            drafts = {one["operation"] for one in node.run("", commands.outbox_list())["pending"]}
            both = {kept["operation"], later["operation"]}
            self.assertEqual(drafts, {kept["operation"]} if status["restored"] else both)
        node.run("", commands.restore(backup, even_if_newer=True))
        node.sync()
        node.run("", commands.outbox_release())
        node.sync()
        self.assertEqual(node.one("vacancy", kept["record"])["revision"], 1)
        self.assert_all_well([node])

    # What several tests need

    def kill(self, node, arguments, milliseconds):
        """Starts a command and kills it after a while, unless it has ended."""
        line = [node.program, *arguments, "--data", node.data, "--as", node.actor, "--json"]
        process = subprocess.Popen(
            line, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(milliseconds / 1000)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def decided(self, node, draft):
        ended = node.run("", commands.outbox_list())["decided"]
        return sum(1 for one in ended if one["operation"] == draft["operation"])

    def copied(self, node, name):
        copy = self.town.node(node.name, node.actor, name)
        shutil.copytree(node.data, copy.data)
        return node, copy

    def draft(self, node):
        return node.draft("", commands.vacancy_open_from(self.town.vacancy_file()))

    def rejoin(self, node):
        line = self.town.desk.run("", commands.invite_replacing(node.name, node.status()["node"]))["invitation"]
        return node.run("", commands.rejoin(line))

    def lose_reply(self, node):
        """The coordinator decides the exchange in flight and its reply never comes."""
        request, reply = self.town.path("lost.request"), self.town.path("lost.reply")
        node.run("", commands.outbox_export(request))
        self.town.desk.run("", commands.carry(request, reply))
        os.remove(reply)

    def alarms(self, node):
        listed = self.town.desk.run("", commands.node_list())["nodes"]
        return next(one["alarms"] for one in listed if one["node"] == node)

    def assert_verified(self):
        town = self.town
        town.server.stop()
        try:
            town.desk.run("", commands.verify())
        finally:
            town.server.start()
