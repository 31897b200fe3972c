"""Chapters 5 and 6: offers and collisions, up to the day on which every paper is there but nobody has started."""

import commands
from market import RETURN
from party import check
from town import TODAY

START = "2026-01-19"
FIRST_START = "2026-01-12"


def agree_on_counter(town):
    """One offer proposed by home with a counter-offer on the start date, one asked for by the receiver."""
    town.narrator.chapter("5. Offers: one proposed by the home agency, one asked for by the receiving agency")
    home, permits = town.home, town.permits
    first, second = town.movers
    town.proposed, _ = home.decide(
        "proposes a person, with the rule sheet", commands.offer_propose(first, town.counter, FIRST_START))
    permits.sync()
    permits.page("reads what waits and what to do next", commands.todo())
    permits.page("reads the offer", commands.offer_show(town.proposed))
    waits = permits.show(commands.todo(), "todo", "looks at what waits", exits=(0, 1))
    check(any(line["record"] == town.proposed for line in waits), "the offer waits for the receiver", waits)
    permits.decide("counters with a later start", commands.offer_counter(town.proposed, START))
    home.sync()
    town.expect_label(home, town.proposed, "proposed")
    home.decide("agrees to the new terms", commands.offer_agree(town.proposed))
    shown = town.expect_label(home, town.proposed, "held")
    check(shown["terms"]["version"] == 2 and shown["terms"]["value"]["start"] == START, "the terms moved", shown)

    town.asked, _ = permits.decide(
        "asks for a card of the pool", commands.offer_ask(town.cards[second], town.counter, START))
    # The rush office wants the same person.
    town.rival, _ = town.social.decide(
        "asks for the same card", commands.offer_ask(town.cards[second], town.rush, START, RETURN))
    home.sync()
    home.decide("agrees to lend or move this person to DPMPTSP", commands.offer_agree(town.asked))
    home.decide("shows the person's profile to DPMPTSP", commands.offer_disclose(town.asked))
    town.expect_label(home, town.asked, "held")


def one_card_twice(town):
    town.narrator.chapter("6a. One card agreed by two agencies: the second waits and holds nothing")
    town.home.decide("agrees to the rival offer too", commands.offer_agree(town.rival))
    town.expect_label(town.home, town.rival, "waiting", "card")
    town.social.sync()
    town.expect_label(town.social, town.rival, "waiting", "card")


def last_seat(town):
    """Two agreed offers for the last seat; terms that change under an acceptance; two counters at once."""
    town.narrator.chapter("6b. Two agreed offers for the last seat of a secondment; terms change under an acceptance")
    home, social = town.home, town.social
    one, two = town.lent
    town.struck, _ = home.decide("offers one person", commands.offer_propose(one, town.rush, START, RETURN))
    town.loan, _ = home.decide("offers another one", commands.offer_propose(two, town.rush, FIRST_START, RETURN))
    social.sync()
    social.decide("agrees to the first", commands.offer_agree(town.struck))
    town.expect_label(social, town.struck, "held")

    acceptance = social.draft("agrees to the second, not sent yet", commands.offer_agree(town.loan))
    home.decide("changes its terms meanwhile", commands.offer_counter(town.loan, "2026-01-14", RETURN))
    social.sync("syncs: it agreed to terms that are no more")
    told = social.decided(acceptance, "rejected", "stale-terms")
    check(told["detail"]["terms"]["value"]["start"] == "2026-01-14", "the refusal shows the new terms", told)

    theirs = social.draft("counters", commands.offer_counter(town.loan, START, RETURN))
    ours = home.draft("counters at the same time", commands.offer_counter(town.loan, "2026-01-16", RETURN))
    social.sync("syncs first: its counter is the terms")
    social.decided(theirs)
    home.sync("syncs second")
    home.decided(ours, "rejected", "stale-terms")
    home.decide("agrees to the counter", commands.offer_agree(town.loan))
    town.expect_label(home, town.loan, "waiting", "seat")
    social.sync()
    town.expect_label(social, town.loan, "waiting", "seat")


def withdrawn_under_hold(town):
    town.narrator.chapter("6c. A vacancy withdrawn under a held seat")
    recording = town.social.run(
        "tries to withdraw the rush", commands.vacancy_withdraw(town.rush, "tidak jadi"), exits=(1,))
    check(recording["preview"]["code"] == "seats-held", "the preview refuses it", recording)
    _, told = town.social.decide(
        "has it decided all the same", commands.vacancy_withdraw(town.rush, "tidak jadi", anyway=True), "rejected",
        "seats-held")
    check(told["detail"]["offers"] == [town.struck], "the refusal lists the offers that hold seats", told)


def two_machines(town):
    town.narrator.chapter("6d. One vacancy edited on two machines while the coordinator is down")
    one, two = town.permits, town.permits2
    for machine in (one, two):
        machine.sync()
    town.coordinator.stop()
    seats = one.draft("gives it two seats", commands.vacancy_edit(town.edited, seats=2))
    until = two.draft("gives it a closing date", commands.vacancy_edit(town.edited, open_until="2026-12-31"))
    code, answer = one.attempt("tries to sync", commands.sync(), exits=(69,))
    check("error" in answer and code == 69, "an unreachable coordinator is said", answer)
    code, answer = town.desk.attempt("tries to work at the desk", commands.offer_list(), exits=(69,))
    check("error" in answer, "the desk says that serve is not running", answer)
    town.coordinator.start("starts it again")
    one.sync()
    one.decided(seats)
    two.sync()
    two.decided(until, "merged")

    one.sync()
    mine = one.draft("gives it three seats", commands.vacancy_edit(town.edited, seats=3))
    theirs = two.draft("gives it four", commands.vacancy_edit(town.edited, seats=4))
    one.sync()
    one.decided(mine)
    two.sync()
    told = two.decided(theirs, "conflict", "groups-conflict")
    conflict = told["detail"]["conflict"]
    state = two.run("is red", commands.status(), exits=(1,))
    check(state["conflicts"] == 1, "status counts the conflict", state)
    listed = two.show(commands.conflict_list(), "conflicts", "looks at the conflicts", exits=(0, 1))
    check(conflict in [each["id"] for each in listed], "the conflict is listed", listed)
    two.page("reads both sides of the conflict", commands.conflict_show(conflict))
    shown = two.show(commands.conflict_show(conflict), "conflict", "looks at the conflict")
    both = (shown["now"]["seats"]["count"], shown["theirs"]["seats"]["count"])
    check(both == (4, 3), "it shows both values", shown)
    two.decide("keeps its own value", commands.conflict_resolve(conflict, "mine"))
    town.sync_all()
    for party in town.nodes + [town.desk]:
        vacancy = party.show(commands.vacancy_show(town.edited), "vacancy", "looks at the vacancy")
        check(
            vacancy["seats"]["count"] == 4 and vacancy["kind"].get("openUntil") == "2026-12-31",
            f"{party.title} shows another vacancy", vacancy)


def silent_agency(town):
    """Asked on the first day; nobody at Diskominfo answers."""
    town.narrator.chapter("6e. A heard agency is asked and stays silent")
    town.silent, _ = town.social.decide(
        "asks for a clerk of Diskominfo", commands.offer_ask(town.cards[town.clerk_person], town.clerk, "2026-03-02"))
    town.informatics.sync()
    town.expect_label(town.informatics, town.silent, "proposed")


def hidden_from_others(town):
    town.narrator.chapter("What others must not see")
    own = {town.proposed, town.asked}
    for party in (town.informatics, town.social):
        party.sync()
        offers = party.show(commands.offer_list(all_=True), "offers", "lists every offer it may see")
        check(not own & {one["id"] for one in offers}, f"{party.title} sees an offer between others", offers)
        code, answer = party.attempt(
            "asks for one of them by its id", commands.offer_show(town.proposed), exits=(1, 64, 65))
        check("error" in answer, f"{party.title} is shown an offer between others", answer)


def issue(town, type_, number, offers=(), struck=()):
    """A document of the desk about the current terms of offers."""
    signer, standing = {
        "tim-penilai-kinerja": ("Ketua Tim Penilai Kinerja", "definitif")}.get(type_, ("Wali Kota", "definitif"))
    return town.desk.decide(
        f"records the document {number}", commands.document_issue(
            type_, number, town.day, signer, standing, list(offers), list(struck)))


def papers(town):
    town.narrator.chapter("7. Board opinion, approval, decree; an offer that is struck gives its seat to the next")
    both = [town.proposed, town.asked]
    issue(town, "tim-penilai-kinerja", "BA-01/TPK/2026", both)
    issue(town, "ppk", "P-01/WALKOT/2026", both)
    for offer in both:
        town.expect_label(town.desk, offer, "approved")
    issue(town, "sk-mutasi", "SK-01/2026", both)
    issue(town, "ppk", "P-02/WALKOT/2026", struck=[town.struck])
    town.expect_label(town.desk, town.struck, "closed", "struck")
    town.expect_label(town.desk, town.loan, "held")
    issue(town, "ppk", "P-03/WALKOT/2026", [town.loan])
    issue(town, "surat-tugas", "ST-01/2026", [town.loan])
    town.sync_all()
    town.transfers = {
        offer: town.expect_label(town.home, offer, "decreed")["decreed"]["transfer"] for offer in both + [town.loan]}
    check(town.day == TODAY, "no day has passed")
