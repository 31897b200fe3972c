"""A new operator takes over by the printed handover alone, and an old export changes nobody's post."""

import csv
import html
import json
import os
import re

import courses
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

    def test_an_older_export_changes_nobodys_post(self):
        """A move decided here, one that no transfer explains, somebody who is gone, and a person in two files."""
        town, home, social = self.town, self.town.home, self.town.social
        vacancy = town.open(home, town.codes.need)
        nip, = town.people(home, vacancy)
        offer, _ = home.decide("", commands.offer_propose(nip, vacancy, town.later(3)))
        transfer = town.decree(town.codes.need, [offer])[offer]
        home.sync()
        town.take_steps(home, transfer)
        courses.attend(town, home, home, transfer, nip, town.third)
        town.advance(town.later(3))
        home.decide("", commands.transfer_start(transfer, town.day, "SPMT-21"))
        home.settle()
        moved = self.post(home, nip)
        self.assertEqual(moved, home.one("vacancy", vacancy)["place"]["post"]["id"])

        # The export of the day before knows nothing of it.
        before = {one["nip"]: (one["post"], one["unit"]) for one in self.people(home)}
        compared = home.run("", commands.staff_import(town.city.agency(home.name)) + ["--compare"])
        self.assertEqual((compared["imported"], compared["people"]["awaiting"]), (False, 1))
        told = home.run("", commands.staff_import(town.city.agency(home.name)))
        self.assertEqual((told["unchanged"], told["people"]["awaiting"]), (True, 1))
        self.assertEqual({one["nip"]: (one["post"], one["unit"]) for one in self.people(home)}, before)
        self.assertEqual(self.post(home, nip), moved)
        self.assertEqual([(one["nip"], one["kind"]) for one in self.questions(home)], [(nip, "awaiting")])

        # A later export: one person is gone, another stands in a post of his own finding.
        gone, other, twice = [one["nip"] for one in self.people(home) if one["nip"] != nip][:3]
        rows = {row["NIP BARU"]: row for row in town.city.rows(home.name, "staff")}
        model = next(row for row in rows.values() if row["JABATAN ID"] != rows[other]["JABATAN ID"])
        columns = ("JENIS JABATAN NAMA", "JABATAN ID", "JABATAN NAMA", "UNOR ID", "UNOR NAMA")
        folder = self.export(home, "later", leave_out=gone, change={
            other: {**{column: model[column] for column in columns}, "TMT JABATAN": town.day}})
        told = home.run("", commands.staff_import(folder))["people"]
        self.assertEqual((told["absent"], told["moved"], told["awaiting"]), (1, 1, 1))
        self.assertEqual(self.post(home, nip), moved)
        asked = {(one["nip"], one["kind"]) for one in self.questions(home)}
        self.assertEqual(asked, {(gone, "absent"), (other, "outside"), (nip, "awaiting")})
        home.run("", ["staff", "answer", gone, "--why", "retired", "--from", town.day, "--number", "800/5"])
        home.run("", ["staff", "answer", other, "--number", "821/9", "--date", town.day])
        self.assertEqual([one["kind"] for one in self.questions(home)], ["awaiting"])
        self.assertEqual(home.error(["staff", "answer", gone, "--number", "1"], 64)["code"], "staff-no-question")
        home.settle()

        # Somebody of home stands in another agency's file too: the desk settles it, and is told which agencies they are.
        row, = [row for row in town.city.rows(home.name, "staff") if row["NIP BARU"] == twice]
        folder = self.export(social, "twice", add=row)
        social.run("", commands.staff_import(folder))
        social.settle()
        town.desk.sync()
        line, = [one for one in town.desk.run("", commands.todo(), (0, 1))["todo"] if one["kind"] == "settle-person"]
        self.assertEqual((line["subject"], line["record"]), (social.name, town.card(home, twice)))
        home.sync()
        notice = home.run("", commands.notice_list())["notices"][-1]
        self.assertEqual((notice["code"], notice["detail"]["claimedBy"]), ("person-twice", social.name))
        self.assertNotIn("person-twice", [one["code"] for one in social.run("", commands.notice_list())["notices"]])

    # What the tests need

    def post(self, node, nip):
        return node.run("", commands.staff_show(nip))["person"]["post"]["id"]

    def people(self, node):
        return node.run("", commands.staff_list())["people"]

    def questions(self, node):
        return node.run("", ["staff", "questions"])["questions"]

    def export(self, node, name, leave_out=None, change=None, add=None):
        """A folder with an agency's staff export alone, changed as another day's would be."""
        folder = self.town.path(name)
        os.makedirs(folder)
        source = os.path.join(self.town.city.agency(node.name), "staff.csv")
        with open(source, encoding="utf-8-sig", newline="") as file:
            header = file.readline()
            file.seek(0)
            reader = csv.DictReader(file, delimiter=max(",;\t", key=header.count))
            rows, columns = list(reader), reader.fieldnames
        work = rows[0]["SATUAN KERJA KERJA ID"]
        kept = [row for row in rows if leave_out is None or leave_out not in row["NIP BARU"]]
        for row in kept:
            for nip, values in (change or {}).items():
                if nip in row["NIP BARU"]:
                    row.update(values)
        if add is not None:
            kept.append({**{column: add.get(column, "") for column in columns}, "SATUAN KERJA KERJA ID": work,
                         "JABATAN ID": rows[0]["JABATAN ID"], "JABATAN NAMA": rows[0]["JABATAN NAMA"],
                         "JENIS JABATAN NAMA": rows[0]["JENIS JABATAN NAMA"], "UNOR ID": rows[0]["UNOR ID"],
                         "UNOR NAMA": rows[0]["UNOR NAMA"]})
        with open(os.path.join(folder, "staff.csv"), "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(kept)
        return folder

    def secrets(self, node):
        """The keys that prove who a node is and open what is sealed to it, as its key file writes them."""
        with open(os.path.join(node.data, "keys.json"), encoding="utf-8") as file:
            keys = json.load(file)
        return [keys[name] for name in ("signing", "box", "tag")]
