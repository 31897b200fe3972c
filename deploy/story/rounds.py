"""Chapter 11: a round of the BKD, with two people who exchange their posts and a line that is struck."""

import hashlib
import html
import json
import os
import re

import commands
from negotiation import issue
from party import check
from town import COUNTER_POST, EXCHANGE, NEED

START = "2026-02-16"
ASPECTS = {
    "competence": "Loket dilayani oleh petugas yang memenuhi standar kompetensi jabatannya.",
    "career-pattern": "Tukar tempat menambah pengalaman di unit layanan lain pada jenjang yang sama.",
    "mapping": "Kedua pegawai menduduki jabatan yang sama; tidak ada perubahan kelas jabatan.",
    "succession": "Tidak ada jabatan pada kelompok rencana suksesi.",
    "development": "Sosialisasi dan serah terima tugas sebelum tanggal mulai.",
    "performance": "Predikat kinerja dua tahun terakhir sekurang-kurangnya Baik.",
    "need": "Jumlah petugas tiap unit tetap; tidak diperlukan formasi baru.",
    "nature": "Pelayanan loket berjalan terus selama perpindahan.",
}


def exchange(town):
    """Two requests, two seats that become free by each other's card, two offers: a package."""
    town.narrator.chapter("11a. Two people ask to exchange their posts; no seat is vacant for either")
    home, social = town.home, town.social
    town.swapped = {party: _candidate(town, party) for party in (home, social)}
    one, other = town.swapped[home]["nip"], town.swapped[social]["nip"]
    first, _ = home.decide(
        "files the signed request of its operator", commands.request_file(
            one, EXCHANGE, town.day, to="dinsos", letter_number="12/2026"))
    social.sync()
    social.page("reads the request that names it", commands.request_show(first))
    second, _ = social.decide(
        "files the request of its own operator, for each other's post", commands.request_file(
            other, EXCHANGE, town.day, exchange=first, letter_number="7/2026"))
    seats = {party: _seat(town, party) for party in (home, social)}
    town.swap = [
        _agreed(town, home, one, social, seats[social], first),
        _agreed(town, social, other, home, seats[home], second),
    ]
    home.sync()
    town.package, _ = home.decide("binds both offers: together or not at all", commands.package_open(*town.swap))
    for offer in town.swap:
        town.expect_label(town.desk, offer, "held")
    town.desk.page("reads the package", commands.package_show(town.package))


def list_and_strike(town):
    town.narrator.chapter("11b. The BKD opens a round, freezes its list, strikes a line, and prints the plan")
    home, permits, desk = town.home, town.permits, town.desk
    third = _candidate(town, home, but=[town.swapped[home]["nip"]])["nip"]
    town.dropped = _agreed(town, home, third, permits, town.edited)
    file = os.path.join(town.folder, "gelombang.json")
    with open(file, "w", encoding="utf-8") as out:
        json.dump({
            "title": "Gelombang I 2026",
            "goals": [{"code": "tukar", "title": "Permohonan tukar tempat yang dipenuhi", "target": 2, "before": 0}],
            "calendar": [{"step": "daftar ke tim penilai kinerja", "date": town.day}, {"step": "mulai", "date": START}],
            "aspects": ASPECTS}, out, indent=2, ensure_ascii=False)
    round_, _ = desk.decide("opens a round from a file with its goals and the plan's eight aspects",
                            commands.round_open(file))
    town.round = round_
    listed = [*town.swap, town.dropped]
    desk.decide("enters three offers on the list", commands.round_lines(round_, add=listed))
    desk.decide("freezes the list as it goes to the board", commands.round_freeze(round_, "tim penilai kinerja"))
    desk.decide("strikes line 3, with who asked for it and why", commands.round_change(
        round_, 3, "wali kota", "loket asal kekurangan petugas"))
    desk.decide("freezes the list as it goes to the mayor", commands.round_freeze(round_, "wali kota"))
    desk.page("reads the round", commands.round_show(round_))
    shown = desk.show(commands.round_show(round_), "round", "looks at both frozen lists")
    for version, offers in zip(shown["versions"], (listed, town.swap), strict=True):
        check([line["offer"] for line in version["lines"]] == offers, "a frozen list is not what it was", version)
        canonical = json.dumps(version["lines"], separators=(",", ":"), ensure_ascii=False).encode()
        check(version["hash"] == hashlib.sha256(canonical).hexdigest(), "a list has another hash", version)
    plan = os.path.join(town.folder, "rencana.html")
    desk.run("prints the transfer plan with the newest frozen list", commands.round_print(round_, plan))
    printed = _text(plan)
    for part in ("Gelombang I 2026", shown["versions"][-1]["hash"], *ASPECTS.values()):
        check(part in printed, f"the printed plan lacks: {part}")
    desk.page("reads the plan as it is printed", commands.round_print(round_))


def decree_and_start(town):
    town.narrator.chapter("11c. One decree for both; the first start letter waits for the second, then both start")
    home, social, desk = town.home, town.social, town.desk
    issue(town, "tim-penilai-kinerja", "BA-02/TPK/2026", [*town.swap, town.dropped])
    issue(town, "ppk", "P-04/WALKOT/2026", town.swap, struck=[town.dropped])
    town.expect_label(desk, town.dropped, "closed", "struck")
    decree, _ = issue(town, "sk-mutasi", "SK-02/2026", town.swap)
    for party in (home, social):
        party.sync()
    transfers = [town.expect_label(desk, offer, "decreed")["decreed"]["transfer"] for offer in town.swap]
    extract = os.path.join(town.folder, "petikan.html")
    home.run("prints the extract for its person", commands.document_print(decree, extract, town.swap[0]))
    name = town.swapped[home]["name"]
    check("SK-02/2026" in _text(extract) and name in _text(extract), "the extract names decree and person")
    for party, transfer in zip((home, social), transfers):
        for step in ("brief", "handover"):
            party.decide(f"notes the step {step}", commands.transfer_step(transfer, step, town.day))
    town.advance(START)
    social.decide("hands in its start letter", commands.transfer_start(transfers[0], START, "SPMT-04/2026"))
    _serve_at(town, home, social)
    waits = desk.show(commands.transfer_show(transfers[0]), "transfer", "sees that nobody has started yet")
    check(waits["state"] == "ready" and waits["pledged"]["value"]["number"] == "SPMT-04/2026",
          "the first start letter waits for the other", waits)
    town.narrator.result("the start letter is kept; the person stays until the other one's is there")
    home.decide("hands in the other one", commands.transfer_start(transfers[1], START, "SPMT-05/2026"))
    town.settle_all()
    _serve_at(town, social, home)
    package = desk.show(commands.package_show(town.package), "package", "looks at the package")
    check(package["state"] == "ended" and package["ended"]["reason"] == "started", "both have started", package)
    desk.decide("closes the round with what it reached", commands.round_close(town.round, {"tukar": 2}))
    desk.page("reads the round's report", commands.round_report(town.round))
    report = desk.run("checks its figures", commands.round_report(town.round))
    goal, = report["goals"]
    check((goal["before"], goal["target"], goal["after"], report["started"]) == (0, 2, 2, 2),
          "the report counts what happened", report)


def _candidate(town, party, but=()):
    """A counter operator of the party whom no rule stops, and who lacks no competence at another counter."""
    party.sync()
    held = {row["NIP BARU"] for row in town.city.rows(party.name, "staff") if row["JABATAN NAMA"] == COUNTER_POST}
    used = {*town.movers, *town.lent, *but}
    found = [one for one in party.run("matches its own people", commands.match(town.edited) + ["--all"])["matches"]
             if one["nip"] in held - used and not one["blocked"]]
    check(found, f"{party.title} has an operator who may move")
    return found[0]


def _seat(town, party):
    """The seat of the party's own candidate, opened as one that this person leaves."""
    row = next(row for row in town.city.rows(party.name, "staff") if row["NIP BARU"] == town.swapped[party]["nip"])
    # Nobody is added: need and holders are stated as equal.
    return party.decide("opens the seat of its own operator, to become free by that card", commands.vacancy_open(
        row["JABATAN ID"], row["UNOR ID"], EXCHANGE, need=3, holders=3, freed_by=row["NIP BARU"]))[0]


def _agreed(town, giving, nip, receiving, vacancy, request=None):
    giving.sync()
    offer, _ = giving.decide("offers its operator", commands.offer_propose(nip, vacancy, START, request=request))
    receiving.sync()
    receiving.decide("agrees", commands.offer_agree(offer))
    return offer


def _serve_at(town, home_person_at, social_person_at):
    """Where the two stand, by the staff lists of both agencies."""
    for owner, at in ((town.home, home_person_at), (town.social, social_person_at)):
        nip = town.swapped[owner]["nip"]
        for party in (town.home, town.social):
            people = {one["nip"] for one in party.show(commands.staff_list(), "people", "lists its active staff")}
            check((nip in people) == (party is at), f"{party.title}: the person does not stand where it should")


def _text(path):
    with open(path, encoding="utf-8") as file:
        return html.unescape(re.sub(r"<[^>]*>", "", file.read()))
