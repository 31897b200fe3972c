"""Chapter 4: vacancies are opened and seen, people are matched on their own node."""

import json

import commands
from party import check
from town import CLERK_POST, COUNTER_POST, NEED, SECONDMENT

RETURN = "2026-02-09"
# What the permit counter asks for and the population office's operators have at a lower level.
COMPETENCE = "teknis-perizinan"


def open_vacancies(town):
    town.narrator.chapter("4. Two agencies open vacancies; all see them; the home agency matches its own people")
    short = town.city.shortages("dpmptsp", COUNTER_POST)
    check(short and short[0].need >= short[0].holders + 2, "the city's permit counter lacks two people", short)
    counter = short[0]
    town.counter, _ = town.permits.decide(
        "opens two seats at the permit counter",
        commands.vacancy_open(counter.post, counter.unit, NEED, seats=2))
    rush = town.city.shortages("dinsos", COUNTER_POST)
    rush = rush[0] if rush else town.city.shortages("dinsos")[0]
    town.rush, _ = town.social.decide(
        "opens one seat for a rush, until " + RETURN,
        commands.vacancy_open(rush.post, rush.unit, SECONDMENT, return_=RETURN))
    _refuse_endless_selection(town, rush)
    clerks = town.city.shortages("dinsos", CLERK_POST)
    check(clerks, "the social affairs office has clerks")
    clerk = clerks[0]
    # Its owner states the need where the workload analysis shows none.
    stated = {} if clerk.need > clerk.holders else {"need": clerk.holders + 1, "holders": clerk.holders}
    town.clerk, _ = town.social.decide(
        "opens a clerk's seat", commands.vacancy_open(clerk.post, clerk.unit, NEED, **stated))
    other = short[-1]
    town.edited, _ = town.permits.decide(
        "opens one more seat", commands.vacancy_open(other.post, other.unit, NEED))
    town.sync_all()
    for party in town.nodes + [town.desk]:
        seen = {one["id"] for one in party.show(commands.vacancy_list(), "vacancies", "looks at the vacancies")}
        check({town.counter, town.rush, town.clerk, town.edited} <= seen, f"{party.title} does not see every vacancy")


def match(town):
    home = town.home
    before = home.run("notes how it stands", commands.status())
    found = home.run("matches its own people with the permit counter", commands.match(town.counter))["matches"]
    found = [one for one in found if COMPETENCE in _gaps(one)]
    check(len(found) >= 3, f"the population office has three candidates who lack only {COMPETENCE}", found)
    best = found[0]
    home.page("reads why the best of them fits, rule by rule", commands.staff_sheet(best["nip"], town.counter))
    articles = [rule["article"] for rule in best["rules"] if rule["outcome"] != "not-applicable"]
    check(articles and all(articles), "every rule names its article", best["rules"])
    check(0 <= best["fit"]["score"] <= 1000 and best["fit"]["parts"], "the fit is a number with its parts", best["fit"])
    town.narrator.result(
        f"best fit {best['fit']['score']} of 1000, from {best['fit']['parts']}; {len(articles)} rules looked at")
    posts = home.run("looks for posts for the best of them", commands.match_person(best["nip"]))["matches"]
    check(any(one["vacancy"] == town.counter for one in posts), "the person's posts lack the counter", posts)
    after = home.run("sees that nothing left the node", commands.status())
    check(
        after["unsent"] == 0 and after["digest"] == before["digest"] and after["cursor"] == before["cursor"],
        "a match changed something", after)
    nips = [one["nip"] for one in found]
    lent = home.run("matches its own people with the rush", commands.match(town.rush))["matches"]
    lent = [one["nip"] for one in lent if one["nip"] not in nips[:2]]
    check(len(lent) >= 2, "two more people could be lent", lent)
    town.movers, town.lent = nips[:2], lent[:2]
    town.clerk_person = town.informatics.run(
        "matches its own people with the clerk's seat", commands.match(town.clerk))["matches"][0]["nip"]


def open_cards(town):
    """Opened cards are seen by all; each one's id by NIP."""
    town.cards = {}
    for party, people in ((town.home, town.movers + town.lent), (town.informatics, [town.clerk_person])):
        for nip in people:
            town.cards[nip], _ = party.decide("opens a card to all agencies", commands.card_open(nip))
    town.sync_all()
    for party in (town.permits, town.social, town.permits2):
        pool = party.show(commands.card_list(pool=True), "cards", "looks at the open cards")
        check(set(town.cards.values()) <= {card["id"] for card in pool}, f"{party.title} lacks an open card")
        text = json.dumps([card for card in pool if card["agency"] != town.agency(party)])
        check(not any(nip in text for nip in town.cards), f"{party.title} sees a NIP on another's card")


def _gaps(found):
    """What R12 found below the standard, as text."""
    return next((rule["value"].get("gaps", "") for rule in found["rules"] if rule["rule"] == "R12"), "")


def _refuse_endless_selection(town, place):
    recording = town.social.run(
        "tries a selection without a closing date",
        commands.vacancy_open(place.post, place.unit, SECONDMENT, return_=RETURN, mode="selection"), exits=(1,))
    check(
        recording["preview"]["outcome"] == "rejected"
        and recording["preview"]["detail"].get("path") == "/vacancy/kind/openUntil",
        "a selection needs a closing date", recording)
