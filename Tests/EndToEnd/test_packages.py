"""Moves that go together or not at all: an exchange without any vacancy, a chain of four, one whose link is struck."""

import fixture
from fixture import commands
from movers import Movers


class PackageTests(Movers, fixture.TownTestCase):
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

    def test_two_kinds_of_decree_are_issued_in_one_act(self):
        town, desk, home, permits = self.town, self.town.desk, self.town.home, self.town.permits
        start, other_route = town.later(7), "penataan-organisasi"
        one, other = self.mover(home), self.mover(permits)
        there, row = self.seat(permits, other), self.rows[home][one]
        here, _ = home.decide("", commands.vacancy_open(
            row["JABATAN ID"], row["UNOR ID"], other_route, need=3, holders=3, freed_by=one))
        first = self.offer(home, one, permits, there, start)
        permits.sync()
        second, _ = permits.decide("", commands.offer_propose(other, here, start))
        home.sync()
        package, _ = home.decide("", commands.package_open(first, second))
        self.assert_package([home, permits], package, "held")
        town.approve(town.codes.need, [first, second])
        decree = ["document", "issue", "--no-conflict", "--type", "sk-mutasi", "--number", "SK-7", "--date", town.day,
                  "--signer", "Wali Kota", "--standing", "definitif", "--line", first, "--line", second]
        self.assertEqual(desk.run("", decree, (1,))["preview"]["outcome"], "rejected")
        desk.decide("", decree + ["--with", "sk-penataan=SK-8"])
        self.assert_package([home, permits], package, "decreed")
        papers = [desk.run("", ["document", "show", one])["document"]["document"] for one in desk.ids("document")]
        self.assertEqual({one["type"]: [line["offer"] for line in one["lines"]] for one in papers
                          if one["number"] in ("SK-7", "SK-8")},
                         {"sk-mutasi": [first], "sk-penataan": [second]})

    def test_a_struck_link_stops_the_chain_until_the_desk_splits_it(self):
        town, home, permits, social = self.town, self.town.home, self.town.permits, self.town.social
        start = town.later(7)
        first, second, third = self.mover(home), self.mover(permits), self.mover(social)
        offers = [
            self.offer(home, first, permits, self.seat(permits, second), start),
            self.offer(permits, second, social, self.seat(social, third), start),
            self.offer(social, third, permits, town.open(permits, town.codes.need, name=fixture.COUNTER), start),
        ]
        package, _ = town.desk.decide("", commands.package_open(*offers))
        board, *approvals = town.codes.opinions[town.codes.need]
        town.issue(board, "BA-3", offers)
        town.issue(approvals[0], "ND-3", [offers[0], offers[2]], [offers[1]])
        stopped = self.assert_package([home, permits, social], package, "stopped")
        self.assertEqual((stopped["stopped"]["reason"], stopped["stopped"]["offer"]), ("struck", offers[1]))
        self.assertIn("package-stopped", self.refused_document([offers[2]]))
        self.assertIn((package, "decide-package"), town.desk.waiting())

        town.desk.decide("", commands.package_decide(package, "split", "baris kedua dicoret"))
        self.assertNotIn((package, "decide-package"), town.desk.waiting())
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
        seats.append(town.open(permits, town.codes.need, name=fixture.COUNTER))
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


class ExchangeTests(Movers, fixture.TownTestCase):
    """One command for two seats, two offers and the package."""

    def test_the_desk_exchanges_two_who_asked_in_one_command(self):
        town, home, permits, desk = self.town, self.town.home, self.town.permits, self.town.desk
        route, start = town.codes.exchange, town.later(7)
        people = {home: self.mover(home), permits: self.mover(permits)}
        first, _ = home.decide("", commands.request_file(people[home], route, town.day, to=permits.name))
        permits.sync()
        second, _ = permits.decide("", commands.request_file(people[permits], route, town.day, exchange=first))
        desk.sync()
        cards = [desk.one("request", one)["card"] for one in (first, second)]
        told = desk.run("", commands.package_exchange(*cards, route, start))
        self.assertEqual((told["recorded"], [one["who"] for one in told["next"]]), (0, [home.name, permits.name]))
        self.assertIn("card check", told["next"][0]["command"])
        for node in people:
            node.decide("", commands.card_check(people[node], route, seat=True))
        made = desk.run("", commands.package_exchange(*cards, route, start))
        self.assertEqual([one["kind"] for one in made["recordings"]], [
            "vacancy.open", "vacancy.open", "offer.open", "offer.open", "package.open"])
        self.assertEqual(made["refused"], [])
        package, offers = made["recordings"][4]["record"], [one["record"] for one in made["recordings"][2:4]]
        self.assertLessEqual({home.name, permits.name}, {one["who"] for one in made["next"]})
        for node in people:
            node.sync()
            notices = [one["code"] for one in node.run("", commands.notice_list())["notices"]]
            self.assertIn("seat-opened", notices)
            for offer in offers:
                self.assertEqual(node.one("offer", offer)["stances"]["person"]["says"], "agree")
                node.decide("", commands.offer_agree(offer))
        # Run again, it finds all of it there.
        again = desk.run("", commands.package_exchange(*cards, route, start))
        self.assertEqual((again["recorded"], again["left"]), (0, []))
        self.assert_package([home, permits], package, "held")
        self.finish(package, offers, route, start, [permits, home])
        self.assertEqual([self.works_at(one) for one in people.values()], [[permits], [home]])
        self.assert_all_well()

    def test_two_agencies_exchange_by_the_same_command_in_turn(self):
        town, home, permits = self.town, self.town.home, self.town.permits
        route, start = town.codes.exchange, town.later(7)
        people = {home: self.mover(home), permits: self.mover(permits)}
        cards = {node: town.open_card(node, nip) for node, nip in people.items()}
        for node in people:
            node.sync()

        def run(node, other, *kinds):
            made = node.run("", commands.package_exchange(people[node], cards[other], route, start) + ["--sync"])
            self.assertEqual((made["refused"], [one["kind"] for one in made["recordings"]]), ([], list(kinds)))
            other.sync()
            return made

        made = run(home, permits, "vacancy.open")
        self.assertEqual({one["who"] for one in made["next"]}, {permits.name})
        offers = [run(permits, home, "vacancy.open", "offer.propose")["recordings"][1]["record"]]
        made = run(home, permits, "offer.propose", "offer.agree", "package.open")
        offers.append(made["recordings"][0]["record"])
        package = made["recordings"][2]["record"]
        run(permits, home, "offer.agree")
        self.agree_in_person([permits, home], offers)
        self.assert_package([home, permits], package, "held")

    def test_one_agency_exchanges_its_own_two_and_sends_it_later(self):
        town, home = self.town, self.town.home
        people = [self.mover(home), self.mover(home)]
        made = home.run("", commands.package_exchange(*people, town.codes.exchange, town.later(7)))
        self.assertEqual([one["kind"] for one in made["recordings"]], [
            "vacancy.open", "vacancy.open", "offer.propose", "offer.propose", "package.open"])
        self.assertTrue(all(one["recorded"] for one in made["recordings"]))
        home.settle()
        self.agree_in_person([home, home], [one["record"] for one in made["recordings"][2:4]])
        self.assert_package([home], made["recordings"][4]["record"], "held")

    def test_an_exchange_that_would_be_refused_leaves_nothing_behind(self):
        town, home = self.town, self.town.home
        people = [self.mover(home), self.mover(home)]
        past = commands.package_exchange(*people, town.codes.exchange, "2020-01-01")
        made = home.run("", past, (1,))
        self.assertEqual(made["recorded"], 0)
        self.assertEqual(made["refused"][0]["outcome"]["code"], "bad-body")
        self.assertEqual(home.status()["unsent"], 0)

    def agree_in_person(self, homes, offers):
        """Each person's letter, recorded by the agency of the card."""
        for node, offer in zip(homes, offers):
            node.decide("", commands.offer_person(offer, "agree", "P-" + offer[-6:], self.town.day))
