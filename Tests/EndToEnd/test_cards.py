"""Imported people become cards without a name: the agency's and the BKD's until they are opened."""

import json
import sqlite3
import uuid

import fixture
from fixture import commands


class CardTests(fixture.TownTestCase):
    def test_every_active_civil_servant_has_a_card_at_home_and_at_the_desk_alone(self):
        town = self.town
        town.sync_all()
        for node in town.registries:
            people = [one for one in node.run("", commands.staff_list())["people"] if one["card"]]
            cards = {card["id"] for card in node.run("", commands.card_list() + ["--all"])["cards"]}
            self.assertEqual({one["card"] for one in people}, cards, node.title)
            self.assertGreater(len(cards), 10, node.title)
        held = {card["id"] for card in self.held(town.desk)}
        for node in town.registries:
            self.assertLessEqual({card["id"] for card in node.run("", commands.card_list())["cards"]}, held, node.title)
        # The agency's other machine sees its cards, without a NIP: it holds no staff rows.
        second = town.permits2.run("", commands.card_list())["cards"]
        self.assertEqual(
            {one["id"] for one in second}, {one["id"] for one in town.permits.run("", commands.card_list())["cards"]})
        self.assertFalse([one for one in second if "nip" in one])
        for node in town.nodes:
            others = [card for card in self.held(node) if card["agency"] != node.name]
            self.assertFalse([card for card in others if not card["open"]], node.title)

    def test_opened_card_is_seen_by_all_without_name_nip_or_birth_date(self):
        town = self.town
        person = town.home.run("", commands.staff_list())["people"][0]
        card = town.open_card(town.home, person["nip"])
        self.assertEqual(card, person["card"])
        for party in town.everybody:
            if party is not town.desk:
                party.sync()
            shown = next(one for one in self.held(party) if one["id"] == card)
            self.assertTrue(shown["open"], party.title)
            text = json.dumps({name: value for name, value in shown.items() if name != "nip"})
            self.assertEqual("nip" in shown, party is town.home)
            birth = person["nip"][:8]
            for secret in (person["nip"], person["name"], birth, f"{birth[:4]}-{birth[4:6]}-{birth[6:]}"):
                self.assertNotIn(secret, text, party.title)

    def test_what_went_out_about_people_is_accounted_for_and_a_sync_without_news_is_not(self):
        town = self.town
        town.sync_all()
        shown = ["access", "show", "--agency", town.home.name]
        rows = town.desk.run("", shown)["accesses"]
        self.assertEqual({one["agency"] for one in rows}, {town.home.name})
        cards = sum(one["count"] for one in rows if one["class"] == "card")
        self.assertGreaterEqual(cards, len(self.held(town.home)))
        town.home.sync()
        self.assertEqual(town.desk.run("", shown)["accesses"], rows)

    def test_closed_card_leaves_the_pool(self):
        town = self.town
        nip = town.third.run("", commands.staff_list())["people"][0]["nip"]
        card = town.open_card(town.third, nip)
        town.third.decide("", ["card", "close", card, "--reason", "pensiun"])
        for party in town.nodes:
            party.sync()
            self.assertNotIn(card, {one["id"] for one in party.run("", commands.card_list(pool=True))["cards"]})

    def test_card_that_was_never_opened_is_unseen_when_it_ends(self):
        town = self.town
        nip = town.third.run("", commands.staff_list())["people"][1]["nip"]
        card = town.card(town.third, nip)
        town.third.decide("", ["card", "close", card, "--reason", "pensiun"])
        for party in (town.home, town.permits2, town.social):
            party.sync()
            self.assertNotIn(card, {one["id"] for one in self.held(party)})

    def test_coordinator_and_desk_hold_no_name_and_no_nip(self):
        town = self.town
        town.settle_all()
        held = town.files_of(town.path("bkd"))
        self.assertGreater(len(held), 100_000)
        for nip, name in town.names().items():
            self.assertNotIn(nip.encode(), held)
            self.assertNotIn(name.encode(), held)

    def test_sensitive_columns_are_stored_nowhere(self):
        town = self.town
        columns = ("NIK", "NOMOR HP", "NPWP NOMOR", "BPJS", "ALAMAT", "EMAIL")
        for node in town.registries:
            held = town.files_of(node.data)
            for row in town.city.rows(node.name, "staff"):
                self.assertIn(row["NIP BARU"].encode(), held)
                for column in columns:
                    if len(row.get(column) or "") >= 8:
                        self.assertNotIn(row[column].encode(), held, (node.title, column))

    def test_importing_again_makes_no_second_card(self):
        town = self.town
        before = {one["id"] for one in town.social.run("", commands.card_list())["cards"]}
        town.social.run("", commands.staff_import(town.city.agency("dinsos")))
        town.social.settle()
        self.assertEqual({one["id"] for one in town.social.run("", commands.card_list())["cards"]}, before)

    def held(self, party):
        """Every card in a party's replica. The desk's program lists no cards: its database is read."""
        if party is self.town.desk:
            party.run("", ["sync"])
            with sqlite3.connect(f"file:{self.town.path('bkd', 'desk', 'node.db')}?mode=ro", uri=True) as database:
                rows = database.execute("SELECT uuid, body FROM record WHERE kind = 'card'").fetchall()
            return [{"id": str(uuid.UUID(bytes=name)), **json.loads(body)} for name, body in rows]
        cards = party.run("", commands.card_list(pool=True) + ["--all"])["cards"]
        cards += party.run("", commands.card_list() + ["--all"])["cards"]
        return list({card["id"]: card for card in cards}.values())
