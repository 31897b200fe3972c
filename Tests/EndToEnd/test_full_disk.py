"""A disk that is full under the real programs: each says so, nothing is half-done, and all goes on when there is space."""

import errno
import os
import shutil
import subprocess
import unittest

import fixture
from fixture import commands
from meddler import Meddler

SIZE_MIB = 24


class SmallDisk:
    """A party's data folder on a file system of its own, which a file can fill."""

    def __init__(self, folder):
        self.folder = folder
        self.filler = os.path.join(folder, "filler")
        kept = folder + ".kept"
        shutil.move(folder, kept)
        os.mkdir(folder, 0o700)
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={SIZE_MIB}m,mode=0700", "tmpfs", folder], capture_output=True, text=True)
        if mounted.returncode != 0:
            os.rmdir(folder)
            shutil.move(kept, folder)
            raise unittest.SkipTest(f"no small disk can be mounted here: {mounted.stderr.strip()}")
        for name in os.listdir(kept):
            shutil.move(os.path.join(kept, name), os.path.join(folder, name))
        os.rmdir(kept)

    def fill(self):
        try:
            with open(self.filler, "wb", buffering=0) as file:
                while True:
                    file.write(bytes(4096))
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise

    def free(self):
        os.remove(self.filler)

    def unmount(self):
        subprocess.run(["umount", "--lazy", self.folder], check=True)


class FullDiskTests(fixture.TownTestCase):
    people = False

    def disk(self, party):
        disk = SmallDisk(party.data)
        self.addClassCleanup(disk.unmount)
        return disk

    def vacancy(self, node):
        return node.draft("", commands.vacancy_open_from(self.town.vacancy_file()))["record"]

    def test_node_with_a_full_disk_records_nothing_and_loses_nothing(self):
        node = self.town.third
        disk = self.disk(node)
        waiting = self.vacancy(node)
        before = node.status()
        disk.fill()
        for line in (commands.vacancy_open_from(self.town.vacancy_file()), commands.sync()):
            with self.subTest(line=line[0]):
                self.assertEqual(node.error(line, 73)["code"], "full")
        self.assertIn("disk-full", {one["code"] for one in node.ends(["doctor", "--offline"], 1)[1]["checks"]})
        disk.free()
        after = node.status()
        for part in ("state", "digest", "agrees", "unsent", "records"):
            self.assertEqual(after[part], before[part], part)
        self.assertEqual([one["record"] for one in node.sync()["outcomes"]], [waiting])
        self.assertTrue(node.status()["well"])

    def test_disk_that_fills_up_between_request_and_reply_loses_no_outcome(self):
        """The operation is decided; the node cannot store that, and gets the same outcome when it asks again."""
        node = self.town.social
        disk = self.disk(node)
        waiting = self.vacancy(node)

        def filling(request):
            reply = request.forward()
            disk.fill()
            return reply.raw()

        with Meddler(self.town, filling) as meddler, fixture.environment(meddler.environment):
            self.assertEqual(node.error(commands.sync(), 73)["code"], "full")
        disk.free()
        self.assertEqual(node.status()["inFlight"], 1)
        outcomes = node.sync()["outcomes"]
        self.assertEqual([(one["record"], one["outcome"]) for one in outcomes], [(waiting, "accepted")])
        self.assertTrue(node.status()["well"])

    def test_coordinator_with_a_full_disk_decides_nothing_and_says_come_later(self):
        town, node = self.town, self.town.home
        town.server.stop()
        disk = self.disk(town.desk)
        town.server.start()
        node.sync()
        waiting = [self.vacancy(node) for _ in range(3)]
        disk.fill()
        self.assertEqual(node.error(commands.sync(), 75)["code"], "come-later")
        self.assertEqual(node.status()["state"], "working")
        disk.free()
        outcomes = {one["record"]: one["outcome"] for one in node.sync()["outcomes"]}
        self.assertEqual(outcomes, dict.fromkeys(waiting, "accepted"))
        self.assertTrue(node.status()["well"])
        town.server.stop()
        town.desk.run("", commands.verify())
        town.server.start()


if __name__ == "__main__":
    unittest.main()
