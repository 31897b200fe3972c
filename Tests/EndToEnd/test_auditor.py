"""An auditor asks about a semester: decrees, their basis, findings of their day, what went otherwise."""

import fixture
from codes import Codes
from fixture import commands


class AuditorTests(fixture.TownTestCase):
    def test_the_report_tells_a_semester_as_it_was(self):
        town, home, permits, desk = self.town, self.town.home, self.town.permits, self.town.desk
        route = town.codes.need
        *opinions, approval = town.codes.opinions[route]
        place = town.place(permits, fixture.COUNTER)
        vacancy, _ = permits.decide("", commands.vacancy_open(
            place.post, place.unit, route, seats=4, need=7, holders=2, mode="round"))
        people = town.people(home, vacancy, 6)
        start = town.later(40)
        first, by_letter, struck, changed, left = offers = [
            home.decide("", commands.offer_propose(nip, vacancy, start))[0] for nip in people[:5]]
        permits.sync()
        for offer in (first, struck, changed, left):
            permits.draft("", commands.offer_agree(offer))
        permits.sync()
        # One word of the permit office comes on paper, dated three days before it is entered.
        written = town.day
        town.advance(town.later(3))
        desk.decide("", commands.behalf(
            permits.name, "800/7", written, "Siti Aminah", "definitif", commands.offer_agree(by_letter)))
        desk.decide("", commands.vacancy_rank(
            vacancy, [first, by_letter, struck, changed], {left: "belum pernah di loket"}))

        for code in opinions:
            town.issue(code, f"P-{code}", [first, by_letter, struck, changed])
        desk.decide("", commands.document_issue(
            approval, "ND-1", town.day, "Wali Kota", "definitif", [first, by_letter], [struck])
            + commands.changed_lines({changed: town.card(home, people[5])}))
        new, = [one["id"] for one in desk.run("", commands.offer_list())["offers"] if one.get("replaces") == changed]
        for party in (home, permits):
            party.sync()
            party.decide("", commands.offer_agree(new))
        for code in opinions:
            town.issue(code, f"Q-{code}", [new])
        decreed = [first, by_letter, new]
        decree = town.issue(town.codes.ending[route], "SK-9", decreed)
        decree_day = town.day
        transfers = {offer: desk.one("offer", offer)["decreed"]["transfer"] for offer in decreed}

        # The objection was handed in on paper two days before somebody enters it.
        filed = town.later(1)
        town.advance(town.later(3))
        desk.decide("", commands.transfer_object(transfers[first], filed, filed, "K-1", "rumah terlalu jauh"))

        report = self.report(town.day)
        lines = {one["offer"]: one for one in report["decrees"]}
        self.assertEqual(set(lines), set(decreed))
        for offer, line in lines.items():
            self.assertEqual(
                [line["document"][name]
                 for name in ("id", "type", "number", "date", "signer", "standing", "enteredBy")],
                [decree, town.codes.ending[route], "SK-9", decree_day, "Wali Kota", "definitif", desk.actor])
            self.assertEqual(
                sorted(paper["type"] for paper in line["basis"]), sorted(town.codes.opinions[route]), offer)
            self.assertEqual(line["transfer"], transfers[offer])
            found = {rule["rule"]: rule["outcome"] for rule in line["rules"]}
            own = set(town.codes.routes[route]["rules"])
            self.assertEqual(own - set(found), set())
            self.assertEqual({found[rule] for rule in set(found) - own}, {"not-applicable"})
            self.assertNotIn("fail", found.values())
        self.assertEqual(
            [paper["number"] for paper in lines[first]["basis"]], [f"P-{code}" for code in opinions] + ["ND-1"])
        self.assertEqual(
            [paper["number"] for paper in lines[new]["basis"]], ["ND-1"] + [f"Q-{code}" for code in opinions])

        # On behalf: whose word, by which letter.
        said, = lines[by_letter]["letters"]
        self.assertEqual(
            (said["who"], said["letter"]["number"], said["letter"]["date"]), ("receiving", "800/7", written))
        self.assertEqual(lines[first]["letters"] + lines[new]["letters"], [])
        # Struck and changed lines, with the paper that did it.
        self.assertEqual(
            {one["offer"]: (one["document"]["number"], one["document"]["signer"]) for one in report["struck"]},
            {struck: ("ND-1", "Wali Kota")})
        self.assertEqual(
            [(one["offer"], one["now"], one["document"]["number"]) for one in report["changed"]],
            [(changed, new, "ND-1")])
        self.assertEqual(
            [(one["offer"], one["vacancy"], one["reason"], one["by"]) for one in report["passedOver"]],
            [(left, vacancy, "belum pernah di loket", desk.actor)])
        self.assertEqual(
            [(one["record"], one["what"], one["stated"], one["entered"], one["by"]) for one in report["lateWords"]],
            [(by_letter, "receiving", written, decree_day, desk.actor)])
        self.assertEqual(
            [(one["transfer"], one["filed"], one["entered"], one["days"], one["by"]) for one in report["enteredLate"]],
            [(transfers[first], filed, town.day, 2, desk.actor)])
        self.assert_page(report)

        # A stricter policy comes, under which nobody of them might go: what was found on their day stays.
        self.stricter_policy()
        again = self.report(town.day)
        self.assertEqual({one["offer"]: one["rules"] for one in again["decrees"]},
                         {offer: line["rules"] for offer, line in lines.items()})
        term = next(rule for rule in lines[first]["rules"] if rule["rule"] == "R2")
        self.assertEqual(term["outcome"], "pass", term)
        # The day of the decree is what counts, and no other semester tells of it.
        before = self.report(town.day_before(decree_day))
        self.assertEqual((before["decrees"], before["struck"], before["enteredLate"]), ([], [], []))
        self.assert_all_well()

    def report(self, to):
        return self.town.desk.run("", commands.semester_report(fixture.TODAY, to))

    def stricter_policy(self):
        town = self.town

        def strengthen(policy):
            policy["version"] += 1
            policy["from"] = town.day
            policy["thresholds"]["termInPostMonths"] = 240

        town.desk.decide("", commands.policy_apply(Codes.changed(town.folder, "stricter-policy", strengthen).folder))
        town.sync_all()

    def assert_page(self, report):
        """What the auditor prints has every paper, and no name or NIP of anybody."""
        town = self.town
        path = town.path("semester.html")
        town.desk.run("", commands.semester_report(report["from"], report["to"], path))
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for paper in ("SK-9", "ND-1", "800/7", *(f"P-{code}" for code in town.codes.opinions[town.codes.need][:-1])):
            self.assertIn(paper, text)
        for nip, name in town.names().items():
            self.assertNotIn(nip, text)
            self.assertNotIn(name, text)
