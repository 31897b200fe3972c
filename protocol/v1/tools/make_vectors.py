"""Computes the test vectors of ../vectors from protocol/README.md, without any code of the two programs.

Needs the package "cryptography" for Ed25519; everything else is the standard library. Run it again after a change of the
protocol; it always writes the same bytes.
"""

import base64
import hashlib
import hmac
import json

import wire2
from parts import *
from story import story


# Signatures

def signatures():
    payload = '{"hello":"dunia é"}'
    node, typ = NODE, "mutasi-request+jws"
    held = {"payload": payload, "type": typ, "kid": node, "key": b64(public(NODE_KEY))}
    right = sign(payload, node, typ, NODE_KEY)
    protected, _, signature = right.split(".")

    def with_header(value):
        return sign(payload, node, typ, NODE_KEY, protected=b64(value.encode()))

    bad_signature = "bad-signature"
    cases = [
        good("request of a node", signature=right, **held),
        good("reply of the coordinator", signature=sign(payload, "coordinator", "mutasi-reply+jws", COORDINATOR_KEY),
             payload=payload, type="mutasi-reply+jws", kid="coordinator", key=b64(public(COORDINATOR_KEY))),
        good("empty payload", signature=sign("", node, typ, NODE_KEY), **(held | {"payload": ""})),
        good("members of the header in another order",
             signature=with_header(text({"typ": typ, "kid": node, "alg": "EdDSA"})), **held),
        good("spaces in the header", signature=with_header(json.dumps({"alg": "EdDSA", "kid": node, "typ": typ})), **held),
        bad("payload with one more space", "the signature covers the exact bytes", bad_signature, signature=right,
            **(held | {"payload": payload + " "})),
        bad("signed as another type", "typ is compared with what the reader expects", bad_signature,
            signature=sign(payload, node, "mutasi-reply+jws", NODE_KEY), **held),
        bad("signed by another key", "the key is the one that kid names", bad_signature,
            signature=sign(payload, node, typ, OTHER_KEY), **held),
        bad("kid that nobody has", "the key is looked up by kid", "unknown-node",
            signature=sign(payload, OTHER_NODE, typ, NODE_KEY), **held),
        bad("alg none", "alg is exactly EdDSA", bad_signature,
            signature=with_header(text({"alg": "none", "kid": node, "typ": typ})), **held),
        bad("alg in lower case", "alg is exactly EdDSA", bad_signature,
            signature=with_header(text({"alg": "eddsa", "kid": node, "typ": typ})), **held),
        bad("header with crit", "the header has alg, kid and typ and nothing else", bad_signature,
            signature=with_header(text({"alg": "EdDSA", "kid": node, "typ": typ, "crit": ["b64"]})), **held),
        bad("header with a member twice", "JSON with a repeated name is not read", bad_signature,
            signature=with_header('{"alg":"EdDSA","kid":"%s","kid":"%s","typ":"%s"}' % (node, node, typ)), **held),
        bad("payload between the points", "the payload is detached", bad_signature,
            signature=f"{protected}.{b64(payload.encode())}.{signature}", **held),
        bad("signature with padding", "base64url is without padding", bad_signature, signature=right + "==", **held),
        bad("signature cut short", "an Ed25519 signature has 64 bytes", bad_signature, signature=right[:-4], **held),
        bad("only one point", "a compact JWS has three parts", bad_signature, signature=f"{protected}.{signature}", **held),
    ]
    write("signatures", "Mutasi-Signature: compact JWS with detached payload. key is the one that kid names; payload is text.",
          cases)


# Bundles

def bundles():
    one, two = operation(1), operation(2, unknown={"kept": [1, None, True]})
    first = bundle(1, NONE, [one, two])
    second = bundle(2, sha(text(first).encode()), [operation(3)])
    held = {"key": b64(public(NODE_KEY))}

    def ok(name, value, raw=None):
        raw = raw or text(value)
        payload = json.loads(base64.urlsafe_b64decode(value["jws"]["payload"] + "=="))
        return good(name, bundle=raw, hash=sha(raw.encode()), number=payload["number"], previous=payload["previous"],
                    operations=value["operations"], **held)

    def refused(name, reason, value, code="bad-bundle"):
        return bad(name, reason, code, bundle=value if isinstance(value, str) else text(value), **held)

    changed = first | {"operations": [one, two.replace("sari", "budi")]}
    cases = [
        ok("first bundle of an instance", first),
        ok("second, which names the first", second),
        ok("unknown member of the payload is ignored", bundle(1, NONE, [one], extra={"later": {"x": 1}})),
        ok("spaces count in the hash", first, raw=json.dumps(first, ensure_ascii=False)),
        refused("an operation was changed", "its hash is not the one that was signed", changed),
        refused("operations in another order", "hashes and operations go together in order",
                first | {"operations": [two, one]}),
        refused("an operation is missing", "one operation for each hash", first | {"operations": [one]}),
        refused("no operation", "at least one operation", bundle(1, NONE, [])),
        refused("number 0", "bundles are counted from 1", bundle(0, NONE, [one])),
        refused("previous in upper case", "hashes are 64 lowercase digits", bundle(2, "A1" * 32, [one])),
        refused("a member beside the signature", "nothing stands in a bundle that is not signed", first | {"note": "x"}),
        refused("unprotected header", "jws has payload, protected and signature",
                first | {"jws": first["jws"] | {"header": {"kid": NODE}}}),
        refused("kid is another node", "kid is the node of the payload", bundle(1, NONE, [one], kid=OTHER_NODE)),
        refused("typ of a request", "typ is mutasi-bundle+jws", bundle(1, NONE, [one], typ="mutasi-request+jws")),
        refused("number with a fraction", "integers have no fraction", bundle(1.0, NONE, [one])),
        refused("not JSON", "a bundle is one JSON object", "{"),
        bad("signed by another key", "it reads, but its signature does not hold under the node's key", "signature",
            bundle=text(bundle(1, NONE, [one], secret=OTHER_KEY)), **held),
    ]
    write("bundles", "Bundles as text. code \"signature\": the bundle reads, and its signature does not verify with key.", cases)


# View digests

def digests():
    def case(name, records):
        return good(name, records=records, leaves=[leaf(r).hex() for r in records], **digest(records))

    def wrong(name, reason, records, **stated):
        return bad(name, reason, records=records, leaves=[leaf(r).hex() for r in records], **(digest(records) | stated))

    many = [{"kind": "card", "id": f"018f0000-0000-7000-8000-{n:012x}", "revision": n + 1, "body": '{"n":%d}' % n}
            for n in range(12)]
    older = [WORKED[0], WORKED[1] | {"revision": 2}]
    spaced = [WORKED[0], WORKED[1] | {"body": '{"agency": "disdik","taken":0}'}]
    cases = [
        case("empty view", []),
        case("worked example", WORKED),
        case("the same in another order", WORKED[::-1]),
        case("twelve records, whose sum passes 2^256", many),
        case("a kind that nobody knows, with letters of two bytes",
             [{"kind": "né", "id": NODE, "revision": 1, "body": "{}"}]),
        wrong("an older revision of one record", "the revision is in the leaf", older, digest=digest(WORKED)["digest"]),
        wrong("the same body with a space", "a body is its exact bytes", spaced, digest=digest(WORKED)["digest"]),
        wrong("a record too few", "the count is compared too", WORKED[:1], count=2),
    ]
    write("view-digests", "leaves: one for each record, in hexadecimal; count and digest: of the whole view.", cases)


# Derived ids, person tags, attachments

def derived_id(agency, operation_id, number, order="big"):
    data = b"mutasi-id-v1" + len(agency).to_bytes(2, "big") + agency.encode()
    data += bytes.fromhex(operation_id.replace("-", "")) + number.to_bytes(8, order)
    value = bytearray(hashlib.sha256(data).digest()[:16])
    value[6] = value[6] & 0x0F | 0x80
    value[8] = value[8] & 0x3F | 0x80
    h = value.hex()
    return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"


def derivations():
    def case(agency, operation_id, number):
        return good(f"{agency}, number {number}", agency=agency, operation=operation_id, number=number,
                    id=derived_id(agency, operation_id, number))

    cases = [case("disdik", NODE, 1), case("disdik", NODE, 2), case("bkd", NODE, 1), case("dinas-2", INSTANCE, 300)]
    cases.append(bad("number in little-endian order", "integers are big-endian", agency="disdik", operation=NODE, number=2,
                     id=derived_id("disdik", NODE, 2, "little")))
    write("derived-ids", "The id of the number-th further record that an operation of an agency makes.", cases)

    tag_key = bytes([5] * 32)
    nip = "199001012015031001"

    def tag(value, secret=tag_key):
        return hmac.new(secret, value.encode(), hashlib.sha256).hexdigest()

    cases = [good("a NIP", nip=nip, key=b64(tag_key), tag=tag(nip)),
             good("the same NIP in another region", nip=nip, key=b64(bytes([6] * 32)), tag=tag(nip, bytes([6] * 32))),
             bad("hash without the key", "the tag is a keyed hash", nip=nip, key=b64(tag_key), tag=sha(nip.encode())),
             bad("NIP with a space", "only the 18 digits are hashed", nip=nip, key=b64(tag_key),
                 tag=tag("19900101 2015031001"))]
    write("person-tags", "HMAC-SHA-256 of the NIP's digits under the region's tag key.", cases)

    def attachment(salt, data, name=None):
        return {"name": name or sha(salt + data), "salt": b64(salt), "bytes": b64(data)}

    salt, data = bytes([3] * 32), bytes([1, 2, 0, 255])
    right = attachment(salt, data)
    code = "bad-request"
    cases = [good("four bytes", attachment=right), good("no bytes", attachment=attachment(salt, b"")),
             bad("name of the bytes without the salt", "the name is SHA-256(salt, bytes)", code,
                 attachment=attachment(salt, data, sha(data))),
             bad("name in upper case", "names are lowercase", code, attachment=right | {"name": right["name"].upper()}),
             bad("salt of 31 bytes", "a salt has 32 bytes", code, attachment=attachment(salt[:31], data)),
             bad("bytes with padding", "base64url is without padding", code,
                 attachment=right | {"bytes": right["bytes"] + "=="}),
             bad("bytes in the other alphabet", "base64url, not base64", code,
                 attachment=attachment(salt, b"\xff\xef") | {"bytes": "/+8"})]
    write("attachments", "Attachments as they stand in a request or a reply.", cases)


# Exchanges

def exchanges():
    first = bundle(1, NONE, [operation(1)])
    hash_of_first = sha(text(first).encode())
    second = bundle(2, hash_of_first, [operation(2)])
    fresh = {"exchange": 0, "nonce": "", "bundleNumber": 0, "bundleHash": NONE, "instance": INSTANCE}
    after = {"exchange": 4, "nonce": NONCES[0], "bundleNumber": 1, "bundleHash": hash_of_first, "instance": INSTANCE}

    def case(name, state, value, verdict, fault=None):
        members = {"state": state, "request": text(value), "verdict": verdict} | ({"fault": fault} if fault else {})
        if verdict in ["next", "repeated"]:
            return good(name, **members)
        return bad(name, "see the exchange table", verdict, **members)

    a, b, c = NONCES[0], NONCES[1], NONCES[2]
    cases = [
        case("first exchange", fresh, request(1, b, ""), "next"),
        case("first exchange with the first bundle", fresh, request(1, b, "", first), "next"),
        case("first exchange of a node that says it was answered", fresh, request(1, b, c), "stale"),
        case("next, without a bundle", after, request(5, b, a), "next"),
        case("next, with the next bundle", after, request(5, b, a, second), "next"),
        case("repeated, without a bundle", after, request(4, a, c), "repeated"),
        case("repeated, with its bundle", after, request(4, a, c, first), "repeated"),
        case("repeated, with another bundle", after, request(4, a, c, second), "stale"),
        case("same number, other nonce", after, request(4, b, c), "stale"),
        case("next number, but not after the last nonce", after, request(5, b, c), "stale"),
        case("older exchange", after, request(3, c, ""), "stale"),
        case("jump", after, request(6, b, a), "stale"),
        case("another instance", after, request(5, b, a, instance=OTHER_INSTANCE), "superseded"),
        case("bundle number again", after, request(5, b, a, bundle(1, NONE, [operation(2)])), "bad-bundle", "number"),
        case("bundle number skipped", after, request(5, b, a, bundle(3, hash_of_first, [operation(2)])), "bad-bundle",
             "number"),
        case("bundle that names another one before it", after, request(5, b, a, bundle(2, NONE, [operation(2)])),
             "bad-bundle", "previous"),
        case("bundle of another instance", after,
             request(5, b, a, bundle(2, hash_of_first, [operation(2)], instance=OTHER_INSTANCE)), "bad-bundle", "foreign"),
    ]
    write("exchanges", "What a request is, given what the coordinator remembers of the node's last answered exchange.", cases)


# Sync: whole requests and replies

def sync():
    first = bundle(1, NONE, [operation(1), operation(2)])
    asked = text(request(1, NONCES[1], "", first))
    view = [WORKED[0] | {"changed": 3}, WORKED[1] | {"changed": 8}]
    page = [{"record": r["id"], "kind": r["kind"], "revision": r["revision"], "changed": r["changed"], "body": r["body"]}
            for r in view]
    reply = {
        "exchange": 1, "nonce": NONCES[1],
        "outcomes": [
            {"operation": json.loads(operation(1))["id"], "position": 8, "outcome": "accepted", "detail": "{}"},
            {"operation": json.loads(operation(2))["id"], "position": 9, "outcome": "rejected", "code": "card-closed",
             "detail": "{}"},
        ],
        "page": page, "attachments": [], "cursor": {"epoch": 1, "position": 9, "start": 9},
        "complete": digest(WORKED), "head": {"epoch": 1, "position": 9}, "day": "2026-03-02", "nextSeconds": 900,
    }
    later = text(request(2, NONCES[2], NONCES[1], cursor={"epoch": 1, "position": 9, "start": 9},
                         head={"epoch": 1, "position": 9}, limit=1))
    gone = {"exchange": 2, "nonce": NONCES[2], "outcomes": [], "page": [{"retraction": INSTANCE, "position": 10}],
            "attachments": [], "cursor": {"epoch": 1, "position": 10, "start": 9},
            "head": {"epoch": 1, "position": 12}, "day": "2026-03-02", "nextSeconds": 0}

    def pair(name, sent, answer):
        answer = text(answer)
        return good(name, request=sent, requestSignature=sign(sent, NODE, "mutasi-request+jws", NODE_KEY), reply=answer,
                    replySignature=sign(answer, "coordinator", "mutasi-reply+jws", COORDINATOR_KEY),
                    nodeKey=b64(public(NODE_KEY)), coordinatorKey=b64(public(COORDINATOR_KEY)))

    def refused_request(name, reason, value, code="bad-request"):
        return bad(name, reason, code, request=value if isinstance(value, str) else text(value))

    def refused_reply(name, reason, answer, code="bad-request"):
        return bad(name, reason, code, request=asked, reply=text(answer))

    plain = request(1, NONCES[1], "")
    cases = [
        pair("first exchange with a bundle, complete view", asked, reply),
        pair("a page of one change, more to come", later, gone),
        pair("unknown members in request and reply", text(request(1, NONCES[1], "", later={"x": [1]})),
             reply | {"outcomes": [], "later": True}),
        refused_request("another wire version", "the problem lists the versions that are spoken", plain | {"wire": 9},
                        "unsupported-version"),
        refused_request("another wire version and nothing else right", "the version is looked at first", {"wire": 99},
                        "unsupported-version"),
        refused_request("a name twice", "JSON with a repeated name is not read",
                        text(plain).replace('"wire":1', '"wire":1,"wire":1')),
        refused_request("byte order mark", "messages begin with {", "\ufeff" + text(plain)),
        refused_request("comma at the end", "JSON has none", text(plain)[:-1] + ",}"),
        refused_request("exchange 0", "exchanges are counted from 1", plain | {"exchange": 0}),
        refused_request("exchange with a fraction", "integers have no fraction", plain | {"exchange": 1.0}),
        refused_request("exchange of 2^53", "integers are within 2^53 - 1", plain | {"exchange": 1 << 53}),
        refused_request("nonce of 15 bytes", "a nonce has 16 bytes", plain | {"nonce": b64(bytes(15))}),
        refused_request("nonce with bits after the last byte", "base64url has one text for each byte string",
                        plain | {"nonce": "AAAAAAAAAAAAAAAAAAAAAB"}),
        refused_request("node in upper case", "UUIDs are lowercase", plain | {"node": NODE.upper()}),
        refused_request("limit 0", "a page has 1 to 1000 changes", plain | {"limit": 0}),
        refused_request("limit 1001", "a page has 1 to 1000 changes", plain | {"limit": 1001}),
        refused_request("no attachments member", "members without ? are always there",
                        {k: v for k, v in plain.items() if k != "attachments"}),
        refused_request("a bundle that was changed", "the code of the bundle",
                        plain | {"bundle": first | {"operations": [operation(1), operation(3)]}}, "bad-bundle"),
        refused_reply("cursor beyond the head", "a cursor is up to the head", reply | {"cursor": {"epoch": 1, "position": 10, "start": 9}}),
        refused_reply("complete before the head", "a view is complete at the head", reply | {"head": {"epoch": 1, "position": 11}}),
        refused_reply("an outcome that is no word of the list", "accepted, merged, conflict or rejected",
                      reply | {"outcomes": [reply["outcomes"][0] | {"outcome": "done"}]}),
        refused_reply("detail that is no object", "a detail is the text of an object",
                      reply | {"outcomes": [reply["outcomes"][0] | {"detail": "[]"}]}),
        refused_reply("reply to another nonce", "it reads, but does not answer the request", reply | {"nonce": NONCES[5]}, "other"),
        refused_reply("reply to another exchange", "it reads, but does not answer the request", reply | {"exchange": 2}, "other"),
        refused_reply("an outcome too few", "it reads, but does not answer the request",
                      reply | {"outcomes": reply["outcomes"][:1]}, "other"),
    ]
    write("sync", "Requests and replies of POST /v1/sync as text. code \"other\": the reply reads, and is not the answer to "
          "this request.", cases)


# Join

def join():
    code, box = b64(bytes(range(16))), b64(bytes([4] * 32))
    node_key, coordinator_key = b64(public(NODE_KEY)), b64(public(COORDINATOR_KEY))

    def proof(secret=NODE_KEY, code_text=code, typ="mutasi-join+jws", kid="join"):
        return sign(f"1\n{code_text}\n{node_key}\n{box}", kid, typ, secret)

    asked = {"wire": 1, "code": code, "key": node_key, "box": box, "proof": proof()}
    answer = {"region": REGION, "regionName": "Kota Uji", "agency": "disdik", "node": NODE, "instance": INSTANCE,
              "registry": True, "coordinatorKey": coordinator_key, "tagKey": b64(bytes([5] * 32)), "epoch": 1}
    fingerprint = sha(public(COORDINATOR_KEY))
    line = f"mutasi-join:https://localhost:8443#{code}#{fingerprint}"

    def pair(name, answer_value):
        body = text(answer_value)
        return good(name, invitation=line, request=text(asked), reply=body,
                    replySignature=sign(body, "coordinator", "mutasi-reply+jws", COORDINATOR_KEY))

    def refused_request(name, reason, problem, **changed):
        return bad(name, reason, problem, invitation=line, request=text(asked | changed))

    def refused_reply(name, reason, problem, answer_value, secret=COORDINATOR_KEY):
        body = text(answer_value)
        return bad(name, reason, problem, invitation=line, request=text(asked), reply=body,
                   replySignature=sign(body, "coordinator", "mutasi-reply+jws", secret))

    cases = [
        pair("node that holds staff rows", answer),
        pair("node that does not", answer | {"registry": False, "tagKey": ""}),
        refused_request("proof by another key", "the proof is made by the new key", "bad-signature", proof=proof(OTHER_KEY)),
        refused_request("proof over another code", "the proof covers the code", "bad-signature",
                        proof=proof(code_text=b64(bytes(16)))),
        refused_request("proof of another type", "typ is mutasi-join+jws", "bad-signature", proof=proof(typ="mutasi-request+jws")),
        refused_request("another wire version", "the version is looked at first", "unsupported-version", wire=9),
        refused_request("key of zeros", "a weak point is no key", "bad-request", key=b64(bytes(32))),
        refused_request("box of 31 bytes", "a box key has 32 bytes", "bad-request", box=b64(bytes(31))),
        refused_reply("another key than the invitation says", "the fingerprint is compared before anything is believed",
                      "fingerprint", answer | {"coordinatorKey": b64(public(OTHER_KEY))}, OTHER_KEY),
        refused_reply("signed by another key", "the signature holds under the key with the fingerprint", "bad-signature", answer,
                      OTHER_KEY),
        refused_reply("tag key for a node without staff rows", "only registries get it", "bad-request",
                      answer | {"registry": False}),
        refused_reply("registry without the tag key", "a registry gets 32 bytes", "bad-request", answer | {"tagKey": ""}),
    ]
    write("join", "POST /v1/join. code \"fingerprint\": the reply reads and is signed, by another coordinator.", cases)

    def line_of(url="https://localhost:8443", code_text=code, digits=fingerprint, prefix="mutasi-join:"):
        return f"{prefix}{url}#{code_text}#{digits}"

    def invited(name, value, digits=fingerprint, url="https://localhost:8443"):
        return good(name, line=value, url=url, secret=code, codeHash=sha(bytes(range(16))), fingerprint=digits,
                    coordinatorKey=coordinator_key)

    def refused(name, reason, value):
        return bad(name, reason, "bad-request", line=value)

    cases = [
        invited("whole fingerprint", line_of()),
        invited("32 digits of the fingerprint", line_of(digits=fingerprint[:32]), fingerprint[:32]),
        invited("spaces and line ends around it", f" \t{line_of()}\r\n"),
        invited("address with a path", line_of(url="https://bkd.example/mutasi"), url="https://bkd.example/mutasi"),
        refused("31 digits", "128 bits of fingerprint at least", line_of(digits=fingerprint[:31])),
        refused("32 digits in upper case", "lowercase digits", line_of(digits=fingerprint[:32].upper())),
        refused("http", "only https", line_of(url="http://localhost:8443")),
        refused("another word in front", "begins with mutasi-join:", line_of(prefix="mutasi:")),
        refused("no fingerprint", "three parts", f"mutasi-join:https://localhost:8443#{code}"),
        refused("code of 15 bytes", "16 to 64 bytes", line_of(code_text=b64(bytes(15)))),
        refused("code with padding", "base64url without padding", line_of(code_text=code + "==")),
        refused("space in the address", "no spaces", line_of(url="https://local host")),
    ]
    write("invitations", "Invitation lines. codeHash is what node.invite carries.", cases)


signatures()
bundles()
digests()
derivations()
exchanges()
sync()
join()
wire2.tree_roots()
wire2.tree_proofs()
wire2.checkpoints()
wire2.receipts()
wire2.sync()
write("operations", "A region from its founding on, operation by operation in journal order: who states it, and how it ends. "
      "Every kind of operation is in it.", story(derived_id, sha))
