"""Chapter 12: from needs to a plan, a changed line and dates that keep counters open."""

import collections
import csv
import json
import os

import commands
from party import check
from rounds import ASPECTS
from town import NEED

START = "2026-05-04"
# How many people of each agency are looked at for the plan.
CHECKED = 12


def needs(town):
    town.narrator.chapter("12a. Agencies say what they need; the BKD sees the region and the months ahead")
    for node in (town.home, town.permits, town.social):
        node.sync()
        done = node.run("publishes need, people and floors of its units", ["need", "publish", "--sync"])
        check(done["recorded"] > 0 and not done["refused"], f"{node.title}: needs were not published", done)
    town.home.page("looks where people are missing", ["need", "show", "--short"])
    town.desk.page("looks at the region", ["need", "show", "--by", "agency"])
    ahead = town.desk.show(["need", "forecast", "--months", "24"], "months", "looks two years ahead")
    leaving = collections.Counter()
    for month in ahead:
        leaving.update(month["leaving"])
    town.narrator.result(f"24 months: {dict(leaving)}; short of {ahead[0]['shortage']} now, {ahead[-1]['shortage']} then")


def surge(town):
    town.narrator.chapter("12b. A counter's figures show a rush; the head asks for two people")
    permits = town.permits
    place = permits.run("looks at its units", ["need", "show"])["places"][0]
    path = os.path.join(town.folder, "loket.csv")
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["UNOR ID", "LAYANAN", "TANGGAL", "PENGUNJUNG", "DILAYANI", "MENIT LAYANAN"])
        for day, visitors in (("2026-01-26", 96), ("2026-02-02", 104), ("2026-02-09", 99), ("2026-02-16", 101),
                              ("2026-02-23", 168)):
            writer.writerow([place["unit"], "Perizinan", day, visitors, min(visitors, 130), min(visitors, 130) * 9])
    permits.run("imports the daily figures", ["surge", "import", path])
    permits.page("looks at the counter", ["surge", "show"])
    permits.run("asks for help", [
        "surge", "declare", "--unit", place["unit"], "--service", "Perizinan", "--people", "2", "--until", "2026-03-31",
        "--sync"])
    town.desk.page("sees the rush", ["surge", "list"])


def plan(town):
    town.narrator.chapter("12c. The BKD plans a round; the board changes a line; the list is filled and dated")
    desk, permits = town.desk, town.permits
    for node in (town.home, town.permits, town.social):
        _check_people(town, node)
    short = max((row for row in permits.run("looks for the post that is shortest", ["need", "show"])["places"]
                 if row["need"] is not None), key=lambda row: row["need"] - row["holders"])
    permits.decide("opens two seats there for the round", commands.vacancy_open(
        short["post"], short["unit"], NEED, seats=2, mode="round"))
    file = os.path.join(town.folder, "gelombang-2.json")
    with open(file, "w", encoding="utf-8") as out:
        json.dump({
            "title": "Gelombang II 2026", "calendar": [], "aspects": ASPECTS,
            "goals": [{"code": "loket", "title": "Loket terisi", "target": 2, "before": 0}]}, out)
    round_, _ = desk.decide("opens the next round", commands.round_open(file))
    made = desk.run("makes a plan", ["plan", "make", round_, "--route", NEED, "--start", START, "--growth", "1"])
    check(made["proof"]["proved"], "a plan without its proof", made["proof"])
    check(len(made["people"]) == made["pool"]["people"], "somebody has no reason", made["pool"])
    desk.page("reads it", ["plan", "show", "a"])
    if made["lines"]:
        kept = made["lines"][0]["person"]
        desk.run("makes the same under another name", [
            "plan", "make", round_, "--route", NEED, "--start", START, "--growth", "1", "--name", "b"])
        desk.page("keeps the first person, as the board decides", [
            "plan", "change", "b", kept, "--keep", "--reason", "satu-satunya bendahara unitnya"])
        desk.page("lays both beside each other", ["plan", "compare", "a", "b"])
    filled = desk.run("fills the round's list from the plan", ["plan", "fill", "a"])
    check(not filled["refused"], "the plan cannot be recorded", filled["refused"])
    listed = desk.run("looks at the list", ["round", "show", round_])["round"]["lines"]
    check(len(listed) == len(made["lines"]), "a line is missing", listed)
    desk.page("dates the moves so that no unit falls below its floor", [
        "transfer", "schedule", "--round", round_, "--svg", os.path.join(town.folder, "jadwal.svg")])


def _check_people(town, node):
    """Home looks at some of its people for this kind of move and tells the BKD their seats."""
    node.sync()
    people = [one["nip"] for one in node.run("lists its people", commands.staff_list())["people"]]
    checked = 0
    for nip in people:
        if checked == CHECKED:
            break
        told = node.run(f"checks {nip} for the plan", ["card", "check", nip, "--route", NEED, "--seat"], (0, 1, 64, 65))
        checked += 1 if told.get("recorded") else 0
    node.sync()
    town.narrator.result(f"{checked} people of {node.title} checked")
    check(checked > 0, f"nobody of {node.title} could be checked")
