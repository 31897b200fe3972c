"""A proxy between a node and the coordinator that does to requests and replies what a test says.

Nodes find it through `https_proxy`. It answers CONNECT, ends TLS itself with a certificate of the town's authority (or
of another one), and gives the request to `act`, which returns the raw bytes to answer with, or None to drop the
connection.
"""

import http.client
import socketserver
import ssl
import threading

HTML = b"<!DOCTYPE html><html><title>Masuk WiFi</title><body>Silakan masuk</body></html>"


class Request:
    """A request as it came, and the way to the coordinator."""

    def __init__(self, path, headers, body, port, authority):
        self.path = path
        self.headers = headers
        self.body = body
        self.port = port
        self.authority = authority

    def forward(self, body=None, packed=False):
        """The coordinator's reply to this request, or to the same with another body; as plain bytes unless `packed`."""
        context = ssl.create_default_context(cafile=self.authority.ca)
        connection = http.client.HTTPSConnection("localhost", self.port, context=context, timeout=60)
        try:
            left_out = ("content-length", "host") + (() if packed else ("accept-encoding",))
            headers = {n: v for n, v in self.headers.items() if n.lower() not in left_out}
            connection.request("POST", self.path, self.body if body is None else body, headers)
            response = connection.getresponse()
            return Reply(response.status, response.getheaders(), response.read())
        finally:
            connection.close()


class Reply:
    def __init__(self, status, headers, body):
        self.status = status
        own = ("content-length", "transfer-encoding", "connection")
        self.headers = [(n, v) for n, v in headers if n.lower() not in own]
        self.body = body

    def signature(self):
        return next(value for name, value in self.headers if name.lower() == "mutasi-signature")

    def raw(self, body=None, length=None, headers=None):
        """The bytes on the wire; another body, length or headers than what came."""
        body = self.body if body is None else body
        lines = [f"HTTP/1.1 {self.status} X"]
        lines += [f"{name}: {value}" for name, value in (self.headers if headers is None else headers)]
        lines += [f"Content-Length: {len(body) if length is None else length}", "Connection: close", "", ""]
        return "\r\n".join(lines).encode("latin-1") + body


def page(status=200, headers=(), body=HTML):
    """What a network's login page or another server answers."""
    return Reply(status, [("Content-Type", "text/html"), *headers], body).raw()


class Meddler:
    """A running proxy; `environment` makes a program use it."""

    def __init__(self, town, act, authority=None, portal=None):
        meddler = self
        self.requests = []
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain((authority or town.authority).certificate, (authority or town.authority).key)

        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                try:
                    self.answer()
                except (OSError, ValueError):
                    # The program ended the connection, as it may.
                    pass

            def answer(self):
                while self.rfile.readline().strip():
                    pass
                if portal is not None:
                    self.wfile.write(portal)
                    return
                self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
                with context.wrap_socket(self.connection, server_side=True) as secure:
                    reader = secure.makefile("rb")
                    path = reader.readline().split()[1].decode()
                    headers = http.client.parse_headers(reader)
                    body = reader.read(int(headers.get("Content-Length", 0)))
                    request = Request(path, headers, body, town.server.port, town.authority)
                    meddler.requests.append(request)
                    answer = act(request)
                    if answer is not None:
                        secure.sendall(answer)
                        try:
                            secure.unwrap()
                        except (ssl.SSLError, OSError):
                            pass

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True

        self.server = Server(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()

    @property
    def environment(self):
        return {"https_proxy": f"http://127.0.0.1:{self.server.server_address[1]}"}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

