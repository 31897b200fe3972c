"""The half-yearly round: sixty lines, with a chain, exchanges and promotions, changed by the PPK and struck by BKN."""

import hashlib
import json

import fixture
from fixture import commands

BOARD, TALENT, PPK, BKN = "tim-penilai-kinerja", "komite-talenta", "ppk", "pertimbangan-bkn"
LINES = 60


class HalfYearRoundTests(fixture.TownTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        town = cls.town
        cls.health = town.join_late("dinkes", "nur")
        cls.rows = {node: {row["NIP BARU"]: row for row in town.city.rows(node.name, "staff")}
                    for node in town.registries}
        probe = town.open(town.social, town.codes.need, name=fixture.COUNTER)
        cls.matches = {}
        for node in (town.home, town.permits, town.social):
            node.sync()
            cls.matches[node] = node.run("", commands.match(probe) + ["--all"])["matches"]
        town.social.decide("", commands.vacancy_withdraw(probe, "selesai"))
        cls.owner = {nip: node for node, rows in cls.rows.items() for nip in rows}

    def test_sixty_lines_from_the_list_to_the_report(self):
        town, desk = self.town, self.town.desk
        home, permits, social = town.home, town.permits, town.social
        self.start = town.later(30)
        # Who agrees for which agency, and each offer's person and receiver.
        self.person, self.receiver = {}, {}
        chain, exchanges = self.chain(), [self.exchange(home, permits), self.exchange(permits, social)]
        packages = [desk.decide("", commands.package_open(*offers))[0] for offers in (chain, *exchanges)]
        promotions = self.promotions()
        left = LINES - len(chain) - sum(map(len, exchanges)) - len(promotions)
        ordinary, passed_over = self.ordinary(left)
        listed = chain + exchanges[0] + exchanges[1] + promotions + ordinary
        self.assertEqual(len(listed), LINES)

        round_, _ = desk.decide("", commands.round_open(self.round_file()))
        desk.decide("", commands.round_lines(round_, add=listed))
        desk.decide("", commands.round_freeze(round_, "tim penilai kinerja"))
        for offer in (listed[0], exchanges[1][1], ordinary[-1]):
            self.assert_label([self.receiver[offer]], offer, "held")
        # The promotions have papers of their own: whoever sees a document sees the ids of all its lines.
        self.issue(BOARD, "BA-1", [one for one in listed if one not in promotions])
        self.issue(BOARD, "BA-1R", promotions)
        self.issue(TALENT, "KT-1", promotions)
        self.assert_hidden(promotions)

        # The appointing authority puts two other people on the list.
        desk.decide("", commands.round_freeze(round_, "PPK"))
        changed = ordinary[3], ordinary[30]
        others = {offer: town.people(self.owner[self.person[offer]], self.vacancy_of(offer))[0] for offer in changed}
        self.issue(PPK, "ND-1", [one for one in listed if one not in changed and one not in promotions], changed=others)
        self.issue(PPK, "ND-1R", promotions)
        replaced = self.replace(changed, others)
        numbers = {offer: listed.index(offer) + 1 for offer in listed}
        for offer in changed:
            desk.decide("", commands.round_change(round_, numbers[offer], "PPK", "ND-1", offer=replaced[offer]))
        self.issue(BOARD, "BA-2", list(replaced.values()))
        standing = [replaced.get(offer, offer) for offer in listed]

        # BKN strikes one.
        desk.decide("", commands.round_freeze(round_, "BKN"))
        struck = ordinary[10]
        standing.remove(struck)
        moves = [offer for offer in standing if offer not in promotions]
        self.issue(BKN, "PT-1", moves, struck=[struck])
        self.issue(BKN, "PT-1R", promotions)
        self.assert_label([self.owner[self.person[struck]], self.receiver[struck]], struck, "closed", "struck")
        desk.decide("", commands.round_change(round_, numbers[struck], "BKN", "PT-1"))
        desk.decide("", commands.round_freeze(round_, "PPK untuk SK"))
        self.assert_versions(round_, listed, changed, replaced, struck, standing)

        self.assert_hidden(promotions)
        self.issue(town.codes.ending[town.codes.need], "SK-1", moves)
        self.check_promoted(promotions)
        self.issue(town.codes.ending[town.codes.hidden], "SK-2", promotions)
        for party in town.registries:
            party.sync()
        decreed = {one["id"] for one in desk.run("", commands.offer_list(all_=True))["offers"]
                   if one["label"] == "decreed"}
        self.assertEqual(decreed, set(standing))
        for offer in promotions:
            for party in {self.owner[self.person[offer]], self.receiver[offer]}:
                self.assertEqual(party.one("offer", offer)["label"], "decreed", party.title)

        bound = chain + exchanges[0] + exchanges[1] + promotions
        started = self.start_all(standing, bound)
        for package in packages:
            self.assertEqual(desk.one("package", package)["ended"]["reason"], "started")
        town.settle_all()
        self.assert_moved(bound)
        desk.decide("", commands.round_close(round_, {"baris": len(started)}))
        self.assert_report(round_, started, standing, passed_over)
        self.assert_print(round_)
        self.assert_all_well()

    # The list

    def chain(self):
        """Four people, each but the last into the seat that the next one leaves."""
        town, home, permits, social = self.town, self.town.home, self.town.permits, self.town.social
        owners, to = (home, permits, social, home), (permits, social, home, permits)
        people = [self.mover(node) for node in owners]
        seats = [self.seat(to[index], people[index + 1], town.codes.need) for index in range(3)]
        seats.append(town.open(permits, town.codes.need, name=fixture.COUNTER))
        return self.agree([
            (nip, node, seat) for nip, node, seat in zip(people, to, seats)])

    def exchange(self, one, other):
        """Two people who have asked for each other's seat."""
        route = "tukar-tempat"
        first, second = self.mover(one), self.mover(other)
        offers = self.agree([
            (first, other, self.seat(other, second, route)), (second, one, self.seat(one, first, route))])
        for offer in offers:
            node = self.owner[self.person[offer]]
            node.decide("", ["offer", "person", offer, "agree", "--letter", f"P-{offer[-4:]}", "--date", self.town.day])
        return offers

    def promotions(self):
        """Two to a post of a supervisor, opened by the BKD and ranked by it."""
        desk, offers = self.town.desk, []
        for receiving, home in ((self.town.permits, self.health), (self.town.home, self.town.social)):
            place = next(row for row in self.town.city.rows(receiving.name, "Referensi-Jabatan-Struktural")
                         if row["Eselon_id"] == "IV.a")
            unit = next(row["ID"] for row in self.town.city.rows(receiving.name, "HierarkiUnor")
                        if row["NAMA_UNOR"] == place["Nama_unor"])
            vacancy, _ = receiving.decide("", commands.vacancy_open(
                place["ID"], unit, self.town.codes.hidden, need=1, holders=0, mode="round"))
            nip, = self.town.people(home, vacancy)
            offer, _ = desk.decide("", commands.offer_open(self.town.card(home, nip), vacancy, self.start))
            desk.decide("", commands.vacancy_rank(vacancy, [offer], {}))
            self.person[offer], self.receiver[offer] = nip, receiving
            offers.append(offer)
        return offers

    def ordinary(self, count):
        """Offers for two vacancies of many seats that the BKD has ranked, and who was passed over."""
        town, lines, passed_over = self.town, [], []
        for receiving, givers in (
                (town.permits, {self.health: count - 22}),
                (self.health, {town.home: 11, town.third: 6, town.social: 5})):
            seats = sum(givers.values())
            place = town.place(receiving, fixture.COUNTER)
            vacancy, _ = receiving.decide("", commands.vacancy_open(
                place.post, place.unit, town.codes.need, seats=seats, need=seats + 3, holders=2, mode="round"))
            people = [nip for node, number in givers.items() for nip in town.people(node, vacancy, number)]
            people += town.people(next(iter(givers)), vacancy)
            offers = self.agree([(nip, receiving, vacancy) for nip in people])
            *ranked, left = offers
            town.desk.decide("", commands.vacancy_rank(vacancy, ranked, {left: "formasi penuh"}))
            lines += ranked
            passed_over.append(left)
        return lines, passed_over

    def agree(self, moves):
        """Offers that the homes propose and the receivers agree to, one sync a party; `(nip, receiver, vacancy)`."""
        offers = []
        for node in {self.owner[nip] for nip, _, _ in moves}:
            node.sync()
        for nip, receiving, vacancy in moves:
            recording = self.owner[nip].draft("", commands.offer_propose(nip, vacancy, self.start))
            offers.append(recording["record"])
            self.person[recording["record"]], self.receiver[recording["record"]] = nip, receiving
        for node in {self.owner[nip] for nip, _, _ in moves}:
            node.sync()
        self.say("agree", offers, lambda offer: self.receiver[offer])
        return offers

    def say(self, word, offers, who):
        nodes = {who(offer) for offer in offers}
        for node in nodes:
            node.sync()
        drafted = [(who(offer), who(offer).draft("", ["offer", word, offer])) for offer in offers]
        for node in nodes:
            node.sync()
        for node, recording in drafted:
            node.decided(recording)

    def replace(self, changed, others):
        """The offers that take the place of those that an approval changed, agreed to and with a seat."""
        town, desk = self.town, self.town.desk
        shown = [one for one in desk.run("", commands.offer_list())["offers"] if one.get("replaces") in changed]
        replaced = {one["replaces"]: one["id"] for one in shown}
        self.assertEqual(set(replaced), set(changed))
        for offer, new in replaced.items():
            self.person[new], self.receiver[new] = others[offer], self.receiver[offer]
        self.say("agree", list(replaced.values()), lambda offer: self.owner[self.person[offer]])
        self.say("agree", list(replaced.values()), lambda offer: self.receiver[offer])
        for offer, new in replaced.items():
            self.assertEqual(desk.one("offer", offer)["closed"]["reason"], "changed")
            self.assert_label([self.receiver[new]], new, "held")
        return replaced

    def mover(self, node):
        """Somebody of the counters whom nothing keeps from the same post elsewhere."""
        for match in self.matches[node]:
            gaps = next(rule["value"].get("gaps") for rule in match["rules"] if rule["rule"] == "R12")
            counter = self.rows[node][match["nip"]]["JABATAN NAMA"] == fixture.COUNTER
            if counter and not gaps and not match["blocked"] and match["nip"] not in self.town.used:
                self.town.used.add(match["nip"])
                return match["nip"]
        raise AssertionError(f"nobody is left at {node.title}")

    def seat(self, node, nip, route):
        row = self.rows[node][nip]
        return node.decide("", commands.vacancy_open(
            row["JABATAN ID"], row["UNOR ID"], route, need=3, holders=3, freed_by=nip))[0]

    def vacancy_of(self, offer):
        return self.town.desk.one("offer", offer)["vacancy"]

    def issue(self, type_, number, offers, struck=(), changed=None):
        """`changed` has a person for each offer whose card it replaces."""
        cards = {offer: self.town.card(self.owner[nip], nip) for offer, nip in (changed or {}).items()}
        return self.town.desk.decide("", commands.document_issue(
            type_, number, self.town.day, "Wali Kota", "definitif", offers, struck) + commands.changed_lines(cards))[0]

    def round_file(self):
        path = self.town.path("gelombang.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({
                "title": "Gelombang I 2026",
                "goals": [{"code": "baris", "title": "Mutasi terlaksana", "target": LINES, "before": 0}],
                "calendar": [{"step": "daftar ke TPK", "date": self.town.later(3)}],
                "aspects": {name: f"aspek {name}" for name in fixture.ASPECTS}}, file)
        return path

    # From the decree to the start

    def check_promoted(self, promotions):
        """Home's findings, which the decree of a move waits for that home does not see."""
        for offer in promotions:
            node = self.owner[self.person[offer]]
            node.decide("", commands.card_check(self.person[offer], self.town.codes.hidden))

    def start_all(self, offers, bound):
        """Takes every step, holds the courses that keep `bound` from the start, and starts whoever is ready; these."""
        town, desk = self.town, self.town.desk
        transfers = {one["offer"]: one for one in self.transfers() if one["offer"] in offers}
        self.assertEqual(set(transfers), set(offers))
        for offer, shown in transfers.items():
            owners = {"home": self.owner[self.person[offer]], "receiving": self.receiver[offer], "desk": desk}
            for step in shown["steps"]:
                if step["step"] in shown["openGates"]:
                    act = owners[step["owner"]].decide if step["owner"] == "desk" else owners[step["owner"]].draft
                    act("", commands.transfer_step(shown["id"], step["step"], town.day))
        for node in town.registries:
            node.sync()
        self.train({transfers[offer]["id"]: offer for offer in bound})
        town.advance(self.start)
        ready = {one["offer"]: one["id"] for one in self.transfers() if set(one["openGates"]) <= {"package", "freed"}}
        self.assertEqual(set(bound) - set(ready), set())
        drafted = [
            (node, node.draft("", commands.transfer_start(transfer, self.start, f"SPMT-{offer[-4:]}")))
            for offer, transfer in ready.items() for node in [self.receiver[offer]]]
        for node in town.registries:
            node.sync()
        for node, recording in drafted:
            node.decided(recording)
        town.settle_all()
        return set(ready)

    def train(self, transfers):
        """The courses for what these people lack; the receiver sees it of an opened card."""
        town = self.town
        for offer in transfers.values():
            self.owner[self.person[offer]].draft("", commands.card_open(self.person[offer]))
        for node in town.registries:
            node.sync()
        courses = []
        for node in town.registries:
            node.sync()
            for line in node.run("", commands.todo(), (0, 1))["todo"]:
                if line["kind"] == "require-training" and line["record"] in transfers:
                    words = line["command"].split()
                    level = int(words[words.index("--level") + 1])
                    courses.append(node.draft("", commands.training_require(
                        transfers[line["record"]], line["subject"], level, 20, town.third.name))["record"])
            node.sync()
        town.third.sync()
        for course in courses:
            town.third.draft("", commands.training_confirm(course, 20, town.day))
        town.third.sync()

    def transfers(self):
        return self.town.desk.run("", commands.transfer_list())["transfers"]

    # What has to be so

    def assert_hidden(self, promotions):
        self.assertEqual(len(promotions), 2)
        for offer in promotions:
            self.assert_unseen({self.owner[self.person[offer]], self.receiver[offer]}, "offer", offer, "--all")
        for node in self.town.registries:
            papers = json.dumps(node.run("", ["document", "list"]))
            self.assertEqual([offer for offer in promotions if offer in papers], [], node.title)

    def assert_moved(self, offers):
        """Everybody of these is among the receiver's people and nobody else's."""
        people = {node.name: {one["nip"] for one in node.run("", commands.staff_list())["people"]}
                  for node in self.town.registries}
        self.assertEqual(
            {offer: [name for name, nips in people.items() if self.person[offer] in nips] for offer in offers},
            {offer: [self.receiver[offer].name] for offer in offers})

    def assert_versions(self, round_, listed, changed, replaced, struck, standing):
        """Each list as it was handed over, with its hash, and who has changed which line."""
        shown = self.town.desk.one("round", round_)
        first, second, third, last = shown["versions"]
        for version in shown["versions"]:
            text = json.dumps(version["lines"], separators=(",", ":"), ensure_ascii=False).encode()
            self.assertEqual(version["hash"], hashlib.sha256(text).hexdigest())
        self.assertEqual(
            [one["to"] for one in shown["versions"]], ["tim penilai kinerja", "PPK", "BKN", "PPK untuk SK"])
        self.assertEqual([line["offer"] for line in first["lines"]], listed)
        self.assertEqual(second["hash"], first["hash"])
        self.assertEqual([line["offer"] for line in third["lines"]], [replaced.get(one, one) for one in listed])
        self.assertEqual([line["offer"] for line in last["lines"]], standing)
        self.assertEqual(len(last["lines"]), LINES - 1)
        self.assertEqual(
            [(one["line"], one.get("was"), one.get("now"), one["ordered"]) for one in shown["changes"]],
            [(listed.index(offer) + 1, offer, replaced[offer], "PPK") for offer in changed]
            + [(listed.index(struck) + 1, struck, None, "BKN")])
        self.assertTrue(all(
            one["agrees"] for one in self.town.desk.run("", ["round", "show", round_, "--check"])["versions"]))

    def assert_report(self, round_, started, standing, passed_over):
        report = self.town.desk.run("", ["round", "report", round_])
        goal, = report["goals"]
        self.assertEqual((goal["before"], goal["target"], goal["after"]), (0, LINES, len(started)))
        self.assertEqual(report["started"], len(started))
        self.assertEqual(
            {(one["offer"], one["reason"]) for one in report["passedOver"]},
            {(offer, "formasi penuh") for offer in passed_over})

    def assert_print(self, round_):
        page = self.town.path("rencana.html")
        self.town.desk.run("", ["round", "print", round_, "--html", page])
        with open(page, encoding="utf-8") as file:
            text = file.read()
        last = self.town.desk.one("round", round_)["versions"][-1]
        for part in ("DOKUMEN RENCANA MUTASI", "Gelombang I", last["hash"], *(f"aspek {name}" for name in fixture.ASPECTS)):
            self.assertIn(part, text)
