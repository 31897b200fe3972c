"""Chapters 1 to 3: the city's files, the region, and five nodes that join and import."""

import os
import subprocess

import commands
from party import StoryFailure, check
from town import DESK, TODAY


def write_city(town, agencies, people, seed):
    town.narrator.chapter("1. A made-up city writes its files in the official formats")
    line = [town.lab] + commands.city(town.city.path, agencies, people, seed, TODAY)
    town.narrator.step("Lab", "writes the city", " ".join(["mutasi-lab"] + line[1:]))
    ended = subprocess.run(line, capture_output=True, timeout=600)
    if ended.returncode != 0:
        raise StoryFailure("mutasi-lab failed\n" + ended.stderr.decode("utf-8", "replace"))
    town.narrator.result(ended.stdout.decode("utf-8").strip())


def found(town):
    town.narrator.chapter("2. The BKD founds the region")
    desk, names = town.desk, {row["KODE"]: row for row in town.city.agencies()}
    desk.run("founds a region for trying out, which takes its days by hand", commands.init(
        "contoh", "Kota Contoh", DESK, names[DESK]["NAMA"], names[DESK]["NAMA EN"], TODAY, town.coordinator.url,
        town.authority.ca))
    town.coordinator.start()
    desk.run("checks the policy set", commands.policy_check(town.policy))
    desk.decide("applies the policy set", commands.policy_apply(town.policy))
    for code, row in names.items():
        if code != DESK:
            desk.decide(f"adds the agency {code}", commands.agency_add(code, row["NAMA"], row["NAMA EN"]))


def join_late(town, node):
    """A further agency's registry joins with its staff, and is one of the nodes from then on."""
    invitation = town.desk.run(f"invites {node.title}", commands.invite(town.agency(node), True))["invitation"]
    node.run("joins", commands.join(invitation, town.authority.ca))
    node.run("imports its files", commands.staff_import(town.city.agency(node.name)))
    node.settle()
    town.nodes.append(node)
    town.registries.append(node)


def join(town):
    town.narrator.chapter("3. Five nodes of four agencies join and import their files")
    used = None
    for node in town.nodes:
        is_registry = node is not town.permits2
        invitation = town.desk.run(
            f"invites {node.title}", commands.invite(town.agency(node), is_registry))["invitation"]
        joined = node.run("joins", commands.join(invitation, town.authority.ca))
        check(joined["agency"] == town.agency(node), f"{node.title} joined as another agency", joined)
        check(joined["registry"] == is_registry, f"{node.title}: the invitation says otherwise", joined)
        used = used or invitation
    _refuse_used_invitation(town, used)
    for node in town.registries:
        folder = town.city.agency(town.agency(node))
        if node is town.social:
            _import_damaged(town, node)
        done = node.run("imports its files", commands.staff_import(folder))
        check(done["imported"] and done["badRows"] == 0, f"{node.title}: good files were not imported", done)
        if node is town.social:
            check(done["people"]["added"] >= 1, "the corrected row brings its person", done)
        node.settle()
        cards = node.show(commands.card_list(), "cards")
        town.narrator.result(f"{len(cards)} cards, without names, seen by {node.title} and the BKD")
        check(cards and all(not card["open"] for card in cards), f"{node.title}: cards open by themselves", cards[:1])
    pool = town.social.show(commands.card_list(pool=True), "cards", "looks for open cards of others")
    check(pool == [], "a card that is not open is seen by another agency", pool)


def _refuse_used_invitation(town, invitation):
    intruder = town.social.__class__(
        "intruder", "Somebody else", town.social.program, os.path.join(town.folder, "intruder"), town.narrator, "x")
    _, answer = intruder.attempt(
        "tries an invitation that was used", commands.join(invitation, town.authority.ca), exits=(1, 65, 76, 77))
    check("error" in answer, "a used invitation lets nobody in", answer)


def _import_damaged(town, node):
    folder = os.path.join(town.folder, "dinsos-damaged")
    nip = town.city.damaged_copy("dinsos", folder)
    copies = os.path.join(town.folder, "dinsos-bad-rows")
    report = node.run(
        "imports files in which a spreadsheet has damaged a NIP", commands.staff_import(folder, bad_rows=copies),
        exits=(65,))
    check(not report["imported"] and report["badRows"] >= 1, "a bad row stops the import", report)
    town.narrator.result(f"nothing taken; {report['badRows']} bad row(s), the first: {report['errors'][0]['expected']}")
    check(node.show(commands.staff_list(), "people") == [], "a refused import leaves nobody")
    report = node.run(
        "takes the good rows all the same", commands.staff_import(folder, accept_good_rows=True), exits=(0, 65))
    check(report["imported"], "the good rows are taken", report)
    held = {person["nip"] for person in node.show(commands.staff_list(), "people")}
    check(nip not in held and held, "the damaged row is left out and the others are there")
