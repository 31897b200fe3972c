"""A counter before a CPNS opening: the BKD calls three people of two agencies, and nobody's own post changes."""

import csv

import courses
import fixture
from fixture import commands

DAYS = 20
SERVICE = "KTP-el"
UNPUBLISHED = "kebutuhan unitnya belum diumumkan; kepala dinas menyatakan cukup"


class RushTestCase(fixture.TownTestCase):
    """What tests of a rush need: entries of the standby list, calls, and where people stand."""

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

    def call(self, entry, vacancy, start, back, number, reason=None):
        return commands.standby_call(
            entry, vacancy, start, back, number, self.town.day, "Kepala BKPP", "definitif", self.opinions(number),
            reason)

    def prepare(self, transfer, node, nip, receiving, provider):
        """Everything between the call and the start."""
        node.sync()
        node.decide("", commands.transfer_brief(transfer, self.town.day))
        courses.attend(self.town, receiving, node, transfer, nip, provider)
        # The entry was made before the post was known: whether it asks for a licence is the counter's to say.
        self.town.take_steps(receiving, transfer)
        self.assertEqual(receiving.one("transfer", transfer)["openGates"], [])

    def own_post(self, node, nip):
        """Where home's staff data has the person, and every definitive assignment."""
        person = node.run("", commands.staff_show(nip))["person"]
        return (person["active"], person["post"], person["unit"],
                [one for one in person["assignments"] if one["kind"] == "definitive"])


class SurgeTests(RushTestCase):
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
            told = desk.run("", self.call(entry, vacancy, start, back, f"ST-{number}"), (1,))["preview"]
            self.assertEqual((told["code"], told["detail"]["missing"]), ("incomplete", ["reason"]))
            self.assertEqual([one["reason"] for one in told["detail"]["rules"]], ["need-unpublished"])
            desk.decide("", self.call(entry, vacancy, start, back, f"ST-{number}", UNPUBLISHED))
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
            self.prepare(transfer, node, nip, permits, third)
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
        desk.decide("", self.call(in_these, vacancy, start, town.later(2 + DAYS), "ST-9", UNPUBLISHED))
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
        town.desk.decide("", self.call(entry, vacancy, start, back, "ST-8", UNPUBLISHED))
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

    # What these tests need

    def holders(self, back):
        """Of the counter's post, as a vacancy that is opened today says."""
        town, place = self.town, self.town.place(self.town.permits, fixture.COUNTER)
        opened, _ = town.permits.decide("", commands.vacancy_open(
            place.post, place.unit, town.codes.secondment, return_=back))
        return town.permits.one("vacancy", opened)["need"]["holders"]

    def too_long(self, days):
        return "limit", {"limit": DAYS, "days": days}

    def other_months(self, stay, start, back):
        """The months that the stay needs and those that the entry has."""
        return "unsupported", {
            "months": self.months_of_the_stay(start, back),
            "expected": [month for month in range(1, 13) if month not in stay]}


class RushTests(RushTestCase):
    def test_from_the_alarm_to_three_who_serve_and_home_again(self):
        town, desk, home, permits = self.town, self.town.desk, self.town.home, self.town.permits
        desk.decide("", commands.agency_add("disdik", "Dinas Pendidikan", "Education Office"))
        schools = town.join_late("disdik", "wati")
        place = town.place(permits, fixture.COUNTER)
        start, back = town.later(2), town.later(16)
        permits.sync()
        before = self.serving(permits, place)
        self.measure(permits, place.unit, "2025-10-01", "2025-12-31", "78,10", 35)

        # Day 0: the figures give an alarm, and say how many people the promised waiting time takes.
        ordinary = [("2025-12-01", 100), ("2025-12-08", 98), ("2025-12-15", 103), ("2025-12-22", 99)]
        self.count(permits, place.unit, ordinary + [(town.day, 180)])
        unit, = permits.run("", ["surge", "show"], (1,))["units"]
        self.assertEqual((unit["alarm"], unit["asked"], unit["present"]), (True, False, before["unit"]))
        service, = unit["services"]
        self.assertEqual((service["ordinary"], service["ratio"]), (100, 1809))
        alarm, = permits.run("", commands.todo(), (0, 1))["alarms"]
        self.assertEqual((alarm["unit"], alarm["day"]), (place.unit, town.day))
        declare = ["surge", "declare", "--unit", place.unit, "--service", SERVICE, "--until", town.day_before(back),
                   "--post", place.post, "--route", town.codes.secondment, "--sync"]
        told = permits.error(declare + ["--present", service["people"]], 64)
        self.assertEqual(told["code"], "bad-argument", "who is there is enough")
        asked = permits.run("", declare + ["--present", service["people"] - 3])
        self.assertEqual((asked["people"], asked["computed"], asked["refused"]), (3, 3, []))
        self.assertEqual(permits.run("", commands.todo(), (0, 1))["alarms"], [])
        rush, = desk.run("", ["surge", "list"])["surges"]
        self.assertIn((rush["id"], "call-people"), desk.waiting())
        found, = self.helpers(rush)
        vacancy = found["vacancy"]
        self.assertEqual((found["free"], found["people"]), (3, []))

        # Two of one post of which its unit can spare one, and two of another agency.
        near, also_near = self.of_one_post(home, vacancy)
        far = self.of_several_units(schools, vacancy, 2)
        lent = [(home, near), (home, also_near), *((schools, nip) for nip in far)]
        own_posts = {nip: self.own_post(node, nip) for node, nip in lent}
        entries = {nip: self.stand_by(node, nip, self.months_of_the_stay(start, back)) for node, nip in lent}
        found, = self.helpers(rush)
        self.assertEqual({(one["callable"], one["finding"]["reason"]) for one in found["people"]},
                         {(True, "need-unpublished")})
        for node in (home, schools):
            self.assertEqual(node.run("", ["need", "publish", "--sync"])["refused"], [])
        found, = self.helpers(rush)
        self.assertEqual({one["standby"] for one in found["people"]}, set(entries.values()))
        months = [one.get("counterMonths", -1) for one in found["people"]]
        self.assertEqual(months, sorted(months, reverse=True))
        self.assertEqual({one["finding"]["reason"] for one in found["people"]}, {"floor-kept"})

        desk.decide("", self.call(entries[near], vacancy, start, back, "ST-1"))
        found, = self.helpers(rush)
        self.assertEqual([one["callable"] for one in found["people"]], [True, True, False])
        refused = desk.run("", self.call(entries[also_near], vacancy, start, back, "ST-2", "tetap berangkat"), (1,))
        rule, = refused["preview"]["detail"]["rules"]
        self.assertEqual((refused["preview"]["code"], rule["rule"], rule["reason"]), ("rule", "R23", "donor-below-floor"))
        self.assertEqual(rule["value"]["post-holders"], rule["value"]["post-floor"])
        for number, nip in enumerate(far, 3):
            desk.decide("", self.call(entries[nip], vacancy, start, back, f"ST-{number}"))
        self.assertNotIn((rush["id"], "call-people"), desk.waiting())
        called = [(node, nip) for node, nip in lent if nip != also_near]
        transfers = {nip: self.transfer_of(entries[nip]) for _, nip in called}
        for node, nip in called:
            self.prepare(transfers[nip], node, nip, permits, town.third)

        # Day 2: three people more at the counter.
        town.advance(start)
        permits.sync()
        for number, transfer in enumerate(transfers.values(), 1):
            permits.decide("", commands.transfer_start(transfer, start, f"SPMT-{number}"))
        town.settle_all()
        self.assertEqual({one["transfer"] for one in permits.run("", commands.staff_list())["guests"]},
                         set(transfers.values()))
        self.assertEqual(self.serving(permits, place), {part: people + 3 for part, people in before.items()})
        unit, = permits.run("", ["surge", "show"], (1,))["units"]
        self.assertEqual((unit["present"], unit["asked"]), (before["unit"] + 3, True))
        for node, nip in called:
            self.assertEqual(self.own_post(node, nip), own_posts[nip])

        # The day of the return: nobody does anything, and all are where they were.
        operations = desk.operations
        town.advance(back)
        town.settle_all()
        self.assertEqual(desk.operations, operations)
        for nip, transfer in transfers.items():
            self.assertEqual(desk.one("transfer", transfer)["ended"]["reason"], "returned")
        self.assertEqual(permits.run("", commands.staff_list())["guests"], [])
        self.assertEqual(self.serving(permits, place), before)
        for node, nip in lent:
            self.assertEqual(self.own_post(node, nip), own_posts[nip])
            self.assertNotIn("secondment", node.run("", commands.staff_show(nip))["person"])
        self.measure(permits, place.unit, start, town.day_before(back), "84,60", 12)
        row, = permits.run("", ["service", "show"])["units"]
        self.assertEqual((row["firstStart"], row["queue"]["before"], row["queue"]["after"]), (start, 35, 12))
        self.assertEqual((row["skm"]["before"], row["skm"]["after"]), (7810, 8460))
        permits.decide("", ["surge", "end", rush["id"]])
        self.assertEqual(desk.run("", ["surge", "list"])["surges"], [])
        self.assert_all_well()

    # What this test needs

    def serving(self, node, place):
        """Who serves in the counter's post and in its unit, as the agency's own need says."""
        rows = [row for row in node.run("", ["need", "show"])["places"] if row["unit"] == place.unit]
        return {"post": next(row["holders"] for row in rows if row["post"] == place.post),
                "unit": sum(row["holders"] for row in rows)}

    def count(self, node, unit, days):
        """The daily figures of the counter: ten minutes for each visitor."""
        rows = [(unit, SERVICE, day, visitors, visitors, visitors * 10) for day, visitors in days]
        path = self.table("loket", ["UNOR ID", "LAYANAN", "TANGGAL", "PENGUNJUNG", "DILAYANI", "MENIT LAYANAN"], rows)
        self.assertEqual(node.run("", ["surge", "import", path])["changed"], len(days))

    def measure(self, node, unit, first, last, value, minutes):
        path = self.table("mutu", ["UNOR ID", "MULAI", "SELESAI", "NILAI SKM", "MENIT ANTRE"],
                          [(unit, first, last, value, minutes)])
        self.assertEqual(node.run("", ["service", "import", path])["changed"], 1)

    def table(self, name, header, rows):
        path = self.town.path(name + ".csv")
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows(rows)
        return path

    def helpers(self, rush):
        return self.town.desk.run("", ["surge", "people", rush["id"]])["vacancies"]

    def transfer_of(self, entry):
        offer = self.town.desk.one("standby", entry)["called"]
        return self.town.desk.one("offer", offer)["decreed"]["transfer"]

    def places(self, node, vacancy):
        """People who may go to the counter in a rush, and whose unit stays whole, by post and unit, the best first."""
        node.sync()
        places = {}
        rows = {row["NIP BARU"]: (row["JABATAN ID"], row["UNOR ID"])
                for row in self.town.city.rows(node.name, "staff")}
        for match in node.run("", ["match", vacancy, "--all"])["matches"]:
            kept = {rule["rule"]: rule["reason"] for rule in match["rules"]}["R23"] == "floor-kept"
            if kept and not match["blocked"]:
                places.setdefault(rows[match["nip"]], []).append(match["nip"])
        return places

    def of_one_post(self, node, vacancy):
        return next(people[:2] for people in self.places(node, vacancy).values() if len(people) > 1)

    def of_several_units(self, node, vacancy, count):
        units = {}
        for (_, unit), people in self.places(node, vacancy).items():
            units.setdefault(unit, people[0])
        self.assertGreaterEqual(len(units), count, "too few units of the agency can lend")
        return list(units.values())[:count]
