"""Days pass: silence and refusals end as the route says."""

import fixture
from fixture import commands

REASON = "Perangkat daerah asal tidak menjawab dalam batas waktu."


class DeadlineTests(fixture.TownTestCase):
    def test_silence_of_a_heard_agency_goes_to_the_bkd_which_decides(self):
        town, social, third = self.town, self.town.social, self.town.third
        vacancy = town.open(social, town.codes.need, seats=2)
        offers = [self.asked(nip, vacancy) for nip in town.people(third, vacancy, 2)]
        third.sync()
        parties = [social, third, town.desk]
        for offer in offers:
            self.assert_label(parties, offer, "proposed")
            early = town.desk.run("", commands.offer_decide(offer, REASON), (1,))
            self.assertEqual((early["preview"] or early["outcome"])["code"], "wrong-state")
        town.advance(town.later(31))
        for offer in offers:
            self.assert_label(parties, offer, "contested")
        todo = town.desk.run("", commands.todo(), (0, 1))["todo"]
        self.assertLessEqual(set(offers), {line["record"] for line in todo})

        proceeds, closes = offers
        town.desk.decide("", commands.offer_decide(proceeds, REASON))
        town.desk.decide("", ["offer", "decide", closes, "--close", "--reason", REASON])
        shown = self.assert_label(parties, proceeds, "held")
        self.assertTrue(shown["override"]["proceeds"])
        self.assertEqual(shown["stances"]["home"]["says"], "silent")
        self.assert_label(parties, closes, "closed", "decided-against")
        for offer in offers:
            self.assert_unseen([town.home, town.permits, town.permits2], "offer", offer, "--all")
        # Both agencies read the reason, others do not, and the desk's command line keeps it out of the record.
        for node in (social, third):
            self.assertIn(REASON.encode(), town.files_of(node.data), node.title)
        self.assertNotIn(REASON.encode(), town.files_of(town.home.data))
        self.assert_all_well()

    def test_refusal_of_a_heard_agency_goes_to_the_bkd(self):
        town, social, third = self.town, self.town.social, self.town.third
        vacancy = town.open(social, town.codes.need)
        offer = self.asked(*town.people(third, vacancy), vacancy)
        third.sync()
        third.decide("", ["offer", "refuse", offer, "--reason", "beban kerja"])
        self.assert_label([social, third, town.desk], offer, "contested")
        town.desk.decide("", commands.offer_decide(offer, REASON))
        shown = self.assert_label([social, third, town.desk], offer, "held")
        self.assertEqual(shown["stances"]["home"]["says"], "refuse")

    def test_refusal_or_silence_of_a_required_agency_closes(self):
        town, home, social = self.town, self.town.home, self.town.social
        back = town.later(60)
        vacancy = town.open(social, town.codes.secondment, seats=2, return_=back)
        start = town.later(20)
        refused, silent = [
            home.decide("", commands.offer_propose(nip, vacancy, start, back))[0]
            for nip in town.people(home, vacancy, 2)]
        social.sync()
        social.decide("", ["offer", "refuse", refused, "--reason", "tidak perlu"])
        self.assert_label([home, social, town.desk], refused, "closed", "refused")
        town.advance(town.later(15))
        self.assert_label([home, social, town.desk], silent, "closed", "silent")
        self.assert_all_well()

    def test_day_never_goes_back_and_a_node_learns_it_with_its_sync(self):
        town = self.town
        before = town.day
        error = town.desk.ends(commands.day_advance("2026-01-01"), 1)[1]["error"]
        self.assertEqual(error["code"], "day-not-later")
        town.desk.run("", commands.day_advance(town.later(1)))
        self.assertEqual(town.home.status()["day"], before)
        town.home.sync()
        town.day = town.later(1)
        self.assertEqual(town.home.status()["day"], town.day)

    def asked(self, nip, vacancy):
        town = self.town
        card = town.open_card(town.third, nip)
        town.social.sync()
        return town.social.decide("", commands.offer_ask(card, vacancy, town.later(60)))[0]


class RenamedDeadlineTests(DeadlineTests):
    renamed = True
