"""Processes end in the middle of an exchange; every operation still has one outcome."""

import json
import os
import socket
import ssl
import subprocess
import threading

import fixture
from fixture import commands
from meddler import Meddler


class CrashTests(fixture.TownTestCase):
    people = False

    def test_coordinator_killed_between_commit_and_reply_has_decided_once(self):
        town = self.town

        def killed(request):
            # The reply exists, so the decision is committed; nobody will see it.
            request.forward()
            town.server.kill()

        node, vacancy = self.interrupted(killed)
        town.server.start()
        self.arrives_once(node, vacancy)

    def test_coordinator_killed_before_the_request_decides_when_it_comes_again(self):
        town = self.town
        node, vacancy = self.interrupted(lambda _: town.server.kill())
        town.server.start()
        self.arrives_once(node, vacancy)

    def test_coordinator_killed_under_load_loses_nothing_and_repeats_nothing(self):
        town = self.town
        for after in (1, 3):
            drafts = {node: [self.draft(node) for _ in range(5)] for node in town.nodes}
            answered, enough = [], threading.Event()

            def counted(request):
                reply = request.forward()
                answered.append(reply)
                if len(answered) >= after:
                    enough.set()
                return reply.raw()

            with Meddler(town, counted) as meddler:
                agents = [self.start(node, meddler) for node in town.nodes]
                self.assertTrue(enough.wait(60))
                town.server.kill()
                for agent in agents:
                    agent.communicate(timeout=120)
                    self.assertIn(agent.returncode, (0, 69, 76))
            town.server.start()
            town.settle_all()
            town.desk.run("", ["sync"])
            listed = [one["id"] for one in town.desk.run("", commands.vacancy_list())["vacancies"]]
            for node, vacancies in drafts.items():
                for vacancy in vacancies:
                    self.assertEqual(listed.count(vacancy), 1)
                    self.assertEqual(town.third.one("vacancy", vacancy)["revision"], 1)
            self.assert_all_well()
        self.assert_verified()

    def test_node_killed_while_it_waits_for_the_reply_gets_the_same_outcome_later(self):
        town, node = self.town, self.town.social
        vacancy = self.draft(node)
        forwarded, go_on = threading.Event(), threading.Event()

        def held(request):
            reply = request.forward()
            forwarded.set()
            go_on.wait(60)
            return reply.raw()

        with Meddler(town, held) as meddler:
            agent = self.start(node, meddler)
            self.assertTrue(forwarded.wait(60))
            agent.kill()
            agent.communicate()
            go_on.set()
        self.assertEqual(node.status()["inFlight"], 1)
        self.arrives_once(node, vacancy)

    def test_lost_reply_is_asked_for_again_with_the_same_bytes(self):
        def lost(request):
            request.forward()

        town = self.town
        bodies = []

        def noted(request):
            bodies.append(json.loads(request.body))
            return request.forward().raw()

        node, vacancy = self.interrupted(lambda request: bodies.append(json.loads(request.body)) or lost(request))
        with Meddler(town, noted) as meddler, fixture.environment(meddler.environment):
            outcomes = node.sync()["outcomes"]
        self.assertEqual([one["outcome"] for one in outcomes if one["record"] == vacancy], ["accepted"])
        for part in ("exchange", "nonce", "bundle"):
            self.assertEqual(bodies[0][part], bodies[1][part], part)

    def test_coordinator_stopped_by_sigterm_finishes_the_request_in_flight(self):
        town = self.town
        first, rest = self.half_sent()
        with self.connection() as client:
            client.sendall(first)
            # The handshake and the first half have come once the server answers something else meanwhile.
            town.home.sync()
            town.server.process.terminate()
            client.sendall(rest)
            answer = b""
            while part := client.recv(65536):
                answer += part
        self.assertTrue(answer.startswith(b"HTTP/1.1 4"), answer[:100])
        self.assertIn(b"application/problem+json", answer)
        self.assertEqual(town.server.stop(), 0)
        town.server.start()
        self.assertTrue(town.home.sync()["complete"])

    def test_lingering_clients_do_not_keep_the_coordinator_from_stopping(self):
        town = self.town
        first, _ = self.half_sent()
        with self.connection() as idle, self.connection() as half:
            half.sendall(first)
            town.home.sync()
            # `stop` fails when it takes longer than 16 s.
            self.assertEqual(town.server.stop(), 0)
            self.assertIsNotNone(idle)
        town.server.start()
        self.assertTrue(town.home.sync()["complete"])

    def test_second_coordinator_over_the_same_folder_is_refused(self):
        town = self.town
        line = commands.serve(town.authority.certificate, town.authority.key, 0, town.path("second.port"))
        self.assertEqual(town.desk.error(line, 75)["code"], "locked")
        self.assertTrue(town.home.sync()["complete"])

    # What several tests need

    def draft(self, node):
        return node.draft("", commands.vacancy_open_from(self.town.vacancy_file()))["record"]

    def interrupted(self, act):
        """A node whose sync with one draft met this; the node and the draft's vacancy."""
        node = self.town.home
        vacancy = self.draft(node)
        with Meddler(self.town, act) as meddler, fixture.environment(meddler.environment):
            node.error(commands.sync(), 69)
        status = node.status()
        self.assertEqual((status["state"], status["inFlight"]), ("working", 1))
        return node, vacancy

    def arrives_once(self, node, vacancy):
        outcomes = [one for one in node.sync()["outcomes"] if one["record"] == vacancy]
        self.assertEqual([one["outcome"] for one in outcomes], ["accepted"])
        self.town.sync_all()
        for party in self.town.everybody:
            self.assertEqual(party.one("vacancy", vacancy)["revision"], 1, party.title)
        self.assert_all_well()
        self.assert_verified()

    def assert_verified(self):
        town = self.town
        town.server.stop()
        try:
            self.assertTrue(town.desk.run("", commands.verify())["verified"])
        finally:
            town.server.start()

    def start(self, node, meddler):
        line = [node.program, "sync", "--data", node.data, "--as", node.actor, "--json"]
        return subprocess.Popen(
            line, env=dict(os.environ, **meddler.environment), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def connection(self):
        context = ssl.create_default_context(cafile=self.town.authority.ca)
        plain = socket.create_connection(("localhost", self.town.server.port), timeout=60)
        return context.wrap_socket(plain, server_hostname="localhost")

    def half_sent(self):
        """A request in two parts, cut within its body."""
        body = b"{" + b" " * 2000 + b"}"
        head = (f"POST /v1/sync HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                f"Mutasi-Wire: 1\r\nMutasi-Signature: e30..e30\r\nContent-Length: {len(body)}\r\n\r\n").encode()
        return head + body[:1000], body[1000:]
