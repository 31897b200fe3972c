"""Every node holds what the coordinator says it holds; damage is found and named."""

import hashlib
import os
import shutil
import sqlite3

import fixture
from fixture import commands


class AgreementTests(fixture.TownTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.moved, cls.card = cls.move_one_person()

    @classmethod
    def move_one_person(cls):
        """A person of home who has started at the permit office: every kind of record is there."""
        town, home, permits = cls.town, cls.town.home, cls.town.permits
        vacancy = town.open(permits, town.codes.need, name=fixture.COUNTER)
        home.sync()
        nip = next(one["nip"] for one in home.run("", commands.match(vacancy))["matches"] if not needs_course(one))
        card = town.open_card(home, nip)
        offer, _ = home.decide("", commands.offer_propose(nip, vacancy, town.day))
        permits.sync()
        permits.decide("", commands.offer_agree(offer))
        transfer = town.decree(town.codes.need, [offer])[offer]
        home.sync()
        home.decide("", commands.transfer_brief(transfer, town.day))
        home.decide("", commands.transfer_handover(transfer, town.day))
        permits.sync()
        permits.decide("", commands.transfer_start(transfer, town.day, "SPMT-1"))
        town.settle_all()
        town.settle_all()
        return nip, card

    def test_every_node_is_well_and_its_digest_is_the_sum_of_its_bodies(self):
        self.assert_all_well()
        for party in self.town.everybody:
            with sqlite3.connect(f"file:{self.database(party)}?mode=ro", uri=True) as database:
                records = database.execute(
                    "SELECT kind, uuid, revision, body FROM record"
                    " WHERE generation = (SELECT live FROM state)").fetchall()
            total = sum(leaf(*record) for record in records) % (1 << 256)
            status = party.status()
            self.assertEqual((status["digest"], status["records"]), (f"{total:064x}", len(records)), party.title)

    def test_importing_yesterdays_export_again_changes_nobodys_post(self):
        town = self.town
        for node in town.registries:
            node.sync()
            before, records = self.posts(node), node.status()["digest"]
            done = node.run("", commands.staff_import(town.city.agency(node.name)))
            self.assertTrue(done["imported"], done)
            self.assertEqual(self.posts(node), before, node.title)
            node.settle()
            self.assertEqual(node.status()["digest"], records, node.title)
        # The person stays moved although both exports still say otherwise.
        self.assertIn(self.moved, self.posts(town.permits))
        self.assertNotIn(self.moved, self.posts(town.home))
        self.assert_all_well()

    def test_one_flipped_byte_of_a_body_turns_status_red(self):
        town = self.town
        kinds = ("region", "agency", "policy", "card", "vacancy", "offer", "transfer", "document")
        for kind in kinds:
            with self.subTest(kind=kind):
                query = f"SELECT rowid FROM record WHERE kind = '{kind}' LIMIT 1"
                node = self.damaged(town.home, query, "record", "body")
                status = node.run("", commands.status(), (1,))
                self.assertEqual((status["well"], status["agrees"]), (False, False))
                self.assertEqual(status["state"], "damaged")
                self.assertNotEqual(status["digest"], status["coordinatorDigest"])
        self.assertTrue(town.home.status()["well"])

    def test_flipped_draft_turns_status_red_and_is_never_sent(self):
        town = self.town
        vacancy = town.permits.draft("", commands.vacancy_open_from(town.vacancy_file()))["record"]
        node = self.damaged(
            town.permits, "SELECT rowid FROM operation WHERE outcome IS NULL LIMIT 1", "operation", "bytes")
        self.assertFalse(node.run("", commands.status(), (1,))["well"])
        self.assertEqual(node.error(commands.sync(), 65)["code"], "damaged")
        self.assertEqual(node.status()["unsent"], 1)
        town.permits.settle()
        town.third.sync()
        self.assertEqual(town.third.one("vacancy", vacancy)["revision"], 1)

    def test_node_with_a_row_that_is_gone_is_red(self):
        node = self.copy(self.town.home)
        with sqlite3.connect(self.database(node)) as database:
            database.execute("DELETE FROM record WHERE rowid = (SELECT max(rowid) FROM record)")
        self.assertFalse(node.run("", commands.status(), (1,))["agrees"])

    def test_verify_folds_the_journal_to_the_same_records(self):
        town = self.town
        town.settle_all()
        position = town.desk.status()["cursor"]["position"]
        copy = self.stopped_copy()
        told = copy.run("", commands.verify())
        self.assertTrue(told["verified"])
        self.assertEqual((told["position"], told["day"]), (position, town.day))

    def test_flipped_byte_of_the_coordinators_database_is_named(self):
        places = [
            ("journal", "bytes", "position = 20"), ("journal", "leaf", "position = 20"),
            ("record", "body", "kind = 'offer'"), ("record", "revision", "kind = 'vacancy'"),
            ("bundle", "bytes", "id = 3"), ("audience", "position", "true LIMIT 1 OFFSET 29"), ("digest", "count", "reader = 0")]
        copy = self.stopped_copy()
        kept = copy.data + "-kept"
        shutil.copytree(copy.data, kept)
        for table, column, which in places:
            with self.subTest(table=table, column=column):
                shutil.rmtree(copy.data)
                shutil.copytree(kept, copy.data)
                with sqlite3.connect(os.path.join(copy.data, "coordinator.sqlite")) as database:
                    # An audience's rows have no number; their key is all of them.
                    key = "(reader, position, record)" if table == "audience" else "rowid"
                    one = which if "LIMIT" in which else which + " LIMIT 1"
                    flip(database, table, column, f"{key} IN (SELECT {key.strip('()')} FROM {table} WHERE {one})")
                error = copy.run("", commands.verify(), (1, 65))["error"]
                self.assertTrue(error["message"] and error["advice"], error)
                self.assertRegex(error.get("detail", ""), r"\d|offer|vacancy", error)

    # What several tests need

    def posts(self, node):
        people = node.run("", commands.staff_list())["people"]
        return {one["nip"]: (one["post"]["id"], one["unit"]["id"]) for one in people}

    def database(self, party):
        inner = ("desk",) if party is self.town.desk else ()
        return os.path.join(party.data, *inner, "node.db")

    def copy(self, node):
        copy = self.town.node(node.name, node.actor, f"copy-{len(os.listdir(self.town.folder))}")
        shutil.copytree(node.data, copy.data)
        return copy

    def damaged(self, node, query, table, column):
        copy = self.copy(node)
        with sqlite3.connect(self.database(copy)) as database:
            flip(database, table, column, f"rowid = ({query})")
        return copy

    def stopped_copy(self):
        """A desk over a copy of the coordinator's folder, taken while nothing runs."""
        town = self.town
        town.server.stop()
        try:
            data = town.path(f"bkd-copy-{len(os.listdir(town.folder))}")
            shutil.copytree(town.path("bkd"), data)
        finally:
            town.server.start()
        return fixture.DeskNode("bkpp", "copy", town.desk.program, data, town.narrator, "ratna", limit=120)


def leaf(kind, record, revision, body):
    name = kind.encode()
    data = b"mutasi-view-v1" + len(name).to_bytes(2, "big") + name + record
    data += revision.to_bytes(8, "big") + hashlib.sha256(body).digest()
    return int.from_bytes(hashlib.sha256(data).digest(), "big")


def needs_course(match):
    return any(rule["rule"] == "R12" and rule["value"].get("gaps") for rule in match["rules"])


def flip(database, table, column, which):
    """Changes one bit in the middle of what a row's column holds."""
    value, = database.execute(f"SELECT {column} FROM {table} WHERE {which}").fetchone()
    if isinstance(value, int):
        value += 1
    else:
        data = bytearray(value)
        data[len(data) // 2] ^= 1
        value = bytes(data)
    database.execute(f"UPDATE {table} SET {column} = ? WHERE {which}", (value,))
