#!/usr/bin/env python3
"""Runs a command inside a DNS world of real servers, and ends the world with it.

    world.py [--delay MS] [--domains COUNT] COMMAND [ARGUMENT...]

The world lives in namespaces of its own (user, network, mount): nothing of it can be reached from
outside, nothing outside can be reached from it, and nothing is left behind. The command runs in a
network of its own too, one link away from the servers, as root of that network: it may block and
redirect with nft, publish with nsupdate, and flush with unbound-control.

--delay puts the user-space router between the two networks: MS milliseconds there, MS back.
Exit code 77 when the world cannot be had here; the reason is printed.
"""

import argparse
import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SKIPPED = 77
PACKAGES = {"named": "bind9", "dnssec-signzone": "bind9-utils", "nsupdate": "bind9-dnsutils", "dig": "bind9-dnsutils",
            "unbound": "unbound", "nsd": "nsd", "ip": "iproute2", "nft": "nftables", "openssl": "openssl",
            "unshare": "util-linux", "nsenter": "util-linux"}
CLIENT = "198.51.100.200"
GATE = "198.51.100.201"
sys.dont_write_bytecode = True  # the sources may not be ours to write to
os.environ["PATH"] += ":/usr/sbin:/sbin"
libc = ctypes.CDLL(None, use_errno=True)


def skip(reason):
    print(f"SKIP: no DNS world here: {reason}", flush=True)
    sys.exit(SKIPPED)


def enter_namespaces():
    """Starts this script again inside, where it finds GOLIVE_WORLD_INSIDE set."""
    missing = sorted({package for program, package in PACKAGES.items() if not shutil.which(program)})
    if missing:
        skip("these packages are missing: " + " ".join(missing))
    for options in (["-Urnm"], ["-nm"]):
        unshare = ["unshare", *options]
        trial = subprocess.run([*unshare, "ip", "link", "set", "lo", "up"], capture_output=True, text=True)
        if trial.returncode == 0:
            environment = {**os.environ, "GOLIVE_WORLD_INSIDE": "1"}
            os.execvpe("unshare", [*unshare, sys.executable, *sys.argv], environment)
        if os.geteuid() != 0:
            break
    skip("this computer does not let us make namespaces: " + (trial.stderr.strip() or "no reason given"))


def end_with_parent():
    libc.prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG: even a killed world leaves no server behind


class World:
    def __init__(self, options):
        self.options = options
        self.folder = Path(tempfile.mkdtemp(prefix="golive-world-"))
        self.processes = []

    def __enter__(self):
        self.run("mount", "-t", "tmpfs", "-o", "mode=0755", "tmpfs", str(self.folder))
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        subprocess.run(["umount", "-l", str(self.folder)], check=False)
        self.folder.rmdir()

    def run(self, *command, text=""):
        done = subprocess.run(command, input=text, capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip() or done.stdout.strip()}")

    def start(self, *command, **options):
        program = shutil.which(command[0])
        # AppArmor's profiles for DNS servers go by the program's path and keep them out of our folder.
        if command[0] in ("named", "unbound", "nsd"):
            copy = self.folder / command[0]
            if not copy.exists():
                shutil.copy(program, copy)
            program = str(copy)
        log = open(self.folder / f"{Path(command[0]).name}.log", "ab")
        process = subprocess.Popen([program, *command[1:]], stdout=options.pop("stdout", log), stderr=log,
                                   stdin=subprocess.DEVNULL, preexec_fn=end_with_parent, **options)
        self.processes.append(process)
        return process

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return str(path)

    def log(self):
        return "".join(path.read_text(errors="replace")[-2000:] for path in self.folder.glob("*.log"))

    def build(self):
        import servers
        servers.build(self)

    def in_client(self, *command):
        return ["nsenter", "-t", str(self.client.pid), "-n", *command]

    def link(self):
        """The client's network: one link away, with or without delay."""
        self.client = self.start("unshare", "-n", "sleep", "infinity")
        own = os.readlink("/proc/self/ns/net")
        self.wait_until(lambda: os.readlink(f"/proc/{self.client.pid}/ns/net") != own, "the client's network")
        self.run("ip", "link", "set", "lo", "up")
        self.run("ip", "-batch", "-", text="".join(f"addr add {address}/32 dev lo\n" for address in self.addresses))
        if self.options.delay is None:
            self.run("ip", "link", "add", "gate", "type", "veth", "peer", "name", "out", "netns", str(self.client.pid))
        else:
            slower = [part for each in self.options.slower or [] for part in ("--slower", each)]
            router = self.start(self.options.router, "--delay", str(self.options.delay), "--link",
                                "/proc/self/ns/net:gate", "--link", f"/proc/{self.client.pid}/ns/net:out", *slower,
                                stdout=subprocess.PIPE)
            if router.stdout.readline() != b"ready\n":
                raise RuntimeError("the router does not start: " + self.log())
            self.run("ip", "link", "set", "gate", "txqueuelen", "10000")
            self.run(*self.in_client("ip", "link", "set", "out", "txqueuelen", "10000"))
        self.run("ip", "-batch", "-", text=f"link set gate up\naddr add {GATE} peer {CLIENT} dev gate\n")
        self.run(*self.in_client("ip", "-batch", "-"), text="link set lo up\nlink set out up\n"
                 f"addr add {CLIENT} peer {GATE} dev out\nroute add default dev out\n")

    def wait_until(self, condition, what, seconds=10):
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end or any(each.poll() is not None for each in self.processes):
                raise RuntimeError(f"{what} did not come up: {self.log()}")
            time.sleep(0.002)

    def answers(self, address):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            asking.settimeout(0.05)
            try:
                asking.connect((address, 53))
                asking.send(bytes.fromhex("123400000001000000000000") + b"\0\0\6\0\1")
                return len(asking.recv(512)) > 0
            except OSError:
                return False

    def replace(self, path, text):
        """Puts `text` in the place of a file of the system, for this world alone."""
        self.run("mount", "--bind", self.write(Path(path).name, text), os.path.realpath(path))

    def run_command(self):
        environment = {**os.environ, "GOLIVE_WORLD": str(self.folder)}
        process = subprocess.Popen(self.in_client(*self.options.command), env=environment, preexec_fn=end_with_parent)
        self.processes.append(process)
        return process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--delay", type=float, metavar="MS")
    parser.add_argument("--router", metavar="PROGRAM")
    parser.add_argument("--slower", action="append", metavar="ADDRESS=MS")
    parser.add_argument("--domains", type=int, default=0, metavar="COUNT")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    if "GOLIVE_WORLD_INSIDE" not in os.environ:
        enter_namespaces()
    del os.environ["GOLIVE_WORLD_INSIDE"]
    for stop in (signal.SIGTERM, signal.SIGINT):
        signal.signal(stop, lambda *_: sys.exit(1))
    with World(options) as world:
        started = time.monotonic()
        world.build()
        print(f"the world is ready after {time.monotonic() - started:.2f} s", flush=True)
        return world.run_command()


if __name__ == "__main__":
    sys.exit(main())
