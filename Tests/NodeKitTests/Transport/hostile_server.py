"""An HTTPS server that misbehaves on request, for the transport's tests.

Makes a CA and certificates with openssl in a temporary folder, listens on ports that the system chooses, prints one JSON
line with the folder and the ports, and serves until its standard input ends; then it removes the folder. The path says
what happens, the query is a key under which arrivals are counted, and under KEY-ended the ends of their connections.
Every `/echo` names its connection in `X-Connection` and the request's size in `X-Request-Bytes`.
"""

import gzip
import json
import os
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading

temporary_folder = tempfile.TemporaryDirectory(prefix="mutasi-hostile-server-")
FOLDER = temporary_folder.name
seen = {}  # key -> how many requests with it arrived
seen_lock = threading.Lock()
connections = 0


def openssl(*arguments):
    subprocess.run(["openssl", *arguments], cwd=FOLDER, check=True, capture_output=True)


def make_ca(name):
    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
            "-subj", "/CN=" + name, "-keyout", name + ".key", "-out", name + ".pem",
            "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign")


def make_certificate(name, alternative_names, days):
    """Signed by `ca`; with days below 0 it has expired."""
    openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=" + name,
            "-keyout", name + ".key", "-out", name + ".csr")
    with open(os.path.join(FOLDER, name + ".ext"), "w") as file:
        file.write("subjectAltName=" + alternative_names + "\n")
    openssl("x509", "-req", "-in", name + ".csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
            "-days", str(days), "-extfile", name + ".ext", "-out", name + ".pem")


def reply(status, body=b"", headers=(), length=None):
    lines = ["HTTP/1.1 " + status, "Content-Length: %d" % (len(body) if length is None else length)]
    lines += ["%s: %s" % header for header in headers]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def reset(connection):
    """Closes with RST instead of FIN."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    os.close(connection.detach())


def read_request(reader):
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        line = reader.readline()
        if not line:
            return None
        head += line
    lines = head.decode().split("\r\n")
    method, path, _ = lines[0].split(" ")
    fields = {}
    for line in lines[1:-2]:
        name, value = line.split(":", 1)
        fields[name.lower()] = value.strip()
    body = reader.read(int(fields.get("content-length", "0")))
    return method, path, fields, body, len(head) + len(body)


def count(key):
    with seen_lock:
        seen[key] = seen.get(key, 0) + 1


def wait_for_end(connection):
    try:
        while connection.recv(4096):
            pass
    except OSError:
        pass


def answer(connection, number, request):
    """Answers one request; returns whether the connection stays."""
    method, target, fields, body, size = request
    path, _, key = target.partition("?")
    if path != "/seen":
        count(key)
    about = [("X-Connection", number), ("X-Request-Bytes", size)]
    if path == "/echo":
        about += [("X-Method", method), ("X-Body-Bytes", len(body)), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")]
        about += [("X-Saw-" + name, value) for name, value in fields.items()]
        connection.sendall(reply("200 OK", body, about))
    elif path == "/seen":
        connection.sendall(reply("200 OK", str(seen.get(key, 0)).encode()))
    elif path == "/html":
        connection.sendall(reply("200 OK", b"<html>Please log in</html>", [("Content-Type", "text/html")]))
    elif path == "/unavailable":
        connection.sendall(reply("503 Service Unavailable", b"busy", [("Retry-After", "7")]))
    elif path == "/redirect":
        connection.sendall(reply("302 Found", b"", [("Location", "/echo?" + key)]))
    elif path == "/early":
        connection.sendall(b"HTTP/1.1 103 Early Hints\r\nX-Interim: yes\r\n\r\n" + reply("200 OK", b"final"))
    elif path == "/chunked":
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                           b"3\r\nabc\r\n2\r\nde\r\n0\r\nX-Trailer: late\r\n\r\n")
    elif path == "/truncated":
        connection.sendall(reply("200 OK", b"half", length=1000))
        return False
    elif path == "/truncated-chunk":
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")
        return False
    elif path == "/silent-close":
        return False
    elif path == "/reset":
        connection.sendall(reply("200 OK", b"half", length=1000))
        reset(connection)
        return False
    elif path == "/compressed":
        packed = gzip.compress(b"mutasi " * 1000)
        about += [("Content-Encoding", "gzip"), ("X-Packed-Bytes", len(packed))]
        connection.sendall(reply("200 OK", packed, about))
    elif path == "/bomb":
        packed = gzip.compress(bytes(8 * 1024 * 1024), 9)
        connection.sendall(reply("200 OK", packed, [("Content-Encoding", "gzip")]))
    elif path == "/not-gzip":
        connection.sendall(reply("200 OK", b"this is not gzip at all", [("Content-Encoding", "gzip")]))
    elif path == "/declared":
        connection.sendall(reply("200 OK", b"", length=1 << 40))
        wait_for_end(connection)
        return False
    elif path == "/endless":
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            connection.sendall(bytes(65536))
    elif path == "/sized":
        connection.sendall(reply("200 OK", bytes(int(key))))
    elif path == "/many-headers":
        connection.sendall(reply("200 OK", b"", [("X-Filler-%d" % i, "f" * 1000) for i in range(100)]))
    elif path == "/long-header":
        connection.sendall(reply("200 OK", b"", [("X-Filler", "f" * 200_000)]))
    elif path == "/not-http":
        connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")
        return False
    elif path == "/stall":
        connection.sendall(reply("200 OK", b"half", length=1000))
        wait_for_end(connection)
        return False
    elif path == "/mute":
        wait_for_end(connection)
        return False
    elif path == "/goodbye":
        connection.sendall(reply("200 OK", b"goodbye", about))
        return False
    else:
        connection.sendall(reply("404 Not Found"))
    return True


def serve_connection(raw, context, number):
    keys = set()
    try:
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with context.wrap_socket(raw, server_side=True) as connection, connection.makefile("rb") as reader:
            stays = True
            while stays:
                request = read_request(reader)
                if request is not None:
                    keys.add(request[1].partition("?")[2])
                stays = request is not None and answer(connection, number, request)
    except (OSError, ValueError):
        pass  # the client left, which many tests want
    for key in keys:
        count(key + "-ended")


def serve_proxy(connection, refuses):
    """A proxy for CONNECT: refuses with 407, or connects whatever was named to the good port."""
    try:
        request = read_request(connection.makefile("rb"))
        if request is None:
            return
        if refuses:
            connection.sendall(reply("407 Proxy Authentication Required"))
            return
        upstream = socket.create_connection(("127.0.0.1", ports["good"]))
        connection.sendall(b"HTTP/1.1 200 Connection established\r\nX-Proxy: yes\r\n\r\n")
        threading.Thread(target=pump, args=(upstream, connection), daemon=True).start()
        pump(connection, upstream)
    except (OSError, ValueError):
        pass


def pump(source, sink):
    try:
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def accept_forever(listener, serve):
    global connections
    while True:
        connection, _ = listener.accept()
        with seen_lock:
            connections += 1
            number = connections
        threading.Thread(target=serve, args=(connection, number), daemon=True).start()


def listen(serve):
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    threading.Thread(target=accept_forever, args=(listener, serve), daemon=True).start()
    return listener.getsockname()[1]


def listen_tls(name):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(os.path.join(FOLDER, name + ".pem"), os.path.join(FOLDER, name + ".key"))
    return listen(lambda connection, number: serve_connection(connection, context, number))


def reset_after_hello(connection, _):
    connection.recv(1)
    reset(connection)


make_ca("ca")
make_ca("other-ca")
make_certificate("good", "DNS:localhost,DNS:coordinator.test,IP:127.0.0.1", 2)
make_certificate("wrong-host", "DNS:elsewhere.test", 2)
make_certificate("expired", "DNS:localhost,IP:127.0.0.1", -1)

# Bound and never listening: connecting to it is refused, and nobody else can take it.
deaf = socket.socket()
deaf.bind(("127.0.0.1", 0))

ports = {"good": listen_tls("good"), "wrongHost": listen_tls("wrong-host"), "expired": listen_tls("expired")}
ports["resetInHandshake"] = listen(reset_after_hello)
ports["muteInHandshake"] = listen(lambda connection, _: wait_for_end(connection))
ports["proxy"] = listen(lambda connection, _: serve_proxy(connection, False))
ports["refusingProxy"] = listen(lambda connection, _: serve_proxy(connection, True))
ports["deaf"] = deaf.getsockname()[1]
print(json.dumps({"folder": FOLDER, "ports": ports}), flush=True)
sys.stdin.read()
temporary_folder.cleanup()
