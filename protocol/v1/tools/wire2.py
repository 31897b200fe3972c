"""The vectors of what wire 2 has more: the tree, checkpoints, receipts, and its requests and replies."""

import base64
import json

from parts import *
import tree

ENTRIES = [f"entry {n}".encode() for n in range(70)]
COORDINATOR = b64(public(COORDINATOR_KEY))


def tree_roots():
    cases = [good(f"{size} entries", entries=[entry.hex() for entry in tree.CT_ENTRIES[:size]], root=stated)
             for size, stated in tree.CT_ROOTS.items()]
    cases += [good(f"{size} entries", entries=[entry.hex() for entry in ENTRIES[:size]], root=tree.root(ENTRIES[:size]).hex())
              for size in [9, 31, 64, 70]]
    swapped = [ENTRIES[1], ENTRIES[0]] + ENTRIES[2:9]
    cases.append(bad("two entries in another order", "the order is part of the tree", entries=[e.hex() for e in swapped],
                     root=tree.root(ENTRIES[:9]).hex()))
    write("tree-roots", "Roots of RFC 9162 section 2.1.1 over entries in hexadecimal digits. The first nine are those with which "
          "Certificate Transparency tests.", cases)


def hexes(hashes):
    return [value.hex() for value in hashes]


def tree_proofs():
    def inclusion(name, i, n, reason=None, **changed):
        members = {"kind": "inclusion", "leaf": tree.leaf(ENTRIES[i]).hex(), "index": i, "size": n,
                   "root": tree.root(ENTRIES[:n]).hex(), "proof": hexes(tree.path(i, ENTRIES[:n]))} | changed
        return bad(name, reason, **members) if reason else good(name, **members)

    def extends(name, m, n, reason=None, **changed):
        proof = tree.consistency(m, ENTRIES[:n]) if 0 < m < n else []
        members = {"kind": "consistency", "old": m, "oldRoot": tree.root(ENTRIES[:m]).hex(), "size": n,
                   "root": tree.root(ENTRIES[:n]).hex(), "proof": hexes(proof)} | changed
        return bad(name, reason, **members) if reason else good(name, **members)

    path = hexes(tree.path(4, ENTRIES[:7]))
    steps = hexes(tree.consistency(6, ENTRIES[:11]))
    cases = [inclusion(f"entry {i} of {n}", i, n) for i, n in [(0, 1), (0, 2), (1, 2), (2, 3), (4, 7), (6, 7), (31, 32), (32, 33),
                                                             (63, 64), (64, 70), (69, 70)]]
    cases += [
        inclusion("a hash too few", 4, 7, "each level has its hash", proof=path[:-1]),
        inclusion("a hash too many", 4, 7, "each level has one hash", proof=path + [path[0]]),
        inclusion("two hashes exchanged", 4, 7, "their order is that of the levels", proof=[path[1], path[0]] + path[2:]),
        inclusion("another place", 4, 7, "the index says on which side a hash stands", index=5),
        inclusion("another size", 4, 7, "the size says where the edge is", size=12),
        inclusion("past the end", 4, 7, "an entry is in the tree", index=7),
        inclusion("another entry", 4, 7, "the leaf is hashed in", leaf=tree.leaf(b"other").hex()),
        inclusion("an inner node as an entry", 0, 2, "leaves and nodes are hashed apart", size=1, proof=[],
                  leaf=tree.root(ENTRIES[:2]).hex()[:62] + "00"),
        inclusion("a hash of 31 bytes", 4, 7, "hashes have 32 bytes", proof=[path[0][:62]] + path[1:]),
    ]
    cases += [extends(f"{m} in {n}", m, n) for m, n in [(0, 0), (0, 5), (1, 1), (1, 2), (2, 3), (3, 7), (4, 7), (6, 7), (6, 8), (8, 8),
                                                       (6, 11), (31, 33), (32, 64), (63, 70), (64, 70), (69, 70)]]
    cases += [
        extends("another beginning", 6, 11, "the old root is that of the old entries",
                oldRoot=tree.root(ENTRIES[1:7]).hex()),
        extends("another end", 6, 11, "the new root is hashed up to", root=tree.root(ENTRIES[:12]).hex()),
        extends("without a proof", 6, 11, "only one tree and itself need none", proof=[]),
        extends("a hash too few", 6, 11, "each level has its hash", proof=steps[:-1]),
        extends("a hash too many", 6, 11, "each level has one hash", proof=steps + [steps[0]]),
        extends("same size, other root", 8, 8, "one size has one root", root=tree.root(ENTRIES[1:9]).hex()),
        extends("shrunk", 11, 6, "a tree does not lose entries", proof=steps),
        extends("proof from nothing", 0, 5, "nothing is to be proven", proof=[tree.root(ENTRIES[:5]).hex()]),
    ]
    write("tree-proofs", "Proofs of RFC 9162 sections 2.1.3 and 2.1.4, hashes as hexadecimal digits, index from 0.", cases)


ROOT = tree.root(ENTRIES[:9])


def stated(epoch=1, size=9, root=ROOT, day="2026-03-02", region=REGION, secret=COORDINATOR_KEY):
    return tree.checkpoint(region, epoch, size, root, day, secret, public(secret))


def checkpoints():
    right = stated()
    body, line = right.split("\n\n")
    body += "\n"

    def case(name, value, reason=None, code="bad-request"):
        members = {"checkpoint": value, "region": REGION, "key": COORDINATOR, "epoch": 1, "position": 9, "root": ROOT.hex(),
                   "day": "2026-03-02"}
        return bad(name, reason, code, **members) if reason else good(name, **members)

    def signed(text_value):
        return text_value + "\n" + tree.note_line(text_value, f"mutasi/{REGION}", COORDINATOR_KEY, public(COORDINATOR_KEY))

    raw = base64.b64decode(line.split(" ")[2])
    mac = base64.b64encode
    cases = [
        case("head of nine entries", right),
        case("with the line of a witness", right + "\u2014 witness.example " + mac(bytes(68)).decode() + "\n"),
        case("no line feed at the end", right[:-1], "a note ends with a line feed"),
        case("carriage returns", right.replace("\n", "\r\n"), "no control characters but line feeds"),
        case("no signature", body + "\n", "at least one line of signature"),
        case("hyphen in place of the dash", right.replace("\u2014", "-"), "a signature begins with an em dash"),
        case("another origin", signed(body.replace("mutasi/", "log/")), "the first line is mutasi/ and the region"),
        case("size with a zero in front", signed(body.replace("\n9\n", "\n09\n")), "decimal digits without zeros in front"),
        case("root without padding", signed(body.replace("=\n", "\n")), "base64 with padding"),
        case("root of 31 bytes", signed(body.replace(mac(ROOT).decode(), mac(ROOT[:31]).decode())), "a root has 32 bytes"),
        case("no epoch", signed(body.replace("epoch 1\n", "")), "the line epoch N is always there"),
        case("epoch 0", signed(body.replace("epoch 1", "epoch 0")), "epochs count from 1"),
        case("a further line", signed(body + "more 1\n"), "at most the two lines"),
        case("two spaces before the signature", right.replace(f" {line.split(' ')[2]}", f"  {line.split(' ')[2]}"),
             "one space between the parts"),
        case("another key", stated(secret=OTHER_KEY), "the key hash is that of the coordinator's key", "signature"),
        case("another region", stated(region="kota-lain"), "the name is mutasi/ and the region", "signature"),
        case("another size under the signature", right.replace("\n9\n", "\n8\n"), "the text is what is signed", "signature"),
        case("key hash of another kind", body + f"\n\u2014 mutasi/{REGION} {mac(bytes(4) + raw[4:]).decode()}\n",
             "the key hash names kind and key", "signature"),
        case("signature cut short", body + f"\n\u2014 mutasi/{REGION} {mac(raw[:-1]).decode()}\n", "64 bytes", "signature"),
    ]
    write("checkpoints", "Heads as C2SP tlog-checkpoints. code \"signature\": it reads, but the coordinator of this region and key "
          "did not sign it.", cases)


def receipt(bundle_value, outcomes, secret=COORDINATOR_KEY, kid="coordinator", typ="mutasi-receipt+jws", **changed):
    payload = json.loads(base64.urlsafe_b64decode(bundle_value["jws"]["payload"] + "=="))
    statement = text({"region": REGION, "node": NODE, "instance": INSTANCE, "bundle": payload["number"],
                      "hash": sha(text(bundle_value).encode()), "epoch": 1, "outcomes": outcomes} | changed)
    return {"statement": statement, "signature": sign(statement, kid, typ, secret)}


FIRST = bundle(1, NONE, [operation(1), operation(2)])
OUTCOMES = [
    {"operation": json.loads(operation(1))["id"], "position": 8, "outcome": "accepted", "detail": "{}"},
    {"operation": json.loads(operation(2))["id"], "position": 9, "outcome": "rejected", "code": "card-closed", "detail": "{}"},
]


def receipts():
    def case(name, value, reason=None, code=None):
        members = {"receipt": text(value), "bundle": text(FIRST), "key": COORDINATOR}
        return bad(name, reason, code, **members) if reason else good(name, **members)

    right = receipt(FIRST, OUTCOMES)
    cases = [
        case("two outcomes", right),
        case("unknown members in it", receipt(FIRST, OUTCOMES, later=[1])),
        case("another key", receipt(FIRST, OUTCOMES, secret=OTHER_KEY), "the coordinator signs receipts", "signature"),
        case("typ of a reply", receipt(FIRST, OUTCOMES, typ="mutasi-reply+jws"), "no signature passes for another", "signature"),
        case("kid of a node", receipt(FIRST, OUTCOMES, kid=NODE), "the kid is coordinator", "signature"),
        case("statement with a space more", right | {"statement": right["statement"].replace(",", ", ", 1)},
             "the exact bytes are signed", "signature"),
        case("of another bundle", receipt(bundle(1, NONE, [operation(1)]), OUTCOMES), "the hash names the bundle", "other"),
        case("one outcome for two operations", receipt(FIRST, OUTCOMES[:1]), "an outcome for each operation", "other"),
        case("no hash", receipt(FIRST, OUTCOMES, hash=None), "64 digits", "bad-request"),
        case("epoch 0", receipt(FIRST, OUTCOMES, epoch=0), "epochs count from 1", "bad-request"),
    ]
    write("receipts", "What the coordinator states about one bundle. code \"signature\": it reads, but the coordinator did not sign "
          "it; \"other\": it does, but is not about this bundle.", cases)


def sync():
    def asked(exchange, nonce, last, bundle_value=None, **extra):
        return request(exchange, nonce, last, bundle_value, **extra) | {"wire": 2}

    def head(size, **more):
        return {"epoch": 1, "position": size, "root": tree.root(ENTRIES[:size]).hex()} | more

    def proof(old, size):
        return [b64(value) for value in tree.consistency(old, ENTRIES[:size])]

    first = text(asked(1, NONCES[1], "", FIRST))
    page = [{"record": r["id"], "kind": r["kind"], "revision": r["revision"], "changed": c, "body": r["body"]}
            for r, c in zip(WORKED, [3, 8])]
    reply = {"wire": 2, "exchange": 1, "nonce": NONCES[1], "receipt": receipt(FIRST, OUTCOMES), "page": page, "attachments": [],
             "cursor": {"epoch": 1, "position": 9, "start": 9}, "complete": digest(WORKED), "head": head(9),
             "checkpoint": stated(), "day": "2026-03-02", "settled": 4, "nextSeconds": 900}
    plain = asked(2, NONCES[2], NONCES[1], cursor={"epoch": 1, "position": 9, "start": 9}, head=head(9))
    later = {"wire": 2, "exchange": 2, "nonce": NONCES[2], "page": [{"retraction": INSTANCE, "position": 10}], "attachments": [],
             "cursor": {"epoch": 1, "position": 10, "start": 9}, "head": head(12), "consistency": proof(9, 12),
             "day": "2026-03-02", "settled": 9, "nextSeconds": 0}
    given = {k: v for name in later for k, v in [(name, later[name])] + (
        [("checkpoint", stated(1, 12, tree.root(ENTRIES[:12])))] if name == "consistency" else [])}
    begun = {"wire": 2, "exchange": 2, "nonce": NONCES[2], "corrected": [receipt(FIRST, OUTCOMES, epoch=2)], "page": [],
             "attachments": [], "restart": True, "cursor": {"epoch": 2, "position": 3, "start": 12},
             "head": head(12, epoch=2), "checkpoint": stated(2, 12, tree.root(ENTRIES[:12])), "day": "2026-03-02", "settled": 0,
             "nextSeconds": 0}

    def pair(name, sent, answer):
        sent, answer = (value if isinstance(value, str) else text(value) for value in (sent, answer))
        return good(name, request=sent, requestSignature=sign(sent, NODE, "mutasi-request+jws", NODE_KEY), reply=answer,
                    replySignature=sign(answer, "coordinator", "mutasi-reply+jws", COORDINATOR_KEY),
                    nodeKey=b64(public(NODE_KEY)), coordinatorKey=COORDINATOR)

    def refused_request(name, reason, value):
        return bad(name, reason, "bad-request", request=text(value))

    def refused_reply(name, reason, answer, code="bad-request", sent=first):
        return bad(name, reason, code, request=sent, reply=text(answer))

    cases = [
        pair("first exchange with a bundle, complete view and checkpoint", first, reply),
        pair("a page of one change, more to come, with its proof", plain, later),
        pair("a request that asks for a checkpoint", plain | {"asksCheckpoint": True}, given),
        pair("a request that shows a checkpoint", plain | {"checkpoint": stated()}, later),
        pair("a new epoch: another receipt, and the replica from its beginning", plain, begun),
        pair("a restored node opens an instance", plain | {"opens": OTHER_INSTANCE}, later),
        pair("a head known from wire 1", plain | {"head": {"epoch": 1, "position": 9}}, {k: v for k, v in later.items() if k != "consistency"}),
        pair("unknown members in request and reply", plain | {"later": 1}, later | {"later": True}),
        refused_request("opens that is no id", "a lowercase UUID", plain | {"opens": "new"}),
        refused_request("root in upper case", "lowercase digits", plain | {"head": head(9) | {"root": head(9)["root"].upper()}}),
        refused_request("asksCheckpoint in quotes", "true or false", plain | {"asksCheckpoint": "true"}),
        refused_reply("head without its root", "wire 2 has the root in every head of a reply", reply | {"head": {"epoch": 1, "position": 9}}),
        refused_reply("no settled", "members without ? are always there", {k: v for k, v in reply.items() if k != "settled"}),
        refused_reply("a hash of 31 bytes in the proof", "hashes have 32 bytes", later | {"consistency": [b64(bytes(31))]}, sent=text(plain)),
        refused_reply("receipt without its statement", "statement and signature", reply | {"receipt": {"signature": ""}}),
        refused_reply("reply of wire 1", "a reply is in the request's wire",
                      {k: v for k, v in reply.items() if k not in ["wire", "receipt", "checkpoint", "settled"]} | {"outcomes": OUTCOMES},
                      "other"),
        refused_reply("no receipt for a bundle", "a bundle is answered by its receipt",
                      {k: v for k, v in reply.items() if k != "receipt"}, "other"),
    ]
    write("sync-2", "Requests and replies of POST /v1/sync in wire 2. code \"other\": the reply reads, and is not the answer to this "
          "request.", cases)
