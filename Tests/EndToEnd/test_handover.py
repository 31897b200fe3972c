"""A new operator takes over by the printed handover alone, and an old export changes nobody's post."""

import html
import json
import os
import re

import fixture
from fixture import commands


class HandoverTests(fixture.TownTestCase):
    def test_a_successor_finds_what_is_open_by_the_sheet(self):
        town, home, permits = self.town, self.town.home, self.town.permits
        vacancy = town.open(permits, town.codes.need)
        nip, = town.people(home, vacancy)
        town.open_card(home, nip)
        offer, _ = home.decide("", commands.offer_propose(nip, vacancy, town.later(14)))
        permits.sync()
        # What the leaving clerk has drafted and not sent.
        drafted = permits.draft("", commands.vacancy_edit(vacancy, open_until=town.later(30)))
        sheet = town.path("handover.html")
        told = permits.run("", ["handover", "print", "--html", sheet])["handover"]
        self.assertEqual(os.stat(sheet).st_mode & 0o777, 0o600)
        with open(sheet, encoding="utf-8") as file:
            text = file.read()
        self.assertTrue(text.startswith("<!DOCTYPE html>"))
        self.assertNotIn(nip, text)
        self.assertNotIn(town.names()[nip], text)
        for secret in self.secrets(permits):
            self.assertNotIn(secret, text)

        # The sheet names folder, keys, backups, the open draft and the open answer with its last day.
        self.assertEqual((told["agency"], told["registry"], told["directory"]), (permits.name, True, permits.data))
        self.assertEqual(told["keys"], ["keys.json"])
        self.assertIsNone(told["backups"]["last"])
        self.assertEqual([one["operation"] for one in told["unsent"]], [drafted["operation"]])
        answer, = [line for line in told["todo"] if line["record"] == offer]
        self.assertIn({"date": answer["until"], "kind": "due", "record": offer, "who": permits.name}, told["calendar"])

        # Who knows nothing types what stands on the paper, under a name of its own.
        successor = town.node(permits.name, "penerus", folder=os.path.basename(permits.data))
        lines = [html.unescape(one) for one in re.findall(r"<code>(.*?)</code>", text)]
        command, = [one for one in lines if " offer agree " in one]
        self.assertEqual(command, answer["command"])
        successor.decide("", command.split()[1:])
        self.assert_label([successor, home, town.desk], offer, "held")
        stance = successor.one("offer", offer)["stances"]["receiving"]
        self.assertEqual((stance["says"], stance["actor"]), ("agree", "penerus"))
        self.assertEqual(successor.run("", ["handover", "print"])["unsent"], [])

        # A backup as the sheet asks for it; the next sheet says when.
        backup = town.path("permits.backup")
        successor.run("", commands.backup(backup))
        self.assertIsNotNone(successor.run("", ["handover"])["backups"]["last"])

    def test_the_desks_sheet_names_the_coordinators_keys(self):
        told = self.town.desk.run("", ["handover", "print"])
        self.assertEqual(told["keys"], ["coordinator.key", "tag.key", "desk/keys.json"])
        for name in told["keys"]:
            self.assertTrue(os.path.exists(os.path.join(told["directory"], name)), name)

    def secrets(self, node):
        """The keys that prove who a node is and open what is sealed to it, as its key file writes them."""
        with open(os.path.join(node.data, "keys.json"), encoding="utf-8") as file:
            keys = json.load(file)
        return [keys[name] for name in ("signing", "box", "tag")]
