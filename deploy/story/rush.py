"""Chapter 12b: a rush at a counter, from the alarm to three who serve there and go home by themselves."""

import csv
import datetime
import os

import commands
import region
from moves import HOURS
from party import check
from town import CLERK_POST, COUNTER_POST, SECONDMENT

SERVICE = "Perizinan"
# Ordinary Mondays, and how many came on each.
ORDINARY = {"2026-01-19": 96, "2026-01-26": 104, "2026-02-02": 99, "2026-02-09": 101}
RUSH = 168
# Days after the alarm on which people come, and on which they are home again.
COME, BACK = 2, 9
APPROVAL = "ppk"


def surge(town):
    town.narrator.chapter("12b. A counter's figures show a rush; three are lent, one is not, all go home by themselves")
    permits, desk = town.permits, town.desk
    region.join_late(town, town.schools)
    place = town.city.shortages("dpmptsp", COUNTER_POST)[0]
    permits.run("imports the daily figures", ["surge", "import", _figures(town, place.unit)])
    permits.page("looks at the counter", ["surge", "show"])
    before = _counter(permits)
    alarms = permits.show(commands.todo(), "alarms", "has it among what is to be done", (0, 1))
    check(before["alarm"] and [one["unit"] for one in alarms] == [place.unit], "the figures give no alarm", before)
    asked = permits.run("asks for help; the figures say how many", [
        "surge", "declare", "--unit", place.unit, "--service", SERVICE, "--present",
        before["services"][0]["people"] - 3, "--until", _later(town, BACK - 1), "--post", place.post, "--route",
        SECONDMENT, "--sync"])
    check((asked["people"], asked["computed"]) == (3, 3), "the figures ask for three", asked)
    rush, vacancy = (one["record"] for one in asked["recordings"])
    lent, left = _stand_by(town, vacancy)
    desk.page("sees the rush", ["surge", "list"])
    desk.page("looks whom to call: those first whose unit stays whole", ["surge", "people", rush])
    days = _later(town, COME), _later(town, BACK)
    transfers = []
    for number, (_, _, entry) in enumerate(lent, 1):
        desk.decide("calls one of them by one order", _call(town, entry, vacancy, days, number))
        offer = desk.show(["standby", "show", entry], "standby")["called"]
        transfers.append(desk.show(commands.offer_show(offer), "offer")["decreed"]["transfer"])
        if number == 1:
            _refuse(town, left[2], vacancy, days)
    for (giving, nip, _), transfer in zip(lent, transfers):
        _prepare(town, giving, nip, transfer)
    town.advance(days[0])
    permits.sync()
    for number, transfer in enumerate(transfers, 1):
        permits.decide("notes the start of duty", commands.transfer_start(transfer, days[0], f"SPMT-S{number}/2026"))
    town.settle_all()
    guests = {one["transfer"] for one in permits.show(commands.staff_list(), "guests", "looks at its guests on day 2")}
    serving = _counter(permits)["present"]
    check(guests >= set(transfers) and serving == before["present"] + 3, "three do not serve at the counter", guests)
    town.narrator.result(f"{before['present']} served in the unit on day 0, {serving} on day 2")
    town.advance(days[1])
    town.settle_all()
    for transfer in transfers:
        ended = desk.show(commands.transfer_show(transfer), "transfer", "looks whether they are back")["ended"]
        check(ended["reason"] == "returned", "somebody is not back", ended)
    check(_counter(permits)["present"] == before["present"], "somebody is still at the counter")
    permits.decide("ends the rush", ["surge", "end", rush])


def _figures(town, unit):
    path = os.path.join(town.folder, "loket.csv")
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["UNOR ID", "LAYANAN", "TANGGAL", "PENGUNJUNG", "DILAYANI", "MENIT LAYANAN"])
        for day, visitors in (ORDINARY | {town.day: RUSH}).items():
            served = min(visitors, 130)
            writer.writerow([unit, SERVICE, day, visitors, served, served * 9])
    return path


def _counter(node):
    """The counter's unit as its head sees it: an alarm makes the answer a no."""
    unit, = node.run("reads the counter's numbers", ["surge", "show"], (1,))["units"]
    return unit


def _stand_by(town, vacancy):
    """Two people of one post of which its unit can spare one, and one each of two other units, go on the standby list.

    Who is to be called, and the one who cannot be: each as agency, NIP and entry.
    """
    places = {}
    for giving in (town.home, town.schools):
        giving.run("publishes its need, so that the BKD sees who can be spared", ["need", "publish", "--sync"])
        rows = {row["NIP BARU"]: row for row in town.city.rows(giving.name, "staff")}
        for one in giving.run("looks who may help", ["match", vacancy, "--all"])["matches"]:
            row = rows.get(one["nip"])
            kept = {rule["rule"]: rule["reason"] for rule in one["rules"]}["R23"] == "floor-kept"
            # A school keeps its teachers.
            serves = giving is not town.schools or row and row["JABATAN NAMA"] in (COUNTER_POST, CLERK_POST)
            if row and serves and kept and not one["blocked"]:
                places.setdefault((row["UNOR ID"], row["JABATAN ID"]), []).append((giving, one["nip"]))
    pair = next((place for place, people in places.items() if len(people) > 1), None)
    others = {unit: people[0] for (unit, _), people in reversed(places.items()) if pair and unit != pair[0]}
    check(len(others) > 1, "too few units can lend", [len(people) for people in places.values()])
    first, second = places[pair][:2]
    months = sorted({int(_later(town, day)[5:7]) for day in range(COME, BACK)})
    entries = [(giving, nip, giving.decide("puts one of its people on the standby list", commands.standby_post(
        nip, SECONDMENT, months, BACK))[0]) for giving, nip in (first, *list(others.values())[-2:], second)]
    return entries[:3], entries[3]


def _call(town, entry, vacancy, days, number):
    return commands.standby_call(
        entry, vacancy, *days, f"800/ST-{number}", town.day, "Kepala BKPP", "definitif",
        {APPROVAL: f"800/P-{number}"})


def _refuse(town, entry, vacancy, days):
    told = town.desk.run("would call one more of that unit", _call(town, entry, vacancy, days, 9), (1,))["preview"]
    check([rule["reason"] for rule in told["detail"].get("rules", [])] == ["donor-below-floor"],
          "the unit would fall below what a donor keeps", told)


def _prepare(town, giving, nip, transfer):
    """Everything between the call and the start: the briefing, a course where the post asks for more than the card has."""
    giving.sync()
    giving.decide("notes the briefing", commands.transfer_brief(transfer, town.day))
    town.permits.sync()
    shown = town.permits.show(commands.transfer_show(transfer), "transfer", "looks what is still to be done")
    if "training" in shown["openGates"]:
        cards = giving.show(commands.card_list(), "cards", "looks at the card")
        held = next(card for card in cards if card["id"] == shown["card"])["competences"]["levels"]
        vacancy = town.permits.show(commands.vacancy_show(shown["vacancy"]), "vacancy", "looks at the standard")
        for competence, level in sorted(vacancy["standard"]["levels"].items()):
            if held.get(competence, level) < level:
                training, _ = town.permits.decide(f"requires training in {competence}", commands.training_require(
                    shown["offer"], competence, level, HOURS, "diskominfo"))
                town.informatics.sync()
                town.informatics.decide("confirms the course", commands.training_confirm(training, HOURS, town.day))
        town.permits.sync()
    own = {step["step"] for step in shown["steps"] if step["owner"] == "receiving"}
    for gate in shown["openGates"]:
        if gate in own:
            town.permits.decide(f"notes the step {gate}", commands.transfer_step(transfer, gate, town.day))


def _later(town, days):
    return (datetime.date.fromisoformat(town.day) + datetime.timedelta(days)).isoformat()
