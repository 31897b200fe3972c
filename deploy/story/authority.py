"""A certificate authority of the demo's own, made with the openssl command, and the coordinator's certificate."""

import os
import subprocess

from party import StoryFailure

DAYS = "30"
NAMES = "subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n"


class Authority:
    """`ca` is what nodes trust; `certificate` and `key` are the server's, for localhost and 127.0.0.1."""

    def __init__(self, folder):
        os.makedirs(folder, mode=0o700)
        self.ca = os.path.join(folder, "ca.pem")
        self.certificate = os.path.join(folder, "server.pem")
        self.key = os.path.join(folder, "server.key")
        ca_key = os.path.join(folder, "ca.key")
        request = os.path.join(folder, "server.csr")
        names = os.path.join(folder, "names.cnf")
        with open(names, "w", encoding="utf-8") as file:
            file.write(NAMES)
        curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        _openssl(
            "req", "-x509", *curve, "-keyout", ca_key, "-out", self.ca, "-days", DAYS, "-subj", "/CN=Mutasi demo CA",
            "-addext", "keyUsage=critical,keyCertSign,cRLSign")
        _openssl("req", *curve, "-keyout", self.key, "-out", request, "-subj", "/CN=localhost")
        _openssl(
            "x509", "-req", "-in", request, "-CA", self.ca, "-CAkey", ca_key, "-CAcreateserial", "-out",
            self.certificate, "-days", DAYS, "-extfile", names)


def _openssl(*arguments):
    ended = subprocess.run(["openssl", *arguments], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    if ended.returncode != 0:
        raise StoryFailure(f"openssl {arguments[0]} failed\n{ended.stderr.decode('utf-8', 'replace')}")
