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


def sheet(rules):
    return [{"rule": r, "outcome": "pass", "reason": REASONS[r], "value": {}, "source": "staff data", "article": "", "policy": 1}
            for r in rules]


MOVE, LOAN = sheet(["R1", "R2", "R5", "R12", "R21"]), sheet(["R1", "R12", "R21"])
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

    def act(name, author, kind, body, on=None, outcome="accepted", code=None):
        operation_id = f"018f0000-0000-7000-8001-{len(cases) + 1:012x}"
        value = {"id": operation_id, "actor": "sari", "recordedAt": "2026-03-02T08:00:00+08:00", "kind": kind,
                 "record": on or operation_id, "body": body}
        case = {"name": name, "valid": outcome in ["accepted", "merged"], "author": author,
                "operation": json.dumps(value, ensure_ascii=False, separators=(",", ":")), "outcome": outcome}
        cases.append(case | ({"code": code} if code else {}))
        return operation_id

    def refused(name, author, kind, body, on=None, code=None):
        return act(name, author, kind, body, on, "rejected", code)

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
    return cases
