"""A town of real processes for one test class: a coordinator, the desk, and five nodes of four agencies."""

import contextlib
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "deploy", "story"))

import commands
from authority import Authority
from city import CityFolder
from codes import Codes
from narrator import Narrator
from party import Desk, Party
from server import Server

TODAY = "2026-01-05"
DESK = "bkpp"
# A post that many people of several agencies hold.
COUNTER = "Operator Layanan Operasional"
# What the policy wants a team to have weighed.
ASPECTS = ("competence", "career-pattern", "mapping", "succession", "development", "performance", "need", "nature")
BIN = os.environ.get("MUTASI_BIN", "")
# What would send the programs' requests elsewhere, or change what they say.
for name in list(os.environ):
    if name.lower().endswith("_proxy") or name in ("MUTASI_DATA", "MUTASI_LANG"):
        del os.environ[name]


@contextlib.contextmanager
def environment(values):
    """These variables for the programs that are started meanwhile."""
    os.environ.update(values)
    try:
        yield
    finally:
        for name in values:
            del os.environ[name]


def program(name):
    return os.path.join(os.path.abspath(BIN), name)


class Node(Party):
    """A party whose every decided operation can be asked for by the words of the story."""

    second = "joko"

    def ends(self, arguments, *exits):
        """Exit code and document of a command, one of these exits."""
        return self.attempt("", arguments, exits)

    def error(self, arguments, exit):
        """The error that a command ends with."""
        return self.attempt("", arguments, (exit,))[1]["error"]

    def status(self):
        return self.run("", commands.status(), exits=(0, 1))

    def one(self, kind, id):
        return self.run("", [kind, "show", id])[kind]

    def ids(self, kind, *options):
        plural = {"vacancy": "vacancies"}.get(kind, kind + "s")
        return {one["id"] for one in self.run("", [kind, "list", *options])[plural]}

    def waiting(self):
        """What is to be done here: each record with the kind of thing."""
        return [(line["record"], line["kind"]) for line in self.run("", commands.todo(), (0, 1))["todo"]]


class DeskNode(Desk, Node):
    pass


class Town:
    """`people` is false for a town whose nodes have joined and imported nothing."""

    def __init__(self, renamed=False, people=True, policy=None):
        self.folder = tempfile.mkdtemp(prefix="mutasi-e2e-")
        self.server = None
        self.day = TODAY
        self.used = set()
        try:
            self.codes = policy(self.folder) if policy else Codes.renamed(self.folder) if renamed else Codes.semarang()
            self._found()
            self._join()
            if people:
                self._import()
        except BaseException:
            self.end()
            raise

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def end(self):
        if self.server is not None:
            self.server.kill()
        shutil.rmtree(self.folder)

    # Founding

    def _found(self):
        subprocess.run(
            [program("mutasi-lab")] + commands.city(self.path("city"), 12, 600, 1, TODAY), check=True,
            stdout=subprocess.DEVNULL)
        self.city = CityFolder(self.path("city"))
        self.authority = Authority(self.path("tls"))
        coordinator = program("mutasi-coordinator")
        self.narrator = Narrator(self.folder, quiet=True)
        self.desk = DeskNode(DESK, "BKPP", coordinator, self.path("bkd"), self.narrator, "ratna", limit=120)
        self.server = Server(coordinator, self.path("bkd"), self.authority, self.path("coordinator.log"))
        self.desk.run("", commands.init(
            "contoh", "Kota Contoh", DESK, "Badan Kepegawaian", "Personnel Agency", TODAY, "https://localhost:0",
            self.authority.ca))
        self.server.start()
        self.desk.decide("", commands.policy_apply(self.codes.folder))
        for code in ("disdukcapil", "dpmptsp", "diskominfo", "dinsos", "dinkes"):
            self.desk.decide("", commands.agency_add(code, "Dinas " + code, "Office " + code))

    def _join(self):
        self.home = self.join("disdukcapil", "sri")
        self.permits = self.join("dpmptsp", "bayu")
        self.permits2 = self.join("dpmptsp", "dewi", registry=False)
        self.third = self.join("diskominfo", "agus")
        self.social = self.join("dinsos", "lestari")
        self.registries = [self.home, self.permits, self.third, self.social]
        self.nodes = [self.home, self.permits, self.permits2, self.third, self.social]
        self.everybody = self.nodes + [self.desk]

    def invite(self, agency, registry=False):
        return self.desk.run("", commands.invite(agency, registry))["invitation"]

    def node(self, agency, actor, folder=None):
        """A node's programs over a folder that holds nothing yet."""
        data = self.path(folder or f"{agency}-{actor}")
        return Node(agency, f"{agency} ({actor})", program("mutasi-node"), data, self.narrator, actor, limit=120)

    def join(self, agency, actor, registry=True):
        node = self.node(agency, actor)
        node.run("", commands.join(self.invite(agency, registry), self.authority.ca))
        return node

    def join_late(self, agency, actor):
        """A further agency's registry with its staff, from now on one of the nodes."""
        node = self.join(agency, actor)
        node.run("", commands.staff_import(self.city.agency(agency)))
        node.settle()
        for group in (self.registries, self.nodes, self.everybody):
            group.append(node)
        return node

    def _import(self):
        for node in self.registries:
            node.run("", commands.staff_import(self.city.agency(node.name)))
            node.settle()

    # Acting

    def sync_all(self):
        for node in self.nodes:
            node.sync()

    def settle_all(self):
        for node in self.nodes:
            node.settle()
        self.sync_all()

    def advance(self, to):
        self.desk.run("", commands.day_advance(to))
        self.day = to
        self.sync_all()

    def later(self, days):
        """A date some days after the region's today."""
        return (datetime.date.fromisoformat(self.day) + datetime.timedelta(days)).isoformat()

    @staticmethod
    def day_before(day):
        return (datetime.date.fromisoformat(day) - datetime.timedelta(1)).isoformat()

    def place(self, node, name=None):
        return self.city.shortages(node.name, name)[0]

    def open(self, node, route, seats=1, return_=None, name=None):
        """A vacancy of a node that is short of people; its id."""
        place = self.place(node, name)
        return node.decide("", commands.vacancy_open(
            place.post, place.unit, route, seats=seats, return_=return_, need=seats + 3, holders=2))[0]

    def vacancy_file(self):
        """A whole vacancy for a node without staff rows."""
        path = self.path("vacancy.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({
                "place": {"post": {"id": "J-1", "name": "Pengelola Layanan", "kind": "pelaksana", "family": "layanan"},
                          "unit": {"id": "U-1", "name": "Loket"}, "district": "Tembalang"},
                "standard": {"grades": {"min": "II/c", "max": "III/d"}, "education": {"level": "D-III", "fields": []},
                             "levels": {"pelayanan-publik": 2}, "certificates": []},
                "kind": {"route": self.codes.need}, "seats": {"count": 1}, "need": {"need": 3, "holders": 2},
                "mode": {"mode": "first"}}, file)
        return path

    def people(self, node, vacancy, count=1):
        """NIPs of people of a node that fit a vacancy and that no other test has used, best first."""
        node.sync()
        found = [one["nip"] for one in node.run("", ["match", vacancy, "--all"])["matches"] if not one["blocked"]]
        free = [nip for nip in found if nip not in self.used][:count]
        if len(free) < count:
            raise AssertionError(f"{node.title} has {len(free)} of {count} people for {vacancy}: {len(found)} fit")
        self.used.update(free)
        return free

    def card(self, node, nip):
        return next(card["id"] for card in node.run("", commands.card_list())["cards"] if card.get("nip") == nip)

    def open_card(self, node, nip):
        """A card that all may see; its id."""
        return node.decide("", commands.card_open(nip))[0]

    def bytes(self, *names):
        with open(self.path(*names), "rb") as file:
            return file.read()

    def files_of(self, folder):
        """Every byte under a folder: databases with what is not yet folded into them, and all other files."""
        found = b""
        for path, _, names in os.walk(folder):
            for name in names:
                with open(os.path.join(path, name), "rb") as file:
                    found += file.read()
        return found

    def names(self):
        """NIP and full name of everybody in the files that were imported."""
        return {row["NIP BARU"]: row["NAMA"] for node in self.registries for row in self.city.rows(node.name, "staff")}

    def issue(self, type_, number, offers=(), struck=()):
        return self.desk.decide("", commands.document_issue(
            type_, number, self.day, "Wali Kota", "definitif", list(offers), list(struck)))[0]

    def approve(self, route, offers):
        for code in self.codes.opinions[route]:
            self.issue(code, f"P-{code}-{offers[0][-6:]}", offers)

    def take_steps(self, node, transfer):
        """Notes every step before the start of a transfer that is this node's."""
        shown = node.one("transfer", transfer)
        steps = {step["step"]: step["owner"] for step in shown["steps"]}
        for gate in shown["openGates"]:
            if gate in steps and node.name == shown.get(steps[gate]):
                verb = [gate, transfer] if gate in ("brief", "handover") else ["step", transfer, gate]
                node.decide("", ["transfer", *verb, "--date", self.day])

    def decree(self, route, offers, approved=False):
        """Every opinion of the route unless they are there, then the document that ends it; the transfers by offer."""
        if not approved:
            self.approve(route, offers)
        self.issue(self.codes.ending[route], f"SK-{offers[0][-6:]}", offers)
        return {offer: self.desk.one("offer", offer)["decreed"]["transfer"] for offer in offers}


class TownTestCase(unittest.TestCase):
    """A class whose tests share one town, each with vacancies and people of its own."""

    renamed = False
    people = True
    # Makes the policy set in a folder; else that of the reference region.
    policy = None
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.town = Town(cls.renamed, cls.people, cls.policy)
        cls.addClassCleanup(cls.town.end)

    def assert_all_well(self, parties=None):
        """Every node of these is green: nothing unsent, no conflict, the coordinator's own digest."""
        for party in parties or self.town.everybody:
            if not isinstance(party, Desk):
                party.sync()
            status = party.status()
            if status["unsent"] + status["inFlight"]:
                party.settle()
                status = party.status()
            with self.subTest(party=party.title):
                self.assertEqual(
                    (status["state"], status["unsent"], status["inFlight"], status["conflicts"]), ("working", 0, 0, 0))
                self.assertTrue(status["complete"] and status["agrees"] and status["well"], status)
                self.assertEqual(status["digest"], status["coordinatorDigest"])

    def assert_label(self, parties, offer, label, reason=None):
        """The offer as each party's node shows it after a sync; returns it as the last one shows it."""
        for party in parties:
            if not isinstance(party, Desk):
                party.sync()
            shown = party.one("offer", offer)
            self.assertEqual(shown["label"], label, (party.title, shown))
            if reason is not None:
                told = shown["closed"] if label == "closed" else shown["hold"]
                self.assertEqual(told["reason"], reason, (party.title, shown))
        return shown

    def assert_unseen(self, parties, kind, id, *options):
        """These parties neither list the record nor are shown it by its id."""
        for party in parties:
            if not isinstance(party, Desk):
                party.sync()
            self.assertNotIn(id, party.ids(kind, *options), party.title)
            if kind in ("offer", "vacancy", "transfer", "conflict"):
                self.assertIn("code", party.error([kind, "show", id], 64), party.title)
