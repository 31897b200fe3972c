"""From an offer to a person who has started at the new agency, on both routes; others see nothing of it."""

import fixture
from fixture import commands

COURSE_HOURS = 20


class TransferTests(fixture.TownTestCase):
    def test_need_of_service_ends_in_the_other_agencys_staff(self):
        town, home, permits, third, social = self.cast()
        parties, others = [home, permits, town.permits2, town.desk], [third, social]
        vacancy = town.open(permits, town.codes.need, name=fixture.COUNTER)
        nip, gaps = self.person_with_gap(vacancy)
        card = town.open_card(home, nip)
        before = home.run("", commands.staff_show(nip))["person"]

        # Proposed by home, countered on the start date, agreed.
        start = town.later(14)
        offer, _ = home.decide("", commands.offer_propose(nip, vacancy, town.later(7)))
        shown = self.assert_label(parties, offer, "proposed")
        self.assertEqual([rule["outcome"] for rule in shown["sheet"]].count("fail"), 0)
        todo = permits.run("", commands.todo(), (0, 1))["todo"]
        self.assertIn(offer, [line["record"] for line in todo])
        permits.decide("", commands.offer_counter(offer, start))
        shown = self.assert_label(parties, offer, "proposed")
        self.assertEqual((shown["terms"]["version"], shown["terms"]["value"]["start"]), (2, start))
        home.decide("", commands.offer_agree(offer))
        self.assert_label(parties, offer, "held")
        self.assert_unseen(others, "offer", offer, "--all")
        self.assertEqual(third.one("vacancy", vacancy)["id"], vacancy)

        # Opinion, approval, decree.
        board, *approvals = town.codes.opinions[town.codes.need]
        refused = town.desk.run("", commands.document_issue(
            town.codes.ending[town.codes.need], "SK-00", town.day, "Wali Kota", "definitif", [offer]), (1,))
        self.assertEqual((refused["preview"] or refused["outcome"])["outcome"], "rejected")
        town.issue(board, "BA-01", [offer])
        self.assert_label(parties, offer, "held")
        for opinion in approvals:
            town.issue(opinion, "P-01", [offer])
        self.assert_label(parties, offer, "approved")
        decree = town.issue(town.codes.ending[town.codes.need], "SK-01", [offer])
        transfer = self.assert_label(parties, offer, "decreed")["decreed"]["transfer"]
        for party in parties:
            self.assertEqual(party.one("transfer", transfer)["state"], "preparing", party.title)
        self.assertEqual(town.desk.run("", ["document", "show", decree])["document"]["document"]["number"], "SK-01")
        self.assert_unseen(others, "transfer", transfer, "--all")

        # Training from the gap, confirmed by the third agency, which sees the course and nothing else.
        self.assertIn("training", permits.one("transfer", transfer)["openGates"])
        courses = [permits.decide("", commands.training_require(
            offer, competence, level, COURSE_HOURS, third.name))[0] for competence, level in gaps]
        self.refuse_start(permits, transfer, town.day)
        third.sync()
        social.sync()
        for course in courses:
            self.assertIn(course, third.ids("training"))
            self.assertNotIn(course, social.ids("training"))
            third.decide("", commands.training_confirm(course, COURSE_HOURS, town.day))
        self.assert_unseen(others, "offer", offer, "--all")

        # Briefing and handover, each by its owner alone.
        permits.sync()
        foreseen = permits.run("", commands.transfer_brief(transfer, town.day), (1,))["preview"]
        self.assertEqual(foreseen["code"], "not-allowed")
        home.sync()
        home.decide("", commands.transfer_brief(transfer, town.day))
        home.decide("", commands.transfer_handover(transfer, town.day))
        for party in parties:
            if party is not town.desk:
                party.sync()
            self.assertEqual(party.one("transfer", transfer)["state"], "ready", party.title)
        self.refuse_start(permits, transfer, town.day)

        town.advance(start)
        permits.decide("", commands.transfer_start(transfer, start, "SPMT-01"))
        town.settle_all()
        town.settle_all()
        for party in parties:
            shown = party.one("transfer", transfer)
            self.assertEqual((shown["state"], shown["ended"]["reason"]), ("ended", "received"), party.title)
        self.assert_unseen(others, "transfer", transfer, "--all")
        self.assertEqual(social.one("vacancy", vacancy)["ended"]["reason"], "filled")
        self.assert_moved(nip, before, start, transfer)
        # The old card is gone for the others, the new one is the receiver's own.
        for party in others:
            pool = party.run("", commands.card_list(pool=True) + ["--all"])["cards"]
            self.assertNotIn(card, {one["id"] for one in pool})
        new = permits.run("", commands.staff_show(nip))["person"]["card"]
        self.assertNotEqual(new, card)
        self.assertIn(new, {one["id"] for one in permits.run("", commands.card_list())["cards"]})
        # The personnel file travelled sealed.
        held = town.files_of(town.path("bkd"))
        self.assertNotIn(nip.encode(), held)
        self.assertNotIn(before["name"].encode(), held)
        self.assert_all_well()

    def test_asked_offer_is_disclosed_to_its_receiver_alone(self):
        town, home, permits, third, social = self.cast()
        vacancy = town.open(permits, town.codes.need, name=fixture.COUNTER)
        nip, = town.people(home, vacancy)
        name = town.names()[nip]
        card = town.open_card(home, nip)
        permits.sync()
        offer, _ = permits.decide("", commands.offer_ask(card, vacancy, town.later(14)))
        self.assert_label([home, permits, town.desk], offer, "proposed")
        home.sync()
        self.assertEqual(
            home.run("", commands.offer_disclose(offer), (1,))["preview"]["outcome"], "rejected", "before it agreed")
        home.decide("", commands.offer_agree(offer))
        self.assertTrue(self.assert_label([permits, home], offer, "held")["sheet"])
        self.assertNotIn(nip, self.seen(permits))
        home.decide("", commands.offer_disclose(offer))
        for party in (permits, town.permits2, third, social):
            party.sync()
        for node in (permits, town.permits2):
            self.assertIn(nip, self.seen(node), node.title)
            self.assertIn(name, self.seen(node), node.title)
        for node in (third, social):
            self.assertNotIn(nip, self.seen(node), node.title)
            self.assertNotIn(name, self.seen(node), node.title)
        self.assert_unseen([third, social], "offer", offer, "--all")

    def test_secondment_starts_and_returns_by_itself(self):
        town, home, permits, third, social = self.cast()
        parties, others = [home, social, town.desk], [permits, town.permits2, third]
        start, back = town.later(2), town.later(9)
        vacancy = town.open(social, town.codes.secondment, return_=back)
        nip, = town.people(home, vacancy)
        card = town.open_card(home, nip)
        offer, _ = home.decide("", commands.offer_propose(nip, vacancy, start, back))
        social.sync()
        social.decide("", commands.offer_agree(offer))
        self.assert_label(parties, offer, "held")
        transfer = town.decree(town.codes.secondment, [offer])[offer]
        self.assert_label(parties, offer, "decreed")
        home.decide("", commands.transfer_brief(transfer, town.day))
        for competence, level in self.gaps(social, vacancy, card):
            if "training" in social.one("transfer", transfer)["openGates"]:
                course, _ = social.decide("", commands.training_require(
                    offer, competence, level, COURSE_HOURS, third.name))
                third.sync()
                third.decide("", commands.training_confirm(course, COURSE_HOURS, town.day))
        town.advance(start)
        social.decide("", commands.transfer_start(transfer, start, "SPMT-02"))
        town.settle_all()
        for party in parties:
            self.assertEqual(party.one("transfer", transfer)["state"], "started", party.title)
        guests = social.run("", commands.staff_list())["guests"]
        self.assertEqual([one["home"] for one in guests if one["transfer"] == transfer], [home.name])
        person = home.run("", commands.staff_show(nip))["person"]
        self.assertTrue(person["active"] and person["secondment"], person)
        self.assertIn(nip, {one["nip"] for one in home.run("", commands.staff_list())["people"]})
        self.assertNotIn(nip, {one["nip"] for one in social.run("", commands.staff_list())["people"]})
        self.assert_unseen(others, "transfer", transfer, "--all")

        # Longer by both, then shorter by one; the staff data of both follows.
        longer = town.later(30)
        social.decide("", commands.transfer_extend(transfer, longer))
        home.sync()
        self.assertEqual(home.one("transfer", transfer)["return"], back)
        self.assertIn((transfer, "answer-extension"), home.waiting())
        home.decide("", commands.transfer_extend(transfer, longer))
        town.settle_all()
        for party in parties:
            self.assertEqual(party.one("transfer", transfer)["return"], longer, party.title)
        self.assertEqual(self.lent_until(home, nip), town.day_before(longer))
        self.assertIn((transfer, "take-step"), social.waiting())
        social.decide("", commands.transfer_step(transfer, "access", start))
        self.assertNotIn((transfer, "take-step"), social.waiting())
        social.decide("", commands.transfer_note(transfer, "melayani dengan baik"))
        home.decide("", commands.transfer_recall(transfer, back, "loket sendiri ramai"))
        town.settle_all()
        self.assertEqual(self.lent_until(home, nip), town.day_before(back))

        town.advance(back)
        town.settle_all()
        for party in parties:
            shown = party.one("transfer", transfer)
            self.assertEqual((shown["state"], shown["ended"]["reason"]), ("ended", "returned"), party.title)
        self.assertNotIn(transfer, [one["transfer"] for one in social.run("", commands.staff_list())["guests"]])
        person = home.run("", commands.staff_show(nip))["person"]
        self.assertNotIn("secondment", person)
        self.assertEqual([one["kind"] for one in person["assignments"]].count("secondment"), 1)
        # The card stayed where it was.
        self.assertIn(card, {one["id"] for one in home.run("", commands.card_list())["cards"]})
        self.assert_all_well()

    def test_an_objection_on_paper_is_judged_by_its_own_dates(self):
        town, home, permits, _, _ = self.cast()
        start = town.later(21)
        vacancy = town.open(permits, town.codes.need, name=fixture.COUNTER)
        nip, = town.people(home, vacancy)
        town.open_card(home, nip)
        offer, _ = home.decide("", commands.offer_propose(nip, vacancy, start))
        permits.sync()
        permits.decide("", commands.offer_agree(offer))
        transfer = town.decree(town.codes.need, [offer])[offer]
        received = town.day
        # Handed in the next day, typed in three weeks later.
        town.advance(town.later(1))
        filed = town.day
        town.advance(town.later(21))
        home.sync()
        home.decide("", commands.transfer_object(transfer, received, filed, "01/K", "rumah jauh dari tempat tugas"))
        shown = town.desk.one("transfer", transfer)["objection"]
        self.assertEqual((shown["filed"], shown["entered"]), (filed, town.day))
        self.assertGreater(shown["deadline"], filed)
        self.assertIn((transfer, "decide-objection"), town.desk.waiting())
        town.desk.decide("", commands.transfer_decide(transfer, "suspend"))
        self.assertIn("objection", town.desk.one("transfer", transfer)["openGates"])
        town.desk.decide("", commands.transfer_decide(transfer, "reject", "800/9", town.day, "formasi dibutuhkan"))
        self.assertNotIn("objection", town.desk.one("transfer", transfer)["openGates"])
        self.assertNotIn((transfer, "decide-objection"), town.desk.waiting())
        home.sync()
        decided = home.one("transfer", transfer)["objection"]
        self.assertEqual((decided["upheld"], decided["decided"]["value"]["number"]), (False, "800/9"))
        town.desk.decide("", ["transfer", "cancel", transfer, "--reason", "selesai"])
        self.assert_all_well()

    # What several tests need

    def lent_until(self, home, nip):
        """The last day of a person's secondment as the home's staff data has it."""
        lent = [one for one in home.run("", commands.staff_show(nip))["person"]["assignments"] if one["kind"] == "secondment"]
        return lent[-1]["until"]

    def cast(self):
        town = self.town
        return town, town.home, town.permits, town.third, town.social

    def seen(self, node):
        """What a node of another agency holds about its offers, as text: everything in its folder."""
        return self.town.files_of(node.data).decode("utf-8", "replace")

    def person_with_gap(self, vacancy):
        """A person of home who fits, with the competences of the standard that are measured below it."""
        home = self.town.home
        home.sync()
        for match in home.run("", commands.match(vacancy) + ["--all"])["matches"]:
            competence = next(rule for rule in match["rules"] if rule["rule"] == "R12")
            if not match["blocked"] and match["nip"] not in self.town.used and competence["value"].get("gaps"):
                self.town.used.add(match["nip"])
                gaps = self.gaps(home, vacancy, self.town.card(home, match["nip"]))
                if gaps:
                    return match["nip"], gaps
        raise AssertionError("nobody fits but for a competence")

    def gaps(self, node, vacancy, card):
        standard = node.one("vacancy", vacancy)["standard"]["levels"]
        cards = node.run("", commands.card_list())["cards"] + node.run("", commands.card_list(pool=True))["cards"]
        held = next(one for one in cards if one["id"] == card)["competences"]["levels"]
        return [(code, level) for code, level in sorted(standard.items()) if code in held and held[code] < level]

    def refuse_start(self, node, transfer, date):
        """A start is foreseen as refused, and refused when it is sent all the same."""
        node.sync()
        line = commands.transfer_start(transfer, date, "SPMT-00")
        self.assertEqual(node.run("", line, (1,))["preview"]["outcome"], "rejected")
        decided = node.run("", line + ["--anyway", "--sync"], (1,))["outcome"]
        self.assertEqual(decided["outcome"], "rejected", decided)

    def assert_moved(self, nip, before, start, transfer):
        home, permits = self.town.home, self.town.permits
        for node, is_there in ((home, False), (permits, True)):
            active = {one["nip"] for one in node.run("", commands.staff_list())["people"]}
            self.assertEqual(nip in active, is_there, node.title)
        left = {one["nip"]: one["left"] for one in home.run("", commands.staff_list(former=True))["people"]}
        self.assertEqual(left[nip]["to"], permits.name)
        gone, here = (node.run("", commands.staff_show(nip))["person"] for node in (home, permits))
        self.assertEqual(here["name"], before["name"])
        for part in ("appraisals", "certificates", "competences", "trainings"):
            # What the course taught may stand beside it.
            for person in (gone, here):
                self.assertFalse([row for row in before[part] if row not in person[part]], part)
        self.assertEqual(here["post"]["name"], fixture.COUNTER)
        new = [one for one in here["assignments"] if one["transfer"] == transfer]
        self.assertEqual(
            [(one["kind"], one["from"], one["agency"]) for one in new], [("definitive", start, permits.name)])
        self.assertEqual(len(here["assignments"]), len(before["assignments"]) + 1)
        old = [one["from"] for one in before["assignments"]]
        for person in (gone, here):
            self.assertLessEqual(set(old), {one["from"] for one in person["assignments"]})


class RenamedTransferTests(TransferTests):
    renamed = True
