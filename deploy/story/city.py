"""Reading the made-up city's files as an operator would: which posts are short of people, and a damaged copy."""

import collections
import csv
import os
import re
import shutil

EFFECTIVE_MINUTES = 75_000
NIP = re.compile(r"(?<!\d)\d{18}(?!\d)")

Shortage = collections.namedtuple("Shortage", "post unit name need holders")


class CityFolder:
    """The folder that `mutasi-lab city` wrote."""

    def __init__(self, path):
        self.path = path

    def agency(self, code):
        return os.path.join(self.path, code)

    def agencies(self):
        return self.rows(None, "agencies")

    def rows(self, code, file):
        """The rows of a file as dictionaries, whatever its separator; `null`, `-` and the text mark are taken away."""
        path = os.path.join(self.path, code or "", file + ".csv")
        with open(path, encoding="utf-8-sig", newline="") as text:
            header = text.readline()
            text.seek(0)
            separator = max(",;\t", key=header.count)
            return [{key: _plain(value) for key, value in row.items()}
                    for row in csv.DictReader(text, delimiter=separator)]

    def shortages(self, code, post_name=None):
        """Posts by unit, those that lack most people first; with a name only posts of that name."""
        names = {row["ID"]: row["Nama"]
                 for kind in ("Pelaksana", "Fungsional") for row in self.rows(code, "Referensi-Jabatan-" + kind)}
        minutes = collections.Counter()
        for row in self.rows(code, "abk"):
            minutes[row["JABATAN ID"], row["UNOR ID"]] += int(row["VOLUME"]) * int(row["NORMA WAKTU"])
        held = collections.Counter((row["JABATAN ID"], row["UNOR ID"]) for row in self.rows(code, "staff"))
        found = [
            Shortage(post, unit, names[post], (2 * total + EFFECTIVE_MINUTES) // (2 * EFFECTIVE_MINUTES),
                     held[post, unit])
            for (post, unit), total in minutes.items() if post in names]
        found = [one for one in found if post_name is None or one.name == post_name]
        return sorted(found, key=lambda one: (one.holders - one.need, one.post, one.unit))

    def damaged_copy(self, code, folder):
        """A copy of an agency's files in which a spreadsheet has damaged the last NIP; returns the whole NIP."""
        shutil.copytree(self.agency(code), folder)
        path = os.path.join(folder, "staff.csv")
        with open(path, "rb") as file:
            data = file.read()
        start = data.rstrip().rfind(b"\n") + 1
        last = data[start:].decode("utf-8")
        nip = NIP.search(last).group()
        with open(path, "wb") as file:
            file.write(data[:start] + last.replace(nip, "1.98E+17", 1).encode("utf-8"))
        return nip


def _plain(value):
    text = (value or "").lstrip("'")
    return "" if text in ("null", "-") else text
