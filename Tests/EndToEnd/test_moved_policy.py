"""A new policy comes: an open offer keeps its own, until the personnel agency moves it and everybody speaks anew."""

import json
import os
import shutil
import subprocess

import fixture
from fixture import commands


class MovedPolicyTests(fixture.TownTestCase):
    def test_a_held_offer_keeps_its_policy_until_it_is_moved(self):
        town, desk, home, permits = self.town, self.town.desk, self.town.home, self.town.permits
        vacancy = town.open(permits, town.codes.need)
        home.sync()
        nip, = town.people(home, vacancy, 1)
        start = town.later(30)
        offer, _ = home.decide("", commands.offer_propose(nip, vacancy, start))
        permits.sync()
        permits.decide("", commands.offer_agree(offer))
        self.assertEqual(desk.one("offer", offer)["label"], "held")
        self.assertEqual(desk.run("", ["offer", "move", offer], (1,))["preview"]["code"], "already-done")

        first = desk.one("offer", offer)["policy"]
        desk.decide("", commands.policy_apply(self.next_policy()))
        town.sync_all()
        self.assertEqual(desk.one("offer", offer)["policy"], first, "an open offer keeps its policy")
        self.assertIn("offer move", self.text(desk, "offer", "show", offer))

        desk.decide("", ["offer", "move", offer])
        moved = desk.one("offer", offer)
        self.assertNotEqual(moved["policy"], first)
        self.assertEqual((moved["label"], moved["terms"]["version"]), ("proposed", 2))
        for party in (home, permits):
            party.sync()
            asked = [line["kind"] for line in party.run("", ["todo"], (0, 1))["todo"] if line["record"] == offer]
            self.assertTrue(asked, f"{party.title} is asked again")
        home.decide("", commands.offer_agree(offer))
        permits.sync()
        permits.decide("", commands.offer_agree(offer))
        self.assertEqual(desk.one("offer", offer)["label"], "held")

    def text(self, party, *arguments):
        return subprocess.run(
            [party.program, *arguments, "--lang", "en"], env=dict(os.environ, MUTASI_DATA=party.data),
            capture_output=True, text=True).stdout

    def next_policy(self):
        """The same set as version 2."""
        folder = self.town.path("policy-2")
        shutil.copytree(self.town.codes.folder, folder)
        path = os.path.join(folder, "policy.json")
        with open(path, encoding="utf-8") as file:
            policy = json.load(file)
        policy["version"] += 1
        with open(path, "w", encoding="utf-8") as file:
            json.dump(policy, file)
        return folder
