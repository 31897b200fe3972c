"""A round of the personnel agency: goals, lines, frozen versions, changes taken back, report and plan."""

import hashlib
import json

import fixture
from fixture import commands


class RoundTests(fixture.TownTestCase):
    def test_a_round_from_its_goals_to_its_report(self):
        town, home, permits, desk = self.town, self.town.home, self.town.permits, self.town.desk
        place = town.place(permits, fixture.COUNTER)
        opened = town.day
        vacancy, _ = permits.decide("", commands.vacancy_open(
            place.post, place.unit, town.codes.need, seats=2, need=5, holders=2, mode="round"))
        nips = town.people(home, vacancy, 4)
        request, _ = home.decide("", commands.request_file(nips[0], town.codes.need, town.day, agency=["dinsos", permits.name]))
        offers = [self.agreed(vacancy, nip, request if nip == nips[0] else None) for nip in nips]
        for offer in offers:
            self.assert_label([home, permits, desk], offer, "waiting", "round")

        round_, _ = desk.decide("", commands.round_open(self.round_file()))
        desk.decide("", commands.round_lines(round_, add=offers[:3]))
        desk.decide("", commands.round_freeze(round_, "tim penilai kinerja"))
        version, = desk.one("round", round_)["versions"]
        listed = json.dumps(version["lines"], separators=(",", ":"), ensure_ascii=False).encode()
        self.assertEqual(version["hash"], hashlib.sha256(listed).hexdigest())
        self.assertEqual([line["offer"] for line in version["lines"]], offers[:3])
        self.assertTrue(all(one["agrees"] for one in desk.run("", ["round", "show", round_, "--check"])["versions"]))

        # Two changes and one of them taken back; the number of a struck line is not given again.
        desk.decide("", commands.round_change(round_, 2, "wali kota", "nota dinas 12", offer=offers[3]))
        desk.decide("", commands.round_change(round_, 3, "BKN", "pertimbangan 44"))
        desk.decide("", commands.round_undo(round_, 1, "TPK tetap pada usulan pertama"))
        desk.decide("", commands.round_lines(round_, add=[offers[3]]))
        shown = desk.one("round", round_)
        self.assertEqual(
            [(line["line"], line.get("offer")) for line in shown["lines"]],
            [(1, offers[0]), (2, offers[1]), (3, None), (4, offers[3])])
        self.assertEqual([("undone" in one, one["ordered"]) for one in shown["changes"]], [(True, "wali kota"), (False, "BKN")])
        desk.decide("", commands.round_freeze(round_, "PPK"))
        self.assertEqual([len(one["lines"]) for one in desk.one("round", round_)["versions"]], [3, 3])

        # The BKD assigns the seats; who is passed over reads why.
        desk.decide("", commands.vacancy_rank(vacancy, [offers[0], offers[1], offers[3]], {offers[2]: "dicoret BKN"}))
        self.assertEqual(self.assert_label([home], offers[2], "closed", "passed-over")["passedOver"], "dicoret BKN")
        self.assert_label([home, permits], offers[3], "waiting", "seat")
        transfer = town.decree(town.codes.need, offers[:2])[offers[0]]
        home.sync()
        home.decide("", commands.transfer_brief(transfer, town.day))
        home.decide("", commands.transfer_handover(transfer, town.day))
        permits.sync()
        trained = self.train(offers[0], transfer)
        town.advance(town.later(20))
        permits.decide("", commands.transfer_start(transfer, town.day, "SPMT-1"))
        town.settle_all()
        desk.decide("", commands.round_close(round_, {"loket": 3}))

        report = desk.run("", ["round", "report", round_])
        goal, = report["goals"]
        self.assertEqual((goal["before"], goal["target"], goal["after"]), (2, 4, 3))
        self.assertEqual((report["started"], report["wished"], report["firstWish"], report["topThree"]), (1, 1, 0, 1))
        self.assertEqual(report["medianDays"], 20, opened)
        self.assertEqual((report["trained"], report["toTrain"]), (1, 1) if trained else (0, 0))
        self.assertEqual(
            [(one["offer"], one["reason"]) for one in report["passedOver"]], [(offers[2], "dicoret BKN")])

        page = town.path("rencana.html")
        desk.run("", ["round", "print", round_, "--number", "1", "--html", page])
        with open(page, encoding="utf-8") as file:
            text = file.read()
        for part in ("DOKUMEN RENCANA MUTASI", "Gelombang I", "8. ", version["hash"], *(f"aspek {name}" for name in fixture.ASPECTS)):
            self.assertIn(part, text)
        desk.page("", ["round", "show", round_])
        desk.page("", ["round", "report", round_])
        self.assert_all_well()

    def test_the_list_is_filled_from_requests_and_proposals(self):
        town, home, permits, desk = self.town, self.town.home, self.town.permits, self.town.desk
        place = town.place(permits, fixture.COUNTER)
        vacancy, _ = permits.decide("", commands.vacancy_open(
            place.post, place.unit, town.codes.need, seats=2, need=5, holders=2, mode="round"))
        asked, other = town.people(home, vacancy, 2)
        request, _ = home.decide("", commands.request_file(asked, town.codes.need, town.day, agency=[permits.name]))
        round_, _ = desk.decide("", commands.round_open(self.round_file()))
        found = desk.run("", commands.round_candidates(round_))
        mine, = [one for one in found["requests"] if one["request"] == request]
        self.assertEqual((mine["vacancies"], mine["desk"]), ([vacancy], True))
        self.assertIn(vacancy, found["vacancies"])
        proposed = self.agreed(vacancy, other, None)
        self.assertIn(proposed, desk.run("", commands.round_candidates(round_))["proposals"])

        # Without --yes nothing is recorded where nobody can be asked.
        line = [word for word in commands.round_fill(round_, town.later(20)) if word != "--yes"]
        self.assertIn(proposed, desk.run("", line, (1,))["proposals"])
        self.assertEqual(desk.one("round", round_)["lines"], [])
        made = desk.run("", commands.round_fill(round_, town.later(20)))
        self.assertEqual([one["kind"] for one in made["recordings"]], ["offer.open", "round.list"])
        opened = made["recordings"][0]["record"]
        self.assertLessEqual({proposed, opened}, {line["offer"] for line in desk.one("round", round_)["lines"]})
        self.assertEqual(desk.one("offer", opened)["request"], request)
        after = desk.run("", commands.round_candidates(round_))
        self.assertNotIn(request, [one["request"] for one in after["requests"]])
        self.assertEqual(after["proposals"], [])
        desk.page("", commands.round_candidates(round_))

    def agreed(self, vacancy, nip, request):
        home, permits = self.town.home, self.town.permits
        # The receiver sees what the person lacks only of an opened card.
        self.town.open_card(home, nip)
        line = commands.offer_propose(nip, vacancy, self.town.later(20)) + (["--request", request] if request else [])
        offer, _ = home.decide("", line)
        permits.sync()
        permits.decide("", commands.offer_agree(offer))
        return offer

    def train(self, offer, transfer):
        """The courses that stand before the start; whether there were any."""
        town, permits, third = self.town, self.town.permits, self.town.third
        todo = permits.run("", ["todo"], (0, 1))["todo"]
        gaps = [line for line in todo if line["kind"] == "require-training" and line["record"] == transfer]
        for line in gaps:
            words = line["command"].split()
            level = int(words[words.index("--level") + 1])
            course, _ = permits.decide("", commands.training_require(offer, line["subject"], level, 20, third.name))
            third.sync()
            third.decide("", commands.training_confirm(course, 20, town.day))
            permits.sync()
        return bool(gaps)

    def round_file(self):
        path = self.town.path("gelombang.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({
                "title": "Gelombang I 2026",
                "goals": [{"code": "loket", "title": "Loket terisi", "target": 4, "before": 2}],
                "calendar": [{"step": "daftar ke TPK", "date": self.town.later(3)}],
                "aspects": {name: f"aspek {name}" for name in fixture.ASPECTS}}, file)
        return path
