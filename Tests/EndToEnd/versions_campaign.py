"""Programs of the state that spoke only wire 1 beside today's: an offer from vacancy to agreement across both, and what is
remembered. Started by Tests/EndToEnd/versions; MUTASI_OLD_BIN has the older programs."""

import os
import sqlite3

import fixture
from codes import Codes
from fixture import commands

OLD_BIN = os.environ.get("MUTASI_OLD_BIN", "")


class VersionsTestCase(fixture.TownTestCase):
    # Programs of the older state.
    old = ()
    policy = staticmethod(Codes.first)

    @classmethod
    def setUpClass(cls):
        today = fixture.program

        def program(name):
            return os.path.join(os.path.abspath(OLD_BIN), name) if name in cls.old else today(name)

        fixture.program = program
        cls.addClassCleanup(setattr, fixture, "program", today)
        super().setUpClass()

    def agree(self):
        """One offer of a card for a vacancy, agreed and held, and the same on both sides."""
        town, home, permits = self.town, self.town.home, self.town.permits
        vacancy = town.open(permits, town.codes.need, name=fixture.COUNTER)
        nip = town.people(home, vacancy)[0]
        town.open_card(home, nip)
        offer, _ = home.decide("", commands.offer_propose(nip, vacancy, town.day))
        permits.sync()
        permits.decide("", commands.offer_agree(offer))
        town.settle_all()
        self.assert_label([home, permits, town.desk], offer, "held")
        return offer

    def state(self, party):
        path = self.town.path("bkd", "desk") if party is self.town.desk else party.data
        with sqlite3.connect(f"file:{os.path.join(path, 'node.db')}?mode=ro", uri=True) as database:
            database.row_factory = sqlite3.Row
            return dict(database.execute("SELECT * FROM state").fetchone())

    def verified(self):
        """The coordinator's own check of everything, by today's program, which brings an older database up to date."""
        town = self.town
        town.server.stop()
        town.desk.program = os.path.join(os.path.abspath(fixture.BIN), "mutasi-coordinator")
        return town.desk.run("", ["verify"])


class OldNodeTests(VersionsTestCase):
    """Nodes of wire 1 with a coordinator of today."""

    old = ("mutasi-node",)

    def test_an_offer_is_agreed(self):
        self.agree()
        self.assert_well()
        self.assertTrue(self.verified()["verified"])

    def assert_well(self):
        self.assert_all_well(self.town.nodes)


class OldCoordinatorTests(VersionsTestCase):
    """Nodes of today with a coordinator of wire 1, whose database is then taken over by today's."""

    old = ("mutasi-coordinator",)

    def test_an_offer_is_agreed_in_wire_1_and_the_next_one_in_wire_2(self):
        town = self.town
        self.agree()
        for node in town.nodes:
            state = self.state(node)
            self.assertEqual((state["wire"], state["headRoot"]), (1, None), node.title)
            self.assertGreater(state["wireRetryAt"], 0, node.title)
        self.assert_all_well(town.nodes)
        summary = self.verified()
        self.assertTrue(summary["verified"])
        # The same databases under today's program: the tree is there, and nodes come back to wire 2 by themselves.
        new = os.path.join(os.path.abspath(fixture.BIN), "mutasi-coordinator")
        town.server.program = new
        town.server.start()
        self.agree()
        for _ in range(25):
            town.home.sync()
        state = self.state(town.home)
        self.assertIsNone(state["wire"])
        self.assertEqual(len(state["headRoot"]), 64)
        self.assert_all_well(town.nodes)
        # And the older program refuses what today's has written, in a sentence.
        town.server.stop()
        town.desk.program = os.path.join(os.path.abspath(OLD_BIN), "mutasi-coordinator")
        self.assertEqual(town.desk.error(["verify"], 78)["code"], "newer")


class OldBothTests(VersionsTestCase):
    """A whole town of the older state, every database of which is then opened by today's programs."""

    old = ("mutasi-coordinator", "mutasi-node")

    def test_every_database_is_taken_over(self):
        town = self.town
        self.agree()
        self.assertTrue(self.verified()["verified"])
        new = os.path.abspath(fixture.BIN)
        town.server.program = os.path.join(new, "mutasi-coordinator")
        town.server.start()
        for node in town.nodes:
            node.program = os.path.join(new, "mutasi-node")
            node.sync()
        self.agree()
        self.assert_all_well()
        for node in town.nodes:
            self.assertEqual(len(self.state(node)["headRoot"]), 64, node.title)
        town.home.program = os.path.join(os.path.abspath(OLD_BIN), "mutasi-node")
        self.assertEqual(town.home.error(["status"], 78)["code"], "newer")
