"""What comes over the network in place of the coordinator's reply changes nothing and is said clearly."""

import gzip
import http.client
import json
import socket
import ssl

import fixture
from authority import Authority
from fixture import commands
from meddler import HTML, Meddler, page


class NetworkTests(fixture.TownTestCase):
    people = False

    def test_login_page_with_status_200_is_not_the_coordinator(self):
        self.refused(lambda _: page(), 76)

    def test_login_page_from_the_proxy_itself_is_not_the_coordinator(self):
        portal = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + HTML
        self.refused(None, 69, portal=portal)

    def test_proxy_that_wants_a_password_is_said(self):
        portal = b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"
        self.refused(None, 69, portal=portal)

    def test_server_with_a_certificate_of_another_authority_is_not_asked(self):
        other = Authority(self.town.path("other-tls"))
        asked = self.refused(lambda request: request.forward().raw(), 69, authority=other)
        self.assertEqual(asked, [])

    def test_redirect_is_not_followed(self):
        self.refused(lambda _: page(302, [("Location", "https://example.invalid/")]), 76)

    def test_error_page_of_a_gateway_is_not_the_coordinator(self):
        self.refused(lambda _: page(502), 76)

    def test_truncated_reply_changes_nothing(self):
        def half(request):
            reply = request.forward()
            return reply.raw(reply.body[:len(reply.body) // 2], len(reply.body))
        self.refused(half, 69)

    def test_reply_that_a_gateway_cut_and_measured_anew_changes_nothing(self):
        def half(request):
            reply = request.forward()
            return reply.raw(reply.body[:len(reply.body) // 2])
        self.refused(half, 76)

    def test_one_changed_byte_of_a_reply_is_noticed_anywhere(self):
        for place in (0.0, 0.3, 0.9):
            def changed(request):
                reply = request.forward()
                body = bytearray(reply.body)
                body[int(place * (len(body) - 1))] ^= 1
                return reply.raw(bytes(body))
            with self.subTest(place=place):
                self.refused(changed, 76)

    def test_reply_with_a_wrong_or_no_signature_changes_nothing(self):
        def without(request):
            reply = request.forward()
            return reply.raw(headers=[one for one in reply.headers if one[0].lower() != "mutasi-signature"])

        def wrong(request):
            reply = request.forward()
            protected, _, signature = reply.signature().split(".")
            turned = ("A" if signature[0] != "A" else "B") + signature[1:]
            return reply.raw(headers=signed(reply, f"{protected}..{turned}"))

        def of_the_node(request):
            reply = request.forward()
            return reply.raw(headers=signed(reply, request.headers["Mutasi-Signature"]))

        def signed(reply, signature):
            return [(n, signature if n.lower() == "mutasi-signature" else v) for n, v in reply.headers]

        for act in (without, wrong, of_the_node):
            with self.subTest(act=act.__name__):
                self.refused(act, 76)

    def test_reply_to_an_earlier_exchange_is_not_taken_for_this_one(self):
        kept = []

        def keeping(request):
            kept.append(request.forward())
            return kept[-1].raw()

        with Meddler(self.town, keeping) as meddler:
            self.through(meddler, commands.sync(), 0)
        self.refused(lambda _: kept[0].raw(), 76)

    def test_endless_reply_is_cut_at_the_limit(self):
        self.refused(lambda _: page(body=b" " * (33 << 20)), 69, 76)

    def test_small_reply_that_unpacks_to_more_than_the_limit_is_cut(self):
        packed = gzip.compress(b" " * (40 << 20))
        self.refused(lambda _: page(headers=[("Content-Encoding", "gzip")], body=packed), 69, 76)

    def test_endless_header_is_cut_at_the_limit(self):
        self.refused(lambda _: page(headers=[(f"X-{n}", "x" * 900) for n in range(100)]), 69, 76)

    def test_request_that_was_changed_on_the_way_is_refused_whole(self):
        def changed(request):
            return request.forward(request.body.replace(b'"limit":', b'"limit" :', 1)).raw()
        asked = self.refused(changed, 76)
        self.assertEqual(len(asked), 1)

    def test_nobody_at_the_address_is_unreachable(self):
        self.town.server.stop()
        try:
            node = self.town.home
            vacancy = self.draft(node)
            self.assertEqual(node.error(commands.sync(), 69)["code"], "unreachable")
        finally:
            self.town.server.start()
        self.arrives(node, vacancy)

    def test_coordinator_answers_what_is_no_message_with_a_problem(self):
        town = self.town
        signed = {"Mutasi-Wire": "1", "Content-Type": "application/json", "Mutasi-Signature": "e30..e30"}
        cases = [
            ("GET", "/v1/sync", b"", {}, 405, "method-not-allowed"),
            ("POST", "/v1/tidak", b"{}", signed, 404, "not-found"),
            ("POST", "/v1/sync", b"halo", signed, 401, "bad-signature"),
            ("POST", "/v1/sync", b"[" * 100_000, signed, 401, "bad-signature"),
            ("POST", "/v1/sync", b"\xff\xfe", signed, 401, "bad-signature"),
            ("POST", "/v1/sync", b"{}", {"Content-Type": "text/html"}, None, None),
            ("POST", "/v1/sync", b"x" * (9 << 20), signed, 413, "too-large"),
            ("POST", "/v1/join", b"{}", signed, 400, "bad-request"),
        ]
        for method, path, body, headers, status, code in cases:
            with self.subTest(path=path, body=body[:10]):
                told, type_, answer = self.ask(method, path, body, headers)
                self.assertTrue(400 <= told < 500, told)
                self.assertEqual(told, status or told, answer)
                self.assertIn("application/problem+json", type_)
                problem = json.loads(answer)
                self.assertEqual(problem["status"], told)
                self.assertEqual(problem["type"], "urn:mutasi:problem:" + problem["code"])
                self.assertEqual(problem["code"], code or problem["code"])
        status, _, answer = self.ask("GET", "/ready", b"", {})
        self.assertEqual(status, 200, answer)

    def test_client_that_speaks_no_tls_harms_nobody(self):
        with socket.create_connection(("127.0.0.1", self.town.server.port), timeout=30) as plain:
            plain.sendall(b"GET / HTTP/1.0\r\n\r\n" + bytes(range(256)))
            plain.shutdown(socket.SHUT_WR)
            try:
                while plain.recv(4096):
                    pass
            except OSError:
                pass
        self.assertTrue(self.town.home.sync()["complete"])

    def test_hundred_thousand_headers_are_refused_and_harm_nobody(self):
        context = ssl.create_default_context(cafile=self.town.authority.ca)
        with socket.create_connection(("localhost", self.town.server.port), timeout=60) as plain:
            with context.wrap_socket(plain, server_hostname="localhost") as secure:
                answer = b""
                try:
                    secure.sendall(b"POST /v1/sync HTTP/1.1\r\nHost: localhost\r\n")
                    for number in range(100_000):
                        secure.sendall(b"X-%d: y\r\n" % number)
                    secure.sendall(b"\r\n")
                except OSError:
                    # It answered, or closed the connection, before all had come.
                    pass
                try:
                    answer = secure.recv(4096)
                except OSError:
                    pass
        self.assertTrue(answer == b"" or answer.startswith(b"HTTP/1.1 4"), answer)
        self.assertEqual(self.ask("GET", "/ready", b"", {})[0], 200)

    # What several tests need

    def draft(self, node):
        """A vacancy that waits; its id."""
        recording = node.draft("", commands.vacancy_open_from(self.town.vacancy_file()))
        return recording["record"]

    def through(self, meddler, arguments, *exits):
        with fixture.environment(meddler.environment):
            return self.town.home.ends(arguments, *exits)

    def refused(self, act, *exits, **how):
        """A sync through a meddler ends with an error; the replica stays as it was; later all arrives once.

        Returns the requests that the meddler read."""
        town, node = self.town, self.town.home
        vacancy = self.draft(node)
        before = node.status()
        with Meddler(town, act, **how) as meddler:
            error = self.through(meddler, commands.sync(), *exits)[1]["error"]
            asked = list(meddler.requests)
        self.assertTrue(error["code"] and error["message"] and error["advice"], error)
        after = node.status()
        for part in ("state", "records", "digest", "cursor", "day", "agrees"):
            self.assertEqual(after[part], before[part], part)
        self.assertEqual(after["unsent"] + after["inFlight"], 1)
        self.arrives(node, vacancy)
        return asked

    def arrives(self, node, vacancy):
        """The next sync brings the one outcome, and others see the vacancy."""
        outcomes = [one for one in node.sync()["outcomes"] if one["record"] == vacancy]
        self.assertEqual([one["outcome"] for one in outcomes], ["accepted"])
        self.town.third.sync()
        self.assertEqual(self.town.third.one("vacancy", vacancy)["revision"], 1)
        self.assertTrue(node.status()["well"])

    def ask(self, method, path, body, headers):
        context = ssl.create_default_context(cafile=self.town.authority.ca)
        connection = http.client.HTTPSConnection("localhost", self.town.server.port, context=context, timeout=60)
        try:
            try:
                connection.request(method, path, body, headers)
            except (BrokenPipeError, ConnectionResetError):
                # The server had answered before everything was sent.
                pass
            response = connection.getresponse()
            return response.status, response.getheader("Content-Type", ""), response.read()
        finally:
            connection.close()
