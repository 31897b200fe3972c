"""A region is founded, and machines join it with one-time invitations."""

import os

import fixture
from fixture import commands


class JoiningTests(fixture.TownTestCase):
    people = False

    def test_region_is_founded_once(self):
        town = self.town
        again = commands.init(
            "lain", "Kota Lain", "bkpp", "Badan", None, fixture.TODAY, "https://localhost:0", town.authority.ca)
        self.assertEqual(town.desk.error(again, 75)["code"], "locked")
        town.server.stop()
        self.addCleanup(town.desk.run, "", ["status"], (0, 1))
        self.addCleanup(town.server.start)
        before = [town.bytes("bkd", name) for name in ("coordinator.key", "tag.key")]
        self.assertIn("code", town.desk.error(again, 73))
        self.assertEqual([town.bytes("bkd", name) for name in ("coordinator.key", "tag.key")], before)

    def test_desk_is_the_bkds_own_node(self):
        town = self.town
        self.assertEqual(town.desk.run("", ["agency", "list"])["agencies"][0]["code"], "bkpp")

    def test_policy_set_has_every_route_of_its_folder(self):
        town = self.town
        routes = [one["code"] for one in town.desk.run("", ["policy", "show"])["policy"]["policy"]["routes"]]
        files = os.listdir(os.path.join(town.codes.folder, "routes"))
        self.assertEqual(sorted(code + ".json" for code in routes), sorted(files))
        self.assertLessEqual({town.codes.need, town.codes.secondment}, set(routes))
        self.assertEqual(town.desk.run("", commands.policy_check(town.codes.folder))["routes"], routes)

    def test_policy_that_lacks_a_member_is_refused_with_its_place(self):
        broken = self.town.path("broken.json")
        with open(broken, "w", encoding="utf-8") as file:
            file.write('{"version": 2, "from": "2026-01-01", "routes": []}')
        for command in (commands.policy_check(broken), commands.policy_apply(broken)):
            error = self.town.desk.error(command, 65)
            self.assertIn("broken.json:1 /thresholds: a required member is missing", error["detail"])

    def test_five_nodes_of_four_agencies_have_joined_and_two_of_one_agency(self):
        nodes = [one for one in self.town.desk.run("", ["node", "list"])["nodes"] if one["agency"] != "bkpp"]
        for one in ("disdukcapil", "dpmptsp", "diskominfo", "dinsos"):
            registries = [node["registry"] for node in nodes if node["agency"] == one]
            self.assertEqual(sorted(registries), [False, True] if one == "dpmptsp" else [True], one)

    def test_agency_has_one_registry(self):
        town = self.town
        code, answer = town.desk.ends(commands.invite("dinsos", True), 0, 1)
        if code == 0:
            second = town.node("dinsos", "kedua")
            self.assertIn("code", second.error(commands.join(answer["invitation"], town.authority.ca), 65))
        nodes = town.desk.run("", ["node", "list"])["nodes"]
        self.assertEqual([one["registry"] for one in nodes if one["agency"] == "dinsos"], [True])

    def test_invitation_lets_one_machine_in(self):
        town = self.town
        line = town.invite("dinkes")
        first, second = town.node("dinkes", "satu"), town.node("dinkes", "dua")
        self.assertEqual(first.run("", commands.join(line, town.authority.ca))["agency"], "dinkes")
        error = second.error(commands.join(line, town.authority.ca), 65)
        self.assertEqual(error["code"], "invitation")
        self.assertIn("invitation-invalid", error["detail"])
        self.assertTrue(error["advice"])
        self.assertFalse(os.path.exists(os.path.join(second.data, "node.db")))

    def test_joined_folder_does_not_join_again(self):
        town = self.town
        before = town.social.status()
        line = town.invite("dinkes")
        self.assertIn("code", town.social.error(commands.join(line, town.authority.ca), 73))
        self.assertEqual(town.social.status()["node"], before["node"])
        # The line was not spent on it.
        other = town.node("dinkes", "tiga")
        self.assertEqual(other.run("", commands.join(line, town.authority.ca))["agency"], "dinkes")

    def test_damaged_invitation_is_refused_before_anything_is_sent(self):
        town = self.town
        line = town.invite("dinkes")
        node = town.node("dinkes", "empat")
        for bad in ("", "halo", line[:-40], line.replace("https", "http"), "x" * 100_000):
            with self.subTest(line=bad[:40]):
                self.assertIn("code", node.ends(["join", bad, "--ca", town.authority.ca], 64, 65)[1]["error"])
        self.assertEqual(node.run("", commands.join(line, town.authority.ca))["agency"], "dinkes")

    def test_invitation_with_another_coordinators_key_is_refused(self):
        town = self.town
        line = town.invite("dinkes")
        head, fingerprint = line.rsplit("#", 1)
        other = head + "#" + ("0" if fingerprint[0] != "0" else "1") + fingerprint[1:]
        node = town.node("dinkes", "lima")
        code, answer = node.ends(commands.join(other, town.authority.ca), 65, 76, 77)
        self.assertIn("code", answer["error"], code)
        self.assertFalse(os.path.exists(os.path.join(node.data, "node.db")))

    def test_unknown_agency_is_not_invited(self):
        _, answer = self.town.desk.ends(commands.invite("tidak-ada", False), 1)
        told = answer.get("outcome") or answer.get("preview")
        self.assertEqual((told["outcome"], told["code"]), ("rejected", "not-found"))

    def test_first_sync_gives_region_agencies_and_policy_and_nothing_else(self):
        node = self.town.join("dinkes", "enam", registry=False)
        status = node.status()
        self.assertTrue(status["agrees"] and status["complete"], status)
        # The region, six agencies and the policy.
        self.assertEqual(status["records"], 8)
