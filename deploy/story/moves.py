"""Chapters 8 to 10, 12 and 13: training, briefing, handover, start; the return; the deadline; that everything agrees."""

import json

import commands
from market import RETURN
from negotiation import START
from party import check

HOURS = 20


def train(town):
    town.narrator.chapter("8. Training from a competence gap, given by a third agency")
    town.confirmable = []
    for offer, receiver, vacancy in (
            (town.proposed, town.permits, town.counter), (town.asked, town.permits, town.counter),
            (town.loan, town.social, town.rush)):
        transfer = _transfer(town, receiver, offer)
        if "training" not in transfer["openGates"]:
            continue
        for competence, level in _gaps(receiver, transfer["card"], vacancy):
            training, _ = receiver.decide(
                f"requires training in {competence}",
                commands.training_require(offer, competence, level, HOURS, "diskominfo"))
            town.confirmable.append(training)
    check(len(town.confirmable) >= 2, "the permit counter asks for a competence that the two lack")
    town.informatics.sync()
    seen = {one["id"] for one in town.informatics.show(commands.training_list(), "trainings", "looks at the trainings")}
    check(set(town.confirmable) <= seen, "the course giver does not see what it has to confirm")
    receiver = town.permits
    receiver.sync()
    recording = receiver.run(
        "tries to start too early",
        commands.transfer_start(town.transfers[town.proposed], town.day, "SPMT-00"), exits=(1,))
    check(recording["preview"]["outcome"] == "rejected", "a start before the gates is foreseen as refused", recording)


def start(town):
    town.narrator.chapter("9. Confirmed, briefed, handed over, started: the people stand in the other agency's staff")
    town.advance(START)
    for training in town.confirmable:
        town.informatics.decide("confirms the course", commands.training_confirm(training, HOURS, START))
    home = town.home
    home.sync()
    for offer, transfer in town.transfers.items():
        steps = {step["step"] for step in _transfer(town, home, offer)["steps"]}
        if "brief" in steps:
            home.decide("notes the briefing", commands.transfer_brief(transfer, START))
        if "handover" in steps:
            home.decide("notes the handover", commands.transfer_handover(transfer, START))
    town.files = {nip: home.show(commands.staff_show(nip), "person") for nip in town.movers}
    for number, (offer, receiver) in enumerate(
            ((town.proposed, town.permits), (town.asked, town.permits), (town.loan, town.social)), 1):
        receiver.sync()
        receiver.decide(
            "starts the transfer with the start letter",
            commands.transfer_start(town.transfers[offer], START, f"SPMT-{number:02}/2026"))
    # The personnel file goes from registry to registry, sealed, and the new card comes.
    town.settle_all()
    _moved(town)
    _lent(town)
    town.expect_label(town.home, town.rival, "closed")
    vacancy = town.social.show(commands.vacancy_show(town.counter), "vacancy", "looks at the permit counter's seats")
    check(vacancy["ended"]["reason"] == "filled", "both seats are filled", vacancy)


def _moved(town):
    home, permits = town.home, town.permits
    left = {one["nip"] for one in home.show(commands.staff_list(former=True), "people", "lists those who left")}
    active = {one["nip"] for one in home.show(commands.staff_list(), "people", "lists its active staff")}
    arrived = {one["nip"] for one in permits.show(commands.staff_list(), "people", "lists its active staff")}
    for nip, offer in zip(town.movers, (town.proposed, town.asked)):
        check(nip in left and nip not in active, "the person is still among the home's active staff", sorted(left))
        check(nip in arrived, "the person does not stand in the receiver's staff", sorted(arrived))
        before, here = town.files[nip], permits.show(commands.staff_show(nip), "person")
        for part in ("appraisals", "certificates", "competences", "trainings"):
            for row in before[part]:
                check(row in here[part], f"{part} did not come along", here)
        served = {(one["from"], one["unit"]) for one in here["assignments"]}
        check(
            {(one["from"], one["unit"]) for one in before["assignments"]} < served, "the history of posts came along",
            here)
        check(here["assignments"][-1]["transfer"] == town.transfers[offer], "the new post names its transfer", here)
        gone = home.show(commands.staff_show(nip), "person")
        check(len(gone["assignments"]) >= len(before["assignments"]), "home keeps the history", gone)
    cards = permits.show(commands.card_list(), "cards", "looks at its cards")
    check(set(town.movers) <= {card.get("nip") for card in cards}, "the receiver has posted the new cards", cards[-2:])


def _lent(town):
    guests = town.social.show(commands.staff_list(), "guests", "looks at its guests")
    check(town.transfers[town.loan] in [guest["transfer"] for guest in guests], "the lent person is a guest", guests)
    active = {one["nip"] for one in town.home.show(commands.staff_list(), "people", "looks at its active staff")}
    check(town.lent[1] in active, "a lent person stays in the home's staff")


def deadline_and_return(town):
    town.narrator.chapter("10. The days pass: a secondment returns by itself, silence goes to the BKD")
    town.advance(RETURN)
    town.settle_all()
    transfer = _transfer(town, town.social, town.loan)
    check(transfer["ended"]["reason"] == "returned", "the secondment has returned by itself", transfer)
    guests = town.social.show(commands.staff_list(), "guests", "has no guest any more")
    check(guests == [], "a guest stays beyond the return", guests)
    town.expect_label(town.social, town.silent, "contested")
    town.desk.page("reads what waits for it", commands.todo())
    waits = town.desk.show(commands.todo(), "todo", "looks at what waits for the BKD", exits=(0, 1))
    check(any(line["record"] == town.silent for line in waits), "the contested offer waits for the BKD", waits)
    town.desk.decide(
        "decides to go on, with a reason",
        commands.offer_decide(town.silent, "Perangkat daerah asal tidak menjawab dalam batas waktu."))
    town.sync_all()
    for party in (town.desk, town.social, town.informatics):
        shown = town.expect_label(party, town.silent, "held")
        check(shown["override"]["proceeds"], "the decision stands beside the silence", shown)
        check(shown["stances"]["home"]["says"] == "silent", "the silence stays on record", shown)


def yesterday_again(town):
    town.narrator.chapter("13. Yesterday's export is imported again: nobody's post changes")
    for node in (town.home, town.permits):
        before = _posts(node)
        node.run("imports the same files again", commands.staff_import(town.city.agency(node.name)))
        check(_posts(node) == before, f"{node.title}: yesterday's export changed a post")
        node.settle()
    town.settle_all()


def all_agree(town):
    town.narrator.chapter("14. Nothing unsent, no open conflict, one view; the journal folds to the same records")
    for party in town.nodes + [town.desk]:
        if party is not town.desk:
            party.settle()
        state = party.run("looks how it stands", commands.status())
        check(
            state["state"] == "working" and state["unsent"] == 0 and state["inFlight"] == 0
            and state["conflicts"] == 0 and state["agrees"] and state["complete"]
            and state["digest"] == state["coordinatorDigest"], f"{party.title} is not well", state)
    bodies = {}
    for party in town.nodes + [town.desk]:
        vacancies = party.show(commands.vacancy_list(all_=True), "vacancies", "lists every vacancy")
        bodies[party.title] = json.dumps(sorted(vacancies, key=lambda one: one["id"]), sort_keys=True)
    check(len(set(bodies.values())) == 1, "the nodes show different vacancies")
    town.coordinator.stop("stops it: verify wants the journal for itself")
    town.desk.run("folds the journal from nothing and compares every record", commands.verify())
    town.coordinator.start("starts it again")
    for node in town.nodes:
        node.sync("syncs with the coordinator that was started again")


def _posts(node):
    people = node.show(commands.staff_list(), "people", "lists its active staff")
    return {one["nip"]: (one.get("post"), one.get("unit")) for one in people}


def _transfer(town, party, offer):
    return party.show(
        commands.transfer_show(town.transfers[offer]), "transfer", "looks at the transfer")


def _gaps(party, card, vacancy):
    """Competences of the standard that the card has at a lower level, with the level asked."""
    standard = party.show(commands.vacancy_show(vacancy), "vacancy", "looks at the standard")["standard"]["levels"]
    pool = party.show(commands.card_list(pool=True), "cards", "looks at the card")
    held = next(one for one in pool if one["id"] == card)["competences"]["levels"]
    return [(code, level) for code, level in sorted(standard.items()) if code in held and held[code] < level]
