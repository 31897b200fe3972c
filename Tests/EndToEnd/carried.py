"""A node without any network: every exchange is carried to the desk and back in files."""

import fixture
from fixture import commands

# A view of this town fits into a few of the largest pages.
TRIPS = 20


class CarriedNode(fixture.Node):
    """Its address leads nowhere, so that whatever did use a network would fail."""

    @classmethod
    def joined(cls, town, agency, actor):
        data = town.path(f"{agency}-{actor}")
        node = cls(agency, f"{agency} ({actor})", fixture.program("mutasi-node"), data, town.narrator, actor, limit=120)
        node.town = town
        node.trips = 0
        node.run("", commands.join_export(node.line(town.invite(agency, True)), node.request))
        node.post()
        node.run("", commands.join_import(node.reply))
        return node

    @staticmethod
    def line(invitation):
        """The invitation with an address that nothing answers at; the fingerprint is the same."""
        prefix, code, fingerprint = invitation.split("#")
        return "#".join(["mutasi-join:https://no-network.invalid:1", code, fingerprint])

    @property
    def request(self):
        return self.data + ".request.json"

    @property
    def reply(self):
        return self.data + ".reply.json"

    def post(self, exits=(0,)):
        return self.town.desk.run("", commands.carry(self.request, self.reply), exits)

    def trip(self):
        """One trip to the desk and back; what the import says."""
        self.run("", commands.outbox_export(self.request))
        self.post()
        done = self.run("", commands.outbox_import(self.reply), (0, 1))
        self.trips += 1
        self.outcomes.update({one["operation"]: one for one in done["outcomes"]})
        return done

    def sync(self, says=""):
        for _ in range(TRIPS):
            done = self.trip()
            if not done["anotherTrip"]:
                return done
        raise AssertionError(f"{self.title}: more to carry after {TRIPS} trips")
