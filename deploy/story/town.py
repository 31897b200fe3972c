"""The cast of the story: the desk, five nodes of four agencies, and the folder in which they all live."""

import os

import commands
from authority import Authority
from city import CityFolder
from coordinator import Coordinator
from party import Desk, Party, check

# The first day of the region; the made-up city's files are exported on it.
TODAY = "2026-01-05"
DESK = "bkpp"
NEED = "kebutuhan-organisasi"
SECONDMENT = "penugasan-sementara"
EXCHANGE = "tukar-tempat"
COUNTER_POST = "Operator Layanan Operasional"
CLERK_POST = "Pengadministrasi Perkantoran"


class Town:
    def __init__(self, folder, programs, policy, narrator, outlives=False):
        self.folder = folder
        self.policy = policy
        self.narrator = narrator
        self.lab = os.path.join(programs, "mutasi-lab")
        node = os.path.join(programs, "mutasi-node")
        server = os.path.join(programs, "mutasi-coordinator")
        for program in (self.lab, node, server):
            check(os.access(program, os.X_OK), f"there is no program {program}")
        self.city = CityFolder(os.path.join(folder, "city"))
        self.authority = Authority(os.path.join(folder, "tls"))
        data = os.path.join(folder, "bkd")
        self.coordinator = Coordinator(
            server, data, self.authority, os.path.join(folder, "coordinator.log"), narrator, outlives)
        self.desk = Desk(DESK, "BKPP", server, data, narrator, "ratna")
        self.desk.second = "joko"

        def party(name, title, actor):
            return Party(name, title, node, os.path.join(folder, name), narrator, actor)

        # Gives people.
        self.home = party("disdukcapil", "Disdukcapil", "sri")
        # Is short of people at its counter; it has a second machine that negotiates only.
        self.permits = party("dpmptsp", "DPMPTSP", "bayu")
        self.permits2 = party("dpmptsp-2", "DPMPTSP, second machine", "dewi")
        # Gives the course, and stays silent once.
        self.informatics = party("diskominfo", "Diskominfo", "agus")
        # Borrows for a rush.
        self.social = party("dinsos", "Dinsos", "lestari")
        # Joins late, and has people to lend.
        self.schools = party("disdik", "Disdik", "wati")
        self.registries = [self.home, self.permits, self.informatics, self.social]
        self.nodes = [self.home, self.permits, self.permits2, self.informatics, self.social]
        self.day = TODAY

    def agency(self, party):
        return party.name.removesuffix("-2")

    def sync_all(self):
        for node in self.nodes:
            node.sync()

    def settle_all(self):
        """Syncs until no node has anything left to send or to hear."""
        for node in self.nodes:
            node.settle()
        self.sync_all()

    def advance(self, to):
        self.desk.run(f"lets the days come until {to}", commands.day_advance(to))
        self.day = to
        self.sync_all()

    def offer(self, party, offer):
        return party.show(commands.offer_show(offer), "offer", f"looks at offer {offer[-6:]}")

    def expect_label(self, party, offer, label, reason=None):
        """The offer as a party's node shows it, its label checked."""
        shown = self.offer(party, offer)
        check(shown["label"] == label, f"{party.title}: offer {offer[-6:]} is {shown['label']}, not {label}", shown)
        if reason is not None:
            told = shown["closed"]["reason"] if label == "closed" else shown["hold"]["reason"]
            check(told == reason, f"{party.title}: offer {offer[-6:]} says {told}, not {reason}", shown)
        party.narrator.result(label + (f" ({reason})" if reason else ""))
        return shown
