"""The schemas, the OpenAPI document, protocol/README.md and the vectors say the same."""

import copy
import os
import re
import unittest

from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from openapi_spec_validator.readers import read_from_filename

import contract
from contract import Contract, Refused, ROOT, SCHEMAS

# A value of another type than the one that a schema names.
OTHER = {"string": 7, "integer": "7", "boolean": "true", "object": [], "array": {}}


def readme():
    with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
        return file.read()


def table(heading):
    """Rows of the first table under a heading, cells without backticks around them."""
    part = re.split(r"^#+ ", readme().split(f"{heading}\n", 1)[1], maxsplit=1, flags=re.M)[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines() if line.startswith("|")]
    return [[re.sub(r"^`([^`]*)`.*", r"\1", cell) for cell in row] for row in rows[2:]]


def nodes(value):
    """Every object of a schema."""
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from nodes(part)
    elif isinstance(value, list):
        for part in value:
            yield from nodes(part)


def cases(name):
    return contract.load(os.path.join(ROOT, "v1", "vectors", name + ".json"))["cases"]


class SchemaTests(unittest.TestCase):
    def test_every_schema_is_one_and_every_reference_leads_somewhere(self):
        for name, schema in SCHEMAS.items():
            with self.subTest(schema=name):
                Draft202012Validator.check_schema(schema)
                self.assertEqual(schema["$id"].rsplit("/", 1)[1], name + ".json")
                resolver = contract.REGISTRY.resolver(schema["$id"])
                for node in nodes(schema):
                    if "$ref" in node:
                        resolver.lookup(node["$ref"])

    def test_each_limit_is_the_one_of_the_readme(self):
        limits = {row[0]: row[1] for row in table("## Limits")}
        seen = 0
        for name, schema in SCHEMAS.items():
            for node in nodes(schema):
                told = re.fullmatch(r"limit (\w+)( in b64)?", str(node.get("$comment", "")))
                if not told:
                    continue
                low, _, high = limits[told[1]].rpartition("–")
                high = (int(high) * 4 + 2) // 3 if told[2] else int(high)
                numbers = [node[key] for key in ("maxLength", "maxItems", "maximum") if key in node]
                with self.subTest(schema=name, limit=told[1]):
                    self.assertEqual(numbers, [high])
                    self.assertEqual(node.get("minimum"), int(low) if low else None)
                seen += 1
        self.assertGreater(seen, 20)

    def test_every_kind_of_the_readme_has_a_schema_and_no_other(self):
        self.assertEqual(contract.kinds("operations"), {row[0] for row in table("## Operation kinds")})
        self.assertEqual(contract.kinds("records"), {row[0] for row in table("## Record kinds")})

    def test_the_openapi_document_is_valid_and_has_the_addresses_of_the_readme(self):
        document, base = read_from_filename(os.path.join(ROOT, "v1", "openapi.yaml"))
        validate(document, base_uri=base)
        told = {(verb.upper(), path) for path, verbs in document["paths"].items() for verb in verbs}
        listed = {tuple(row[0].split()) for row in table("## HTTP")}
        self.assertEqual(told, listed)


class VectorTests(unittest.TestCase):
    """Good vectors pass; of bad ones those do not that a schema can tell, and no bad form passes a reader's test alone."""

    def test_operations(self):
        held = Contract()
        for case in cases("operations"):
            if case["outcome"] in ("accepted", "merged", "conflict"):
                with self.subTest(case=case["name"]):
                    held.operation(case["operation"])
        self.assertEqual(contract.kinds("operations") - held.operations, set(), "kinds without a vector")

    def test_bundles(self):
        for case in cases("bundles"):
            if case["valid"]:
                with self.subTest(case=case["name"]):
                    Contract().bundle(contract.parsed(case["bundle"], "bundle"))

    def test_sync(self):
        held = Contract(bodies=False)
        for case in cases("sync") + cases("sync-2"):
            for part in ("request", "reply"):
                if case["valid"] and case.get(part):
                    with self.subTest(case=case["name"], part=part):
                        self.hold(held, part, "/v1/sync", case[part])
        self.assertTrue(held.messages)

    def test_join(self):
        for case in cases("join"):
            for part in ("request", "reply"):
                if case["valid"] and case.get(part):
                    with self.subTest(case=case["name"], part=part):
                        self.hold(Contract(), part, "/v1/join", case[part])

    def hold(self, held, part, path, text):
        if part == "request":
            held.request(path, text)
        elif '"type":"urn:' in text:
            held.reply(path, 400, text)
        else:
            held.reply(path, 200, text)


class DifferenceTests(unittest.TestCase):
    """What a schema demands it refuses the lack of; Tests/SyncProtocolTests/Contract does the same to the readers."""

    def test_a_message_without_a_member_or_with_one_of_another_type_is_refused(self):
        changed = 0
        for case in cases("sync") + cases("sync-2") + cases("join"):
            for part in ("request", "reply"):
                if not (case["valid"] and case.get(part)) or '"type":"urn:' in case[part]:
                    continue
                message = contract.parsed(case[part], part)
                name = ("join-" if "proof" in message or "regionName" in message else "sync-") + part
                for what, bad in self.changes(name, message):
                    with self.subTest(case=case["name"], what=what):
                        self.assertRaises(Refused, contract.check, bad, name)
                    changed += 1
        self.assertGreater(changed, 200)

    def changes(self, name, message):
        start = SCHEMAS[name]
        if name == "sync-reply":
            start = start["$defs"]["wire2" if message.get("wire") == 2 else "wire1"]
        for there, path, node in self.walk(name, start, message, ()):
            for member in node.get("required", []):
                yield f"without {'/'.join(map(str, path + (member,)))}", self.without(message, path + (member,))
            for member, part in node.get("properties", {}).items():
                type_ = self.resolved(there, part)[1].get("type")
                if type_ in OTHER and member in self.at(message, path):
                    bad = copy.deepcopy(message)
                    self.at(bad, path)[member] = OTHER[type_]
                    yield f"{'/'.join(map(str, path + (member,)))} as another type", bad

    def walk(self, name, node, value, path):
        name, node = self.resolved(name, node)
        for choice in node.get("oneOf", []):
            there, one = self.resolved(name, choice)
            if isinstance(value, dict) and all(member in value for member in one.get("required", [])):
                yield from self.walk(there, one, value, path)
        if isinstance(value, dict) and "properties" in node:
            yield name, path, node
            for member, part in node["properties"].items():
                if member in value:
                    yield from self.walk(name, part, value[member], path + (member,))
        elif isinstance(value, list) and "items" in node:
            for index, element in enumerate(value):
                yield from self.walk(name, node["items"], element, path + (index,))

    def resolved(self, name, node):
        while "$ref" in node:
            file, _, pointer = node["$ref"].partition("#")
            name = file[:-len(".json")] if file else name
            node = SCHEMAS[name]
            for part in pointer.split("/")[1:]:
                node = node[part]
        return name, node

    def at(self, value, path):
        for part in path:
            value = value[part]
        return value

    def without(self, message, path):
        bad = copy.deepcopy(message)
        del self.at(bad, path[:-1])[path[-1]]
        return bad


if __name__ == "__main__":
    unittest.main()
