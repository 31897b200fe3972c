"""The schemas of `protocol/v1/schemas`, and messages held against them, with what they carry as text inside."""

import base64
import json
import os

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "protocol")
FOLDER = os.path.join(ROOT, "v1", "schemas")
# Definitions that are no kind.
PARTS = {"operations": {"checkedPost", "ruleLine"}, "records": {"said", "ending", "stance"}}


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


SCHEMAS = {name[:-len(".json")]: load(os.path.join(FOLDER, name)) for name in sorted(os.listdir(FOLDER))}
REGISTRY = Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in SCHEMAS.values())


class Refused(AssertionError):
    """A message that a schema refuses; the text says where."""


def schema(name, pointer=None):
    """A schema, or one of its definitions, as a validator."""
    target = SCHEMAS[name]["$id"] + (f"#/$defs/{pointer}" if pointer else "")
    return Draft202012Validator({"$ref": target}, registry=REGISTRY)


def kinds(name):
    return set(SCHEMAS[name]["$defs"]) - PARTS[name]


def parsed(text, what):
    """JSON as the contract has it: no name twice, no fractions."""
    def once(pairs):
        names = [name for name, _ in pairs]
        if len(set(names)) != len(names):
            raise Refused(f"{what}: a name twice")
        return dict(pairs)

    def no_fraction(text):
        raise Refused(f"{what}: {text}")
    try:
        return json.loads(text, object_pairs_hook=once, parse_float=no_fraction, parse_constant=no_fraction)
    except ValueError as error:
        raise Refused(f"{what}: {error}") from None


def check(value, name, pointer=None):
    errors = sorted(schema(name, pointer).iter_errors(value), key=lambda error: list(map(str, error.absolute_path)))
    if errors:
        where = "/".join(map(str, errors[0].absolute_path))
        raise Refused(f"{name}{'#' + pointer if pointer else ''} at /{where}: {errors[0].message[:300]}")
    return value


class Contract:
    """Checks messages as they came, and keeps which kinds of operation and record it saw.

    Without `bodies` a record may hold anything: the vectors of messages have stand-ins."""

    def __init__(self, bodies=True):
        self.bodies = bodies
        self.operations, self.records, self.messages = set(), set(), {}

    def _count(self, name):
        self.messages[name] = self.messages.get(name, 0) + 1

    def operation(self, text):
        operation = check(parsed(text, "operation"), "operation")
        if operation["kind"] in kinds("operations"):
            self.operations.add(operation["kind"])
            check(operation["body"], "operations", operation["kind"])
        return operation

    def bundle(self, value):
        check(value, "bundle")
        payload = value["jws"]["payload"]
        check(parsed(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)), "payload"), "bundle", "payload")
        for text in value["operations"]:
            self.operation(text)

    def record(self, kind, text):
        body = parsed(text, f"{kind} record")
        if self.bodies and kind in kinds("records"):
            self.records.add(kind)
            check(body, "records", kind)

    def request(self, path, body):
        name = {"/v1/sync": "sync-request", "/v1/join": "join-request"}[path]
        message = check(parsed(body, name), name)
        if message.get("bundle"):
            self.bundle(message["bundle"])
        self._count(f"{name} {message['wire']}")

    def reply(self, path, status, body):
        if status != 200:
            problem = check(parsed(body, "problem"), "problem")
            self._count("problem")
            return problem
        name = {"/v1/sync": "sync-reply", "/v1/join": "join-reply", "/v1": "service-document"}[path]
        message = check(parsed(body, name), name)
        receipts = [message["receipt"]] if message.get("receipt") else []
        for receipt in receipts + message.get("corrected", []):
            statement = check(parsed(receipt["statement"], "statement"), "receipt", "statement")
            for outcome in statement["outcomes"]:
                parsed(outcome["detail"], "detail")
        for outcome in message.get("outcomes", []):
            parsed(outcome["detail"], "detail")
        for change in message.get("page", []):
            if "record" in change:
                self.record(change["kind"], change["body"])
        self._count(f"{name} {message.get('wire', 1)}" if name == "sync-reply" else name)
        return message
