"""From needs to a plan: agencies publish, the desk plans a round, changes a line, fills the list and dates the moves."""

import csv
import json
import os

import fixture
from fixture import commands
from movers import Movers

DAYS = ("2025-12-01", "2025-12-08", "2025-12-15", "2025-12-22")


class NeedTests(fixture.TownTestCase):
    def test_an_agency_sees_its_needs_and_the_region_what_it_publishes(self):
        town, home, desk = self.town, self.town.home, self.town.desk
        home.sync()
        own = home.run("", ["need", "show"])["places"]
        self.assertTrue(own)
        for row in own:
            if row["need"] is not None:
                self.assertEqual(row["difference"], row["need"] - row["holders"])
        ahead = home.run("", ["need", "forecast", "--months", "60"])
        self.assertEqual(len(ahead["months"]), 61)
        self.assertGreater(sum(month["leaving"].get("retirement", 0) for month in ahead["months"]), 0)

        published = home.run("", ["need", "publish", "--sync"])
        self.assertEqual((published["refused"], published["recorded"] > 0), ([], True))
        self.assertEqual(home.run("", ["need", "publish"])["recorded"], 0, "what has not changed is left")
        chart = os.path.join(town.folder, "need.svg")
        seen = desk.run("", ["need", "show", "--svg", chart])["places"]
        self.assertEqual({(row["unit"], row["post"], row["need"], row["holders"]) for row in own},
                         {(row["unit"], row["post"], row["need"], row["holders"]) for row in seen
                          if row["agency"] == home.name})
        with open(chart, encoding="utf-8") as file:
            self.assertTrue(file.read().startswith("<svg"))
        summed = desk.run("", ["need", "forecast", "--months", "59"])["months"]
        mine = {month["month"]: month["leaving"].get("retirement", 0) for month in ahead["months"][:60]}
        self.assertEqual({month["month"]: month["leaving"].get("retirement", 0) for month in summed}, mine)
        # Who leaves when is told to the desk alone.
        town.third.sync()
        self.assertTrue(town.third.run("", ["need", "show", "--region"])["places"])
        self.assertEqual(town.third.run("", ["todo"], (0, 1))["todo"], [])

    def test_a_floor_of_ones_own_counts_above_the_share(self):
        home = self.town.home
        row = max(home.run("", ["need", "show"])["places"], key=lambda one: one["holders"])
        floor = row["holders"] + 1
        told = home.run("", ["need", "floor", row["unit"], str(floor), "--post", row["post"]])["places"]
        changed = next(one for one in told if one["post"] == row["post"])
        self.assertEqual((changed["floor"], changed["belowFloor"]), (floor, True))


class SurgeFigureTests(fixture.TownTestCase):
    def test_four_ordinary_mondays_and_a_rush(self):
        town, permits, desk = self.town, self.town.permits, self.town.desk
        permits.sync()
        unit, post = next((row["unit"], row["post"]) for row in permits.run("", ["need", "show"])["places"])
        figures = [(unit, "KTP-el", day, 100, 100, 1000) for day in DAYS]
        told = permits.run("", ["surge", "import", self.file(figures + [(unit, "KTP-el", "2026-01-05", 180, 150, 1500)])])
        self.assertEqual((told["imported"], told["changed"]), (True, 5))
        shown = permits.run("", ["surge", "show"], (1,))
        service = shown["units"][0]["services"][0]
        self.assertEqual((service["ordinary"], service["ratio"], service["alarm"]), (100, 1800, True))
        bad = permits.run("", ["surge", "import", self.file([("X", "KTP-el", "2026-01-05", 1, 1, 1)])], (65,))
        self.assertEqual([one["code"] for one in bad["errors"]], ["row-unknown-unit"])

        permits.run("", ["surge", "declare", "--unit", unit, "--service", "KTP-el", "--people", "2", "--until",
                         town.later(20), "--post", post, "--route", town.codes.secondment, "--sync"])
        rush, = desk.run("", ["surge", "list"])["surges"]
        vacancies = [desk.one("vacancy", one) for one in desk.ids("vacancy")]
        opened, = [one for one in vacancies if one.get("surge", {}).get("by") == rush["id"]]
        self.assertEqual(opened["seats"]["count"], 2)
        permits.decide("", ["surge", "end", rush["id"]])
        self.assertEqual(desk.run("", ["surge", "list"])["surges"], [])

    def test_service_has_no_before_that_is_handed_in_later(self):
        permits = self.town.permits
        unit = permits.run("", ["need", "show"])["places"][0]["unit"]
        path = os.path.join(self.town.folder, "mutu.csv")
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["UNOR ID", "MULAI", "SELESAI", "NILAI SKM", "MENIT ANTRE"])
            writer.writerow([unit, "2025-10-01", "2025-12-31", "82,47", "35"])
        self.assertEqual(permits.run("", ["service", "import", path])["changed"], 1)
        row, = [one for one in permits.run("", ["service", "show"])["units"] if one["unit"] == unit]
        self.assertEqual((row["figures"][0]["skm"], row["figures"][0]["grade"]), (8247, "B"))

    def file(self, rows):
        path = os.path.join(self.town.folder, f"loket-{len(rows)}.csv")
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["UNOR ID", "LAYANAN", "TANGGAL", "PENGUNJUNG", "DILAYANI", "MENIT LAYANAN"])
            writer.writerows(rows)
        return path


class PlanTests(Movers, fixture.TownTestCase):
    def test_a_round_from_the_plan_to_its_dates(self):
        town, desk, home, permits = self.town, self.town.desk, self.town.home, self.town.permits
        route = town.codes.need
        place = town.place(permits, fixture.COUNTER)
        vacancy, _ = permits.decide("", commands.vacancy_open(
            place.post, place.unit, route, seats=2, need=10, holders=1, mode="round"))
        checked = [(node, self.movers[node].pop(0)) for node in (home, home, home, permits, permits)]
        for node, nip in checked:
            node.sync()
            node.decide("", ["card", "check", nip, "--route", route, "--seat"])
        # Neither has published its units: what the checks and the vacancy tell of need and people counts.
        body = {"title": "Gelombang I", "goals": [{"code": "loket", "title": "Loket terisi", "target": 2}],
                "calendar": [], "aspects": {one: one for one in fixture.ASPECTS}}
        path = os.path.join(town.folder, "round.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(body, file)
        round_, _ = desk.decide("", commands.round_open(path))
        start = town.later(30)
        made = desk.run("", ["plan", "make", round_, "--route", route, "--start", start, "--move-price", "0"])
        self.assertEqual(made["pool"]["people"], len(checked))
        self.assertTrue(made["proof"]["proved"])
        self.assertEqual(len(made["people"]), len(checked), "everybody has a reason")
        self.assertEqual(len(made["seats"]), made["pool"]["seats"], "every seat has a reason")
        self.assertTrue(made["lines"], "the worst shortage is made smaller")
        again = desk.run("", ["plan", "make", round_, "--route", route, "--start", start, "--move-price", "0"])
        self.assertEqual(made, again, "the same records give the same plan")

        # The board keeps somebody; what else changes is told.
        kept = made["lines"][0]["person"]
        desk.run("", ["plan", "make", round_, "--route", route, "--start", start, "--move-price", "0", "--name", "b"])
        told = desk.run("", ["plan", "change", "b", kept, "--keep", "--reason", "satu-satunya bendahara"])
        self.assertIn(kept, [one["person"] for one in told["affected"]])
        changed = desk.run("", ["plan", "show", "b"])
        self.assertNotIn(kept, [line["person"] for line in changed["lines"]])
        sides = desk.run("", ["plan", "compare", "a", "b"])["variants"]
        self.assertGreaterEqual(sides[0]["points"], sides[1]["points"])
        desk.run("", ["plan", "undo", "b"])
        self.assertEqual(desk.run("", ["plan", "show", "b"])["lines"], made["lines"])

        filled = desk.run("", ["plan", "fill", "a"])
        self.assertEqual(filled["refused"], [])
        lines = desk.one("round", round_)["lines"]
        self.assertEqual(len(lines), len(made["lines"]))
        offers = [desk.one("offer", line["offer"]) for line in lines]
        self.assertEqual({one["card"] for one in offers}, {line["person"] for line in made["lines"]})
        self.assertIn(vacancy, [one["vacancy"] for one in offers])
        self.assertEqual(desk.run("", ["plan", "fill", "a"])["recorded"], 0, "run again, it does nothing")

        schedule = desk.run("", ["transfer", "schedule", "--round", round_, "--day", start, "--svg",
                                 os.path.join(town.folder, "jadwal.svg")], (0, 1))
        self.assertEqual({move["offer"] for move in schedule["moves"]}, {one["id"] for one in offers})
        for move in schedule["moves"]:
            self.assertGreaterEqual(move.get("start", start), start)
        self.assertEqual(schedule["serving"]["notCounted"], ["leave", "sickness", "training"])
