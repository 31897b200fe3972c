"""A client of wire 2, written from protocol/README.md alone: receipts, proofs of the tree, checkpoints."""

import base64
import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from mutasi_client import Client, Untrusted, check_signature, compact, sha256, strict_json, unb64


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def extends(old, old_root, size, root, proof):
    """RFC 9162 section 2.1.4.2."""
    if old == size or old == 0:
        return not proof and (old == 0 or old_root == root)
    path = ([old_root] if old & (old - 1) == 0 else []) + proof
    if not path:
        return False
    fn, sn = old - 1, size - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node(c, fr), node(c, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and fr == old_root and sr == root


def read_checkpoint(text, region, public):
    """Origin, size, root, epoch and day of a checkpoint that this key signed; raises Untrusted."""
    signed, signatures = text.rsplit("\n\n", 1)
    signed += "\n"
    name = f"mutasi/{region}"
    own = hashlib.sha256(name.encode() + b"\n\x01" + public).digest()[:4]
    lines = [line.split(" ") for line in signatures.splitlines()]
    found = [base64.b64decode(blob) for dash, signer, blob in lines if dash == "\u2014" and signer == name]
    found = [blob[4:] for blob in found if blob[:4] == own]
    if not found:
        raise Untrusted("no signature of the coordinator under the checkpoint")
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(found[0], signed.encode())
    except InvalidSignature as error:
        raise Untrusted("the checkpoint's signature does not hold") from error
    origin, size, root, epoch, *day = signed.splitlines()
    if origin != name:
        raise Untrusted("a checkpoint of another region")
    return {"position": int(size), "root": base64.b64decode(root).hex(), "epoch": int(epoch.removeprefix("epoch ")),
            "day": day[0].removeprefix("day ") if day else None}


class ProvingClient(Client):
    """One node of wire 2."""

    wire = 2

    def __init__(self, url, ca):
        super().__init__(url, ca)
        self.checkpoint = None
        self.proofs = 0

    def outcomes(self, reply):
        return strict_json(reply["receipt"]["statement"].encode())["outcomes"] if "receipt" in reply else []

    def check(self, request, reply):
        if reply.get("wire") != 2:
            raise Untrusted("another version than the request's")
        if "receipt" in reply:
            statement = reply["receipt"]["statement"].encode()
            check_signature(
                self.coordinator, "coordinator", "mutasi-receipt+jws", statement, reply["receipt"]["signature"])
            said = strict_json(statement)
            if (said["node"], said["instance"], said["hash"]) != (
                    request["node"], request["instance"], sha256(compact(request["bundle"]))):
                raise Untrusted("a receipt of another bundle")
        head, known = reply["head"], request.get("head")
        if known and known["epoch"] == head["epoch"]:
            proof = [unb64(value) for value in reply.get("consistency", [])]
            if not extends(known["position"], bytes.fromhex(known["root"]), head["position"],
                           bytes.fromhex(head["root"]), proof):
                raise Untrusted("the head does not extend the one that was seen")
            self.proofs += 1
        if "checkpoint" in reply:
            public = unb64(self.identity["coordinatorKey"])
            self.checkpoint = read_checkpoint(reply["checkpoint"], self.identity["region"], public)
            if {k: self.checkpoint[k] for k in ("epoch", "position", "root")} != head:
                raise Untrusted("the checkpoint of another head")
