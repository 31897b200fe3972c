"""A move inside one agency: home is the receiver too, one word for both sides, recorded with no network."""

import courses
import fixture
from fixture import commands


class InsideTests(fixture.TownTestCase):
    def test_it_is_recorded_without_a_network_and_decided_like_any_other(self):
        town, home = self.town, self.town.home
        start = town.later(20)
        town.server.stop()
        place = town.place(home)
        opened = home.draft("", commands.vacancy_open(
            place.post, place.unit, town.codes.need, need=place.need, holders=place.holders))
        vacancy = opened["record"]
        nip, card = self.person(vacancy)
        # The preview speaks before the coordinator does: both sides have agreed, seat and card are free.
        drafted = home.draft("", commands.offer_propose(nip, vacancy, start))
        self.assertEqual(drafted["preview"]["outcome"], "accepted")
        offer = drafted["record"]
        town.server.start()
        home.settle()
        self.assertEqual(home.decided(drafted)["outcome"], "accepted")
        shown = self.assert_label([home, town.desk], offer, "held")
        self.assertEqual((shown["home"], shown["receiving"]), (home.name, home.name))
        self.assertEqual({side: one["says"] for side, one in shown["stances"].items()},
                         {"home": "agree", "receiving": "agree"})
        self.assert_unseen([town.permits, town.third, town.social], "offer", offer, "--all")

        transfer = town.decree(town.codes.need, [offer])[offer]
        home.sync()
        town.take_steps(home, transfer)
        courses.attend(town, home, home, transfer, nip, town.third)
        self.assertEqual(home.one("transfer", transfer)["state"], "ready")
        self.assertEqual(self.late(home), [])
        town.advance(town.later(21))

        # One day late: released, but without its start letter.
        for party in (home, town.desk):
            late, = self.late(party)
            self.assertEqual((late["transfer"], late["days"], late["released"]), (transfer, 1, True), party.title)
            self.assertEqual(late["waits"], [{"who": home.name, "what": "start"}], party.title)
        self.assertEqual(self.late(town.permits), [])
        home.decide("", commands.transfer_start(transfer, start, "SPMT-11"))
        home.settle()
        for party in (home, town.desk):
            shown = party.one("transfer", transfer)
            self.assertEqual((shown["state"], shown["ended"]["reason"]), ("ended", "received"), party.title)
        self.assertEqual(self.late(town.desk), [])

        # The person stands in the new post of the same agency, under a new card, and nothing travelled.
        person = home.run("", commands.staff_show(nip))["person"]
        self.assertTrue(person["active"] and person["awaitsExport"], person)
        self.assertEqual((person["post"]["id"], person["unit"]["id"]), (place.post, place.unit))
        running = [one for one in person["assignments"] if one["kind"] == "definitive" and one.get("until") is None]
        self.assertEqual([(one["from"], one["transfer"]) for one in running], [(start, transfer)])
        self.assertNotIn("file", home.one("transfer", transfer))
        self.assertNotEqual(person["card"], card)
        self.assert_all_well()

        # What an auditor is told of it: the decree, the opinions behind it, and the findings that were stored with it.
        report = town.desk.run("", ["report", "semester", fixture.TODAY, town.day])
        line, = [one for one in report["decrees"] if one["offer"] == offer]
        self.assertEqual(line["document"]["type"], town.codes.ending[town.codes.need])
        self.assertEqual([one["type"] for one in line["basis"]], town.codes.opinions[town.codes.need])
        self.assertEqual(line["transfer"], transfer)
        self.assertIn("R1", [rule["rule"] for rule in line["rules"]])
        self.assertEqual(town.desk.run("", ["report", "semester", "2027-01-01", "2027-06-30"])["decrees"], [])

    def late(self, party):
        return party.run("", ["transfer", "late"])["late"]

    def person(self, vacancy):
        """Somebody of the agency itself who fits a vacancy that is still a draft."""
        home = self.town.home
        found = home.run("", commands.match(vacancy) + ["--all"])["matches"]
        nip = next(one["nip"] for one in found if not one["blocked"] and one["nip"] not in self.town.used)
        self.town.used.add(nip)
        return nip, self.town.card(home, nip)
