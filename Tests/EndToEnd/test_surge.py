"""A counter before a CPNS opening: the BKD calls three people of two agencies, and nobody's own post changes."""

import courses
import fixture
from fixture import commands

DAYS = 20


class SurgeTests(fixture.TownTestCase):
    def test_three_people_of_two_agencies_serve_two_days_after_the_call(self):
        town, desk, permits, third = self.town, self.town.desk, self.town.permits, self.town.third
        start, back = town.later(2), town.later(16)
        vacancy = town.open(permits, town.codes.secondment, seats=3, return_=back, name=fixture.COUNTER)
        lent = [(node, nip) for node, count in ((town.home, 2), (town.social, 1))
                for nip in town.people(node, vacancy, count)]
        before = {nip: self.own_post(node, nip) for node, nip in lent}
        entries = [self.stand_by(node, nip, self.months_of_the_stay(start, back)) for node, nip in lent]

        operations, transfers = desk.operations, []
        for number, (entry, (node, nip)) in enumerate(zip(entries, lent), 1):
            papers = desk.ids("document")
            desk.decide("", self.call(entry, vacancy, start, back, f"ST-{number}"))
            offer = desk.one("standby", entry)["called"]
            for party in (node, permits, desk):
                shown = self.assert_label([party], offer, "decreed")
            transfers.append(shown["decreed"]["transfer"])
            # The approval and the order, both from the one operation.
            added = [desk.run("", ["document", "show", one])["document"]["document"]
                     for one in desk.ids("document") - papers]
            self.assertEqual(
                {one["type"]: one["number"] for one in added},
                {town.codes.ending[town.codes.secondment]: f"ST-{number}", **self.opinions(f"ST-{number}")})
        self.assertEqual(desk.operations - operations, len(lent))

        for transfer, (node, nip) in zip(transfers, lent):
            node.sync()
            node.decide("", commands.transfer_brief(transfer, town.day))
            courses.attend(town, permits, node, transfer, nip, third)
            # The entry was made before the post was known: whether it asks for a licence is the counter's to say.
            town.take_steps(permits, transfer)
            self.assertEqual(permits.one("transfer", transfer)["openGates"], [])
        town.advance(start)
        for number, transfer in enumerate(transfers, 1):
            permits.sync()
            permits.decide("", commands.transfer_start(transfer, start, f"SPMT-{number}"))
        town.settle_all()

        guests = permits.run("", commands.staff_list())["guests"]
        self.assertEqual({one["transfer"]: one["home"] for one in guests},
                         {transfer: node.name for transfer, (node, _) in zip(transfers, lent)})
        here = {one["nip"] for one in permits.run("", commands.staff_list())["people"]}
        for transfer, (node, nip) in zip(transfers, lent):
            for party in (node, permits, desk):
                self.assertEqual(party.one("transfer", transfer)["state"], "started", party.title)
            self.assertEqual(self.own_post(node, nip), before[nip])
            self.assertTrue(node.run("", commands.staff_show(nip))["person"]["secondment"])
            self.assertNotIn(nip, here)
            self.assert_unseen([third], "transfer", transfer, "--all")
        self.assertEqual(permits.one("vacancy", vacancy)["ended"]["reason"], "filled")
        self.assert_all_well()

    def test_a_call_outside_the_months_or_beyond_the_days_is_refused_with_the_reason(self):
        town, desk, permits = self.town, self.town.desk, self.town.permits
        start = town.later(2)
        vacancy = town.open(permits, town.codes.secondment, return_=town.later(60), name=fixture.COUNTER)
        (often, seldom), stay = town.people(town.home, vacancy, 2), self.months_of_the_stay(start, town.later(60))
        in_these = self.stand_by(town.home, often, stay)
        in_others = self.stand_by(town.home, seldom, [month for month in range(1, 13) if month not in stay])
        for entry, back, reason in (
                (in_these, town.later(2 + DAYS + 1), self.too_long(DAYS + 1)),
                (in_others, town.later(9), self.other_months(stay, start, town.later(9)))):
            line = self.call(entry, vacancy, start, back, "ST-9")
            told = desk.run("", line, (1,))["preview"]
            decided = desk.run("", line + ["--anyway"], (1,))["outcome"]
            for one in (told, decided):
                self.assertEqual((one["outcome"], one["code"], one["detail"]), ("rejected", *reason), one)
            self.assertNotIn("called", desk.one("standby", entry))
        # Within both limits the same person goes.
        desk.decide("", self.call(in_these, vacancy, start, town.later(2 + DAYS), "ST-9"))
        self.assert_label([town.home, permits, desk], desk.one("standby", in_these)["called"], "decreed")
        self.assert_all_well()

    def test_people_for_a_rush_are_asked_beside_those_whose_start_has_come(self):
        town, permits = self.town, self.town.permits
        # Whoever another test called has come before this one counts.
        town.advance(town.later(2))
        start, back = town.later(2), town.later(16)
        vacancy = town.open(permits, town.codes.secondment, return_=back, name=fixture.COUNTER)
        place, before = town.place(permits, fixture.COUNTER), self.holders(back)
        nip, = town.people(town.home, vacancy, 1)
        entry = self.stand_by(town.home, nip, self.months_of_the_stay(start, back))
        town.desk.decide("", self.call(entry, vacancy, start, back, "ST-8"))
        # The day comes, and no letter of the start has been entered.
        town.advance(start)
        self.assertEqual(self.holders(back), before + 1)
        permits.run("", [
            "surge", "declare", "--unit", place.unit, "--service", "KTP-el", "--people", 2, "--until", back,
            "--reason", "antrean", "--post", place.post, "--route", town.codes.secondment, "--sync"])
        rush, = permits.run("", ["surge", "list"])["surges"]
        vacancies = [permits.one("vacancy", one) for one in permits.ids("vacancy")]
        opened, = [one for one in vacancies if one.get("surge", {}).get("by") == rush["id"]]
        self.assertEqual(opened["need"]["holders"], before + 1)

    # What several tests need

    def holders(self, back):
        """Of the counter's post, as a vacancy that is opened today says."""
        town, place = self.town, self.town.place(self.town.permits, fixture.COUNTER)
        opened, _ = town.permits.decide("", commands.vacancy_open(
            place.post, place.unit, town.codes.secondment, return_=back))
        return town.permits.one("vacancy", opened)["need"]["holders"]

    def months_of_the_stay(self, start, back):
        """Every month from the one day to the other."""
        days = (self.town.later(day) for day in range(0, 100))
        return sorted({int(day[5:7]) for day in days if start <= day < back})

    def stand_by(self, node, nip, months):
        node.sync()
        return node.decide("", commands.standby_post(nip, self.town.codes.secondment, months, DAYS))[0]

    def opinions(self, order):
        """Each opinion of the route with a number of its own, after the order's."""
        return {code: f"{code}-{order}" for code in self.town.codes.opinions[self.town.codes.secondment]}

    def call(self, entry, vacancy, start, back, number):
        return commands.standby_call(
            entry, vacancy, start, back, number, self.town.day, "Kepala BKPP", "definitif", self.opinions(number))

    def own_post(self, node, nip):
        """Where home's staff data has the person, and every definitive assignment."""
        person = node.run("", commands.staff_show(nip))["person"]
        return (person["active"], person["post"], person["unit"],
                [one for one in person["assignments"] if one["kind"] == "definitive"])

    def too_long(self, days):
        return "limit", {"limit": DAYS, "days": days}

    def other_months(self, stay, start, back):
        """The months that the stay needs and those that the entry has."""
        return "unsupported", {
            "months": self.months_of_the_stay(start, back),
            "expected": [month for month in range(1, 13) if month not in stay]}
