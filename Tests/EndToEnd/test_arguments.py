"""Arguments and folders that are wrong end with a clear error, and nothing is recorded."""

import os
import shutil
import subprocess

import fixture
from fixture import commands


class ArgumentTests(fixture.TownTestCase):
    people = False

    def test_wrong_arguments_are_refused_with_a_sentence(self):
        town, node = self.town, self.town.home
        vacancy = town.permits.decide("", commands.vacancy_open_from(town.vacancy_file()))[0]
        node.sync()
        known = "0" * 8 + "-0000-7000-8000-" + "0" * 12
        cases = [
            (["vacancy", "show", "zz"], (64,)), (["vacancy", "show", "ffff"], (64,)),
            (["vacancy", "show", known], (64,)),
            (["vacancy", "show", "x" * 100_000], (64,)), (["vacancy", "show", "é"], (64,)),
            (["offer", "agree", vacancy], (64,)), (["staff", "show", "123"], (65,)),
            (["staff", "show", "198501012010011001"], (64,)), (["match", vacancy[-2:]], (64,)),
            (["vacancy", "open", "--from", town.path("tidak-ada.json")], (64, 65, 73)),
            (["vacancy", "open", "--from", "/dev/zero"], (64, 65)),
            (["vacancy", "open", "--from", town.path("tls")], (64, 65, 73)),
            (["card", "open", "198501012010011001"], (64,)),
            (["conflict", "resolve", vacancy, "--keep", "mine"], (64,)),
            (["outbox", "withdraw", known], (64,)),
        ]
        before = node.status()
        for line, exits in cases:
            with self.subTest(line=[part[:40] for part in line]):
                error = node.ends(line, *exits)[1]["error"]
                self.assertTrue(error["code"] and error["message"] and error["advice"], error)
        self.assertEqual(node.status(), before)

    def test_wrong_usage_ends_with_64(self):
        for line in (["tidak-ada"], ["vacancy", "edit", "abcd", "--seats", "banyak"], ["offer", "propose"],
                     ["transfer", "start", "abcd", "--date", "2026-02-30", "--number", "1"],
                     ["vacancy", "list", "--lang", "xx"]):
            with self.subTest(line=line):
                ended = self.plain(self.town.home, line)
                self.assertEqual(ended.returncode, 64, ended.stderr)
                self.assertTrue(ended.stderr)

    def test_oversized_texts_and_numbers_are_refused(self):
        town, node = self.town, self.town.permits
        vacancy = node.decide("", commands.vacancy_open_from(town.vacancy_file()))[0]
        for line in (commands.vacancy_withdraw(vacancy, "x" * 201), commands.vacancy_withdraw(vacancy, "x" * 90_000),
                     commands.vacancy_edit(vacancy, seats=10**9), commands.vacancy_edit(vacancy, seats=0),
                     commands.vacancy_edit(vacancy, seats=2**63 - 1)):
            with self.subTest(line=[part[:20] for part in line]):
                code, answer = node.ends(line, 1, 64, 65)
                self.assertTrue("error" in answer or answer["preview"]["outcome"] == "rejected", answer)
                self.assertEqual(node.status()["unsent"], 0)
        self.assertEqual(node.one("vacancy", vacancy)["seats"]["count"], 1)

    def test_vacancy_file_with_wrong_json_is_refused(self):
        town = self.town
        path = town.path("bad.json")
        good = town.bytes(os.path.basename(town.vacancy_file()))
        cases = (b"", b"{", b"[]", b'{"seats": 1.5}', good + b"x", good.replace(b'"count": 1', b'"count": 1e3'),
                 good.replace(b'"seats"', b'"place"', 1), b"\xff" + good, b"{" * 50_000, b" " * 100_000)
        for data in cases:
            with open(path, "wb") as file:
                file.write(data)
            with self.subTest(data=data[:20]):
                code, answer = town.home.ends(["vacancy", "open", "--from", path], 1, 64, 65)
                self.assertTrue("error" in answer or answer["preview"]["outcome"] == "rejected", answer)
        self.assertEqual(town.home.status()["unsent"], 0)

    def test_folder_that_is_no_nodes_folder_is_refused_and_left_alone(self):
        town = self.town
        text = town.path("teks")
        os.makedirs(text, mode=0o700)
        with open(os.path.join(text, "node.db"), "wb") as file:
            file.write(b"bukan basis data " * 1000)
        coordinators = town.path("tertukar")
        os.makedirs(coordinators, mode=0o700)
        shutil.copy(town.path("bkd", "coordinator.sqlite"), os.path.join(coordinators, "node.db"))
        for folder in (text, coordinators):
            shutil.copy(os.path.join(town.home.data, "keys.json"), folder)
        file_ = town.path("berkas")
        with open(file_, "wb") as file:
            file.write(b"x")
        for folder in (text, coordinators, file_, town.path("tidak-ada"), town.path("city")):
            with self.subTest(folder=os.path.basename(folder)):
                node = town.node("x", "x", folder)
                code, answer = node.ends(["status"], 64, 65, 73, 78)
                self.assertTrue(answer["error"]["message"] and answer["error"]["advice"], code)
        self.assertEqual(town.bytes("teks", "node.db"), b"bukan basis data " * 1000)

    def test_serve_with_a_wrong_certificate_is_refused(self):
        town = self.town
        for pair in ((town.path("tidak-ada.pem"), town.authority.key), (town.authority.key, town.authority.key)):
            line = commands.serve(*pair, 0, town.path("x.port"))
            code, answer = town.desk.ends(line, 64, 65, 73, 75, 78)
            self.assertIn("code", answer["error"], code)

    def plain(self, node, line):
        return subprocess.run(
            [node.program, *line, "--data", node.data], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
