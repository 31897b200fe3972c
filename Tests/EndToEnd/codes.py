"""The codes of a policy set that a story needs, and a copy of the set in which every one of them is another."""

import json
import os
import shutil

POLICY = os.path.join(os.path.dirname(__file__), "..", "..", "deploy", "policy", "semarang")


class Codes:
    """A policy folder with the codes of its routes, the opinions that they wait for, and ending documents."""

    def __init__(self, folder, need, secondment):
        self.folder = os.path.abspath(folder)
        self.need = need
        self.secondment = secondment
        routes = {route["code"]: route for route in _routes(self.folder)}
        self.opinions = {
            code: [one["code"] for one in routes[code]["opinions"] if one.get("required", True)]
            for code in (need, secondment)}
        self.ending = {code: routes[code]["document"]["code"] for code in (need, secondment)}

    @classmethod
    def semarang(cls):
        return cls(POLICY, "kebutuhan-organisasi", "penugasan-sementara")

    @classmethod
    def first(cls, folder):
        """A copy with the rules alone that the first programs knew: a set goes with the oldest program that reads it."""
        known = {f"R{number}" for number in (1, 2, 3, 5, 6, 8, 12, 18, 19, 21, 24, 26)}
        copy = os.path.join(folder, "first-policy")
        os.makedirs(os.path.join(copy, "routes"))
        shutil.copy(os.path.join(POLICY, "policy.json"), copy)
        for route in _routes(POLICY):
            route["rules"] = [rule for rule in route["rules"] if rule in known]
            with open(os.path.join(copy, "routes", route["code"] + ".json"), "w", encoding="utf-8") as file:
                json.dump(route, file)
        return cls(copy, "kebutuhan-organisasi", "penugasan-sementara")

    @classmethod
    def renamed(cls, folder):
        """A copy in which no route, opinion or document keeps its code, nor a route's file its name."""
        copy = os.path.join(folder, "renamed-policy")
        os.makedirs(os.path.join(copy, "routes"))
        shutil.copy(os.path.join(POLICY, "policy.json"), copy)
        names = {}

        def another(code):
            return names.setdefault(code, f"kode-lain-{len(names) + 1}")

        for route in _routes(POLICY):
            for named in [route, route["document"], *route["opinions"]]:
                named["code"] = another(named["code"])
            with open(os.path.join(copy, "routes", route["code"] + ".json"), "w", encoding="utf-8") as file:
                json.dump(route, file)
        return cls(copy, another("kebutuhan-organisasi"), another("penugasan-sementara"))


def _routes(folder):
    for name in sorted(os.listdir(os.path.join(folder, "routes"))):
        with open(os.path.join(folder, "routes", name), encoding="utf-8") as file:
            yield json.load(file)
