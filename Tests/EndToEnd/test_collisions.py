"""What collides on purpose, how it ends, and that every party's node shows the same end."""

import fixture
from fixture import commands


class CollisionTests(fixture.TownTestCase):
    def test_last_seat_goes_to_the_first_and_the_next_follows_when_it_falls_free(self):
        town, home, social = self.town, self.town.home, self.town.social
        vacancy, (first, second) = self.rush(2)
        one = self.agreed(first, vacancy)
        two = self.agreed(second, vacancy)
        parties = [home, social, town.desk]
        self.assert_label(parties, one, "held")
        self.assert_label(parties, two, "waiting", "seat")
        for offer in (one, two):
            self.assert_unseen([town.permits, town.permits2, town.third], "offer", offer, "--all")
        home.decide("", ["offer", "withdraw", one, "--reason", "berubah"])
        self.assert_label(parties, one, "closed", "withdrawn")
        self.assert_label(parties, two, "held")
        # A struck opinion gives the seat up too.
        opinion = town.codes.opinions[town.codes.secondment][0]
        town.issue(opinion, "P-struck", struck=[two])
        self.assert_label(parties, two, "closed", "struck")
        self.assert_well(parties)

    def test_one_card_agreed_by_two_agencies_is_held_once(self):
        town, home, social, permits = self.town, self.town.home, self.town.social, self.town.permits
        vacancy, (nip,) = self.rush(1)
        card = town.open_card(home, nip)
        theirs = town.open(permits, town.codes.secondment, return_=self.back)
        permits.sync()
        asked, _ = permits.decide("", commands.offer_ask(card, theirs, self.start, self.back))
        social.sync()
        rival, _ = social.decide("", commands.offer_ask(card, vacancy, self.start, self.back))
        home.sync()
        home.decide("", commands.offer_agree(asked))
        home.decide("", commands.offer_agree(rival))
        self.assert_label([home, permits, town.permits2, town.desk], asked, "held")
        self.assert_label([home, social, town.desk], rival, "waiting", "card")
        # Neither receiver sees the other's offer, only that the card is held.
        self.assert_unseen([social, town.third], "offer", asked, "--all")
        self.assert_unseen([permits, town.permits2, town.third], "offer", rival, "--all")
        permits.decide("", ["offer", "withdraw", asked])
        self.assert_label([home, social, town.desk], rival, "held")
        self.assert_well([home, permits, social, town.desk])

    def test_acceptance_of_terms_that_changed_meanwhile_is_stale(self):
        town, home, social = self.town, self.town.home, self.town.social
        vacancy, (nip,) = self.rush(1)
        offer, _ = home.decide("", commands.offer_propose(nip, vacancy, self.start, self.back))
        social.sync()
        acceptance = social.draft("", commands.offer_agree(offer))
        later = town.later(3)
        home.decide("", commands.offer_counter(offer, later, self.back))
        social.sync()
        told = social.decided(acceptance, "rejected", "stale-terms")
        self.assertEqual(told["detail"]["terms"]["value"]["start"], later)
        shown = self.assert_label([home, social, town.desk], offer, "proposed")
        self.assertEqual(shown["terms"]["version"], 2)
        social.decide("", commands.offer_agree(offer))
        self.assert_label([home, social, town.desk], offer, "held")
        self.assert_well([home, social, town.desk])

    def test_first_of_two_counters_becomes_the_terms(self):
        town, home, social = self.town, self.town.home, self.town.social
        vacancy, (nip,) = self.rush(1)
        offer, _ = home.decide("", commands.offer_propose(nip, vacancy, self.start, self.back))
        social.sync()
        theirs = social.draft("", commands.offer_counter(offer, town.later(4), self.back))
        ours = home.draft("", commands.offer_counter(offer, town.later(5), self.back))
        social.sync()
        social.decided(theirs)
        home.sync()
        told = home.decided(ours, "rejected", "stale-terms")
        self.assertEqual(told["detail"]["terms"]["version"], 2)
        shown = self.assert_label([home, social, town.desk], offer, "proposed")
        self.assertEqual((shown["terms"]["value"]["start"], shown["terms"]["by"]), (town.later(4), "receiving"))
        self.assert_well([home, social, town.desk])

    def test_vacancy_with_a_held_seat_is_not_withdrawn(self):
        town, home, social = self.town, self.town.home, self.town.social
        vacancy, (nip,) = self.rush(1)
        offer = self.agreed(nip, vacancy)
        line = commands.vacancy_withdraw(vacancy, "tidak jadi")
        foreseen = social.run("", line, (1,))
        self.assertEqual((foreseen["preview"]["code"], foreseen["recorded"]), ("seats-held", False))
        told = social.run("", line + ["--anyway", "--sync"], (1,))["outcome"]
        self.assertEqual((told["code"], told["detail"]["offers"]), ("seats-held", [offer]))
        for party in self.synced():
            self.assertIn(vacancy, party.ids("vacancy"), party.title)
        # Free again, it can be.
        home.decide("", ["offer", "withdraw", offer])
        social.sync()
        social.decide("", line)
        for party in self.synced():
            self.assertEqual(party.one("vacancy", vacancy)["ended"]["reason"], "tidak jadi", party.title)
            self.assertNotIn(vacancy, party.ids("vacancy"), party.title)
        self.assert_well(town.everybody)

    def test_withdrawal_under_an_open_offer_closes_it(self):
        town, home, social = self.town, self.town.home, self.town.social
        vacancy, (nip,) = self.rush(1)
        offer, _ = home.decide("", commands.offer_propose(nip, vacancy, self.start, self.back))
        withdrawal = social.draft("", commands.vacancy_withdraw(vacancy, "tidak jadi"))
        social.sync()
        social.decided(withdrawal)
        self.assert_label([home, social, town.desk], offer, "closed")

    def test_two_machines_edit_different_parts_while_the_coordinator_is_down(self):
        town, one, two = self.town, self.town.permits, self.town.permits2
        vacancy = self.edited()
        self.assertEqual(town.server.stop(), 0)
        until = town.later(60)
        seats = one.draft("", commands.vacancy_edit(vacancy, seats=3))
        closing = two.draft("", commands.vacancy_edit(vacancy, open_until=until))
        self.assertEqual(one.error(commands.sync(), 69)["code"], "unreachable")
        self.assertIn("code", town.desk.error(commands.offer_list(), 69))
        # What waits is kept, and never shown as decided.
        self.assertEqual(one.status()["unsent"] + one.status()["inFlight"], 1)
        self.assertEqual(one.one("vacancy", vacancy)["seats"]["count"], 1)
        town.server.start()
        one.sync()
        one.decided(seats)
        two.sync()
        two.decided(closing, "merged")
        for party in self.synced():
            shown = party.one("vacancy", vacancy)
            self.assertEqual((shown["seats"]["count"], shown["kind"]["openUntil"]), (3, until), party.title)
        self.assert_well(town.everybody)

    def test_two_machines_edit_the_same_part_and_a_person_chooses(self):
        for keep, expected in (("mine", 4), ("theirs", 3), ("write", 5)):
            with self.subTest(keep=keep):
                self.choose(keep, expected)
        self.assert_well(self.town.everybody)

    def choose(self, keep, expected):
        town, one, two = self.town, self.town.permits, self.town.permits2
        vacancy = self.edited()
        town.server.stop()
        ours = one.draft("", commands.vacancy_edit(vacancy, seats=3))
        theirs = two.draft("", commands.vacancy_edit(vacancy, seats=4))
        town.server.start()
        one.sync()
        one.decided(ours)
        two.sync()
        conflict = two.decided(theirs, "conflict", "groups-conflict")["detail"]["conflict"]
        one.sync()
        for machine in (one, two):
            status = machine.run("", ["status"], (1,))
            self.assertEqual((status["conflicts"], status["well"]), (1, False), machine.title)
            shown = machine.one("conflict", conflict)
            self.assertEqual(
                [shown[part]["seats"]["count"] for part in ("was", "now", "theirs")], [1, 4, 3], machine.title)
            self.assertIn(conflict, machine.ids("conflict"))
        self.assert_unseen([town.home, town.third, town.social], "conflict", conflict)
        resolve = ["conflict", "resolve", conflict]
        two.decide("", resolve + (["--write", 'seats={"count":5}'] if keep == "write" else ["--keep", keep]))
        for party in self.synced():
            self.assertEqual(party.one("vacancy", vacancy)["seats"]["count"], expected, party.title)
        for machine in (one, two):
            self.assertEqual(machine.status()["conflicts"], 0)
            self.assertNotIn(conflict, machine.ids("conflict"))

    # What several tests need

    @property
    def start(self):
        return self.town.later(2)

    @property
    def back(self):
        return self.town.later(30)

    def rush(self, count):
        """A secondment's last seat at the social affairs office, and people of home who fit it."""
        town = self.town
        vacancy = town.open(town.social, town.codes.secondment, return_=self.back)
        return vacancy, town.people(town.home, vacancy, count)

    def agreed(self, nip, vacancy):
        home, social = self.town.home, self.town.social
        offer, _ = home.decide("", commands.offer_propose(nip, vacancy, self.start, self.back))
        social.sync()
        social.decide("", commands.offer_agree(offer))
        home.sync()
        return offer

    def edited(self):
        """A vacancy that both machines of one agency have in the same revision."""
        town = self.town
        vacancy = town.open(town.permits, town.codes.need)
        town.permits.sync()
        town.permits2.sync()
        return vacancy

    def synced(self):
        self.town.sync_all()
        return self.town.everybody

    def assert_well(self, parties):
        self.assert_all_well(parties)


class RenamedCollisionTests(CollisionTests):
    renamed = True
