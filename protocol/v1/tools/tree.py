"""The Merkle tree of RFC 9162 section 2.1, written down as it stands there, and notes signed as C2SP signed-note asks for."""

import base64
import hashlib


def leaf(entry):
    return hashlib.sha256(b"\0" + entry).digest()


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def split(count):
    k = 1
    while k * 2 < count:
        k *= 2
    return k


def root(entries):
    if not entries:
        return hashlib.sha256(b"").digest()
    if len(entries) == 1:
        return leaf(entries[0])
    k = split(len(entries))
    return node(root(entries[:k]), root(entries[k:]))


def path(index, entries):
    if len(entries) == 1:
        return []
    k = split(len(entries))
    if index < k:
        return path(index, entries[:k]) + [root(entries[k:])]
    return path(index - k, entries[k:]) + [root(entries[:k])]


def consistency(old, entries, whole=True):
    if old == len(entries):
        return [] if whole else [root(entries)]
    k = split(len(entries))
    if old <= k:
        return consistency(old, entries[:k], whole) + [root(entries[k:])]
    return consistency(old - k, entries[k:], False) + [root(entries[:k])]


def key_hash(name, public):
    return hashlib.sha256(name.encode() + b"\n\x01" + public).digest()[:4]


def note_line(text, name, secret, public):
    """The line that stands under a note."""
    return f"\u2014 {name} {base64.b64encode(key_hash(name, public) + secret.sign(text.encode())).decode()}\n"


def checkpoint(region, epoch, size, root_hash, day, secret, public):
    lines = [f"mutasi/{region}", str(size), base64.b64encode(root_hash).decode(), f"epoch {epoch}"]
    text = "".join(line + "\n" for line in lines + ([f"day {day}"] if day else []))
    return text + "\n" + note_line(text, f"mutasi/{region}", secret, public)


# The entries with which Certificate Transparency tests its trees, and the roots that its own tests state.
CT_ENTRIES = [bytes.fromhex(digits) for digits in [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]]
CT_ROOTS = {
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    4: "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    5: "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    6: "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    7: "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}
for size, stated in CT_ROOTS.items():
    assert root(CT_ENTRIES[:size]).hex() == stated, size
