"""The coordinator's process: started on a free port, stopped by SIGTERM, never left behind."""

import ctypes
import os
import random
import shlex
import signal
import socket
import subprocess

import commands
from party import StoryFailure, check, wait_until

# mutasi-coordinator promises to stop within 15 s.
STOP_SECONDS = 20
START_SECONDS = 60
PR_SET_PDEATHSIG = 1


def free_port():
    """A port that is free now, below those that the system gives to clients.

    Nodes remember the address, so a coordinator that is started again needs the same port: it cannot be left to the
    system at each start.
    """
    for _ in range(200):
        port = random.SystemRandom().randrange(20000, 32000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue
    raise StoryFailure("no free port between 20000 and 32000")


class Coordinator:
    """`mutasi-coordinator serve` over one data folder."""

    def __init__(self, program, data, authority, log, narrator, outlives=False):
        self.program = program
        self.data = data
        self.authority = authority
        self.log = log
        self.narrator = narrator
        # Whether it may go on after the story, as with --keep.
        self.outlives = outlives
        self.port = free_port()
        self.port_file = data + ".port"
        self.process = None

    @property
    def url(self):
        return f"https://localhost:{self.port}"

    def start(self, says="starts the coordinator"):
        """Starts it and waits until it says its port."""
        if os.path.exists(self.port_file):
            os.remove(self.port_file)
        line = [self.program] + commands.serve(
            self.authority.certificate, self.authority.key, self.port, self.port_file)
        self.narrator.step("BKPP", says, shlex.join(["mutasi-coordinator"] + line[1:]) + " &")
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                line, env=dict(os.environ, MUTASI_DATA=self.data), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True, preexec_fn=None if self.outlives else _end_with_parent)
        wait_until(lambda: os.path.exists(self.port_file) or self.process.poll() is not None, START_SECONDS)
        if self.process.poll() is not None or not os.path.exists(self.port_file):
            self.kill()
            with open(self.log, encoding="utf-8", errors="replace") as log:
                raise StoryFailure(f"the coordinator did not start\n$ {shlex.join(line)}\n{log.read()[-4000:]}")
        with open(self.port_file, encoding="utf-8") as file:
            told = file.read().strip()
        check(told == str(self.port), f"the port file says {told}, not {self.port}")

    def stop(self, says="stops the coordinator"):
        """Stops it with SIGTERM; one that needs longer than it promises is a failure."""
        self.narrator.step("BKPP", says, f"kill {self.process.pid}")
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            raise StoryFailure(f"the coordinator did not stop within {STOP_SECONDS} s")
        self.process = None
        check(code == 0, f"the coordinator ended with {code}; its log is {self.log}")

    def kill(self):
        """Ends it in any case and says nothing."""
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process = None


def _end_with_parent():
    # Even when the story itself is killed.
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
