"""Sixty days at another counter, once longer by both agencies' word and not twice, then called back: home by itself."""

import courses
import fixture
from fixture import commands

STAY = 60


class LongSecondmentTests(fixture.TownTestCase):
    def test_it_is_extended_once_and_returns_by_itself_on_the_day_of_the_recall(self):
        town, desk, home, permits = self.town, self.town.desk, self.town.home, self.town.permits
        parties, others = [home, permits, desk], [town.social, town.third]
        start, back = town.later(5), town.later(5 + STAY)
        vacancy = town.open(permits, town.codes.secondment, return_=back, name=fixture.COUNTER)
        nip, = town.people(home, vacancy)
        before = self.own_post(nip)
        offer, _ = home.decide("", commands.offer_propose(nip, vacancy, start, back))
        permits.sync()
        permits.decide("", commands.offer_agree(offer))
        transfer = town.decree(town.codes.secondment, [offer])[offer]
        home.sync()
        town.take_steps(home, transfer)
        courses.attend(town, permits, home, transfer, nip, town.third)
        town.advance(start)
        permits.decide("", commands.transfer_start(transfer, start, "SPMT-60"))
        town.settle_all()
        self.assert_stay(parties, transfer, nip, back)

        # Longer than the route allows, by neither; within it, by both.
        town.advance(town.later(STAY - 10))
        extension = town.codes.routes[town.codes.secondment]["extension"]
        longest = town.later(10 + extension["days"])
        beyond = commands.transfer_extend(transfer, town.later(11 + extension["days"]))
        told = self.assert_refused(permits, beyond, "limit")
        self.assertEqual(
            told["detail"], {"limit": extension["days"], "days": extension["days"] + 1, "until": longest})
        permits.decide("", commands.transfer_extend(transfer, longest))
        home.sync()
        self.assertIn((transfer, "answer-extension"), home.waiting())
        self.assertEqual(home.one("transfer", transfer)["return"], back)
        home.decide("", commands.transfer_extend(transfer, longest))
        town.settle_all()
        self.assert_stay(parties, transfer, nip, longest)

        # Past the first return the person is still there; a second extension is for nobody, the BKD's letter included.
        town.advance(town.later(20))
        town.settle_all()
        self.assert_stay(parties, transfer, nip, longest)
        again = town.later(STAY)
        asked = commands.transfer_extend(transfer, again)
        ordered = commands.transfer_extend(transfer, again, "ST-61", town.day)
        told = [self.assert_refused(party, line, "limit")
                for party, line in ((permits, asked), (home, asked), (desk, ordered))]
        self.assertEqual({one["detail"]["limit"] for one in told}, {extension["times"]})

        # Home calls back; on that day nobody has to do anything.
        called = town.later(7)
        home.decide("", commands.transfer_recall(transfer, called, "loket sendiri ramai"))
        town.settle_all()
        self.assert_stay(parties, transfer, nip, called)
        self.assertIn("loket sendiri ramai".encode(), town.files_of(permits.data))
        operations = [party.operations for party in parties]
        town.advance(called)
        town.settle_all()
        self.assertEqual([party.operations for party in parties], operations)
        for party in parties:
            shown = party.one("transfer", transfer)
            self.assertEqual((shown["state"], shown["ended"]["reason"]), ("ended", "returned"), party.title)
        self.assertEqual(self.own_post(nip), before)
        self.assertNotIn("secondment", home.run("", commands.staff_show(nip))["person"])
        self.assertEqual(self.lent_until(nip), town.day_before(called))
        self.assertEqual(self.guests(), [])
        self.assert_unseen(others, "transfer", transfer, "--all")
        self.assert_all_well()

    def assert_stay(self, parties, transfer, nip, back):
        """The person is away until that day: for every party, in home's staff data and among the receiver's guests."""
        for party in parties:
            shown = party.one("transfer", transfer)
            self.assertEqual((shown["state"], shown["return"]), ("started", back), party.title)
        self.assertEqual(self.lent_until(nip), self.town.day_before(back))
        self.assertEqual(self.guests(), [transfer])

    def assert_refused(self, party, line, code):
        """Foreseen and decided alike; the decision."""
        party.sync()
        told = party.run("", line, (1,))["preview"]
        decided = party.run("", line + ["--anyway", "--sync"], (1,))["outcome"]
        self.assertEqual((decided["outcome"], decided["code"]), ("rejected", code), decided)
        self.assertEqual((told["code"], told["detail"]), (decided["code"], decided["detail"]))
        return decided

    def guests(self):
        return [one["transfer"] for one in self.town.permits.run("", commands.staff_list())["guests"]]

    def lent_until(self, nip):
        """The last day of the secondment as the home's staff data has it."""
        person = self.town.home.run("", commands.staff_show(nip))["person"]
        return [one for one in person["assignments"] if one["kind"] == "secondment"][-1]["until"]

    def own_post(self, nip):
        person = self.town.home.run("", commands.staff_show(nip))["person"]
        return person["post"], person["unit"], [one for one in person["assignments"] if one["kind"] == "definitive"]
