"""Those on a contract (PPPK) and on probation (CPNS): what moves, what waits for the policy, what does not move."""

import csv

import fixture
from fixture import commands


class ContractTests(fixture.TownTestCase):
    def test_whether_a_contract_moves_inside_the_city_waits_for_the_policy(self):
        town, home = self.town, self.town.home
        vacancy = town.open(town.permits, town.codes.need)
        match = self.somebody(vacancy, "PPPK")
        self.assertEqual(self.finding(match), ("needs-human", "contract-inside-instansi-needs-policy"))
        offer, _ = home.decide("", commands.offer_propose(match["nip"], vacancy, town.later(14)))
        shown = self.assert_label([home, town.permits, town.desk], offer, "proposed")
        self.assertIn(("R1", "needs-human"), [(one["rule"], one["outcome"]) for one in shown["sheet"]])

    def test_who_is_on_probation_does_not_move(self):
        town, social = self.town, self.town.social
        vacancy = town.open(town.permits, town.codes.need)
        match = self.somebody(vacancy, "CPNS", social)
        self.assertEqual(self.finding(match), ("fail", "probationer"))
        self.assertTrue(match["blocked"])
        refused = social.run("", commands.offer_propose(match["nip"], vacancy, town.later(14)), (1,))["preview"]
        rules = {one["rule"]: one for one in refused["detail"]["rules"]}
        self.assertEqual((refused["code"], rules["R1"]["reason"]), ("rule", "probationer"))
        self.assertTrue(all(one["article"] for one in rules.values()))

    def test_a_secondment_ends_before_the_contract_does(self):
        town = self.town
        self.state_contracts(town.later(100))
        for days, found in ((60, ("pass", "contract-covers-secondment")),
                            (200, ("fail", "contract-ends-before-secondment"))):
            vacancy = town.open(town.permits, town.codes.secondment, return_=town.later(days))
            self.assertEqual(self.finding(self.somebody(vacancy, "PPPK")), found)

    def state_contracts(self, end):
        """Home imports its export with the own column that says when each contract ends."""
        town, home = self.town, self.town.home
        path = town.path("city", home.name, "staff.csv")
        with open(path, encoding="utf-8-sig", newline="") as file:
            header = file.readline()
            file.seek(0)
            rows = list(csv.reader(file, delimiter=max(",;\t", key=header.count)))
        kind = rows[0].index("STATUS CPNS PNS")
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(
                [rows[0] + ["AKHIR KONTRAK"]] + [row + [end if row[kind].lstrip("'") == "PPPK" else ""] for row in rows[1:]])
        home.run("", commands.staff_import(town.city.agency(home.name)))
        home.settle()

    def somebody(self, vacancy, kind, node=None):
        """One of a node's people of this kind of employment, with the findings for a vacancy."""
        town, node = self.town, node or self.town.home
        nips = {row["NIP BARU"] for row in town.city.rows(node.name, "staff") if row["STATUS CPNS PNS"] == kind}
        node.sync()
        matches = node.run("", commands.match(vacancy) + ["--all"])["matches"]
        return next(one for one in matches if one["nip"] in nips)

    @staticmethod
    def finding(match):
        return next((one["outcome"], one["reason"]) for one in match["rules"] if one["rule"] == "R1")
