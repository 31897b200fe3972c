"""Kinds of move as data: under the reference region's set and under another one, the same programs do what each set says."""

import fixture
from codes import Codes
from fixture import commands


class RouteTests(fixture.TownTestCase):
    """The set of the reference region."""

    def test_what_only_the_bkd_opens_is_seen_by_nobody_else_before_the_decree(self):
        town, desk, home, permits = self.town, self.town.desk, self.town.home, self.town.permits
        route = town.codes.hidden
        vacancy = self.open(permits, route)
        nip, = town.people(home, vacancy)
        card = town.card(home, nip)
        home.sync()
        # Neither agency can open it, and the refusal says who does.
        told = home.run("", commands.offer_propose(nip, vacancy, town.later(30)), (1,))["preview"]
        self.assertEqual((told["code"], told["detail"]["opens"]), ("unsupported", ["desk"]))
        offer, _ = desk.decide("", ["offer", "open", "--card", card, "--vacancy", vacancy, "--start", town.later(30)])
        if "first" not in town.codes.routes[route]["modes"]:
            desk.decide("", commands.vacancy_rank(vacancy, [offer], {}))
        town.approve(route, [offer])
        self.assert_unseen([home, permits], "offer", offer, "--all")
        # Home's findings are missing, and come without an offer in view.
        decree = commands.document_issue(
            town.codes.ending[route], f"SK-{offer[-6:]}", town.day, "Wali Kota", "definitif", [offer])
        fault = self.fault(decree)
        self.assertEqual((fault["code"], fault["detail"]["missing"]), ("incomplete", ["sheet"]))
        home.decide("", commands.card_check(nip, route))
        about_post = {"R4", "R10", "R11", "R12", "R13", "R25", "R26", "R27"} & set(town.codes.routes[route]["rules"])
        checks = [one["command"] for one in desk.one("offer", offer)["waits"] if one["kind"] == "check-offer"]
        self.assertEqual(
            [check.split()[1:] for check in checks],
            [["card", "check", card[-6:], "--route", route, "--all"]] if about_post else [])
        # Of all that are open nobody can tell which one is meant; what needs the post is then found too.
        home.decide("", ["card", "check", nip, "--route", route, "--all"])
        shown = desk.run("", ["card", "show", card])["card"]
        self.assertEqual(shown["id"], card)
        offered = desk.one("offer", offer)
        self.assertEqual([one["kind"] for one in offered["waits"] if one["kind"] == "check-offer"], [])
        self.assertNotIn("no-post-named", [line["reason"] for line in offered["sheet"]])
        documents = permits.ids("document")
        desk.decide("", decree)
        for party in (home, permits):
            party.sync()
            self.assertEqual(party.one("offer", offer)["label"], "decreed", party.title)
        self.assertEqual(
            len(permits.ids("document") - documents), len(town.codes.opinions[route]) + 1)
        self.assert_all_well()

    def test_the_persons_own_request_stands_behind_it(self):
        town, desk, home, permits = self.town, self.town.desk, self.town.home, self.town.permits
        route = town.codes.wish
        vacancy = self.open(permits, route)
        nip, = town.people(home, vacancy)
        card = town.card(home, nip)
        home.sync()
        offer, _ = desk.decide("", ["offer", "open", "--card", card, "--vacancy", vacancy, "--start", town.later(30)])
        for party, side in ((home, "home"), (permits, "receiving")):
            party.sync()
            if town.codes.routes[route][side] != "none":
                party.decide("", commands.offer_agree(offer))
        waits = desk.one("offer", offer)["waits"]
        self.assertEqual([one["kind"] for one in waits], ["record-person"])
        with open(town.path("letter.pdf"), "wb") as file:
            file.write(b"%PDF a signed letter")
        said = ["offer", "person", offer, "agree", "--letter", "S-1", "--date", town.day]
        self.assertEqual(permits.run("", said, (1,))["preview"]["code"], "not-allowed")
        home.decide("", said + ["--scan", town.path("letter.pdf")])
        self.assert_label([permits, desk], offer, "held")
        desk.decide("", ["offer", "person", offer, "refuse", "--letter", "S-2", "--date", town.day])
        self.assert_label([home, permits], offer, "closed", "person-refused")

    def test_an_approval_changes_the_person_and_a_decree_is_corrected_and_revoked(self):
        town, desk, home, permits = self.town, self.town.desk, self.town.home, self.town.permits
        route = town.codes.need
        vacancy = self.open(permits, route)
        first, second = town.people(home, vacancy, 2)
        card = town.card(home, second)
        offer, _ = home.decide("", commands.offer_propose(first, vacancy, town.later(30)))
        permits.sync()
        permits.decide("", commands.offer_agree(offer))
        *before, last = town.codes.opinions[route]
        for code in before:
            town.issue(code, f"P-{code}-{offer[-6:]}", [offer])
        desk.decide("", commands.document_issue(
            last, f"P-{last}-{offer[-6:]}", town.day, "Wali Kota", "definitif") + ["--changed", f"{offer}:{card}"])
        self.assert_label([home, permits], offer, "closed", "changed")
        new, = [one["id"] for one in desk.run("", ["offer", "list"])["offers"] if one.get("replaces") == offer]
        home.sync()
        for party in (home, permits):
            party.decide("", commands.offer_agree(new))
        self.assert_label([home, permits], new, "held")
        for code in before:
            town.issue(code, f"P-{code}-{new[-6:]}", [new])
        decree = town.issue(town.codes.ending[route], f"SK-{new[-6:]}", [new])
        transfer = desk.one("offer", new)["decreed"]["transfer"]
        home.sync()
        extract = town.path("extract.html")
        home.run("", ["document", "print", decree, "--extract", new, "--html", extract])
        with open(extract, encoding="utf-8") as file:
            page = file.read()
        self.assertIn(town.names()[second], page)
        self.assertIn(second, page)
        correction = town.codes.routes[route]["correction"]
        corrected = commands.document_issue(
            correction, f"R-{new[-6:]}", town.day, "Wali Kota", "definitif", [new])
        desk.decide("", corrected + ["--corrects", decree, "--new-start", town.later(45)])
        self.assertEqual(desk.one("transfer", transfer)["start"], town.later(45))
        revoked = commands.document_issue(
            correction, f"C-{new[-6:]}", town.day, "Wali Kota", "definitif", (), [new])
        desk.decide("", revoked + ["--corrects", decree])
        self.assert_label([home, permits], new, "closed", "revoked")
        home.sync()
        self.assertEqual(home.one("transfer", transfer)["ended"]["reason"], "revoked")

    def open(self, node, route):
        town, place = self.town, self.town.place(self.town.permits, "Operator Layanan Operasional")
        modes = town.codes.routes[route]["modes"]
        return node.decide("", commands.vacancy_open(
            place.post, place.unit, route, need=4, holders=2, mode=None if "first" in modes else "round"))[0]

    def fault(self, arguments):
        """The one line of a document that is refused."""
        told = self.town.desk.run("", arguments, (1,))
        line, = (told["preview"] or told["outcome"])["detail"]["lines"]
        return line


class OtherRegionRouteTests(RouteTests):
    """Another region's set: other codes, bodies, rules and days; the opinions come in another order."""

    policy = staticmethod(Codes.other)
