"""Replies travel compressed to clients that take them; what is signed are the bytes before."""

import gzip

import fixture
from fixture import commands
from meddler import Meddler


class CompressionTests(fixture.TownTestCase):
    def test_page_is_packed_and_means_the_same(self):
        """A new node's first sync, once as it is and once packed: the same signature holds for both."""
        sizes = []

        def both(request):
            plain, packed = request.forward(), request.forward(packed=True)
            sizes.append((len(plain.body), len(packed.body)))
            told = dict((name.lower(), value) for name, value in packed.headers)
            if len(plain.body) > 20_000:
                self.assertEqual(told["content-encoding"], "gzip")
                self.assertEqual(told["vary"], "Accept-Encoding")
                self.assertEqual(gzip.decompress(packed.body), plain.body)
                self.assertEqual(packed.signature(), plain.signature())
            return packed.raw()

        node = self.town.node("dpmptsp", "packed")
        invitation = self.town.invite("dpmptsp")
        with Meddler(self.town, both) as meddler, fixture.environment(meddler.environment):
            node.run("", commands.join(invitation, self.town.authority.ca))
        largest = max(sizes)
        self.assertGreater(largest[0], 20_000)
        self.assertLess(largest[1] * 3, largest[0])
        self.assertTrue(node.status()["well"])

    def test_damage_inside_a_packed_page_changes_nothing(self):
        node = self.town.node("dpmptsp", "unlucky")
        invitation = self.town.invite("dpmptsp")
        node.run("", commands.join(invitation, self.town.authority.ca))

        def cut(request):
            reply = request.forward(packed=True)
            return reply.raw(reply.body[:len(reply.body) // 2])

        def turned(request):
            reply = request.forward(packed=True)
            body = bytearray(reply.body)
            body[len(body) // 2] ^= 4
            return reply.raw(bytes(body))

        def not_packed(request):
            reply = request.forward()
            return reply.raw(headers=reply.headers + [("Content-Encoding", "gzip")])

        before = node.status()
        for act in (cut, turned, not_packed):
            with self.subTest(act=act.__name__), Meddler(self.town, act) as meddler:
                with fixture.environment(meddler.environment):
                    node.ends(commands.sync() + ["--anew"], 69, 76)
                self.assertEqual(node.status()["digest"], before["digest"])
        self.assertTrue(node.sync()["complete"])
        self.assertTrue(node.status()["well"])
