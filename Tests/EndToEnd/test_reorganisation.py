"""A dinas is split in two: open records follow their unit, and its people are confirmed at the new dinas by one decree."""

import json
import os
import shutil

import codes
import fixture
from fixture import commands

ROUTE = "penataan-uji"


def with_route(folder):
    """The reference region's set with one more route, on which the agencies are not asked."""
    copy = os.path.join(folder, "policy-with-reorganisation")
    shutil.copytree(codes.POLICY, copy)
    with open(os.path.join(copy, "routes", ROUTE + ".json"), "w", encoding="utf-8") as file:
        json.dump({
            "code": ROUTE, "title": {"id": "Penataan", "en": "Reorganisation"}, "home": "none", "receiving": "none",
            "opinions": [
                {"code": "tim-uji", "answers": ["R18"], "title": {"id": "Tim", "en": "Board"}},
                {"code": "kepala-uji", "answers": ["R22"], "title": {"id": "Kepala", "en": "Head"}}],
            "document": {"code": "sk-uji", "title": {"id": "SK", "en": "Decree"}}, "assignment": "definitive",
            "modes": ["first"], "rules": ["R1", "R3", "R18", "R21", "R22"], "steps": [],
            "stanceDays": 14, "outerDays": 30, "holdDays": 60}, file)
    return codes.Codes(copy, "kebutuhan-organisasi", "penugasan-sementara")


class ReorganisationTests(fixture.TownTestCase):
    policy = staticmethod(with_route)

    def test_a_unit_goes_over_with_its_vacancies_and_its_people(self):
        town, home, permits, desk = self.town, self.town.home, self.town.permits, self.town.desk
        new = town.join("dinkes", "nina")
        new.sync()

        # Before it: an open vacancy in the unit, with somebody of a third agency held for it.
        place = town.place(home)
        vacancy = home.decide("", commands.vacancy_open(
            place.post, place.unit, town.codes.need, need=place.need, holders=place.holders))[0]
        nip, = town.people(permits, vacancy)
        offer, _ = permits.decide("", commands.offer_propose(nip, vacancy, town.later(14)))
        home.sync()
        home.decide("", commands.offer_agree(offer))
        self.assert_label([home, permits, desk], offer, "held")

        # The old dinas says how many hold which post; the BKD adds where the unit goes. No name leaves.
        table = home.run("", ["staff", "units", place.unit])["units"]
        self.assertEqual([unit["unit"] for unit in table], [place.unit])
        staff = [one["nip"] for one in self.people(home) if one["unit"]["id"] == place.unit]
        self.assertEqual(sum(post["seats"] for post in table[0]["posts"]), len(staff))
        self.assertGreater(len(staff), 1)
        table[0]["to"] = "dinkes"
        file = town.path("split.json")
        begins = town.later(5)
        with open(file, "w", encoding="utf-8") as out:
            json.dump({"number": "Perwal 7/2026", "date": town.day, "from": begins, "route": ROUTE, "units": table}, out)
        act, _ = desk.decide("", ["reorganisation", "apply", file])
        again = desk.run("", ["reorganisation", "apply", file], (1,))
        self.assertEqual(again["outcome"]["code"], "exists")

        # Until its day everybody concerned expects it, and nothing has moved.
        for party in (home, new, desk):
            party.sync()
            self.assertIn((act, "expect-reorganisation"), party.waiting(), party.title)
            self.assertEqual(self.announced(party, act), begins, party.title)
        self.assertEqual(home.one("vacancy", vacancy)["agency"], home.name)
        self.assertEqual(home.error(["staff", "reorganise", act], 64)["code"], "bad-argument")
        town.advance(begins)
        self.assertEqual(desk.one("reorganisation", act)["state"], "applied")
        self.assertNotIn((act, "expect-reorganisation"), home.waiting())

        # The vacancy and its offer are the new dinas's now; the old one sees the offer no more.
        for party in (home, permits, new):
            party.sync()
        for party in (new, permits, desk):
            self.assertEqual(party.one("vacancy", vacancy)["agency"], "dinkes", party.title)
        self.assertEqual(self.assert_label([permits, new, desk], offer, "held")["receiving"], "dinkes")
        self.assert_unseen([home], "offer", offer, "--all")

        # The people: proposed by the old dinas, one opinion and one decree for all, started by the new one.
        self.assertIn((act, "confirm-people"), home.waiting())
        proposed = home.run("", ["staff", "reorganise", act, "--sync"], (0, 1))
        refused = {one["subject"] for one in proposed["refused"]}
        self.assertEqual(proposed["recorded"] + len(refused), len(staff))
        self.assertGreater(proposed["recorded"], 1)
        self.assertEqual(proposed["left"], [])
        self.assertEqual(home.run("", ["staff", "reorganise", act, "--sync"], (0, 1))["recorded"], 0)
        for code in ("tim-uji", "kepala-uji", "sk-uji"):
            line, = [one for one in desk.run("", commands.todo(), (0, 1))["todo"] if one["record"] == act]
            self.assertEqual(line["subject"], code)
            desk.run("", ["reorganisation", "document", act, "--type", code, "--number", code.upper(), "--date", town.day,
                          "--signer", "Wali Kota", "--standing", "definitif", "--no-conflict"])
        new.sync()
        self.assertIn((act, "start-transfer"), new.waiting())
        started = new.run("", ["reorganisation", "start", act, "--date", town.day, "--number", "SPMT-9", "--sync"])
        self.assertEqual((started["recorded"], started["refused"]), (proposed["recorded"], []))
        for _ in range(3):
            home.settle()
            new.settle()
        shown = {one["nip"] for one in self.people(new)}
        moved = [nip for nip in staff if nip in shown]
        self.assertEqual(len(moved), proposed["recorded"])
        self.assertFalse(set(moved) & {one["nip"] for one in self.people(home)})
        for one in self.people(new):
            self.assertEqual(one["unit"]["id"], place.unit)
        # In the posts that they held, with one more assignment in their history.
        person = new.run("", commands.staff_show(moved[0]))["person"]
        self.assertEqual(person["assignments"][-1]["agency"], "dinkes")
        self.assertEqual(person["assignments"][-1]["decree"], "SK-UJI")
        self.assertNotIn((act, "start-transfer"), new.waiting())
        # An export from before the split brings nobody back.
        told = home.run("", commands.staff_import(town.city.agency(home.name)))["people"]
        self.assertEqual(told["awaiting"], len(moved))
        self.assertFalse(set(moved) & {one["nip"] for one in self.people(home)})
        self.assert_all_well([home, permits, new, desk])

    def test_an_agency_that_ends_opens_nothing_more(self):
        town, social, third, desk = self.town, self.town.social, self.town.third, self.town.desk
        vacancy = town.open(social, town.codes.need)
        file = town.path("close.json")
        ends = town.later(30)
        with open(file, "w", encoding="utf-8") as out:
            json.dump({"number": "Perwal 8/2026", "date": town.day, "from": ends, "units": [],
                       "closes": ["dinsos"],
                       "renames": [{"agency": "diskominfo", "name": {"id": "Dinas Digital", "en": "Digital Office"}}]},
                      out)
        act, _ = desk.decide("", ["reorganisation", "apply", file])
        # It does not count yet, and can still be taken back.
        for party in (social, third):
            party.sync()
            self.assertIn((act, "expect-reorganisation"), party.waiting(), party.title)
            self.assertEqual(self.announced(party, act), ends, party.title)
        self.assertIsNone(social.one("vacancy", vacancy).get("ended"))
        desk.decide("", ["reorganisation", "withdraw", act, "--reason", "tanggal diubah"])
        social.sync()
        self.assertNotIn((act, "expect-reorganisation"), social.waiting())
        self.assertIsNone(self.announced(social, act))
        again, _ = desk.decide("", ["reorganisation", "apply", file])
        town.advance(ends)
        self.assertEqual([desk.one("reorganisation", one)["state"] for one in (act, again)], ["withdrawn", "applied"])
        self.assertEqual(social.one("vacancy", vacancy)["ended"]["reason"], "agency-closed")
        place = town.place(social)
        refused = social.run("", commands.vacancy_open(
            place.post, place.unit, town.codes.need, need=place.need, holders=place.holders), (1,))["preview"]
        self.assertEqual((refused["code"], refused["detail"]["state"]), ("wrong-state", "agency-closes"))
        third.sync()
        agency, = [one for one in desk.run("", ["agency", "list"])["agencies"] if one["code"] == "diskominfo"]
        self.assertEqual(agency["name"]["id"], "Dinas Digital")

    def people(self, node):
        return node.run("", commands.staff_list())["people"]

    def announced(self, party, act):
        """The day for which the handover's calendar has it."""
        calendar = party.run("", ["handover"])["calendar"]
        return next((one["date"] for one in calendar if one.get("record") == act and one["kind"] == "reorganisation"), None)
