"""A client that shares no code with the programs joins a running coordinator and works with it.

Environment: MUTASI_INVITATION, an invitation line that nobody has used; MUTASI_CA, the PEM file of the authority to trust;
MUTASI_CODE, the code of a route of the region's policy. MUTASI_INVITATION_2, a second line, for the client of wire 2.
"""

import json
import os
import unittest

import mutasi_client
from mutasi_client import Client, Refused, Untrusted
from proving_client import ProvingClient

NEEDED = ["MUTASI_INVITATION", "MUTASI_CA", "MUTASI_CODE"]


def vacancy(route):
    """A vacancy with a field group that no program knows, and letters that are not ASCII."""
    return {"vacancy": {
        "place": {"post": {"id": "J-INTEROP", "name": "Pengelola Layanan é", "kind": "pelaksana", "family": "layanan"},
                  "unit": {"id": "U-INTEROP", "name": "Unit Uji"}, "district": "Tembalang"},
        "standard": {"grades": {"min": "II/c", "max": "III/d"}, "education": {"level": "D-III", "fields": []},
                     "levels": {"pelayanan-publik": 2}, "certificates": []},
        "kind": {"route": route}, "seats": {"count": 1}, "need": {"need": 3, "holders": 2}, "mode": {"mode": "first"},
        "shift": {"hours": [7, 15], "catatan": "siang – é \"x\"", "later": None}}}


@unittest.skipUnless(all(os.environ.get(n) for n in NEEDED), "needs " + ", ".join(NEEDED))
class ClientTests(unittest.TestCase):
    kind, invitation = Client, "MUTASI_INVITATION"

    @classmethod
    def setUpClass(cls):
        cls.route = os.environ["MUTASI_CODE"]
        cls.client = cls.kind.join(os.environ[cls.invitation], os.environ["MUTASI_CA"])
        cls.client.sync()

    def test_first_sync_gives_region_and_own_agency(self):
        bodies = [(kind, json.loads(body)) for kind, _, body in self.client.replica.values()]
        self.assertEqual([b["code"] for k, b in bodies if k == "region"], [self.client.identity["region"]])
        nodes = [n["node"] for k, b in bodies if k == "agency" and b["code"] == self.client.identity["agency"]
                 for n in b["nodes"]]
        self.assertIn(self.client.identity["node"], nodes)

    def test_unknown_members_of_a_vacancy_survive_byte_for_byte(self):
        operation = self.client.operation("vacancy.open", vacancy(self.route))
        outcome, = self.client.sync([operation])
        self.assertEqual(outcome["outcome"], "accepted", outcome)
        kind, revision, body = self.client.replica[json.loads(operation)["record"]]
        self.assertEqual((kind, revision), ("vacancy", 1))
        group = operation[operation.index('"shift":'):-len("}}}")]
        self.assertIn(group + "}", body)
        self.assertEqual(self.client.complete, self.client.digest())

    def test_repeated_exchange_after_a_lost_reply_has_the_same_outcomes(self):
        request = self.client.prepare([self.client.operation("vacancy.open", vacancy(self.route))])
        thrown_away = self.client.send(request)
        again = self.client.send(request)
        self.assertEqual(self.client.outcomes(again), self.client.outcomes(thrown_away))
        self.client.absorb(request, again)
        self.assertEqual(self.client.sync(), [])

    def test_pages_of_one_change_add_up_to_the_same_view(self):
        whole = dict(self.client.replica)
        self.client.cursor, self.client.replica = None, {}
        self.client.sync(limit=1)
        self.assertEqual(set(whole) - set(self.client.replica), set())

    def test_other_wire_version_gets_the_versions_that_are_spoken(self):
        with self.assertRaises(Refused) as caught:
            self.client.send(self.client.prepare(wire=99))
        self.assertEqual(caught.exception.status, 400)
        self.assertEqual(caught.exception.problem["type"], "urn:mutasi:problem:unsupported-version")
        self.assertEqual(caught.exception.problem["supported"], [1, 2])
        self.client.sync()

    def test_older_exchange_is_stale_and_changes_nothing(self):
        before = self.client.digest()
        with self.assertRaises(Refused) as caught:
            self.client.send(self.client.prepare(exchange=self.client.exchange + 5))
        problem = caught.exception.problem
        self.assertEqual((caught.exception.status, problem["code"]), (409, "stale"))
        self.assertEqual(problem["exchange"], self.client.exchange + 5)
        self.client.sync()
        self.assertEqual(self.client.digest(), before)

    def test_refusal_comes_as_an_outcome_with_a_code(self):
        outcome, = self.client.sync([self.client.operation("vacancy.open", vacancy("tidak-ada"))])
        self.assertEqual((outcome["outcome"], outcome["code"]), ("rejected", "unsupported"))
        self.assertIsInstance(json.loads(outcome["detail"]), dict)

    def test_bundle_that_was_changed_is_refused(self):
        request = self.client.prepare([self.client.operation("vacancy.open", vacancy(self.route))])
        request["bundle"]["operations"][0] += " "
        with self.assertRaises(Refused) as caught:
            self.client.send(request)
        self.assertEqual(caught.exception.problem["code"], "bad-bundle")

    def test_used_code_is_refused_for_another_key(self):
        with self.assertRaises(Refused) as caught:
            self.kind.join(os.environ[self.invitation], os.environ["MUTASI_CA"])
        self.assertEqual((caught.exception.status, caught.exception.problem["code"]), (403, "invitation-invalid"))


class ProvingClientTests(ClientTests):
    """The same in wire 2, and what only it proves."""

    kind, invitation = ProvingClient, "MUTASI_INVITATION_2"

    def test_every_head_extends_the_one_before_and_checkpoints_are_signed(self):
        for _ in range(5):
            self.client.sync([self.client.operation("vacancy.open", vacancy(self.route))])
        self.client.sync(asksCheckpoint=True)
        self.assertEqual(self.client.checkpoint["root"], self.client.head["root"])
        self.assertGreater(self.client.proofs, 4)

    def test_a_receipt_names_the_bundle_and_is_signed_by_itself(self):
        request = self.client.prepare([self.client.operation("vacancy.open", vacancy(self.route))])
        reply = self.client.send(request)
        self.client.absorb(request, reply)
        forged = dict(reply["receipt"], statement=reply["receipt"]["statement"].replace("accepted", "rejected"))
        with self.assertRaises(Untrusted):
            self.client.check(request, reply | {"receipt": forged})

    def test_a_head_of_another_journal_is_refused(self):
        with self.assertRaises(Refused) as caught:
            self.client.send(self.client.prepare(head=dict(self.client.head, root="0" * 64)))
        self.assertEqual((caught.exception.status, caught.exception.problem["code"]), (409, "foreign-head"))
        self.client.sync()

    def test_a_proof_that_does_not_hold_is_not_believed(self):
        request = self.client.prepare([self.client.operation("vacancy.open", vacancy(self.route))])
        reply = self.client.send(request)
        for change in ({"consistency": reply["consistency"][1:]}, {"head": dict(reply["head"], root="0" * 64)}):
            with self.assertRaises(Untrusted):
                self.client.check(request, reply | change)
        self.client.absorb(request, reply)


class WorkedExampleTests(unittest.TestCase):
    def test_view_digest_of_the_protocol_document(self):
        client = Client("https://localhost", None)
        client.replica = {
            "018f0000-0000-7000-8000-000000000001": ("agency", 1, '{"code":"disdik"}'),
            "018f0000-0000-7000-8000-000000000002": ("vacancy", 3, '{"agency":"disdik","taken":0}'),
        }
        here = os.path.dirname(os.path.abspath(__file__))
        with open(os.path.join(here, "../../../protocol/README.md"), encoding="utf-8") as document:
            self.assertIn(client.digest()["digest"], document.read())

    def test_repeated_name_is_not_read(self):
        with self.assertRaises(mutasi_client.Untrusted):
            mutasi_client.strict_json(b'{"a":1,"a":1}')


if __name__ == "__main__":
    unittest.main()
