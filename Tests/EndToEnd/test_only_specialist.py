"""An agency will not let its only specialist go, then keeps silent: the BKD decides, and a replacement comes first."""

import courses
import fixture
from fixture import commands

SPECIALIST = "Pranata Komputer Ahli Pertama"
REFUSAL = "satu-satunya pranata komputer dinas ini"
CLOSED = "belum ada pengganti"
PROCEEDS = "pengganti bertugas lebih dulu; dinas tidak menjawab"


class OnlySpecialistTests(fixture.TownTestCase):
    def test_the_only_specialist_leaves_when_the_replacement_has_started(self):
        town, desk, social, home, third = self.town, self.town.desk, self.town.social, self.town.home, self.town.third
        parties = [home, social, desk]
        nip, row = self.only_holder(social)
        vacancy = town.open(home, town.codes.need, seats=2, name=SPECIALIST)
        card = town.open_card(social, nip)
        home.sync()

        # Refused, and closed with the reason that there is nobody else.
        first, _ = home.decide("", commands.offer_ask(card, vacancy, town.later(30)))
        social.sync()
        social.decide("", commands.offer_refuse(first, REFUSAL))
        self.assert_label(parties, first, "contested")
        desk.decide("", commands.offer_close(first, CLOSED))
        self.assert_label(parties, first, "closed", "decided-against")
        for party in (home, social):
            self.assertIn(CLOSED.encode(), town.files_of(party.data), party.title)

        # Asked again with a condition, and no answer in time.
        start = town.later(40)
        second, _ = home.decide("", commands.offer_ask_with(card, vacancy, start, after=["replacement"]))
        self.assert_label(parties, second, "proposed")
        town.advance(town.later(31))
        self.assert_label(parties, second, "contested")
        self.assertIn((second, "decide-offer"), desk.waiting())
        desk.decide("", commands.offer_decide(second, PROCEEDS))
        shown = self.assert_label(parties, second, "held")
        self.assertEqual((shown["stances"]["home"]["says"], shown["override"]["proceeds"]), ("silent", True))
        self.assertEqual(shown["terms"]["value"]["after"], ["replacement"])
        self.assertIn(PROCEEDS.encode(), town.files_of(social.data))
        social.decide("", ["offer", "check", second])
        transfer = town.decree(town.codes.need, [second])[second]
        social.sync()
        floor = self.finding(social, second, "R23")
        self.assertEqual((floor["outcome"], floor["reason"]), ("fail", "below-floor"))
        self.assertEqual(floor["value"]["post-holders"], "1")
        town.take_steps(social, transfer)
        courses.attend(town, home, social, transfer, nip, third)

        # The seat is opened beside whoever leaves it, and the start waits for it.
        town.advance(start)
        self.assertEqual(self.gates(home, transfer), ["replacement"])
        self.assertEqual(self.refused_start(home, transfer, start), ["replacement"])
        seat, _ = social.decide("", commands.vacancy_open(
            row["JABATAN ID"], row["UNOR ID"], town.codes.need, need=1, holders=1, freed_by=nip, overlap=True))
        newcomer, = town.people(third, seat)
        came = town.later(7)
        offer, _ = third.decide("", commands.offer_propose(newcomer, seat, came))
        social.sync()
        social.decide("", commands.offer_agree(offer))
        coming = town.decree(town.codes.need, [offer])[offer]
        third.sync()
        town.take_steps(third, coming)
        courses.attend(town, social, third, coming, newcomer, home)
        self.assertEqual(self.gates(home, transfer), ["replacement"])
        town.advance(came)
        social.decide("", commands.transfer_start(coming, came, "SPMT-1"))
        town.settle_all()
        town.settle_all()
        self.assertEqual(self.gates(home, transfer), [])
        home.decide("", commands.transfer_start(transfer, came, "SPMT-2"))
        town.settle_all()
        town.settle_all()

        for one in (transfer, coming):
            shown = desk.one("transfer", one)
            self.assertEqual((shown["state"], shown["ended"]["reason"]), ("ended", "received"))
            self.assertEqual(shown["started"]["value"]["date"], came)
        # The newcomer sits where the specialist sat, and the specialist where the other agency was short.
        self.assertNotIn(nip, {one["nip"] for one in social.run("", commands.staff_list())["people"]})
        person = social.run("", commands.staff_show(newcomer))["person"]
        self.assertEqual((person["post"]["id"], person["unit"]["id"]), (row["JABATAN ID"], row["UNOR ID"]))
        self.assertEqual(home.run("", commands.staff_show(nip))["person"]["post"]["name"], SPECIALIST)
        self.assert_all_well()

    def only_holder(self, node):
        """The one person of the agency in this post, with the row of the official file."""
        row, = [row for row in self.town.city.rows(node.name, "staff") if row["JABATAN NAMA"] == SPECIALIST]
        return row["NIP BARU"], row

    def gates(self, node, transfer):
        node.sync()
        return node.one("transfer", transfer)["openGates"]

    def refused_start(self, node, transfer, date):
        """The gates that a start is refused for, foreseen and decided alike."""
        line = commands.transfer_start(transfer, date, "SPMT-0")
        told = node.run("", line, (1,))["preview"]
        decided = node.run("", line + ["--anyway", "--sync"], (1,))["outcome"]
        self.assertEqual((told["code"], told["detail"]), (decided["code"], decided["detail"]))
        self.assertEqual(decided["code"], "gates-open")
        return decided["detail"]["gates"]

    def finding(self, node, offer, rule):
        return next(one for one in node.one("offer", offer)["sheet"] if one["rule"] == rule)
