"""A coordinator's process that can be stopped, killed and started again at the address that nodes remember."""

import ctypes
import os
import signal
import subprocess
import time

# `serve` promises to stop within 15 s; one more for a busy machine.
STOP_SECONDS = 16
START_SECONDS = 60
PR_SET_PDEATHSIG = 1


class Server:
    """`mutasi-coordinator serve` over a data folder; the system chooses the port of the first start."""

    def __init__(self, program, data, authority, log):
        self.program = program
        self.data = data
        self.authority = authority
        self.log = log
        self.port = 0
        self.process = None
        # Further words of the command line.
        self.options = []

    def start(self):
        port_file = self.data + ".port"
        if os.path.exists(port_file):
            os.remove(port_file)
        line = [self.program, "serve", "--data", self.data, "--certificate", self.authority.certificate,
                "--key", self.authority.key, "--port", str(self.port), "--port-file", port_file, *self.options]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                line, stdin=subprocess.DEVNULL, stdout=log, stderr=log, preexec_fn=_end_with_parent)
        end = time.monotonic() + START_SECONDS
        while not os.path.exists(port_file):
            if self.process.poll() is not None or time.monotonic() > end:
                self.kill()
                raise AssertionError(f"serve did not start: {' '.join(line)}\n{self.said()}")
            time.sleep(0.02)
        with open(port_file, encoding="utf-8") as file:
            self.port = int(file.read())

    def stop(self):
        """Stops it as an operator does; returns its exit code."""
        process, self.process = self.process, None
        process.terminate()
        try:
            return process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise AssertionError(f"serve did not stop within {STOP_SECONDS} s\n{self.said()}") from None

    def kill(self):
        """Ends it with SIGKILL, as a power cut would."""
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            process.wait()

    def said(self):
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return log.read()[-4000:]


def _end_with_parent():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
