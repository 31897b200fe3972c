"""Files that are wrong: every bad row is named, nothing is taken by halves."""

import csv
import io
import os
import shutil

import fixture
from fixture import commands

BIG = 300 << 20


class FileTests(fixture.TownTestCase):
    people = False

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.source = cls.town.city.agency("dinsos")

    def test_damaged_and_impossible_numbers_are_each_named_with_row_and_remedy(self):
        cases = {
            "1.98E+17": "row-nip-damaged-by-spreadsheet",
            "1,98E+17": "row-nip-damaged-by-spreadsheet",
            "198501012010011000": "row-nip-damaged-by-spreadsheet",
            "198513012010011001": "row-bad-nip",
            "198502302010011001": "row-bad-nip",
            "19850101201001100": "row-bad-nip",
            "1985010120100110011": "row-bad-nip",
            "198501012010013001": "row-bad-nip",
            "١٩٨٥٠١٠١٢٠١٠٠١١٠٠١": "row-bad-nip",
            "abc": "row-bad-nip",
            "": "row-missing-value",
        }
        for nip, code in cases.items():
            with self.subTest(nip=nip):
                report = self.rejected(self.with_cell("NIP BARU", nip), code)
                error = next(one for one in report["errors"] if one["code"] == code)
                self.assertEqual((error["file"], error["row"], error["column"]), ("staff.csv", 2, "NIP BARU"))
                self.assertTrue(error["expected"] and error["remedy"])

    def test_number_twice_is_named(self):
        def twice(rows):
            return rows + [rows[1]]
        self.rejected(self.changed(twice), "row-duplicate-nip")

    def test_unknown_codes_words_and_dates_are_named(self):
        cases = [("JABATAN ID", "TIDAK-ADA", "row-unknown-post"), ("UNOR ID", "TIDAK-ADA", "row-unknown-unit"),
                 ("TANGGAL LAHIR", "32-13-1980", "row-bad-date"), ("TMT JABATAN", "kemarin", "row-bad-date"),
                 ("GOL AKHIR NAMA", "V/x", "row-unknown-word"),
                 ("JENIS JABATAN NAMA", "Jabatan Aneh", "row-unknown-word"),
                 ("NAMA", "x" * 5000, "row-too-long"), ("NAMA", "", "row-missing-value")]
        for column, value, code in cases:
            with self.subTest(column=column, value=value[:20]):
                self.rejected(self.with_cell(column, value), code)

    def test_row_with_too_few_cells_is_named(self):
        self.rejected(self.changed(lambda rows: [rows[0], rows[1][:10], *rows[2:]]), "row-column-count")

    def test_every_bad_row_is_told_at_once_and_comes_back_as_a_copy(self):
        def three(rows):
            column = rows[0].index("NIP BARU")
            for row in rows[1:4]:
                row[column] = "1.98E+17"
            return rows

        folder, copies = self.changed(three), self.town.path("copies")
        report = self.town.social.run("", commands.staff_import(folder, bad_rows=copies), (65,))
        named = {(one["file"], one["row"]) for one in report["errors"]}
        self.assertLessEqual({("staff.csv", 2), ("staff.csv", 3), ("staff.csv", 4)}, named)
        self.assertFalse(report["imported"])
        copy = os.path.join(copies, next(name for name in os.listdir(copies) if "staff" in name))
        with open(copy, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, delimiter=self.separator(file)))
        self.assertEqual(len(rows), 4)
        self.assertEqual(rows[0][-1], "Keterangan Kesalahan")
        self.assertTrue(all(row[-1] for row in rows[1:]))
        # The copies hold names: nobody else may read them.
        self.assertEqual(os.stat(copy).st_mode & 0o077, 0)

    def test_good_rows_are_taken_only_when_asked_for(self):
        town, folder = self.town, self.with_cell("NIP BARU", "1.98E+17")
        node = town.join("dinkes", "registri")
        with open(os.path.join(folder, "staff.csv"), "rb") as file:
            rows = file.read().count(b"\n") - 1
        self.replace(folder, "dinsos", "dinkes")
        node.run("", commands.staff_import(folder), (65,))
        self.assertEqual(node.run("", commands.staff_list())["people"], [])
        report = node.run("", commands.staff_import(folder, accept_good_rows=True), (0, 65))
        self.assertTrue(report["imported"])
        self.assertEqual(report["people"]["added"], rows - 1)
        node.settle()
        self.assert_all_well([node])

    def test_bytes_that_are_no_table_are_refused(self):
        with open(os.path.join(self.source, "staff.csv"), "rb") as file:
            good = file.read()
        cases = {
            "import-not-utf8": [good.replace(b"a", b"\xe9", 1), good.decode("utf-8-sig").encode("utf-16")],
            "import-zero-byte": [good[:500] + b"\0" + good[500:]],
            "import-empty": [b"", b"\xef\xbb\xbf", b"\r\n\r\n"],
            "import-missing-columns": [b"NAMA,NIK\nA,1\n"],
            "import-bad-quote": [good.rstrip() + b'\n"198501012010011001'],
            "import-duplicate-column": [good.replace(b"NIP LAMA", b"NIP BARU", 1)],
            "import-too-many-columns": [b",".join(b"K%d" % n for n in range(5000)) + b"\n"],
            "import-field-too-long": [good.rstrip() + b"\n" + b"9" * (2 << 20)],
        }
        for code, files in cases.items():
            for number, data in enumerate(files):
                with self.subTest(code=code, number=number):
                    self.refused(self.with_file("staff.csv", data), code)

    def test_file_beyond_the_limit_is_refused_without_being_read(self):
        folder = self.with_file("staff.csv", b"")
        with open(os.path.join(folder, "staff.csv"), "wb") as file:
            file.truncate(BIG)
        self.refused(folder, "import-file-too-large")

    def test_folder_that_is_none_is_said(self):
        for path in (self.town.path("tidak-ada"), os.path.join(self.source, "staff.csv"), self.town.path("tls")):
            with self.subTest(path=path):
                code, answer = self.town.social.ends(commands.staff_import(path), 64, 65)
                self.assertTrue(answer["error"]["message"] and answer["error"]["advice"], code)

    def test_companion_file_with_bad_rows_takes_nobody(self):
        with open(os.path.join(self.source, "rw_skp22.csv"), "rb") as file:
            good = file.read().rstrip()
        header = good.split(b"\n")[0].decode("utf-8-sig")
        separator = max(",;\t", key=header.count)
        row = separator.join(["198501012010011001", "2024", "Ajaib", "Ajaib", "Ajaib"]).encode()
        self.rejected(self.with_file("rw_skp22.csv", good + b"\n" + row + b"\n"), "row-unknown-word")

    # What several tests need

    def rejected(self, folder, code):
        """Bad rows: told in the report, nothing taken."""
        report = self.town.social.run("", commands.staff_import(folder), (65,))
        self.assertFalse(report["imported"])
        self.assertIn(code, [one["code"] for one in report["errors"]], report["errors"][:3])
        self.assert_nobody()
        return report

    def refused(self, folder, code):
        """A file that cannot be read as a table at all."""
        error = self.town.social.error(commands.staff_import(folder), 65)
        self.assertEqual(error["code"], code, error)
        self.assertTrue(error["message"] and error["advice"])
        self.assert_nobody()

    def assert_nobody(self):
        self.assertEqual(self.town.social.run("", commands.staff_list())["people"], [])
        self.assertEqual(self.town.social.status()["unsent"], 0)

    def copy(self):
        folder = self.town.path(f"files-{len(os.listdir(self.town.folder))}")
        shutil.copytree(self.source, folder)
        return folder

    def with_file(self, name, data):
        folder = self.copy()
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
        return folder

    def changed(self, change):
        """A copy whose staff rows are changed; the header is row 0."""
        with open(os.path.join(self.source, "staff.csv"), encoding="utf-8-sig", newline="") as file:
            separator = self.separator(file)
            rows = list(csv.reader(file, delimiter=separator))
        text = io.StringIO()
        csv.writer(text, delimiter=separator, lineterminator="\n").writerows(change(rows))
        return self.with_file("staff.csv", text.getvalue().encode("utf-8"))

    def with_cell(self, column, value):
        """A copy in which the first person has this value."""
        def change(rows):
            rows[1][rows[0].index(column)] = value
            return rows
        return self.changed(change)

    def separator(self, file):
        header = file.readline()
        file.seek(0)
        return max(",;\t", key=header.count)

    def replace(self, folder, old, new):
        path = os.path.join(folder, "staff.csv")
        with open(path, "rb") as file:
            data = file.read()
        with open(path, "wb") as file:
            file.write(data.replace(old.encode(), new.encode()))
