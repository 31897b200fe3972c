"""The codes of a policy set that a story needs, and a copy of the set in which every one of them is another."""

import json
import os
import shutil

OTHER = os.path.join(os.path.dirname(__file__), "policies", "kabupaten")
POLICY = os.path.join(os.path.dirname(__file__), "..", "..", "deploy", "policy", "semarang")


class Codes:
    """A policy folder with the codes of its routes, the opinions that they wait for, and ending documents."""

    def __init__(self, folder, need, secondment, hidden=None, wish=None, exchange=None):
        self.folder = os.path.abspath(folder)
        self.need = need
        self.secondment = secondment
        # What only the BKD opens and no agency sees before the decree, and what needs the person's own request.
        self.hidden = hidden
        self.wish = wish
        # Two people take each other's seat.
        self.exchange = exchange
        self.routes = {route["code"]: route for route in _routes(self.folder)}
        self.opinions = {
            code: [one["code"] for one in route["opinions"] if one.get("required", True)]
            for code, route in self.routes.items()}
        self.ending = {code: route["document"]["code"] for code, route in self.routes.items()}
        with open(os.path.join(self.folder, "policy.json"), encoding="utf-8") as file:
            # The parts of a fit.
            self.weights = json.load(file)["weights"]

    @classmethod
    def semarang(cls):
        return cls(POLICY, "kebutuhan-organisasi", "penugasan-sementara", "promosi-rotasi", "permohonan-sendiri", "tukar-tempat")

    @classmethod
    def other(cls, folder):
        """The set of another region: other codes, bodies, rules and days."""
        return cls(OTHER, "geser-tugas", "bantu-tenaga", "isi-jabatan", "minta-pindah")

    @classmethod
    def changed(cls, folder, name, change):
        """A copy whose `policy.json` a function has changed: thresholds, settings, head of region."""
        copy = _copy(folder, name, lambda route: None)
        path = os.path.join(copy, "policy.json")
        with open(path, encoding="utf-8") as file:
            policy = json.load(file)
        change(policy)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(policy, file)
        return cls(copy, "kebutuhan-organisasi", "penugasan-sementara")

    @classmethod
    def first(cls, folder):
        """A copy with what the first programs knew alone: a set goes with the oldest program that reads it."""
        known = {f"R{number}" for number in (1, 2, 3, 5, 6, 8, 12, 18, 19, 21, 24, 26)}

        def limit(route):
            route["rules"] = [rule for rule in route["rules"] if rule in known]
            route["steps"] = [step for step in route["steps"] if step["step"] in ("brief", "handover")]

        routes = ("kebutuhan-organisasi", "penugasan-sementara")
        copy = _copy(folder, "first-policy", limit, routes)
        path = os.path.join(copy, "policy.json")
        with open(path, encoding="utf-8") as file:
            policy = json.load(file)
        del policy["twoPersons"]
        with open(path, "w", encoding="utf-8") as file:
            json.dump(policy, file)
        return cls(copy, *routes)

    @classmethod
    def renamed(cls, folder):
        """A copy in which no route, opinion or document keeps its code, nor a route's file its name."""
        names = {}

        def another(code):
            return names.setdefault(code, f"kode-lain-{len(names) + 1}")

        def rename(route):
            for named in [route, route["document"], *route["opinions"]]:
                named["code"] = another(named["code"])
            if "correction" in route:
                route["correction"] = another(route["correction"])

        copy = _copy(folder, "renamed-policy", rename)
        return cls(copy, another("kebutuhan-organisasi"), another("penugasan-sementara"))


def _copy(folder, name, change, only=None):
    """A copy of the set in a folder, each of its routes changed, or those alone that are named."""
    copy = os.path.join(folder, name)
    os.makedirs(os.path.join(copy, "routes"))
    shutil.copy(os.path.join(POLICY, "policy.json"), copy)
    for route in _routes(POLICY):
        if only and route["code"] not in only:
            continue
        change(route)
        with open(os.path.join(copy, "routes", route["code"] + ".json"), "w", encoding="utf-8") as file:
            json.dump(route, file)
    return copy


def _routes(folder):
    for name in sorted(os.listdir(os.path.join(folder, "routes"))):
        with open(os.path.join(folder, "routes", name), encoding="utf-8") as file:
            yield json.load(file)
