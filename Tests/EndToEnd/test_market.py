"""Vacancies are seen by all; people are matched on their own node and nothing of it leaves."""

import json

import fixture
from fixture import commands


class MarketTests(fixture.TownTestCase):
    def test_vacancies_of_two_agencies_are_the_same_in_every_node(self):
        town = self.town
        counter = town.open(town.permits, town.codes.need, seats=2, name=fixture.COUNTER)
        rush = town.open(town.social, town.codes.secondment, return_=town.later(35))
        town.sync_all()
        first = [town.permits.one("vacancy", id) for id in (counter, rush)]
        self.assertEqual(first[0]["seats"], {"count": 2})
        self.assertEqual(first[1]["kind"], {"route": town.codes.secondment, "return": town.later(35)})
        for party in town.everybody:
            self.assertEqual([party.one("vacancy", id) for id in (counter, rush)], first, party.title)
            self.assertLessEqual({counter, rush}, party.ids("vacancy"), party.title)

    def test_need_and_holders_come_from_the_owners_files(self):
        town = self.town
        place = town.place(town.permits, fixture.COUNTER)
        vacancy, _ = town.permits.decide("", commands.vacancy_open(place.post, place.unit, town.codes.need))
        self.assertEqual(
            town.permits.one("vacancy", vacancy)["need"], {"need": place.need, "holders": place.holders})

    def test_vacancy_of_another_mode_or_route_is_unsupported(self):
        town = self.town
        place = town.place(town.permits, fixture.COUNTER)
        for line in (commands.vacancy_open(place.post, place.unit, town.codes.need, mode="undian"),
                     commands.vacancy_open(place.post, place.unit, "tidak-ada")):
            recording = town.permits.run("", line, (1,))
            self.assertEqual((recording["preview"]["code"], recording["recorded"]), ("unsupported", False))
            decided = town.permits.run("", line + ["--anyway", "--sync"], (1,))["outcome"]
            self.assertEqual((decided["outcome"], decided["code"]), ("rejected", "unsupported"))

    def test_node_without_staff_rows_opens_a_vacancy_from_a_file(self):
        town = self.town
        given = town.permits.one("vacancy", town.open(town.permits, town.codes.need, name=fixture.COUNTER))
        path = town.path("vacancy.json")
        parts = ("place", "standard", "kind", "seats", "need", "mode")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({part: given[part] for part in parts}, file)
        vacancy, _ = town.permits2.decide("", commands.vacancy_open_from(path))
        town.third.sync()
        shown = town.third.one("vacancy", vacancy)
        self.assertEqual([shown[part] for part in parts], [given[part] for part in parts])

    def test_match_names_article_and_parts_and_nothing_leaves(self):
        town = self.town
        vacancy = town.open(town.permits, town.codes.need, name=fixture.COUNTER)
        town.home.sync()
        before, journal = town.home.status(), self.position()
        found = town.home.run("", commands.match(vacancy) + ["--all"])
        self.assertEqual(found["considered"], len(found["matches"]))
        self.assertTrue(found["blocked"])
        people = {one["nip"] for one in town.home.run("", commands.staff_list())["people"]}
        for match in found["matches"]:
            self.assertIn(match["nip"], people)
            rules = {rule["rule"]: rule for rule in match["rules"]}
            for rule in ("R1", "R2", "R5", "R6", "R8", "R12", "R21", "R26"):
                self.assertTrue(rules[rule]["article"], rule)
                self.assertIn(rules[rule]["outcome"], ("pass", "fail", "needs-human", "not-applicable"))
                self.assertEqual(rules[rule]["policy"], 1)
            remarks = ("competence-below", "retires-soon", "below-floor")
            stops = [rule for rule in match["rules"] if rule["outcome"] == "fail" and rule["reason"] not in remarks]
            self.assertEqual(match["blocked"], bool(stops))
            fit = match["fit"]
            self.assertTrue(all(0 <= part <= 1000 for part in fit["parts"].values()), fit)
            # A part without data is left out and said.
            self.assertEqual(
                sorted([*fit["parts"], *fit["missing"], *fit["notAsked"]]), sorted(town.codes.weights))
        best = next(match for match in found["matches"] if not match["blocked"])
        posts = town.home.run("", commands.match_person(best["nip"]))["matches"]
        self.assertIn((vacancy, best["fit"]), [(one["vacancy"], one["fit"]) for one in posts])
        self.assertEqual(town.home.status(), before)
        town.home.sync()
        self.assertEqual(self.position(), journal)

    def test_node_without_staff_rows_matches_nobody(self):
        error = self.town.permits2.error(commands.match_person("198501012010011001"), 77)
        self.assertEqual(error["code"], "not-registry")

    def position(self):
        """The journal's position, as the desk's cursor has it."""
        self.town.desk.run("", ["sync"])
        return self.town.desk.status()["cursor"]["position"]


class RenamedMarketTests(MarketTests):
    renamed = True
