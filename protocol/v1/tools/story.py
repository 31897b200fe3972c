"""The vectors of operations: one region's life, in which every kind of operation is used, and some are refused."""

import json

POLICY = {
    "version": 1, "from": "2026-01-01",
    "thresholds": {"termInPostMonths": 24, "rotationDueMonths": 60, "appraisalYears": 2, "appraisalReadyMonth": 3,
                   "competenceOptimalPercent": 80, "competenceNearPercent": 68, "yearsLeftToRetirement": 2,
                   "trainingHoursPerYear": 20, "effectiveMinutesPerYear": 75000, "fitExperienceFullMonths": 60,
                   "fitOtherFieldPermille": 500},
    "weights": {"competence": 40, "education": 20, "appraisals": 20, "experience": 20},
    "objection": {"days": 14, "decideDays": 21, "counts": "calendar"},
    "routes": [
        {"code": "kebutuhan", "home": "heard", "receiving": "heard", "opinions": [{"code": "tpk"}, {"code": "ppk"}],
         "document": {"code": "sk"}, "assignment": "definitive", "modes": ["first"],
         "rules": ["R1", "R2", "R3", "R5", "R12", "R18", "R19", "R21", "R24"],
         "steps": [{"step": "brief", "owner": "receiving"}, {"step": "handover", "owner": "home"}],
         "afterwards": [{"step": "extract", "owner": "desk"}],
         "stanceDays": 14, "outerDays": 30, "holdDays": 60},
        {"code": "penugasan", "home": "heard", "receiving": "required", "opinions": [], "document": {"code": "spt"},
         "assignment": "second", "modes": ["first"], "rules": ["R1", "R3", "R12", "R21"],
         "steps": [{"step": "brief", "owner": "receiving"}], "extension": {"times": 1, "days": 60}, "stanceDays": 7, "outerDays": 14, "holdDays": 30},
    ],
}
REASONS = {"R1": "permanent-servant", "R2": "term-served", "R5": "appraisals-good", "R12": "competence-near", "R21": "one-post"}


# The next set: the person asks, the desk opens and ranks, and two persons stand behind a withdrawal.
NEXT = POLICY | {
    "version": 2, "from": "2026-05-01", "twoPersons": ["vacancy.withdraw"],
    "routes": POLICY["routes"] + [
        {"code": "permintaan", "home": "heard", "receiving": "heard", "person": "required",
         "opens": ["home", "receiving", "desk"], "opinions": [], "document": {"code": "sk"}, "assignment": "definitive",
         "modes": ["first", "round"], "rules": ["R1", "R3", "R12", "R21"],
         "steps": [{"step": "brief", "owner": "receiving"}], "stanceDays": 14, "outerDays": 30, "holdDays": 60},
    ],
}


def sheet(rules, policy=1):
    return [{"rule": r, "outcome": "pass", "reason": REASONS[r], "value": {}, "source": "staff data", "article": "",
             "policy": policy} for r in rules]


MOVE, LOAN = sheet(["R1", "R2", "R5", "R12", "R21"]), sheet(["R1", "R12", "R21"])
ASKED = sheet(["R1", "R12", "R21"], policy=2)
ASPECTS = ["competence", "career-pattern", "mapping", "succession", "development", "performance", "need", "nature"]
LETTER = {"date": "2026-03-04", "signer": "Wali Kota", "standing": "definitif"}


def card(person, post):
    return {"person": person, "card": {
        "service": {"employment": "pns", "grade": "III/b", "post": post, "postKind": "pelaksana", "family": "layanan",
                    "monthsInFamily": 60, "monthsInPost": 40},
        "education": {"level": "S-1", "field": "Administrasi"},
        "competences": {"levels": {"pelayanan-publik": 3, "komunikasi": 2}},
        "certificates": {"held": [{"kind": "arsiparis", "validUntil": "2028-01-01"}]},
        "appraisals": {"years": [{"year": 2025, "rating": "baik"}, {"year": 2024, "rating": "baik"}]},
        "wishes": {"posts": [], "districts": ["Tembalang"]}}}


def vacancy(route, seats, **more):
    return {"vacancy": {
        "place": {"post": {"id": "J-17", "name": "Pengelola Layanan", "kind": "pelaksana", "family": "layanan"},
                  "unit": {"id": "U-3", "name": "Puskesmas Tembalang"}, "district": "Tembalang"},
        "standard": {"grades": {"min": "II/c", "max": "III/d"}, "education": {"level": "D-III", "fields": []},
                     "levels": {"pelayanan-publik": 4}, "certificates": []},
        "kind": {"route": route}, "seats": {"count": seats}, "need": {"need": 5, "holders": 3}, "mode": {"mode": "first"}} | more}


def story(derived_id, sha):
    cases = []

    def act(name, author, kind, body, on=None, outcome="accepted", code=None, actor="sari"):
        operation_id = f"018f0000-0000-7000-8001-{len(cases) + 1:012x}"
        value = {"id": operation_id, "actor": actor, "recordedAt": "2026-03-02T08:00:00+08:00", "kind": kind,
                 "record": on or operation_id, "body": body}
        case = {"name": name, "valid": outcome in ["accepted", "merged"], "author": author,
                "operation": json.dumps(value, ensure_ascii=False, separators=(",", ":")), "outcome": outcome}
        cases.append(case | ({"code": code} if code else {}))
        return operation_id

    def refused(name, author, kind, body, on=None, code=None, actor="sari"):
        return act(name, author, kind, body, on, "rejected", code, actor)

    def attachment(word):
        return {"attachment": sha(word.encode())}

    def node(number, **more):
        return {"node": f"018f0000-0000-7000-8002-{number:012x}", "instance": f"018f0000-0000-7000-8003-{number:012x}",
                "key": "A" * 43, "box": "B" * 43} | more

    region = act("the region is founded", "coordinator", "region.found",
                 {"region": {"code": "kota-uji", "name": "Kota Uji", "zone": "Asia/Makassar", "trial": True, "bkd": "bkd",
                             "language": "id", "day": "2026-03-02"}})
    desk = act("its personnel agency", "coordinator", "agency.add",
               {"agency": {"code": "bkd", "name": {"id": "Badan Kepegawaian", "en": "Personnel Agency"}}})
    act("the desk's own node", "coordinator", "node.enroll", node(1, agency="bkd", registry=True), desk)
    for number, code in enumerate(["disdik", "dinkes", "bpsdm"], 2):
        act(f"agency {code}", "bkd", "agency.add", {"agency": {"code": code, "name": {"id": f"Dinas {code}", "en": code}}})
        invitation = act(f"an invitation for {code}", "bkd", "node.invite", {"invitation": {
            "agency": code, "registry": True, "codeHash": sha(code.encode()), "expiresAt": "2026-03-09T00:00:00Z"}})
        act(f"a node of {code} joins", "coordinator", "node.join", node(number, invitation=invitation), invitation)
    refused("a code is used once", "coordinator", "node.join", node(9, invitation=invitation), invitation, "invitation-used")
    refused("an agency that is there", "bkd", "agency.add", {"agency": {"code": "bpsdm", "name": {"id": "x"}}}, code="exists")
    refused("only the desk adds agencies", "disdik", "agency.add", {"agency": {"code": "pupr", "name": {"id": "x"}}},
            code="not-allowed")
    act("the policy", "bkd", "policy.apply", {"policy": POLICY})
    refused("an unknown kind", "disdik", "vacancy.dream", {}, code="unknown-kind")

    first = act("a card", "disdik", "card.post", card(sha(b"one"), "Guru"))
    second = act("another card", "disdik", "card.post", card(sha(b"two"), "Arsiparis"))
    refused("one person has one card", "disdik", "card.post", card(sha(b"one"), "Guru"), code="person-has-card")
    act("its wishes change", "disdik", "card.edit",
        {"was": {"wishes": {"posts": [], "districts": ["Tembalang"]}}, "now": {"wishes": {"posts": [], "districts": []}}}, first)
    refused("a card that is not open does not exist for others", "dinkes", "card.open", {}, second, "not-found")
    act("a card is opened to all", "disdik", "card.open", {}, second)
    seat = act("a vacancy of one seat, with a group nobody else knows", "dinkes", "vacancy.open",
               vacancy("kebutuhan", 1, shift={"hours": [7, 15], "catatan": "siang é"}))
    refused("a vacancy without seats", "dinkes", "vacancy.open", vacancy("kebutuhan", 0), code="bad-body")
    refused("a route that the policy lacks", "dinkes", "vacancy.open", vacancy("promosi", 1), code="unsupported")
    act("two seats instead", "dinkes", "vacancy.edit", {"was": {"seats": {"count": 1}}, "now": {"seats": {"count": 2}},
                                                        "revision": 1}, seat)
    act("a group that nobody touched since, from an older revision", "dinkes", "vacancy.edit",
        {"was": {"need": {"need": 5, "holders": 3}}, "now": {"need": {"need": 6, "holders": 3}}, "revision": 1}, seat, "merged")
    act("an edit of what was edited meanwhile", "dinkes", "vacancy.edit",
        {"was": {"seats": {"count": 1}}, "now": {"seats": {"count": 3}}, "revision": 1}, seat, "conflict", "groups-conflict")
    clash = derived_id("dinkes", json.loads(cases[-1]["operation"])["id"], 1)
    act("a person keeps what stands", "dinkes", "conflict.resolve", {"choice": "theirs"}, clash)
    refused("another agency's vacancy", "disdik", "vacancy.withdraw", {"reason": "x"}, seat, "not-allowed")

    terms = {"start": "2026-03-10", "note": "pagi"}
    refused("an offer without a sheet", "disdik", "offer.propose",
            {"offer": {"card": first, "vacancy": seat, "terms": terms}}, code="incomplete")
    offer = act("home proposes", "disdik", "offer.propose",
                {"offer": {"card": first, "vacancy": seat, "terms": terms, "sheet": MOVE}})
    act("the receiver counters", "dinkes", "offer.counter", {"terms": 1, "now": {"start": "2026-03-16"}}, offer)
    refused("home agrees to the old terms", "disdik", "offer.agree", {"terms": 1, "sheet": MOVE}, offer, "stale-terms")
    act("home agrees, and the offer holds a seat", "disdik", "offer.agree", {"terms": 2, "sheet": MOVE}, offer)
    refused("a second check without a sheet", "disdik", "offer.check", {"terms": 2}, offer, "incomplete")
    refused("a check of the old terms", "disdik", "offer.check", {"terms": 1, "sheet": MOVE}, offer, "stale-terms")
    act("home checks its person again", "disdik", "offer.check", {"terms": 2, "sheet": MOVE}, offer)
    act("home discloses who it is", "disdik", "offer.disclose", {"profile": attachment("profile")}, offer)
    act("training first", "dinkes", "training.require", {"training": {
        "offer": offer, "competence": "pelayanan-publik", "level": 4, "hours": 20, "provider": "bpsdm"}})
    training = json.loads(cases[-1]["operation"])["id"]
    act("the seats cannot be cut below those held, but to one", "dinkes", "vacancy.edit",
        {"was": {"seats": {"count": 2}}, "now": {"seats": {"count": 1}}}, seat)
    refused("a vacancy whose seat is held", "dinkes", "vacancy.withdraw", {"reason": "x"}, seat, "seats-held")

    def document(name, kind, number, about, version=1, **more):
        return act(name, "bkd", "document.issue", {"document": LETTER | {"type": kind, "number": number, "lines": [
            {"offer": about, "terms": version, "result": "favourable"}]}}, **more)

    document("a decree before the opinions", "sk", "800/1", offer, 2, outcome="rejected", code="incomplete")
    document("the board's opinion", "tpk", "800/2", offer, 2)
    document("the appointing authority's", "ppk", "800/3", offer, 2)
    transfer = derived_id("bkd", document("the decree", "sk", "800/4", offer, 2), 1)
    refused("no start with open gates", "dinkes", "transfer.start", {"date": "2026-03-16", "number": "S-1"}, transfer,
            "bad-body")
    act("the coordinator starts", "coordinator", "coordinator.boot", {"boot": "A" * 22}, region)
    refused("nobody else starts it", "bkd", "coordinator.boot", {"boot": "A" * 22}, region, "not-allowed")
    act("an epoch begins after a restore", "coordinator", "epoch.begin", {"epoch": 2, "cut": 3, "boot": "B" * 22}, region)
    refused("a cut lies in the journal", "coordinator", "epoch.begin", {"epoch": 2, "cut": 900, "boot": "B" * 22}, region, "bad-body")
    act("an outcome changed with it", "coordinator", "outcome.change",
        {"agency": "bkd", "operation": region, "kind": "agency.add", "about": [region],
         "was": {"outcome": "accepted", "epoch": 1, "position": 2},
         "now": {"outcome": "rejected", "code": "exists", "epoch": 2, "position": 4}}, region)
    act("the start day comes", "bkd", "day.advance", {"to": "2026-03-16"}, region)
    refused("a day never goes back", "bkd", "day.advance", {"to": "2026-03-15"}, region, "day-not-later")
    refused("gates are open", "dinkes", "transfer.start", {"date": "2026-03-16", "number": "S-1"}, transfer, "gates-open")
    act("the course is done", "bpsdm", "training.confirm", {"hours": 24, "date": "2026-03-12",
                                                            "certificate": attachment("certificate")}, training)
    act("the person was briefed", "dinkes", "transfer.brief", {"date": "2026-03-13"}, transfer)
    refused("twice", "dinkes", "transfer.brief", {"date": "2026-03-13"}, transfer, "already-done")
    act("the person objects on paper, which comes in days later", "disdik", "transfer.object",
        {"received": "2026-03-04", "filed": "2026-03-12", "number": "K-1", "text": attachment("objection")}, transfer)
    act("the authority holds the start", "bkd", "transfer.decide", {"suspends": True}, transfer)
    act("and refuses the objection", "bkd", "transfer.decide",
        {"upheld": False, "number": "800/9", "date": "2026-03-16", "reason": attachment("unfounded")}, transfer)
    refused("a step after the start", "bkd", "transfer.step", {"step": "extract", "date": "2026-03-16"}, transfer, "wrong-state")
    act("the work was handed over", "disdik", "transfer.handover", {"date": "2026-03-14"}, transfer)
    act("the person starts", "dinkes", "transfer.start", {"date": "2026-03-16", "number": "S-1"}, transfer)
    act("the extract is handed over", "bkd", "transfer.step", {"step": "extract", "date": "2026-03-16"}, transfer)
    act("home sends the personnel file", "disdik", "transfer.file", {"file": attachment("file")}, transfer)
    act("it is complete", "dinkes", "transfer.receive", {"complete": True}, transfer)
    refused("the card is closed", "disdik", "card.close", {"reason": "x"}, first, "card-closed")
    refused("the vacancy is filled", "dinkes", "vacancy.withdraw", {"reason": "x"}, seat, "vacancy-closed")

    loan = act("a vacancy for a secondment", "dinkes", "vacancy.open",
               vacancy("penugasan", 1, kind={"route": "penugasan", "return": "2026-06-30", "openUntil": "2026-05-01"}))
    back = {"start": "2026-04-01", "return": "2026-06-30"}
    asked = act("the receiver asks for a card of the pool", "dinkes", "offer.ask",
                {"offer": {"card": second, "vacancy": loan, "terms": back}})
    refused("someone who is no party", "bpsdm", "offer.agree", {"terms": 1}, asked, "not-found")
    act("home refuses", "disdik", "offer.refuse", {"terms": 1, "reason": attachment("reason")}, asked)
    act("the desk decides over it, and the offer holds the seat", "bkd", "offer.decide",
        {"terms": 1, "proceed": True, "reason": attachment("because")}, asked)
    sent = derived_id("bkd", document("the assignment letter", "spt", "800/5", asked), 1)
    act("it is called off", "bkd", "transfer.cancel", {"reason": "layanan pulih"}, sent)
    again = act("home proposes the same", "disdik", "offer.propose",
                {"offer": {"card": second, "vacancy": loan, "terms": back, "sheet": LOAN}})
    act("and takes it back", "disdik", "offer.withdraw", {}, again)
    refused("a closed offer", "dinkes", "offer.agree", {"terms": 1}, again, "wrong-state")
    act("the vacancy goes", "dinkes", "vacancy.withdraw", {"reason": "tidak jadi"}, loan)
    anew = act("another one comes", "dinkes", "vacancy.open",
               vacancy("penugasan", 1, kind={"route": "penugasan", "return": "2026-06-30", "openUntil": "2026-05-01"}))
    lent = act("home offers a loan once more", "disdik", "offer.propose",
               {"offer": {"card": second, "vacancy": anew, "terms": back, "sheet": LOAN}})
    act("and the receiver takes it", "dinkes", "offer.agree", {"terms": 1}, lent)
    away = derived_id("bkd", document("another assignment letter", "spt", "800/6", lent), 1)
    act("the person is briefed", "dinkes", "transfer.brief", {"date": "2026-03-16"}, away)
    act("the day of the loan comes", "bkd", "day.advance", {"to": "2026-04-01"}, region)
    act("and it starts", "dinkes", "transfer.start", {"date": "2026-04-01", "number": "S-2"}, away)
    act("the receiver asks for longer", "dinkes", "transfer.extend", {"return": "2026-08-15"}, away)
    act("home agrees", "disdik", "transfer.extend", {"return": "2026-08-15"}, away)
    refused("once is all", "dinkes", "transfer.extend", {"return": "2026-08-31"}, away, "limit")
    act("the receiver says how it went", "dinkes", "transfer.note", {"note": attachment("note")}, away)
    act("home calls back", "disdik", "transfer.recall", {"date": "2026-05-04", "reason": attachment("recall")}, away)
    act("the day back comes", "bkd", "day.advance", {"to": "2026-05-04"}, region)
    act("the card goes", "disdik", "card.close", {"reason": "not-active-staff"}, second)

    invitation = act("an invitation that replaces a node", "bkd", "node.invite", {"invitation": {
        "agency": "dinkes", "registry": True, "codeHash": sha(b"again"), "expiresAt": "2026-03-23T00:00:00Z",
        "replaces": node(3)["node"]}})
    refused("it adds no node", "coordinator", "node.join", node(12, invitation=invitation), invitation, "wrong-state")
    fresh = node(3, invitation=invitation) | {"instance": node(13)["instance"], "key": "C" * 43, "box": "D" * 43}
    act("the node lives on with new keys", "coordinator", "node.replace", fresh, invitation)
    restored = {"node": node(2)["node"], "instance": node(2)["instance"], "opens": node(14)["instance"]}
    act("a node was restored", "coordinator", "node.restore", restored, region)
    refused("from the same backup twice", "coordinator", "node.restore", restored | {"opens": node(15)["instance"]}, region,
            "wrong-state")
    act("its old copy speaks", "coordinator", "node.alarm",
        {"node": node(2)["node"], "instance": node(2)["instance"], "first": "2026-03-16T09:00:00Z",
         "last": "2026-03-16T09:00:00Z", "times": 1}, region)

    mover = act("a card under the first policy", "disdik", "card.post", card(sha(b"mover"), "Arsiparis"))
    place = act("a vacancy for it", "dinkes", "vacancy.open", vacancy("kebutuhan", 1))
    older = act("an offer under the first policy", "disdik", "offer.propose",
                {"offer": {"card": mover, "vacancy": place, "terms": {"start": "2026-05-18"}, "sheet": MOVE}})
    refused("there is no other policy yet", "bkd", "offer.move", {"terms": 1}, older, "already-done")
    act("the next policy", "bkd", "policy.apply", {"policy": NEXT})
    refused("only the desk moves an offer to it", "disdik", "offer.move", {"terms": 1}, older, "not-allowed")
    refused("and by its terms", "bkd", "offer.move", {"terms": 2}, older, "stale-terms")
    act("the offer goes over to the next policy", "bkd", "offer.move", {"terms": 1}, older)
    refused("home agrees by what it found under the first", "disdik", "offer.agree", {"terms": 2, "sheet": MOVE}, older,
            "incomplete")
    act("home takes it back", "disdik", "offer.withdraw", {}, older)
    refused("and it goes nowhere any more", "bkd", "offer.move", {"terms": 2}, older, "wrong-state")
    refused("a policy that is no later one", "bkd", "policy.apply", {"policy": NEXT}, code="exists")
    refused("a kind that needs no second person", "bkd", "policy.apply",
            {"policy": NEXT | {"version": 3, "twoPersons": ["day.advance"]}}, code="bad-body")

    third = act("a third card", "disdik", "card.post", card(sha(b"three"), "Arsiparis"))
    fourth = act("a fourth card", "disdik", "card.post", card(sha(b"four"), "Arsiparis"))
    fifth = act("a card of the other agency", "dinkes", "card.post", card(sha(b"five"), "Pengelola Layanan"))
    refused("a check without a sheet", "disdik", "card.check", {"route": "permintaan"}, third, "incomplete")
    refused("a check under an earlier policy", "disdik", "card.check", {"route": "permintaan", "sheet": LOAN}, third,
            "incomplete")
    refused("a check against no route", "disdik", "card.check", {"route": "promosi", "sheet": ASKED}, third, "unsupported")
    refused("another agency's card", "bkd", "card.check", {"route": "permintaan", "sheet": ASKED}, third, "not-allowed")
    act("home checks its person before any offer", "disdik", "card.check", {"route": "permintaan", "sheet": ASKED}, third)
    refused("nobody's person is claimed", "dinkes", "card.contest", {"person": sha(b"nobody")}, region, "wrong-state")
    refused("one's own card is no contest", "disdik", "card.contest", {"person": sha(b"three")}, region, "exists")
    act("the person stands in another official file too", "dinkes", "card.contest", {"person": sha(b"three")}, region)

    desk_of = {"id": "u-7", "name": "Loket Pelayanan"}
    post = {"id": "p-7", "name": "Pengelola Layanan", "kind": "pelaksana"}
    staffing = {"need": {"unit": desk_of | {"district": "Tembalang"},
                         "posts": [{"post": post, "need": 4, "holders": 3, "floor": 2}]}}
    act("home publishes what a unit needs, and who leaves when", "disdik", "need.publish",
        staffing | {"forecast": [{"post": "p-7", "months": [{"month": "2027-03", "retirement": 1}]}]}, region)
    staffing["need"] |= {"rush": True}
    act("the unit's next statement, its counters in a rush, takes the place of the first", "disdik", "need.publish",
        staffing, region)
    refused("a need stands on the region", "disdik", "need.publish", staffing, third, "not-found")
    refused("a forecast for a post that the unit does not have", "disdik", "need.publish",
            staffing | {"forecast": [{"post": "p-8", "months": []}]}, region, "bad-body")
    def rush(**more):
        return {"surge": {"unit": desk_of, "service": "KTP-el", "people": 3, "from": "2026-05-11", "until": "2026-06-30",
                          "basis": "figures", "ratio": 1400} | more}

    refused("a rush that the head states without a reason", "disdik", "surge.declare", rush(basis="head"), code="bad-body")
    rushing = act("a rush at a counter, and the people that its figures ask for", "disdik", "surge.declare",
                  rush(computed=2))
    refused("another agency's rush", "bkd", "surge.end", {}, rushing, "not-allowed")
    act("the rush is over", "disdik", "surge.end", {}, rushing)
    refused("it is over already", "disdik", "surge.end", {}, rushing, "already-done")

    def wish(on, **more):
        return {"request": {"card": on, "route": "permintaan", "wishes": {"districts": ["Tembalang"]}, "to": "dinkes",
                            "letter": {"number": "P-1", "date": "2026-05-04"}} | more}

    def answer(says, word="because"):
        return {"says": says, "date": "2026-05-04", "reason": attachment(word)}

    refused("a letter of tomorrow", "disdik", "request.file", wish(third, letter={"date": "2026-05-05"}), code="bad-body")
    refused("a request for nothing", "disdik", "request.file",
            {"request": {"card": third, "route": "permintaan", "wishes": {}, "letter": {"date": "2026-05-04"}}},
            code="bad-body")
    refused("a request for a person of others", "dinkes", "request.file", wish(third), code="not-found")
    wished = act("the person asks to move", "disdik", "request.file", wish(third))
    refused("the same once more", "disdik", "request.file", wish(third), code="exists")
    act("home supports it", "disdik", "request.answer", answer("support"), wished)
    refused("home said so already", "disdik", "request.answer", answer("support"), wished, "already-done")
    refused("the named agency does not support, it accepts", "dinkes", "request.answer", answer("support"), wished,
            "bad-body")
    act("the named agency accepts", "dinkes", "request.answer", answer("accept"), wished)
    other = act("another person asks too", "disdik", "request.file", wish(fourth))
    refused("the named agency cannot take it back", "dinkes", "request.withdraw", {}, other, "not-allowed")
    act("the person takes it back", "disdik", "request.withdraw", {"reason": attachment("stays")}, other)
    refused("a request that ended", "dinkes", "request.answer", answer("accept"), other, "wrong-state")

    def standby(on, **more):
        return {"standby": {"card": on, "route": "penugasan", "months": [5, 6, 7], "days": 60, "sheet": ASKED} | more}

    def call(vacancy_id, **more):
        return {"call": {"vacancy": vacancy_id, "start": "2026-05-11", "return": "2026-06-30", "number": "800/7",
                         "date": "2026-05-04", "signer": "Wali Kota", "standing": "definitif"} | more}

    refused("standby for a move for good", "disdik", "standby.post", standby(fourth, route="permintaan"),
            code="unsupported")
    refused("standby without a month", "disdik", "standby.post", standby(fourth, months=[]), code="bad-body")
    refused("a place without its unit", "disdik", "standby.post", standby(fourth, place={"post": post}), code="bad-body")
    ready = act("home lends a person in advance, from a post and a unit", "disdik", "standby.post",
                standby(fourth, place={"post": {"id": "p-7", "name": "Pengelola Layanan"}, "unit": desk_of}))
    refused("a person stands by once", "disdik", "standby.post", standby(fourth), code="exists")
    spare = act("and another one", "disdik", "standby.post", standby(third))
    refused("the desk takes nobody off the list", "bkd", "standby.withdraw", {}, spare, "not-allowed")
    act("home takes that one off", "disdik", "standby.withdraw", {}, spare)
    short = act("a vacancy for the summer", "dinkes", "vacancy.open",
                vacancy("penugasan", 1, kind={"route": "penugasan", "return": "2026-07-31", "openUntil": "2026-06-30"}))
    refused("who is off the list is not called", "bkd", "standby.call", call(short), spare, "wrong-state")
    refused("only the desk calls", "dinkes", "standby.call", call(short), ready, "not-allowed")
    refused("longer than home said", "bkd", "standby.call", call(short, **{"return": "2026-07-31"}), ready, "limit")
    refused("in a month that home did not name", "bkd", "standby.call",
            call(short, start="2026-07-20", **{"return": "2026-08-15"}), ready, "unsupported")
    act("the desk calls the person, with its reason", "bkd", "standby.call", call(short, reason=attachment("antrean")),
        ready)
    refused("and not twice to the same seat", "bkd", "standby.call", call(short, number="800/8"), ready, "exists")

    ranked = act("a vacancy that the desk fills in a round", "dinkes", "vacancy.open",
                 vacancy("permintaan", 1, mode={"mode": "round"}))
    both = {"offer": {"card": third, "vacancy": ranked, "terms": {"start": "2026-05-18"}}}
    refused("only the desk opens for others", "disdik", "offer.open", both, code="not-allowed")
    plain = act("a vacancy of a route that the desk does not open", "dinkes", "vacancy.open", vacancy("kebutuhan", 1))
    post = {"sheet": [line for line in ASKED if line["rule"] == "R12"]}
    refused("a check for a vacancy of another route", "disdik", "card.check",
            {"route": "permintaan", "sheet": ASKED, "posts": [post | {"vacancy": plain}]}, third, "unsupported")
    refused("a check for one vacancy twice", "disdik", "card.check",
            {"route": "permintaan", "sheet": ASKED, "posts": [post | {"vacancy": ranked}] * 2}, third, "bad-body")
    act("home checks its person for that vacancy", "disdik", "card.check",
        {"route": "permintaan", "sheet": ASKED, "posts": [post | {"vacancy": ranked}]}, third)
    refused("the route's word", "bkd", "offer.open",
            {"offer": {"card": third, "vacancy": plain, "terms": {"start": "2026-05-18"}}}, code="unsupported")
    refused("a day that has passed", "bkd", "offer.open",
            {"offer": {"card": third, "vacancy": ranked, "terms": {"start": "2026-05-03"}}}, code="bad-body")
    opened = act("the desk brings both together", "bkd", "offer.open", both)
    said = {"terms": 1, "says": "agree", "letter": {"number": "S-9", "date": "2026-05-04"}}
    refused("the receiver does not speak for the person", "dinkes", "offer.person", said, opened, "not-allowed")
    refused("the person's word on other terms", "disdik", "offer.person", said | {"terms": 2}, opened, "stale-terms")
    act("the person agrees by letter", "disdik", "offer.person", said, opened)
    refused("and said so", "disdik", "offer.person", said, opened, "already-done")
    act("home agrees to the desk's offer", "disdik", "offer.agree", {"terms": 1, "sheet": ASKED}, opened)
    refused("nobody waits yet", "bkd", "vacancy.rank", {"order": [opened], "passedOver": []}, ranked, "wrong-state")
    act("the receiver too, and the offer waits for the round", "dinkes", "offer.agree", {"terms": 1}, opened)
    refused("the receiver does not rank a round", "dinkes", "vacancy.rank", {"order": [opened], "passedOver": []}, ranked,
            "not-allowed")
    refused("a ranking that leaves somebody out", "bkd", "vacancy.rank", {"order": [], "passedOver": []}, ranked,
            "incomplete")
    refused("first come, no ranking", "bkd", "vacancy.rank", {"order": [], "passedOver": []}, plain, "wrong-state")
    act("the desk ranks, and the offer holds", "bkd", "vacancy.rank", {"order": [opened], "passedOver": []}, ranked)

    plan = {"title": "Gelombang I", "goals": [{"code": "guru", "title": "Kekurangan guru", "target": 3, "before": 9}],
            "calendar": [{"step": "tpk", "date": "2026-05-20"}], "aspects": {a: attachment(a) for a in ASPECTS}}
    refused("a round without its aspects", "bkd", "round.open",
            {"round": plan | {"aspects": {"need": attachment("need")}}}, code="incomplete")
    wave = act("the desk opens a round", "bkd", "round.open", {"round": plan})
    refused("nobody else sees it", "disdik", "round.list", {"add": [opened]}, wave, "not-allowed")
    refused("neither added nor removed", "bkd", "round.list", {}, wave, "bad-body")
    act("an offer is listed", "bkd", "round.list", {"add": [opened]}, wave)
    refused("it stands on a line already", "bkd", "round.list", {"add": [opened]}, wave, "exists")
    lines = [{"line": 1, "offer": opened, "terms": 1}]
    frozen = {"to": "TPK", "hash": sha(json.dumps(lines, separators=(",", ":")).encode()), "lines": lines}
    refused("a list that is not the one that stands", "bkd", "round.freeze", frozen | {"lines": []}, wave, "wrong-state")
    act("the list is handed over", "bkd", "round.freeze", frozen, wave)
    struck = {"line": 1, "was": opened, "reason": attachment("struck")}
    refused("a line that is not there", "bkd", "round.change", struck | {"line": 2}, wave, "not-found")
    act("a line is struck by order", "bkd", "round.change", struck | {"ordered": "Wali Kota"}, wave)
    refused("it was another one by then", "bkd", "round.change", struck, wave, "wrong-state")
    act("the change is taken back", "bkd", "round.undo", {"change": 1, "reason": attachment("back")}, wave)
    refused("once", "bkd", "round.undo", {"change": 1, "reason": attachment("back")}, wave, "already-done")
    refused("a result of no goal", "bkd", "round.close", {"results": [{"code": "dokter", "after": 1}]}, wave, "bad-body")
    act("the round ends with what came of it", "bkd", "round.close", {"results": [{"code": "guru", "after": 8}]}, wave)
    refused("a round that ended", "bkd", "round.list", {"add": [opened]}, wave, "wrong-state")

    way_back = act("a vacancy the other way", "disdik", "vacancy.open", vacancy("permintaan", 1))
    swap = act("an offer the other way", "dinkes", "offer.propose",
               {"offer": {"card": fifth, "vacancy": way_back, "terms": {"start": "2026-05-18"}, "sheet": ASKED}})
    refused("one offer is no package", "disdik", "package.open", {"package": {"offers": [swap]}}, code="bad-body")
    refused("offers of others", "bpsdm", "package.open", {"package": {"offers": [opened, swap]}}, code="not-found")
    bound = act("both go together or not at all", "disdik", "package.open", {"package": {"offers": [opened, swap]}})
    refused("an offer has one package", "dinkes", "package.open", {"package": {"offers": [swap, opened]}}, code="exists")
    act("the other person agrees", "dinkes", "offer.person", said, swap)
    act("the other receiver agrees, and both hold", "disdik", "offer.agree", {"terms": 1}, swap)
    apart = {"how": "split", "reason": attachment("apart")}
    refused("a package is decided in three ways", "bkd", "package.decide", apart | {"how": "merge"}, bound, "bad-body")
    act("the desk splits it", "bkd", "package.decide", apart, bound)
    refused("a package that ended", "bkd", "package.decide", apart, bound, "wrong-state")
    again = act("they are bound again", "dinkes", "package.open", {"package": {"offers": [swap, opened]}})
    refused("whoever opened it", "disdik", "package.withdraw", {}, again, "not-allowed")
    act("and let go", "dinkes", "package.withdraw", {}, again)

    paper = {"number": "B-1", "date": "2026-05-04", "signer": "Kepala", "standing": "definitif"}

    def behalf(agency, kind, body, date="2026-05-04"):
        return {"agency": agency, "letter": paper | {"date": date}, "scan": attachment("letter"),
                "operation": {"kind": kind, "body": body}}

    act("a vacancy by an agency's letter", "bkd", "behalf.record",
        behalf("bpsdm", "vacancy.open", vacancy("kebutuhan", 1)))
    refused("a letter of its own", "bkd", "behalf.record", behalf("bkd", "vacancy.open", vacancy("kebutuhan", 1)),
            code="bad-body")
    refused("the desk's acts need no letter", "bkd", "behalf.record", behalf("bpsdm", "round.close", {}), code="bad-body")
    refused("a letter from before the word that stands", "bkd", "behalf.record",
            behalf("dinkes", "offer.refuse", {"terms": 1}, "2026-05-03"), opened, "stale-letter")
    refused("what the agency itself could not", "bkd", "behalf.record", behalf("bpsdm", "vacancy.withdraw",
                                                                               {"reason": "x"}), plain, "not-allowed")

    act("a vacancy is withdrawn, as far as one person can", "dinkes", "vacancy.withdraw", {"reason": "batal"}, plain)
    kept = derived_id("dinkes", json.loads(cases[-1]["operation"])["id"], 1)
    refused("the same twice", "dinkes", "vacancy.withdraw", {"reason": "batal"}, plain, "exists")
    refused("what would be refused is not kept", "dinkes", "vacancy.withdraw", {"reason": "batal"}, ranked, "seats-held")
    refused("nobody is a second person to themselves", "dinkes", "proposal.confirm", {}, kept, "not-allowed", "SARI ")
    refused("who does not see it", "disdik", "proposal.confirm", {}, kept, "not-found", "budi")
    refused("the desk has no letter", "bkd", "proposal.confirm", {}, kept, "bad-body", "budi")
    act("another person confirms", "dinkes", "proposal.confirm", {}, kept, actor="budi")
    refused("it is over", "dinkes", "proposal.refuse", {}, kept, "already-done", "budi")
    refused("and the vacancy ended", "dinkes", "vacancy.withdraw", {"reason": "batal"}, plain, "vacancy-closed")
    unit = {"post": {"id": "J-20", "name": "Perawat", "kind": "pelaksana", "family": "kesehatan"},
            "unit": {"id": "U-9", "name": "Laboratorium"}, "district": "Tembalang"}
    moving = act("a vacancy of a laboratory", "dinkes", "vacancy.open", {"vacancy": vacancy("kebutuhan", 1)["vacancy"] | {
        "place": unit}})
    act("its withdrawal is proposed", "dinkes", "vacancy.withdraw", {"reason": "batal"}, moving)
    kept = derived_id("dinkes", json.loads(cases[-1]["operation"])["id"], 1)
    act("and refused", "dinkes", "proposal.refuse", {"reason": attachment("needed")}, kept)
    refused("a refused one is not confirmed", "bkd", "proposal.confirm", {"letter": paper}, kept, "already-done", "budi")

    def act_of(number, **more):
        return {"reorganisation": {"number": number, "date": "2026-05-04", "from": "2026-05-04", "units": []} | more}

    row = {"unit": "U-9", "name": "Laboratorium Kota", "from": "dinkes", "to": "disdik",
           "posts": [{"post": {"id": "J-21", "name": "Analis", "kind": "pelaksana"}, "seats": 2}]}
    refused("only the desk reorganises", "dinkes", "reorganisation.apply",
            act_of("Perwal 9/2026", route="permintaan", units=[row]), code="not-allowed")
    refused("a decree of tomorrow", "bkd", "reorganisation.apply",
            act_of("Perwal 9/2026", route="permintaan", units=[row], date="2026-05-05"), code="bad-body")
    refused("people are confirmed for good", "bkd", "reorganisation.apply",
            act_of("Perwal 9/2026", route="penugasan", units=[row]), code="unsupported")
    refused("an agency that nobody knows", "bkd", "reorganisation.apply",
            act_of("Perwal 9/2026", route="permintaan", units=[row | {"to": "pupr"}]), code="not-found")
    refused("the desk stays", "bkd", "reorganisation.apply", act_of("Perwal 9/2026", closes=["bkd"]), code="not-allowed")
    act("a unit goes over, with a vacancy for its people", "bkd", "reorganisation.apply",
        act_of("Perwal 9/2026", route="permintaan", units=[row]))
    confirming = derived_id("bkd", json.loads(cases[-1]["operation"])["id"], 1)
    refused("the same decree twice", "bkd", "reorganisation.apply",
            act_of("Perwal 9/2026", renames=[{"agency": "disdik", "name": {"id": "Dinas"}}]), code="exists")
    refused("its vacancy is another agency's now", "dinkes", "vacancy.edit",
            {"was": {"need": {"need": 5, "holders": 3}}, "now": {"need": {"need": 6, "holders": 3}}}, moving, "not-allowed")
    refused("only the unit's own people are confirmed", "disdik", "offer.propose",
            {"offer": {"card": third, "vacancy": confirming, "terms": {"start": "2026-06-01"}, "sheet": ASKED}},
            code="not-allowed")
    act("an agency ends, and another one is renamed", "bkd", "reorganisation.apply",
        act_of("Perwal 10/2026", closes=["bpsdm"], renames=[{"agency": "dinkes", "name": {"id": "Dinas Kesehatan Kota"}}]))
    refused("an agency that ends opens nothing more", "bpsdm", "vacancy.open", vacancy("kebutuhan", 1), code="wrong-state")
    ahead = act_of("Perwal 11/2026", renames=[{"agency": "disdik", "name": {"id": "Dinas Pendidikan Kota"}}],
                   **{"from": "2026-06-01"})
    planned = act("one is recorded before its day", "bkd", "reorganisation.apply", ahead)
    refused("only the desk takes it back", "disdik", "reorganisation.withdraw", {}, planned, "not-allowed")
    act("the desk takes it back", "bkd", "reorganisation.withdraw", {}, planned)
    refused("what was taken back stays so", "bkd", "reorganisation.withdraw", {}, planned, "wrong-state")
    planned = act("its number is free again", "bkd", "reorganisation.apply", ahead)
    act("its day comes, and it is carried out", "bkd", "day.advance", {"to": "2026-06-01"}, region)
    refused("what was carried out stays", "bkd", "reorganisation.withdraw", {}, planned, "wrong-state")
    return cases
