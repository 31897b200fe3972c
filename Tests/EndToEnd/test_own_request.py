"""A clerk asks to work near home; the head who refuses to let go is heard, and reads why the BKD decides otherwise."""

import courses
import fixture
from fixture import commands

RELUCTANT = "loket sendiri kekurangan orang sampai Juni"
WELCOME = "satu formasi di loket belum terisi"
DECISION = "merawat orang tua; dua orang baru masuk bulan depan"


class OwnRequestTests(fixture.TownTestCase):
    def test_a_reluctant_head_is_heard_and_reads_why_the_clerk_moves(self):
        town, desk, home, permits, others = self.town, self.town.desk, self.town.home, self.town.permits, self.others()
        vacancy = town.open(permits, town.codes.wish, name=fixture.COUNTER)
        nip, = town.people(home, vacancy)
        before = home.run("", commands.staff_show(nip))["person"]
        district = permits.one("vacancy", vacancy)["place"]["district"]
        letter = town.path("permohonan.pdf")
        with open(letter, "wb") as file:
            file.write(b"%PDF permohonan bertanda tangan")

        request, _ = home.decide("", commands.request_file(
            nip, town.codes.wish, town.day, to=permits.name, agency=[permits.name], district=[district],
            letter_number="P-17", reason="dekat-rumah", scan=letter))
        home.decide("", commands.request_answer(request, "refuse", town.day, RELUCTANT))
        permits.sync()
        self.assertIn((request, "answer-request"), permits.waiting())
        permits.decide("", commands.request_answer(request, "accept", town.day, WELCOME))
        answers = [(home.name, "refuse", RELUCTANT), (permits.name, "accept", WELCOME)]
        self.assert_answers([home, permits, desk], request, answers)
        self.assert_unseen(others, "request", request, "--all")

        # Whom the letter names sees the card, and nobody else. It asks on the letter: the person has agreed by it, home has to speak.
        card = permits.one("request", request)["card"]
        self.assertIn(card, self.cards(permits))
        for party in others:
            self.assertNotIn(card, self.cards(party), party.title)
        refused = permits.run("", commands.offer_ask_with(card, vacancy, town.later(20)), (1,))
        self.assertEqual(refused["preview"]["code"], "incomplete")
        start = town.later(20)
        offer, _ = permits.decide("", commands.offer_ask_with(card, vacancy, start, request=request))
        shown = self.assert_label([permits, home, desk], offer, "proposed")
        self.assertEqual((shown["request"], shown["stances"]["person"]["says"]), (request, "agree"))
        home.decide("", commands.offer_refuse(offer, RELUCTANT))
        self.assert_label([home, permits, desk], offer, "contested")
        self.assertIn((offer, "decide-offer"), desk.waiting())
        desk.decide("", commands.offer_decide(offer, DECISION))

        # The refusal stays beside the decision, and whoever refused reads the reason.
        shown = self.assert_label([permits, desk, home], offer, "held")
        self.assertEqual((shown["stances"]["home"]["says"], shown["override"]["proceeds"]), ("refuse", True))
        said = [shown["stances"]["home"], shown["override"]]
        names = [one["value"]["reason"]["attachment"] for one in said]
        for party in (home, permits, desk):
            texts = party.one("offer", offer)["reasons"]
            self.assertEqual([texts[name] for name in names], [RELUCTANT, DECISION], party.title)
        for party in others:
            self.assertNotIn(DECISION.encode(), town.files_of(party.data), party.title)

        # Told to let go, home still answers for what it knows of the person.
        home.decide("", ["offer", "check", offer])
        self.assertNotIn("fail", {one["outcome"] for one in home.one("offer", offer)["sheet"]})
        transfer = town.decree(town.codes.wish, [offer])[offer]
        home.sync()
        town.take_steps(home, transfer)
        courses.attend(town, permits, home, transfer, nip, town.third)
        town.advance(start)
        permits.decide("", commands.transfer_start(transfer, start, "SPMT-17"))
        town.settle_all()
        town.settle_all()
        for party in (home, permits, desk):
            shown = party.one("transfer", transfer)
            self.assertEqual((shown["state"], shown["ended"]["reason"]), ("ended", "received"), party.title)
        after = permits.run("", commands.staff_show(nip))["person"]
        self.assertEqual((after["name"], after["post"]["name"]), (before["name"], fixture.COUNTER))
        self.assertEqual(after["unit"]["id"], permits.one("vacancy", vacancy)["place"]["unit"]["id"])
        self.assertNotIn(nip, {one["nip"] for one in home.run("", commands.staff_list())["people"]})
        self.assertIn("ended", home.one("request", request))
        self.assert_all_well()

    def others(self):
        return [self.town.social, self.town.third]

    def cards(self, party):
        """The cards of others that it sees."""
        party.sync()
        return {card["id"] for card in party.run("", commands.card_list(pool=True))["cards"]}

    def assert_answers(self, parties, request, answers):
        """Each of these reads who said what, and why."""
        for party in parties:
            party.sync()
            shown = party.one("request", request)
            texts = [shown["reasons"][one["reason"]["attachment"]] for one in shown["answers"]]
            said = [(one["agency"], one["says"], text) for one, text in zip(shown["answers"], texts)]
            self.assertEqual(said, answers, party.title)
