"""A nurse moves between two health centres of one agency: her licence is bound to the place and is a gate of her move alone."""

import fixture
from fixture import commands

NURSE = "Perawat Terampil"


class LicenceTests(fixture.TownTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        town = cls.town
        cls.health = town.join_late("dinkes", "nur")

    def test_a_licence_for_the_old_place_is_a_gate_before_the_start(self):
        town, health = self.town, self.health
        vacancy = town.open(health, town.codes.need, name=NURSE)
        nip = self.nurse_of_another_place(vacancy)
        before = health.run("", commands.staff_show(nip))["person"]
        start = town.later(7)

        # Both parties are one agency: it says its one word, and the seat is held.
        offer, _ = health.decide("", commands.offer_propose(nip, vacancy, start))
        shown = self.assert_label([health, town.desk], offer, "held")
        self.assertEqual(self.finding(shown["sheet"]), ("needs-human", "certificate-for-other-place"))
        transfer = town.decree(town.codes.need, [offer])[offer]
        health.sync()
        self.assertEqual(
            sorted(health.one("transfer", transfer)["openGates"]), ["brief", "handover", "licence"])
        for step in ("brief", "handover"):
            health.decide("", commands.transfer_step(transfer, step, town.day))
        town.advance(start)
        refused = health.run("", commands.transfer_start(transfer, start, "SPMT-1"), (1,))["preview"]
        self.assertEqual((refused["code"], refused["detail"]["gates"]), ("gates-open", ["licence"]))
        self.assertIn(
            (transfer, "take-step"),
            [(line["record"], line["kind"]) for line in health.run("", commands.todo(), (0, 1))["todo"]])

        health.decide("", commands.transfer_step(transfer, "licence", town.day))
        health.decide("", commands.transfer_start(transfer, start, "SPMT-2"))
        health.settle()
        shown = health.one("transfer", transfer)
        self.assertEqual((shown["state"], shown["ended"]["reason"]), ("ended", "received"))
        after = health.run("", commands.staff_show(nip))["person"]
        self.assertEqual(after["post"]["name"], NURSE)
        self.assertNotEqual(after["unit"], before["unit"])
        self.assertEqual([one["kind"] for one in after["assignments"] if one.get("transfer") == transfer], ["definitive"])
        for other in (town.home, town.permits):
            self.assert_unseen([other], "transfer", transfer, "--all")
        self.assert_all_well()

    def nurse_of_another_place(self, vacancy):
        """A nurse of another centre who fits but for the place of her licence."""
        self.health.sync()
        for match in self.health.run("", commands.match(vacancy) + ["--all"])["matches"]:
            if not match["blocked"] and self.finding(match["rules"]) == ("needs-human", "certificate-for-other-place"):
                return match["nip"]
        raise AssertionError("no nurse has a licence for another place")

    @staticmethod
    def finding(rules):
        return next((one["outcome"], one["reason"]) for one in rules if one["rule"] == "R26")
