"""People who may move to the same post elsewhere, and what a story of moves needs."""

import fixture
from fixture import commands


class Movers:
    """A town in which several people may move to the same post elsewhere, and what its stories need."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        town = cls.town
        cls.rows = {node: {row["NIP BARU"]: row for row in town.city.rows(node.name, "staff")}
                    for node in town.registries}
        # People of one post whom nothing forbids to move to the same post elsewhere.
        probe = town.open(town.social, town.codes.need, name=fixture.COUNTER)
        cls.movers = {}
        for node in (town.home, town.permits, town.social):
            node.sync()
            matches = node.run("", commands.match(probe) + ["--all"])["matches"]
            cls.movers[node] = [one["nip"] for one in matches if cls.may_move(node, one)]
        town.social.decide("", commands.vacancy_withdraw(probe, "selesai"))

    @classmethod
    def may_move(cls, node, match):
        return not match["blocked"] and cls.rows[node][match["nip"]]["JABATAN NAMA"] == fixture.COUNTER

    def finish(self, package, offers, route, start, receiving):
        """From the hold to the start of all of them."""
        town = self.town
        transfers = town.decree(route, offers)
        for transfer in transfers.values():
            self.take_steps(transfer)
        town.advance(start)
        for offer, node in zip(offers, receiving):
            node.sync()
            node.decide("", commands.transfer_start(transfers[offer], start, f"SPMT-{offer[-6:]}"))
        town.settle_all()
        town.settle_all()
        self.assert_package([], package, "ended")

    def mover(self, node):
        self.assertTrue(self.movers[node], f"nobody is left at {node.title}")
        return self.movers[node].pop(0)

    def seat(self, node, nip):
        """The seat of a person, left by that person."""
        row = self.rows[node][nip]
        return node.decide("", commands.vacancy_open(
            row["JABATAN ID"], row["UNOR ID"], self.town.codes.need, need=3, holders=3, freed_by=nip))[0]

    def offer(self, node, nip, receiving, seat, start):
        """An offer on which both agree."""
        node.sync()
        offer, _ = node.decide("", commands.offer_propose(nip, seat, start))
        receiving.sync()
        receiving.decide("", commands.offer_agree(offer))
        return offer

    def take_steps(self, transfer):
        """Everything before the start: home's steps, and a course for each gap."""
        town = self.town
        shown = town.desk.one("transfer", transfer)
        home, receiving = (
            next(node for node in town.registries if node.name == shown[side]) for side in ("home", "receiving"))
        home.sync()
        for step in ("brief", "handover"):
            home.decide("", commands.transfer_step(transfer, step, town.day))
        held = next(card for card in home.run("", commands.card_list())["cards"] if card["id"] == shown["card"])
        levels = held["competences"]["levels"]
        for competence, level in home.one("vacancy", shown["vacancy"])["standard"]["levels"].items():
            if competence in levels and levels[competence] < level:
                receiving.sync()
                course, _ = receiving.decide("", commands.training_require(
                    shown["offer"], competence, level, 20, town.third.name))
                town.third.sync()
                town.third.decide("", commands.training_confirm(course, 20, town.day))
        self.assertEqual(town.desk.one("transfer", transfer)["openGates"], [])

    def refused_document(self, offers):
        """Why the next document about these is refused, as text."""
        code = self.town.codes.opinions[self.town.codes.need][0]
        if self.town.desk.one("offer", offers[0])["label"] == "approved":
            code = self.town.codes.ending[self.town.codes.need]
        refused = self.town.desk.run("", commands.document_issue(
            code, "X-" + offers[0][-6:], self.town.day, "Wali Kota", "definitif", offers), (1,))
        return str(refused["preview"] or refused["outcome"])

    def works_at(self, nip):
        """The agencies that count the person among their own."""
        return [node for node in self.town.registries
                if nip in {one["nip"] for one in node.run("", commands.staff_list())["people"]}]

    def assert_package(self, parties, package, state):
        for party in parties:
            if party is not self.town.desk:
                party.sync()
            self.assertEqual(party.one("package", package)["state"], state, party.title)
        shown = self.town.desk.one("package", package)
        self.assertEqual(shown["state"], state)
        return shown
