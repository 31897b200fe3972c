"""Every real message of whole stories is what the schemas say, in both directions."""

import unittest

import test_collisions
import test_transfer
from recorder import recorded
from fixture import commands


class RecordedTransferTests(recorded(test_transfer.TransferTests)):
    """From an offer to a person who has started, and a node that joins in the middle of it."""

    def test_a_node_joins_and_is_refused_in_the_words_of_the_schemas(self):
        node = self.town.node("dinkes", "late")
        node.run("", commands.join(self.town.invite("dinkes"), self.town.authority.ca))
        self.assertTrue(node.status()["well"])
        other = self.town.node("dinkes", "never")
        used = self.town.invite("dinkes")
        self.town.node("dinkes", "first").run("", commands.join(used, self.town.authority.ca))
        other.ends(commands.join(used, self.town.authority.ca), 65, 77)
        told = self.held.messages
        self.assertGreaterEqual(told.get("join-reply", 0), 2, told)
        self.assertGreaterEqual(told.get("problem", 0), 1, told)

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        missing = {"offer.propose", "offer.agree", "offer.counter", "document.issue", "training.confirm", "transfer.start",
                   "transfer.file", "transfer.receive"} - cls.held.operations
        unseen = {"region", "agency", "policy", "card", "vacancy", "offer", "document", "training", "transfer"} - cls.held.records
        if missing or unseen:
            raise AssertionError(f"the story had no {sorted(missing | unseen)}")


class RecordedCollisionTests(recorded(test_collisions.CollisionTests)):
    """Edits that collide, stale terms, last seats."""

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        if "conflict" not in cls.held.records:
            raise AssertionError("no conflict record was seen")


if __name__ == "__main__":
    unittest.main()
