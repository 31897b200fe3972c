"""What the makers of vectors share: keys, signatures, bundles, requests, and how a file of cases is written."""

import base64
import hashlib
import json
import pathlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

VECTORS = pathlib.Path(__file__).resolve().parent.parent / "vectors"
NODE = "018f0000-0000-7000-8000-000000000001"
INSTANCE = "018f0000-0000-7000-8000-000000000002"
OTHER_NODE = "018f0000-0000-7000-8000-00000000000a"
OTHER_INSTANCE = "018f0000-0000-7000-8000-00000000000b"
REGION = "kota-uji"
NONE = "0" * 64


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def sha(data):
    return hashlib.sha256(data).hexdigest()


def text(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def key(byte):
    return Ed25519PrivateKey.from_private_bytes(bytes([byte] * 32))


def public(secret):
    return secret.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


NODE_KEY, OTHER_KEY, COORDINATOR_KEY = key(7), key(8), key(9)
NONCES = [b64(bytes([n] * 16)) for n in range(1, 9)]


def header(kid, typ):
    return b64(text({"alg": "EdDSA", "kid": kid, "typ": typ}).encode())


def sign(payload, kid, typ, secret, protected=None):
    protected = protected or header(kid, typ)
    signature = secret.sign(f"{protected}.{b64(payload.encode())}".encode())
    return f"{protected}..{b64(signature)}"


def bundle(number, previous, operations, secret=NODE_KEY, node=NODE, instance=INSTANCE, extra=None, typ="mutasi-bundle+jws",
           kid=None, region=REGION):
    payload = {"region": region, "node": node, "instance": instance, "number": number, "previous": previous,
               "operations": [sha(o.encode()) for o in operations]} | (extra or {})
    payload = b64(text(payload).encode())
    protected = header(kid or node, typ)
    signature = b64(secret.sign(f"{protected}.{payload}".encode()))
    return {"jws": {"payload": payload, "protected": protected, "signature": signature}, "operations": operations}


def operation(number, words="Dinas \"Pendidikan\" é\n", **extra):
    record = f"018f0000-0000-7000-8000-0000000001{number:02d}"
    return text({"id": record, "actor": "sari", "recordedAt": "2026-03-02T08:00:00+08:00", "kind": "card.close",
                 "record": "018f0000-0000-7000-8000-000000000200", "body": {"reason": words}} | extra)


def write(name, about, cases):
    VECTORS.mkdir(exist_ok=True)
    document = {"about": about, "cases": cases}
    (VECTORS / f"{name}.json").write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def good(name, **members):
    return {"name": name, "valid": True} | members


def bad(name, reason, code=None, **members):
    return {"name": name, "valid": False, "reason": reason} | ({"code": code} if code else {}) | members


def leaf(record):
    kind = record["kind"].encode()
    data = b"mutasi-view-v1" + len(kind).to_bytes(2, "big") + kind + bytes.fromhex(record["id"].replace("-", ""))
    data += record["revision"].to_bytes(8, "big") + hashlib.sha256(record["body"].encode()).digest()
    return hashlib.sha256(data).digest()


def digest(records):
    total = sum(int.from_bytes(leaf(r), "big") for r in records) % (1 << 256)
    return {"count": len(records), "digest": total.to_bytes(32, "big").hex()}


WORKED = [
    {"kind": "agency", "id": NODE, "revision": 1, "body": '{"code":"disdik"}'},
    {"kind": "vacancy", "id": INSTANCE, "revision": 3, "body": '{"agency":"disdik","taken":0}'},
]


def request(exchange, nonce, last, bundle_value=None, **extra):
    members = {"wire": 1, "region": REGION, "node": NODE, "instance": INSTANCE, "exchange": exchange, "nonce": nonce,
               "lastNonce": last}
    for name in ["cursor", "head"]:
        if name in extra:
            members[name] = extra.pop(name)
    if bundle_value:
        members["bundle"] = bundle_value
    return members | {"attachments": [], "limit": 500} | extra
