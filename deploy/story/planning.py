"""Chapter 12: from needs to a plan, a changed line and dates that keep counters open."""

import collections
import json
import os

import commands
from party import check
from rounds import ASPECTS
from town import NEED

START = "2026-05-04"
BUSY_UNTIL = "2026-05-15"
# How many people of each agency are looked at for the plan.
CHECKED = 24
# What a move has to be worth, in points: in this round a small gain is enough.
MOVE_PRICE = 5


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
    settings = ["--route", NEED, "--start", START, "--growth", "1", "--move-price", MOVE_PRICE]
    made = desk.run("makes a plan", ["plan", "make", round_, *settings])
    check(made["proof"]["proved"], "a plan without its proof", made["proof"])
    check(len(made["people"]) == made["pool"]["people"], "somebody has no reason", made["pool"])
    check({"chain", "swap"} <= _shapes(made), "the plan has no chain or no exchange", made["packages"])
    desk.page("reads it: a free seat taken and the seat behind it, and two who exchange", ["plan", "show", "a"])
    again = desk.run("makes the same under another name", ["plan", "make", round_, *settings, "--name", "b"])
    check(again["lines"] == made["lines"], "the same records give another plan", again["lines"])
    kept = _spared(made)
    desk.page("keeps one person where she is, as the board decides", [
        "plan", "change", "b", kept, "--keep", "--reason", "satu-satunya bendahara unitnya"])
    changed = desk.run("reads what stands now", ["plan", "show", "b"])
    check(kept not in [line["person"] for line in changed["lines"]], "the board's word does not count", changed["lines"])
    check({"chain", "swap"} <= _shapes(changed), "the chain or the exchange is gone", changed["packages"])
    desk.page("lays both beside each other", ["plan", "compare", "a", "b"])
    filled = desk.run("fills the round's list from the plan", ["plan", "fill", "b"])
    check(not filled["refused"], "the plan cannot be recorded", filled["refused"])
    listed = desk.run("looks at the list", ["round", "show", round_])["round"]["lines"]
    check(len(listed) == len(changed["lines"]), "a line is missing", listed)
    schedule = ["transfer", "schedule", "--round", round_]
    dated = desk.run("dates the moves so that no unit falls below its floor", schedule, (0, 1))["moves"]
    check(len(dated) == len(listed) and all("start" in move for move in dated), "a move has no date", dated)
    # A place is written as "post ID in UNIT".
    busy = dated[0]["from"].rsplit(" in ", 1)[1]
    schedule += ["--busy", f"{START}..{BUSY_UNTIL}={busy}", "--day", START]
    dated = desk.run("dates them again, since nobody can leave a unit in its busy weeks", schedule, (0, 1))["moves"]
    left = [move["start"] for move in dated if move["from"].endswith(busy) and "start" in move]
    check(left and min(left) > BUSY_UNTIL, "somebody leaves in the busy weeks", dated)
    town.narrator.result(f"starts on {', '.join(sorted({move['start'] for move in dated if 'start' in move}))}")
    desk.page("reads who starts when, and who waits for whom", [
        *schedule, "--svg", os.path.join(town.folder, "jadwal.svg")])


def _shapes(plan):
    return {package["shape"] for package in plan["packages"]}


def _spared(plan):
    """Somebody whom the board can keep while a chain and an exchange remain."""
    shapes = collections.Counter(package["shape"] for package in plan["packages"])
    spare = [package for package in plan["packages"]
             if package["shape"] not in ("chain", "swap") or shapes[package["shape"]] > 1]
    check(spare, "the plan has a chain and an exchange, and nothing besides", plan["packages"])
    return spare[-1]["people"][0]


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
