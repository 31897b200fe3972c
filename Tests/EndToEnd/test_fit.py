"""Who fits: what a person signs, what home sees and what the BKD plans are one computation over the same data."""

import json
import os
import stat

import fixture
from fixture import commands
from movers import Movers


class SheetTests(fixture.TownTestCase):
    def test_a_person_signs_all_that_is_used_and_no_sanction(self):
        town, home = self.town, self.town.home
        home.sync()
        place = town.place(home, fixture.COUNTER)
        vacancy, _ = home.decide("", commands.vacancy_open(place.post, place.unit, town.codes.need, seats=1, need=9, holders=1))
        nip = town.people(home, vacancy)[0]
        alone = home.run("", ["staff", "sheet", nip])
        self.assertEqual((alone["person"]["nip"], alone["dataCheck"]), (nip, "2026-02-27"))
        self.assertNotIn("fit", alone)
        self.assertEqual(alone["wishes"], None)
        self.assertIn("wishes", alone["missing"])
        held = {one["competence"]: one["level"] for one in alone["person"]["competences"]}
        for one in alone["strengths"]["strongest"]:
            self.assertGreaterEqual(held[one["competence"]], one["asked"])
        for one in alone["strengths"]["weakest"]:
            self.assertLess(one["held"], one["asked"])
        self.assertLessEqual({line["rule"] for line in alone["sheet"] if line["outcome"] != "not-applicable"},
                             {"R1", "R2", "R5", "R6", "R7", "R8", "R14", "R20", "R21"})

        # Her own file says what the sheet says.
        rated = {row["tahun"]: row["kuadranKinerja"] for row in town.city.rows(home.name, "rw_skp22") if row["NIP BARU"] == nip}
        self.assertEqual({str(one["year"]) for one in alone["person"]["appraisals"]}, set(rated))
        scored = [row for row in town.city.rows(home.name, "talenta") if row["NIP BARU"] == nip]
        if scored:
            self.assertEqual(alone["talent"]["performance"], 10 * int(scored[-1]["KINERJA"]))
            self.assertIn(alone["talent"]["box"], range(1, 10))

        laid = home.run("", ["staff", "sheet", nip, "--vacancy", vacancy])
        match = next(one for one in home.run("", commands.match(vacancy) + ["--all"])["matches"] if one["nip"] == nip)
        self.assertEqual((laid["fit"], laid["growth"], laid["sheet"]), (match["fit"], match["growth"], match["rules"]))

        path = os.path.join(town.folder, "lembar.html")
        home.run("", ["staff", "sheet", nip, "--vacancy", vacancy, "--html", path])
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        with open(path, encoding="utf-8") as file:
            page = file.read()
        for expected in (nip, "rw_skp22.csv", "kompetensi.csv", "talenta.csv", "pengalaman-loket.csv", "27 Februari 2026",
                         "Tanda tangan"):
            self.assertIn(expected, page)
        self.assertNotIn("{", page.split("</style>")[1], "a sentence's place was not filled")

    def test_a_sanction_shows_as_a_finding_alone(self):
        town, home = self.town, self.town.home
        rows = [row for row in town.city.rows(home.name, "rw_hukdis")]
        self.assertTrue(rows)
        nip, kind = rows[0]["NIP BARU"], rows[0]["jenis"]
        found = home.run("", ["staff", "sheet", nip])
        self.assertNotIn(kind, str(found))
        self.assertIn("R6", [line["rule"] for line in found["sheet"]])
        self.assertNotIn("sanctions", found["missing"])

    def test_errors_say_what_to_do(self):
        home = self.town.home
        nip = next(iter(self.town.names()))
        self.assertEqual(home.error(["staff", "sheet", nip, "--post", "X"], 64)["code"], "staff-unknown-post")
        home.error(["staff", "sheet", nip, "--post", "X", "--vacancy", "Y"], 64)
        home.error(["card", "wish", nip], 64)
        home.error(["card", "wish", nip, "--none", "--district", "Tugu"], 64)
        self.assertEqual(self.town.permits2.error(["staff", "sheet", nip], 77)["code"], "not-registry")


class LackingDataTests(fixture.TownTestCase):
    def test_data_that_is_missing_is_marked_and_decides_nothing(self):
        town = self.town
        for name in ("talenta.csv", "pengalaman-loket.csv"):
            os.remove(os.path.join(town.city.agency("dinkes"), name))
        node = town.join_late("dinkes", "ani")
        place = town.place(node, fixture.COUNTER)
        vacancy, _ = node.decide("", commands.vacancy_open(place.post, place.unit, town.codes.need, seats=1, need=9, holders=1))
        matches = node.run("", commands.match(vacancy) + ["--all"])["matches"]
        free = [one for one in matches if not one["blocked"]]
        self.assertGreater(len(free), 3)
        for one in free:
            fit = one["fit"]
            self.assertLessEqual({"counters", "talent", "own-wish"}, set(fit["missing"]))
            self.assertTrue(fit["lacksData"])
            self.assertFalse({"counters", "talent"} & set(fit["parts"]), "no silent nought")
            low, high = fit["possible"]
            self.assertTrue(low <= fit["score"] <= high, fit)
            # A place is certain only as far as whole ranges lie apart.
            others = [other["fit"]["possible"] for other in free if other is not one]
            before, behind = sum(other[0] > high for other in others), sum(other[1] < low for other in others)
            self.assertEqual(one["place"], [before + 1, len(free) - behind])
        sheet = node.run("", ["staff", "sheet", free[0]["nip"]])
        self.assertLessEqual({"talents", "counterDuties"}, set(sheet["missing"]))
        self.assertEqual((sheet["talent"], sheet["counters"]), (None, None))


class AgreementTests(Movers, fixture.TownTestCase):
    def test_the_plan_and_home_compute_the_same(self):
        town, desk, home, permits = self.town, self.town.desk, self.town.home, self.town.permits
        route = town.codes.need
        place = town.place(permits, fixture.COUNTER)
        permits.sync()
        vacancy, _ = permits.decide("", commands.vacancy_open(
            place.post, place.unit, route, seats=3, need=30, holders=1, mode="round"))
        wanted, refused, silent = (self.movers[home].pop(0) for _ in range(3))
        home.sync()
        home.decide("", ["card", "wish", wanted, "--agency", permits.name, "--district", "Tugu"])
        home.decide("", ["card", "wish", refused, "--none"])
        card = town.open_card(home, wanted)
        permits.sync()
        permits.decide("", commands.offer_ask(card, vacancy, town.later(20)))
        home.sync()
        proposed, _ = home.decide("", commands.offer_propose(refused, vacancy, town.later(20)))
        permits.sync()
        permits.decide("", ["offer", "refuse", proposed, "--reason", "kurang cocok untuk loket ini"])
        home.sync()
        for nip in (wanted, refused, silent):
            home.decide("", ["card", "check", nip, "--route", route, "--seat"])

        start = town.later(30)
        seen = {one["nip"]: one for one in
                home.run("", commands.match(vacancy) + ["--all", "--start", start])["matches"]}
        self.assertEqual(seen[wanted]["fit"]["parts"]["receiver-wish"], 1000)
        self.assertEqual(seen[wanted]["fit"]["parts"]["own-wish"], 500, "the agency, and not the district")
        self.assertEqual(seen[refused]["fit"]["parts"]["receiver-wish"], 0)
        self.assertEqual(seen[refused]["fit"]["parts"]["own-wish"], 500, "asked, and without a wish")
        self.assertIn("receiver-wish", seen[silent]["fit"]["notAsked"], "who has said nothing asks nothing")
        self.assertIn("own-wish", seen[silent]["fit"]["missing"], "who was never asked is missing data")
        self.assertIn("counters", seen[silent]["fit"]["parts"])
        self.assertIn("district", seen[silent]["fit"]["parts"])
        for_her = home.run("", ["match", "--person", wanted, "--start", start])["matches"]
        self.assertEqual([one["fit"] for one in for_her if one["vacancy"] == vacancy], [seen[wanted]["fit"]])

        path = os.path.join(town.folder, "round.json")
        with open(path, "w", encoding="utf-8") as file:
            file.write(json.dumps({
                "title": "Gelombang", "goals": [], "calendar": [], "aspects": {one: one for one in fixture.ASPECTS}}))
        round_, _ = desk.decide("", commands.round_open(path))
        cards = {nip: town.card(home, nip) for nip in (wanted, refused, silent)}
        # A plan leaves whom it would not help: the board fixes each of them once, so that every pair is compared.
        for number, (nip, id) in enumerate(cards.items()):
            name = f"v{number}"
            made = desk.run("", ["plan", "make", round_, "--route", route, "--start", start, "--name", name])
            self.assertTrue(made["proof"]["proved"])
            desk.run("", ["plan", "change", name, id, "--fix", vacancy, "--reason", "uji banding"])
            line, = [one for one in desk.run("", ["plan", "show", name])["lines"] if one["person"] == id]
            self.assertEqual(line["to"].split("#")[0], vacancy)
            self.assertEqual((line["fit"], line["growthParts"]), (seen[nip]["fit"], seen[nip]["growth"]), nip)
            self.assertEqual(line["lacksData"], seen[nip]["fit"]["lacksData"])

        # The box goes to the BKD alone, and its scores to nobody.
        told = desk.run("", ["card", "show", cards[silent]])["card"]
        self.assertFalse({"talent", "box", "performance", "potential"} & set(str(told).replace("'", " ").split()))
        self.assertEqual(set(told["counters"]), {"months", "all"})
        shown = permits.one("card", card)
        self.assertNotIn("box", shown)

        # Receivers see the same cards by fit alone, with what only home knows missing.
        permits.sync()
        pool = permits.run("", commands.match(vacancy) + ["--pool"])["matches"]
        mine, = [one for one in pool if one.get("card") == card]
        self.assertIn("talent", mine["fit"]["missing"])
        self.assertEqual(mine["rules"], [])
