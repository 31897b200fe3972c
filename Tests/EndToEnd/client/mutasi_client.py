"""A small client of the protocol, written from protocol/README.md alone.

It keeps everything in memory: keys, replica and what an exchange needs. Signatures are made and checked by jwcrypto; HTTP
and TLS are the standard library's.
"""

import base64
import hashlib
import http.client
import json
import secrets
import ssl
import time
import urllib.parse
import uuid

from jwcrypto import jwk, jws

NO_BUNDLE = "0" * 64
PREFIX = "mutasi-join:"


class Untrusted(Exception):
    """An answer that is not the coordinator's to this request: nothing of it counts."""


class Refused(Exception):
    """A problem (RFC 9457) that the coordinator signed."""

    def __init__(self, status, problem):
        super().__init__(problem.get("code"))
        self.status = status
        self.problem = problem


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def strict_json(data):
    """Reads JSON without repeated names and without fractions, as the protocol asks of both sides."""

    def members(pairs):
        result = dict(pairs)
        if len(result) != len(pairs):
            raise Untrusted("a name twice")
        return result

    def fraction(_):
        raise Untrusted("a number that is no integer")

    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=members, parse_float=fraction, parse_constant=fraction)
    except ValueError as error:
        raise Untrusted("not JSON") from error


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def new_id():
    """UUIDv7, as RFC 9562 section 5.7 has it."""
    value = bytearray(int(time.time() * 1000).to_bytes(6, "big") + secrets.token_bytes(10))
    value[6] = value[6] & 0x0F | 0x70
    value[8] = value[8] & 0x3F | 0x80
    return str(uuid.UUID(bytes=bytes(value)))


def sign(key, kid, typ, payload):
    """A JWS as (protected, payload, signature), each in base64url."""
    token = jws.JWS(payload)
    token.allowed_algs = ["EdDSA"]
    token.add_signature(key, alg="EdDSA", protected=compact({"alg": "EdDSA", "kid": kid, "typ": typ}).decode())
    return token.serialize(compact=True).split(".")


def detached(key, kid, typ, payload):
    protected, _, signature = sign(key, kid, typ, payload)
    return f"{protected}..{signature}"


def public_key(text):
    return jwk.JWK(kty="OKP", crv="Ed25519", x=text)


def check_signature(key, kid, typ, payload, header):
    """Raises Untrusted unless the header signs exactly these bytes as this type under this key."""
    parts = (header or "").split(".")
    if len(parts) != 3 or parts[1]:
        raise Untrusted("no detached signature")
    if strict_json(unb64(parts[0])) != {"alg": "EdDSA", "kid": kid, "typ": typ}:
        raise Untrusted("another header")
    token = jws.JWS()
    token.allowed_algs = ["EdDSA"]
    try:
        token.deserialize(f"{parts[0]}.{b64(payload)}.{parts[2]}", key)
    except jws.InvalidJWSSignature as error:
        raise Untrusted("the signature does not hold") from error


def leaf(record_id, kind, revision, body):
    name = kind.encode()
    data = b"mutasi-view-v1" + len(name).to_bytes(2, "big") + name + uuid.UUID(record_id).bytes
    data += revision.to_bytes(8, "big") + hashlib.sha256(body.encode()).digest()
    return int.from_bytes(hashlib.sha256(data).digest(), "big")


def parse_invitation(line):
    line = line.strip()
    if not line.startswith(PREFIX):
        raise ValueError("not an invitation")
    url, code, fingerprint = line[len(PREFIX):].split("#")
    if not url.startswith("https://") or not 32 <= len(fingerprint) <= 64:
        raise ValueError("not a whole invitation")
    return url.rstrip("/"), code, fingerprint


class Client:
    """One node of wire 1, joined by `Client.join`."""

    wire = 1

    def __init__(self, url, ca):
        self.url = url
        self.context = ssl.create_default_context(cafile=ca)
        self.exchange = 0
        self.nonce = ""
        self.cursor = None
        self.head = None
        self.bundle_number = 0
        self.bundle_hash = NO_BUNDLE
        self.replica = {}
        self.day = None
        self.complete = None

    @classmethod
    def join(cls, line, ca):
        url, code, fingerprint = parse_invitation(line)
        client = cls(url, ca)
        client.key = jwk.JWK.generate(kty="OKP", crv="Ed25519")
        client.box = jwk.JWK.generate(kty="OKP", crv="X25519")
        key, box = (json.loads(k.export_public())["x"] for k in (client.key, client.box))
        proof = detached(client.key, "join", "mutasi-join+jws", f"{cls.wire}\n{code}\n{key}\n{box}".encode())
        client.join_request = compact({"wire": cls.wire, "code": code, "key": key, "box": box, "proof": proof})
        status, headers, body = client.post("/v1/join", client.join_request)
        if status != 200:
            raise Refused(status, strict_json(body))
        reply = strict_json(body)
        if not sha256(unb64(reply["coordinatorKey"])).startswith(fingerprint):
            raise Untrusted("another coordinator than the invitation says")
        client.coordinator = public_key(reply["coordinatorKey"])
        check_signature(client.coordinator, "coordinator", "mutasi-reply+jws", body, headers.get("Mutasi-Signature"))
        client.identity = reply
        return client

    def operation(self, kind, body, record=None, actor="interop"):
        """An operation in the bytes that will never change, as text."""
        operation_id = new_id()
        recorded = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        return compact({"id": operation_id, "actor": actor, "recordedAt": recorded, "kind": kind,
                        "record": record or operation_id, "body": body}).decode()

    def bundle(self, operations):
        payload = compact({"region": self.identity["region"], "node": self.identity["node"],
                           "instance": self.identity["instance"], "number": self.bundle_number + 1,
                           "previous": self.bundle_hash, "operations": [sha256(o.encode()) for o in operations]})
        protected, middle, signature = sign(self.key, self.identity["node"], "mutasi-bundle+jws", payload)
        return {"jws": {"payload": middle, "protected": protected, "signature": signature}, "operations": operations}

    def prepare(self, operations=(), **changed):
        """The next request as a dictionary; `encode` gives its bytes."""
        request = {"wire": self.wire, "region": self.identity["region"], "node": self.identity["node"],
                   "instance": self.identity["instance"], "exchange": self.exchange + 1,
                   "nonce": b64(secrets.token_bytes(16)), "lastNonce": self.nonce}
        if self.cursor:
            request["cursor"] = self.cursor
        if self.head:
            request["head"] = self.head
        if operations:
            request["bundle"] = self.bundle(list(operations))
        return request | {"attachments": [], "limit": 500} | changed

    def send(self, request):
        """Sends a request and gives the checked reply; nothing of the client changes before `absorb`."""
        body = compact(request)
        signature = detached(self.key, self.identity["node"], "mutasi-request+jws", body)
        status, headers, answer = self.post("/v1/sync", body, {"Mutasi-Signature": signature})
        check_signature(self.coordinator, "coordinator", "mutasi-reply+jws", answer, headers.get("Mutasi-Signature"))
        reply = strict_json(answer)
        if status != 200:
            raise Refused(status, reply)
        if (reply["exchange"], reply["nonce"]) != (request["exchange"], request["nonce"]):
            raise Untrusted("the reply to another request")
        self.check(request, reply)
        asked = [json.loads(o)["id"] for o in request.get("bundle", {}).get("operations", [])]
        if [o["operation"] for o in self.outcomes(reply)] != asked:
            raise Untrusted("outcomes of other operations")
        return reply

    def check(self, request, reply):
        """What a version of the wire proves beside the signature; raises Untrusted."""

    def outcomes(self, reply):
        return reply["outcomes"]

    def absorb(self, request, reply):
        """Takes a reply in; raises Untrusted when a complete view does not add up."""
        for change in reply["page"]:
            if "retraction" in change:
                self.replica.pop(change["retraction"], None)
            else:
                self.replica[change["record"]] = (change["kind"], change["revision"], change["body"])
        self.exchange, self.nonce = request["exchange"], request["nonce"]
        if "bundle" in request:
            self.bundle_number += 1
            self.bundle_hash = sha256(compact(request["bundle"]))
        self.cursor, self.head = reply["cursor"], reply["head"]
        self.day = reply.get("day", self.day)
        self.complete = reply.get("complete")
        if self.complete and self.complete != self.digest():
            raise Untrusted("the view does not add up")

    def sync(self, operations=(), **changed):
        """One exchange, then pages until the view is complete; gives the outcomes."""
        request = self.prepare(operations, **changed)
        reply = self.send(request)
        self.absorb(request, reply)
        while not self.complete:
            request = self.prepare(**changed)
            self.absorb(request, self.send(request))
        return self.outcomes(reply)

    def digest(self):
        total = sum(leaf(i, *record) for i, record in self.replica.items()) % (1 << 256)
        return {"count": len(self.replica), "digest": f"{total:064x}"}

    def post(self, path, body, headers=None):
        """One POST; gives status, headers and body."""
        address = urllib.parse.urlsplit(self.url)
        connection = http.client.HTTPSConnection(address.hostname, address.port or 443, context=self.context, timeout=60)
        try:
            fields = {"Content-Type": "application/json", "Mutasi-Wire": str(self.wire)} | (headers or {})
            connection.request("POST", address.path + path, body=body, headers=fields)
            response = connection.getresponse()
            return response.status, response.headers, response.read()
        finally:
            connection.close()
