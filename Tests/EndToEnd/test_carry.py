"""A node that never has a network takes part fully: everything is carried by hand."""

import json
import os
import shutil

import fixture
from carried import CarriedNode
from fixture import commands


class CarryTests(fixture.TownTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.node = CarriedNode.joined(cls.town, "dinkes", "siti")
        cls.node.sync()
        cls.node.run("", commands.staff_import(cls.town.city.agency("dinkes")))
        cls.node.settle()

    def test_agency_without_network_takes_part_in_an_offer_to_its_start(self):
        town, home, node = self.town, self.town.home, self.node
        self.assertEqual(node.run("", commands.sync(), (69,))["error"]["code"], "unreachable")
        start, back = town.later(3), town.later(40)
        vacancy = town.open(node, town.codes.secondment, return_=back)
        nip, = town.people(home, vacancy)
        town.open_card(home, nip)
        offer, _ = home.decide("", commands.offer_propose(nip, vacancy, start, back))
        node.sync()
        node.decide("", commands.offer_agree(offer))
        self.assert_label([home, node, town.desk], offer, "held")
        transfer = town.decree(town.codes.secondment, [offer])[offer]
        home.sync()
        home.decide("", commands.transfer_brief(transfer, town.day))
        node.sync()
        if "training" in node.one("transfer", transfer)["openGates"]:
            for competence, level in self.gaps(node, vacancy, offer):
                course, _ = node.decide("", commands.training_require(offer, competence, level, 20, town.third.name))
                town.third.sync()
                town.third.decide("", commands.training_confirm(course, 20, town.day))
        town.advance(start)
        node.sync()
        node.decide("", commands.transfer_start(transfer, start, "SPMT-9"))
        node.settle()
        town.settle_all()
        for party in (home, node, town.desk):
            self.assertEqual(party.one("transfer", transfer)["state"], "started", party.title)
        guests = node.run("", commands.staff_list())["guests"]
        self.assertEqual([one["home"] for one in guests if one["transfer"] == transfer], [home.name])
        self.assert_all_well([node, home])

    def test_reply_that_was_lost_is_carried_again(self):
        node = self.node
        recording = node.draft("", commands.vacancy_open_from(self.town.vacancy_file()))
        node.run("", commands.outbox_export(node.request))
        node.post()
        os.remove(node.reply)
        # Another draft meanwhile goes with the next trip: the exchange in flight stays what it is.
        later = node.draft("", commands.vacancy_open_from(self.town.vacancy_file()))
        done = node.trip()
        self.assertEqual([one["operation"] for one in done["outcomes"]], [recording["operation"]])
        self.assertTrue(done["anotherTrip"])
        node.sync()
        for one in (recording, later):
            self.assertEqual(node.one("vacancy", one["record"])["revision"], 1)

    def test_wrong_files_change_nothing_and_say_so(self):
        town, node = self.town, self.node
        before = node.status()["records"]
        node.run("", commands.outbox_export(node.request))
        error = node.error(commands.outbox_import(node.request), 65)
        self.assertEqual(error["code"], "carried")
        self.assertIn("/format", error["detail"])
        self.assertEqual(town.desk.error(commands.carry(town.vacancy_file(), node.reply), 65)["code"], "carried")
        node.post()
        with open(node.reply, encoding="utf-8") as file:
            reply = json.load(file)
        forged = town.path("forged.json")
        with open(forged, "w", encoding="utf-8") as file:
            json.dump(dict(reply, body=reply["body"].replace('"nextSeconds"', '"nextSecond"')), file)
        self.assertEqual(node.error(commands.outbox_import(forged), 76)["code"], "not-the-coordinator")
        # Another node's reply.
        town.home.run("", commands.outbox_export(forged + ".home"))
        self.assertEqual(town.home.error(commands.outbox_import(node.reply), 76)["code"], "not-the-coordinator")
        town.home.sync()
        self.assertEqual(node.status()["records"], before)
        node.run("", commands.outbox_import(node.reply), (0, 1))
        self.assertEqual(node.error(commands.outbox_import(node.reply), 64)["code"], "nothing-pending")
        self.assertEqual(node.error(commands.join_import(node.reply), 64)["code"], "nothing-pending")

    def test_coordinator_that_does_not_serve_carries_nothing(self):
        town, node = self.town, self.node
        node.run("", commands.outbox_export(node.request))
        town.server.stop()
        self.addCleanup(node.sync)
        self.addCleanup(town.server.start)
        self.assertEqual(town.desk.error(commands.carry(node.request, node.reply), 69)["code"], "coordinator-not-running")

    def test_stale_copy_rejoins_by_file(self):
        town = self.town
        town.desk.decide("", commands.agency_add("satpolpp", "Satpol PP", "Civil Service Police"))
        node = CarriedNode.joined(town, "satpolpp", "wati")
        node.sync()
        copy = self.copied(node)
        node.draft("", commands.vacancy_open_from(town.vacancy_file()))
        node.sync()
        copy.run("", commands.outbox_export(copy.request))
        self.assertEqual(copy.post((1,))["problem"], "stale")
        copy.ends(commands.outbox_import(copy.reply), 76)
        self.assertEqual(copy.run("", commands.status(), (1,))["state"], "stale")
        line = town.desk.run("", commands.invite_replacing(node.name, copy.status()["node"]))["invitation"]
        copy.run("", commands.rejoin_export(CarriedNode.line(line), copy.request))
        copy.post()
        copy.run("", commands.rejoin_import(copy.reply))
        copy.sync()
        self.assertEqual(copy.status()["state"], "working")

    # What several tests need

    def copied(self, node):
        data = node.data + "-copy"
        shutil.copytree(node.data, data)
        copy = CarriedNode(node.name, node.title + " copy", node.program, data, node.narrator, node.actor, limit=120)
        copy.town, copy.trips = node.town, 0
        return copy

    def gaps(self, node, vacancy, offer):
        standard = node.one("vacancy", vacancy)["standard"]["levels"]
        card = next(one for one in node.run("", commands.card_list(pool=True) + ["--all"])["cards"]
                    if one["id"] == node.one("offer", offer)["card"])
        held = card["competences"]["levels"]
        return [(code, level) for code, level in sorted(standard.items()) if code in held and held[code] < level]
