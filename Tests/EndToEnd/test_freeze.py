"""Around an election no official is replaced (R16) unless the minister permits it; others move as ever."""

import fixture
from codes import Codes
from fixture import TODAY, commands


def around_an_election(folder):
    """The reference set with a head who was inaugurated two months ago."""

    def inaugurate(policy):
        policy["head"] = {
            "tenures": [{"name": "Contoh Kepala Daerah", "standing": "definitif", "from": "2025-11-03"}],
            "elections": [{"candidatesSet": "2025-06-02", "termEnd": "2025-11-02", "inauguration": "2025-11-03"}]}

    return Codes.changed(folder, "election-policy", inaugurate)


class FreezeTests(fixture.TownTestCase):
    policy = staticmethod(around_an_election)

    def test_an_official_is_replaced_with_the_ministers_letter_or_after_the_window(self):
        town = self.town
        offer = self.agreed(town.later(30), heads_unit=True)
        town.approve(town.codes.need, [offer])
        decree = self.decree_of(offer)
        told = town.desk.run("", decree, (1,))
        told = told["preview"] or told["outcome"]
        fault, = told["detail"]["lines"]
        rule, = fault["detail"]["rules"]
        self.assertEqual(
            (told["code"], fault["code"], rule["rule"], rule["reason"]), ("incomplete", "rule", "R16", "election-ban"))
        self.assertTrue(rule["article"].startswith("UU 10/2016"), rule)
        # It says until when, and the minister's letter is the other way.
        self.assertEqual(rule["value"]["until"], "2026-05-02")
        town.desk.decide("", decree + ["--permit", "100.2.1.3/1", "--permit-date", TODAY])
        self.assertEqual(self.finding(offer), ("pass", "minister-permits"))

    def test_a_clerk_moves_as_ever(self):
        town = self.town
        offer = self.agreed(town.later(30), heads_unit=False)
        town.decree(town.codes.need, [offer])
        self.assertEqual(self.finding(offer), ("not-applicable", "not-an-official"))

    def agreed(self, start, heads_unit):
        """A held offer for a post whose holder is an official or not."""
        town, home, permits = self.town, self.town.home, self.town.permits
        place = town.place(permits, None if heads_unit else "Operator Layanan Operasional")
        if heads_unit:
            place = next(one for one in town.city.shortages(permits.name) if "Ahli" in one.name)
        vacancy, _ = permits.decide("", commands.vacancy_open(
            place.post, place.unit, town.codes.need, need=4, holders=2) + (["--heads-unit"] if heads_unit else []))
        nip, = town.people(home, vacancy)
        offer, _ = home.decide("", commands.offer_propose(nip, vacancy, start))
        permits.sync()
        permits.decide("", commands.offer_agree(offer))
        self.assert_label([home, permits, town.desk], offer, "held")
        return offer

    def decree_of(self, offer):
        town = self.town
        return commands.document_issue(
            town.codes.ending[town.codes.need], f"SK-{offer[-6:]}", town.day, "Wali Kota", "definitif", [offer])

    def finding(self, offer):
        transfer = self.town.desk.one("offer", offer)["decreed"]["transfer"]
        rules = self.town.desk.one("transfer", transfer)["computed"]
        return next((one["outcome"], one["reason"]) for one in rules if one["rule"] == "R16")
