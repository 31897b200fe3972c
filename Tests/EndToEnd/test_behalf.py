"""Second persons, the people of a node, and agencies whose word comes in a signed letter."""

import os
import subprocess

import fixture
from codes import Codes
from fixture import TODAY, commands

SECOND = "joko"


def two_persons(folder):
    """The reference set, in which what changes a right waits for a second person and every late entry shows."""

    def ask_for_two(policy):
        policy["twoPersons"] = ["transfer.object", "transfer.decide", "offer.decide", "behalf.record"]
        policy["lateDays"] = 0

    return Codes.changed(folder, "two-persons-policy", ask_for_two)


def by_letter(agency, number, date, act, scan=None):
    return ["behalf", agency, "--letter", number, "--letter-date", date, "--signer", "Siti Aminah",
            "--standing", "definitif"] + (["--scan", scan] if scan else []) + ["--", *act]


def confirm(proposal):
    return ["proposal", "confirm", proposal]


class BehalfTests(fixture.TownTestCase):
    policy = staticmethod(two_persons)

    def setUp(self):
        super().setUp()
        # What waits for a second person waits here until the test says who it is.
        for party in self.town.everybody:
            party.second = None

    def test_an_agency_two_months_without_a_network(self):
        town, home, permits, desk = self.town, self.town.home, self.town.permits, self.town.desk
        vacancy = town.open(permits, town.codes.need)
        nip, = town.people(home, vacancy)
        card = town.open_card(home, nip)
        permits.sync()
        offer, _ = permits.decide("", commands.offer_ask(card, vacancy, town.later(120)))
        home.sync()
        # It still agrees at its node, but no network takes that away.
        drafted = home.draft("", commands.offer_agree(offer))
        self.advance_without(home, 20)

        # Its first letter: nothing happens before the second person of the desk confirms, and one person is not two.
        first = town.later(-4)
        scan = town.path("surat.pdf")
        with open(scan, "w", encoding="utf-8") as file:
            file.write("scan of the first letter")
        waiting = self.propose(by_letter(home.name, "800/1", first, ["offer", "agree", offer], scan))
        self.assert_label([permits, desk], offer, "proposed")
        self.refused(desk, confirm(waiting), "not-allowed")
        self.refused(desk, confirm(waiting), "not-allowed", actor="RATNA")
        self.assertEqual([one["kind"] for one in self.todo(desk) if one["record"] == waiting], ["confirm-proposal"])
        self.second(confirm(waiting))
        shown = self.assert_label([permits, desk], offer, "held")
        stance = shown["stances"]["home"]
        self.assertEqual((stance["says"], stance["actor"], stance["letter"]["number"]), ("agree", "ratna", "800/1"))
        self.assertEqual(stance["entered"], town.day)
        self.assertEqual({line["outcome"] for line in shown["sheet"]}, {"needs-human"})
        self.assertEqual({line["reason"] for line in shown["sheet"]}, {"on-paper"})
        page = self.page(permits, ["offer", "show", offer])
        self.assertIn("letter 800/1", page)
        self.assertIn("entered 4 days later", page)

        # A later letter wins; one that is older than what stands is refused, with what stands.
        self.advance_without(home, 20)
        latest = town.later(-1)
        self.second(confirm(self.propose(by_letter(home.name, "800/9", latest, ["offer", "refuse", offer]))))
        self.assert_label([permits, desk], offer, "contested")
        told = self.refused(desk, by_letter(home.name, "800/5", town.later(-3), ["offer", "agree", offer]), "stale-letter")
        self.assertEqual((told["detail"]["says"], told["detail"]["letter"]["number"]), ("refuse", "800/9"))

        # Back after two months: what the node wrote before it knew the letters does not undo them.
        self.advance_without(home, 20)
        home.sync()
        told = home.decided(drafted, "rejected", "stale-letter")
        self.assertEqual(told["detail"]["letter"]["number"], "800/9")
        notices = home.run("", commands.notice_list())["notices"]
        numbers = [one["detail"]["letter"]["number"] for one in notices if one["code"] == "on-behalf"]
        self.assertEqual(sorted(numbers), ["800/1", "800/9"])
        # Knowing them, it may say otherwise.
        home.decide("", commands.offer_agree(offer))
        shown = self.assert_label([home, permits, desk], offer, "held")
        self.assertNotIn("letter", shown["stances"]["home"])
        self.assertNotEqual({line["reason"] for line in shown["sheet"]}, {"on-paper"})
        self.assert_all_well()

    def test_a_second_person_confirms_what_changes_a_right(self):
        town, home, desk = self.town, self.town.home, self.town.desk
        transfer = self.decreed()
        home.sync()
        objection = ["transfer", "object", transfer, "--received", town.day, "--filed", town.day]
        recording = home.draft("", objection)
        home.sync()
        waiting = home.decided(recording)["detail"]["proposal"]
        self.assertNotIn("objection", home.one("transfer", transfer))
        self.assertIn("waits for a second person", self.page(home, ["proposal", "show", waiting]))
        self.refused(home, confirm(waiting), "not-allowed")
        # Only its agency and the desk see that it waits.
        for other in (town.third, town.permits):
            other.sync()
            self.assertEqual(other.run("", ["proposal", "list", "--all"])["proposals"], [])
        self.as_("tuti", home, lambda: home.decide("", confirm(waiting)))
        objected = home.one("transfer", transfer)["objection"]
        self.assertEqual((objected["said"]["actor"], objected["filed"]), (home.actor, town.day))
        ended = home.run("", ["proposal", "show", waiting])["proposal"]
        self.assertEqual((ended["ended"]["reason"], ended["confirmed"]["actor"]), ("confirmed", "tuti"))
        # So does the desk, over the decision; who refuses it ends it.
        decision = ["transfer", "decide", transfer, "reject", "--number", "9", "--date", town.day, "--reason", "unfounded"]
        waiting = self.propose(decision)
        page = self.page(desk, ["proposal", "show", waiting])
        self.assertIn("unfounded", page)
        desk.decide("", ["proposal", "refuse", waiting, "--reason", "the number is wrong"])
        self.refused(desk, confirm(waiting), "already-done", actor=SECOND)
        self.second(confirm(self.propose(decision)))
        self.assertIs(desk.one("transfer", transfer)["objection"]["upheld"], False)
        self.assert_all_well()

    def test_where_an_office_has_one_operator_the_desk_ticks_the_heads_letter(self):
        town, home, desk = self.town, self.town.home, self.town.desk
        transfer = self.decreed()
        home.sync()
        # An auditor reads, nobody else may record, and at least one must be able to.
        self.assertEqual(home.error(["operator", "add", "Inspektorat", "--role", "auditor"], 1)["code"], "not-allowed")
        home.run("", ["operator", "add", home.actor, "--role", "operator"])
        home.run("", ["operator", "add", "Inspektorat", "--role", "auditor"])
        self.addCleanup(self.forget_operators, home)
        objection = ["transfer", "object", transfer, "--received", town.day, "--filed", town.day]
        for actor, code in (("Inspektorat", "reads-only"), ("siapa", "unknown-operator")):
            error = self.as_(actor, home, lambda: home.error(objection, 77))
            self.assertEqual(error["code"], code)
        self.assertEqual(self.as_("Inspektorat", home, lambda: home.one("transfer", transfer))["id"], transfer)
        recording = home.draft("", objection)
        home.sync()
        waiting = home.decided(recording)["detail"]["proposal"]
        self.refused(desk, confirm(waiting), "bad-body")
        letter = ["--letter", "800/33", "--letter-date", town.day, "--signer", "Kepala Dinas", "--standing", "definitif"]
        desk.decide("", confirm(waiting) + letter)
        home.sync()
        self.assertIn("objection", home.one("transfer", transfer))
        self.assertIn("800/33", self.page(home, ["proposal", "show", waiting]))
        self.assert_all_well()

    def test_an_agency_without_a_node_moves_a_person_by_letters(self):
        town, permits, desk = self.town, self.town.permits, self.town.desk
        desk.decide("", commands.agency_add("kelurahan", "Kelurahan Contoh", "Example Ward"))
        vacancy = town.open(permits, town.codes.need)
        posted = self.letter("kelurahan", ["card", "post", "--nip", "198501012010011001", "--employment", "PNS",
                                           "--grade", "III/b", "--post", "Pengelola", "--education", "S-1"])
        offer = self.letter("kelurahan", ["offer", "propose", "--card", posted, "--vacancy", vacancy,
                                          "--start", town.later(10)])
        permits.sync()
        permits.decide("", commands.offer_agree(offer))
        transfer = town.decree(town.codes.need, [offer])[offer]
        # What waits for it waits for the desk, with the command.
        line = next(one for one in self.todo(desk) if one["record"] == transfer and one["subject"] == "handover")
        self.assertIn(" behalf kelurahan --letter N ", line["command"])
        town.advance(town.later(10))
        permits.sync()
        for step in permits.one("transfer", transfer)["steps"]:
            known = step["step"] in ("brief", "handover")
            act = ["transfer", step["step"], transfer] if known else ["transfer", "step", transfer, step["step"]]
            act += ["--date", TODAY]
            if step["owner"] == "home":
                self.letter("kelurahan", act)
            else:
                permits.decide("", act)
        permits.sync()
        permits.decide("", commands.transfer_start(transfer, town.day, "SPMT-K"))
        shown = desk.one("transfer", transfer)
        self.assertEqual((shown["state"], shown["ended"]["reason"]), ("ended", "on-paper"))
        self.assert_all_well()

    def test_another_instansi_has_no_node(self):
        desk = self.town.desk
        desk.decide("", ["agency", "add", "prov-contoh", "Provinsi Contoh", "--outside"])
        told = self.refused(desk, ["invite", "prov-contoh", "--registry"], "wrong-state")
        self.assertEqual(told["detail"]["state"], "outside")

    # What several tests need

    def decreed(self):
        """A transfer from home to the permit office that has its decree and not started."""
        town, home, permits = self.town, self.town.home, self.town.permits
        vacancy = town.open(permits, town.codes.need)
        nip, = town.people(home, vacancy)
        offer, _ = home.decide("", commands.offer_propose(nip, vacancy, town.later(40)))
        permits.sync()
        permits.decide("", commands.offer_agree(offer))
        return town.decree(town.codes.need, [offer])[offer]

    def advance_without(self, absent, days):
        town = self.town
        town.desk.run("", commands.day_advance(town.later(days)))
        town.day = town.later(days)
        for node in town.nodes:
            if node is not absent:
                node.sync()

    def propose(self, arguments):
        """Records something at the desk that waits for its second person; the proposal."""
        return self.town.desk.decide("", arguments)[1]["detail"]["proposal"]

    def second(self, arguments):
        return self.as_(SECOND, self.town.desk, lambda: self.town.desk.decide("", arguments))

    def letter(self, agency, act):
        """A letter of today, confirmed; the record that it is about."""
        desk = self.town.desk
        record, told = desk.decide("", by_letter(agency, f"L-{desk.operations}", self.town.day, act))
        self.second(confirm(told["detail"]["proposal"]))
        return record

    def refused(self, party, arguments, code, actor=None):
        """What stands against a command, foreseen or decided."""
        told = self.as_(actor or party.actor, party, lambda: party.run("", arguments, (1,)))
        told = told["outcome"] or told["preview"]
        self.assertEqual((told["outcome"], told["code"]), ("rejected", code), told)
        return told

    def as_(self, actor, party, act):
        """What another person of the party does."""
        kept, party.actor = party.actor, actor
        try:
            return act()
        finally:
            party.actor = kept

    def forget_operators(self, node):
        for name in ("Inspektorat", node.actor):
            node.run("", ["operator", "remove", name])

    def todo(self, party):
        return party.run("", commands.todo(), (0, 1))["todo"]

    def page(self, party, arguments):
        """What a person reads, in English, its lines put together."""
        ended = subprocess.run(
            [party.program] + arguments + ["--as", party.actor, "--lang", "en"],
            env=dict(os.environ, MUTASI_DATA=party.data, COLUMNS="400"), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, check=True)
        return " ".join(ended.stdout.decode().split())
