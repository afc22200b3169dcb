"""The places at which clients arrive: each has a port of its own, on loopback."""
import asyncio
import socket
import ssl
from pathlib import Path

import answers
import faults
import proxy
from request import LONGEST_HEAD, Request

ROUTES = {
    name: function for module in (answers, faults)
    for name, function in vars(module).items() if asyncio.iscoroutinefunction(function) and function.__module__ == module.__name__
}
# What stays open as long as the server runs.
held = []


class Doors:
    def __init__(self, folder: Path, record):
        self.folder, self.record, self.ports, self.proxy = folder, record, {}, None

    async def open(self):
        """Opens all doors and tells their ports by name."""
        await self.serve("web", "127.0.0.1")
        await self.serve("other", "127.0.0.2")
        await self.serve("tls", "127.0.0.1", "good")
        for name in ("expired", "early", "wrong-name", "untrusted", "self-signed"):
            await self.serve(name, "127.0.0.1", name)
        if socket.has_ipv6:
            try:
                await self.serve("six", "::1")
            except OSError:
                pass  # a machine without IPv6 has one door less
        if before := proxy.start(self.folder, self.ports["web"]):
            self.ports["two"], self.proxy = before
        await self.listen("mute", lambda reader, writer: asyncio.sleep(faults.FOREVER))
        await self.listen("slam", slam)
        await self.listen("reset", slam_with_reset)
        await self.listen("banner", banner)
        await self.listen("alert", alert)
        await self.listen("plain", plain)
        self.closed()
        self.full()
        return self.ports

    async def serve(self, name, address, certificate=None):
        context = None
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.folder / f"{certificate}.bundle")

        async def visit(reader, writer):
            while request := await Request.read(reader, writer, name):
                self.record(request)
                route = ROUTES.get(request.word(0))
                if route is None:
                    await request.answer(404)
                    continue
                await route(request)
                # A fault ends its connection; a plain answer leaves it open.
                if route.__module__ == faults.__name__ or request.header("connection") == "close":
                    break

        await self.listen(name, visit, address, context)

    async def listen(self, name, visit, address="127.0.0.1", context=None):
        async def guarded(reader, writer):
            try:
                await visit(reader, writer)
            except (OSError, ssl.SSLError):
                pass  # the client went away
            finally:
                writer.close()

        server = await asyncio.start_server(guarded, address, 0, limit=LONGEST_HEAD, ssl=context)
        held.append(server)
        self.ports[name] = server.sockets[0].getsockname()[1]

    def closed(self):
        """Nobody listens there, and nobody else can."""
        place = bound()
        held.append(place)
        self.ports["closed"] = place.getsockname()[1]

    def full(self):
        """Nobody accepts, and the queue of those who wait is full: a connection is never made."""
        place = bound()
        place.listen(0)
        held.append(place)
        for _ in range(4):
            waiting = socket.socket()
            waiting.setblocking(False)
            waiting.connect_ex(place.getsockname())
            held.append(waiting)
        self.ports["full"] = place.getsockname()[1]


def bound():
    place = socket.socket()
    place.bind(("127.0.0.1", 0))
    return place


async def slam(reader, writer):
    """Closes at once."""


async def slam_with_reset(reader, writer):
    faults.reset(writer)


async def banner(reader, writer):
    """Another protocol, whose server speaks first."""
    writer.write(b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n")
    await writer.drain()
    await reader.read(1)


async def plain(reader, writer):
    """HTTP without TLS, which answers at once, as servers do where TLS was spoken to them."""
    await reader.read(1)
    writer.write(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
    await writer.drain()
    await reader.read(LONGEST_HEAD)


async def alert(reader, writer):
    """No version of TLS is good enough: a fatal alert, protocol_version."""
    await reader.read(1)
    writer.write(bytes([0x15, 3, 3, 0, 2, 2, 70]))
    await writer.drain()
    await reader.read(LONGEST_HEAD)
