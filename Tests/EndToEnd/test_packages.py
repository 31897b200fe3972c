"""Moves that go together or not at all: an exchange without any vacancy, a chain of four, one whose link is struck."""

import fixture
from fixture import commands

COUNTER = "Operator Layanan Operasional"


class PackageTests(fixture.TownTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        town = cls.town
        cls.rows = {node: {row["NIP BARU"]: row for row in town.city.rows(node.name, "staff")}
                    for node in town.registries}
        # People of one post whom nothing forbids to move to the same post elsewhere.
        probe = town.open(town.social, town.codes.need, name=COUNTER)
        cls.movers = {}
        for node in (town.home, town.permits, town.social):
            node.sync()
            matches = node.run("", commands.match(probe) + ["--all"])["matches"]
            cls.movers[node] = [one["nip"] for one in matches if cls.may_move(node, one)]
        town.social.decide("", commands.vacancy_withdraw(probe, "selesai"))

    @classmethod
    def may_move(cls, node, match):
        return not match["blocked"] and cls.rows[node][match["nip"]]["JABATAN NAMA"] == COUNTER

    def test_two_people_exchange_their_seats(self):
        town, home, permits = self.town, self.town.home, self.town.permits
        start = town.later(7)
        one, other = self.mover(home), self.mover(permits)
        there, here = self.seat(permits, other), self.seat(home, one)
        offers = [self.offer(home, one, permits, there, start), self.offer(permits, other, home, here, start)]
        home.sync()
        package, _ = home.decide("", commands.package_open(*offers))
        for party in (home, permits, town.desk):
            self.assert_package([party], package, "held")
        self.assertIn(f"{offers[1]}", self.refused_document([offers[0]]))
        transfers = town.decree(town.codes.need, offers)
        self.assert_package([home, permits], package, "decreed")
        for offer in offers:
            self.take_steps(transfers[offer])

        # The first start letter moves nobody.
        town.advance(start)
        permits.decide("", commands.transfer_start(transfers[offers[0]], start, "SPMT-A"))
        town.settle_all()
        shown = home.one("transfer", transfers[offers[0]])
        self.assertEqual((shown["state"], shown["pledged"]["value"]["number"]), ("ready", "SPMT-A"))
        self.assertEqual((self.works_at(one), self.works_at(other)), ([home], [permits]))
        home.decide("", commands.transfer_start(transfers[offers[1]], start, "SPMT-B"))
        town.settle_all()
        town.settle_all()
        for transfer in transfers.values():
            shown = town.desk.one("transfer", transfer)
            self.assertEqual((shown["state"], shown["ended"]["reason"], shown["began"]), ("ended", "received", start))
        self.assertEqual((self.works_at(one), self.works_at(other)), ([permits], [home]))
        self.assertEqual(self.assert_package([home, permits], package, "ended")["ended"]["reason"], "started")
        self.assert_unseen([town.social, town.third], "package", package, "--all")
        self.assert_all_well()

    def test_a_struck_link_stops_the_chain_until_the_desk_splits_it(self):
        town, home, permits, social = self.town, self.town.home, self.town.permits, self.town.social
        start = town.later(7)
        first, second, third = self.mover(home), self.mover(permits), self.mover(social)
        offers = [
            self.offer(home, first, permits, self.seat(permits, second), start),
            self.offer(permits, second, social, self.seat(social, third), start),
            self.offer(social, third, permits, town.open(permits, town.codes.need, name=COUNTER), start),
        ]
        package, _ = town.desk.decide("", commands.package_open(*offers))
        board, *approvals = town.codes.opinions[town.codes.need]
        town.issue(board, "BA-3", offers)
        town.issue(approvals[0], "ND-3", [offers[0], offers[2]], [offers[1]])
        stopped = self.assert_package([home, permits, social], package, "stopped")
        self.assertEqual((stopped["stopped"]["reason"], stopped["stopped"]["offer"]), ("struck", offers[1]))
        self.assertIn("package-stopped", self.refused_document([offers[2]]))
        self.assertIn((package, "decide-package"), self.waiting(town.desk))

        town.desk.decide("", commands.package_decide(package, "split", "baris kedua dicoret"))
        self.assertNotIn((package, "decide-package"), self.waiting(town.desk))
        self.assert_label([home, permits], offers[0], "closed", "not-freed")
        self.assert_label([permits, social], offers[2], "approved")
        transfer = town.decree(town.codes.need, [offers[2]], approved=True)[offers[2]]
        self.take_steps(transfer)
        town.advance(start)
        permits.decide("", commands.transfer_start(transfer, start, "SPMT-C"))
        town.settle_all()
        town.settle_all()
        self.assertEqual(
            [self.works_at(nip) for nip in (first, second, third)], [[home], [permits], [permits]])
        self.assert_all_well()

    def test_a_chain_of_four_starts_in_one_moment(self):
        town, home, permits, social = self.town, self.town.home, self.town.permits, self.town.social
        start = town.later(7)
        people = [self.mover(home), self.mover(permits), self.mover(social), self.mover(home)]
        to = [permits, social, home, permits]
        seats = [self.seat(to[index], people[index + 1]) for index in range(3)]
        seats.append(town.open(permits, town.codes.need, name=COUNTER))
        owners = [home, permits, social, home]
        offers = [self.offer(owners[index], people[index], to[index], seats[index], start) for index in range(4)]
        package, _ = town.desk.decide("", commands.package_open(*offers))
        transfers = town.decree(town.codes.need, offers)
        for transfer in transfers.values():
            self.take_steps(transfer)
        town.advance(start)
        for index, offer in enumerate(offers):
            self.assert_package([], package, "decreed")
            to[index].sync()
            to[index].decide("", commands.transfer_start(transfers[offer], start, f"SPMT-D{index}"))
        self.assertEqual(self.assert_package([], package, "ended")["ended"]["reason"], "started")
        town.settle_all()
        town.settle_all()
        self.assertEqual([self.works_at(nip) for nip in people], [[node] for node in to])
        self.assert_all_well()

    # What several tests need

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

    def waiting(self, party):
        return [(line["record"], line["kind"]) for line in party.run("", ["todo"], (0, 1))["todo"]]
