"""Seats given by a ranking, requests that persons hand in, and a call from the standby list."""

import fixture
from fixture import commands


class SelectionTests(fixture.TownTestCase):
    def test_a_selection_is_ranked_after_its_closing_date_with_a_reason_for_each_passed_over(self):
        town, home, permits, third = self.town, self.town.home, self.town.permits, self.town.third
        place = town.place(permits, fixture.COUNTER)
        vacancy, _ = permits.decide("", commands.vacancy_open(
            place.post, place.unit, town.codes.need, need=4, holders=2, mode="selection", open_until=town.later(5)))
        offers = [self.agreed(node, vacancy, nip) for node, count in ((home, 2), (third, 1))
                  for nip in town.people(node, vacancy, count)]
        for offer, node in zip(offers, (home, home, third)):
            self.assert_label([node, permits, town.desk], offer, "waiting", "selection")
        first, second, third_offer = offers
        ranking = commands.vacancy_rank(
            vacancy, [second], {first: "belum pernah di loket", third_offer: "masa kerja lebih pendek"})
        refused = permits.run("", ranking, (1,))["preview"]
        self.assertEqual((refused["code"], refused["detail"]["state"]), ("wrong-state", "before-closing"))
        self.assertNotIn((vacancy, "rank-offers"), permits.waiting())
        town.advance(town.later(6))
        self.assertIn((vacancy, "rank-offers"), permits.waiting())
        # Nobody is left out in silence.
        left = permits.run("", commands.vacancy_rank(vacancy, [second], {first: "belum"}), (1,))["preview"]
        self.assertEqual((left["code"], left["detail"]["missing"]), ("incomplete", [third_offer]))
        # It is the receiver's to rank.
        self.assertEqual(town.desk.run("", ranking, (1,))["preview"]["code"], "not-allowed")
        permits.decide("", ranking)
        self.assertNotIn((vacancy, "rank-offers"), permits.waiting())
        for party in (home, permits, town.desk):
            self.assert_label([party], second, "held")
            told = self.assert_label([party], first, "closed", "passed-over")
            self.assertEqual(told["passedOver"], "belum pernah di loket", party.title)
        self.assertEqual(self.assert_label([third], third_offer, "closed", "passed-over")["passedOver"], "masa kerja lebih pendek")
        self.assert_unseen([third], "offer", first, "--all")
        self.assertEqual(town.desk.one("offer", second)["ranked"]["place"], 1)
        town.decree(town.codes.need, [second])
        self.assert_all_well()

    def test_an_own_request_is_answered_by_each_with_reason_and_date(self):
        town, home, permits, third = self.town, self.town.home, self.town.permits, self.town.third
        vacancy = town.open(permits, town.codes.need, name=fixture.COUNTER)
        nip, = town.people(home, vacancy)
        written = town.day
        town.advance(town.later(3))
        request, _ = home.decide("", commands.request_file(
            nip, town.codes.need, written, to=permits.name, district=["Tembalang"], reason="dekat-rumah"))
        permits.sync()
        self.assertIn((request, "answer-request"), permits.waiting())
        self.assertIn((request, "answer-request"), home.waiting())
        self.assertNotIn((request, "answer-request"), town.desk.waiting())
        third.sync()
        self.assertEqual(third.error(["request", "show", request], 64)["code"], "id-none")
        home.decide("", commands.request_answer(request, "refuse", town.day, "loket sendiri kekurangan orang"))
        # Who is asked and does not answer: it goes to the BKD.
        town.advance(town.later(15))
        self.assertIn((request, "answer-request"), town.desk.waiting())
        town.desk.decide("", commands.request_answer(request, "accept", town.day, "alasan keluarga; loket ditambah dua orang"))
        for party in (home, permits, town.desk):
            party.sync() if party is not town.desk else None
            shown = party.one("request", request)
            texts = [shown["reasons"][one["reason"]["attachment"]] for one in shown["answers"]]
            self.assertEqual(
                [(one["agency"], one["says"]) for one in shown["answers"]], [(home.name, "refuse"), (town.desk.name, "accept")])
            self.assertEqual(texts, ["loket sendiri kekurangan orang", "alasan keluarga; loket ditambah dua orang"], party.title)
        self.assertIn((request, "follow-request"), home.waiting())
        offer, _ = home.decide(
            "", commands.offer_propose(nip, vacancy, town.later(20)) + ["--request", request])
        self.assertEqual(home.one("offer", offer)["request"], request)
        self.assertNotIn((request, "follow-request"), home.waiting())
        self.assert_all_well()

    def test_one_call_from_the_standby_list_makes_order_and_transfer(self):
        town, home, social = self.town, self.town.home, self.town.social
        start, back = town.later(2), town.later(16)
        vacancy = town.open(social, town.codes.secondment, return_=back)
        nip, = town.people(home, vacancy)
        months = sorted({int(town.later(day)[5:7]) for day in range(0, 30)})
        standby, _ = home.decide("", commands.standby_post(nip, town.codes.secondment, months, 20))
        social.sync()
        self.assertEqual(social.error(["standby", "show", standby], 64)["code"], "id-none")
        opinions = {code: f"P-{code}" for code in town.codes.opinions[town.codes.secondment]}

        def call(start, back, number, opinions=opinions):
            return commands.standby_call(
                standby, vacancy, start, back, number, town.day, "Kepala BKPP", "definitif", opinions,
                "kebutuhan unitnya belum diumumkan")

        told = town.desk.run("", call(start, town.later(40), "ST-1"), (1,))
        self.assertEqual(told["preview"]["code"], "limit")
        told = town.desk.run("", call(start, back, "ST-1", {}), (1,))
        self.assertEqual(
            (told["preview"]["code"], told["preview"]["detail"]["missing"]),
            ("incomplete", town.codes.opinions[town.codes.secondment]))
        before = town.desk.ids("document")
        town.desk.decide("", call(start, back, "ST-1"))
        offer = town.desk.one("standby", standby)["called"]
        for party in (home, social, town.desk):
            shown = self.assert_label([party], offer, "decreed")
            transfer = party.one("transfer", shown["decreed"]["transfer"])
            self.assertEqual((transfer["start"], transfer["return"]), (start, back), party.title)
        # One paper for each opinion of the route and the order.
        self.assertEqual(len(town.desk.ids("document") - before), len(opinions) + 1)
        home.decide("", commands.transfer_brief(transfer["id"], town.day))
        self.assertEqual(town.desk.run("", call(start, back, "ST-2"), (1,))["preview"]["code"], "exists")
        self.assert_all_well()

    def agreed(self, node, vacancy, nip):
        """An offer of a node's person to which the permit office agrees."""
        offer, _ = node.decide("", commands.offer_propose(nip, vacancy, self.town.later(30)))
        self.town.permits.sync()
        self.town.permits.decide("", commands.offer_agree(offer))
        return offer


class RenamedSelectionTests(SelectionTests):
    renamed = True
