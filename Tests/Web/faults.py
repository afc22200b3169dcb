"""What no server should do: silence, drops, lies, floods and garbage.

A function for each first word of a path. A fault that lies in a body refuses HEAD, so that a client comes back with GET.
"""
import asyncio
import random
import socket
import struct
import zlib

from request import Request, head

PAGE = b'<!doctype html><h1 id="top">Top</h1>'
HTML = ("Content-Type", "text/html")
FOREVER = 3600


def in_the_body(*kinds):
    """Lets HEAD be refused: where the path says one of these kinds, or always."""

    def refusing_head(fault):
        async def answer(request):
            if request.method == "HEAD" and (not kinds or request.word(1) in kinds):
                return await request.answer(405)
            await fault(request)

        answer.__doc__ = fault.__doc__
        return answer

    return refusing_head


@in_the_body("body")
async def hang(request):
    """/hang/status (nothing at all), /hang/line (half a status line), /hang/headers, /hang/body"""
    kind = request.word(1, "status")
    if kind == "body":
        await request.send(head("HTTP/1.1 200 OK", [HTML, ("Content-Length", "10000")]), PAGE)
    elif kind == "headers":
        await request.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Half:")
    elif kind == "line":
        await request.send(b"HTTP/1.1 20")
    await asyncio.sleep(FOREVER)


@in_the_body("body")
async def drip(request):
    """/drip/headers, /drip/body: a byte each `?every=1` second"""
    bytes_to_come = head("HTTP/1.1 200 OK", [HTML, ("Content-Length", "10000")])
    if request.word(1) == "body":
        await request.send(bytes_to_come)
        bytes_to_come = PAGE.ljust(10_000)
    for byte in bytes_to_come:
        await request.send(bytes([byte]))
        await asyncio.sleep(float(request.query.get("every", "1")))


@in_the_body("body", "chunks")
async def cut(request):
    """/cut/start, /cut/line, /cut/headers, /cut/body, /cut/chunks: closes there; with `?reset` by a reset"""
    kind = request.word(1, "start")
    if kind == "line":
        await request.send(b"HTTP/1.1 2")
    elif kind == "headers":
        await request.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/ht")
    elif kind == "body":
        await request.send(head("HTTP/1.1 200 OK", [HTML, ("Content-Length", "10000")]), PAGE)
    elif kind == "chunks":
        await request.send(head("HTTP/1.1 200 OK", [HTML, ("Transfer-Encoding", "chunked")]), b"1000\r\n", PAGE)
    if "reset" in request.query:
        reset(request.writer)


@in_the_body("body", "chunks")
async def endless(request):
    """/endless/headers, /endless/header (one line), /endless/hints (103), /endless/body, /endless/chunks, /endless/redirects/1"""
    kind = request.word(1, "body")
    if kind == "redirects":
        step = int(request.word(2, "1")) + 1
        return await request.answer(302, headers=[("Location", f"/endless/redirects/{step}/{request.word(3)}")])
    if kind in ("body", "chunks"):
        fields = [HTML, ("Transfer-Encoding", "chunked")] if kind == "chunks" else [HTML]
        await request.send(head("HTTP/1.1 200 OK", fields))
    elif kind in ("headers", "header"):
        await request.send(b"HTTP/1.1 200 OK\r\n")
    piece = {
        "headers": b"X-Again: and again\r\n" * 100,
        "header": b"x" * 4096,
        "hints": head("HTTP/1.1 103 Early Hints", [("Link", "</style.css>; rel=preload")]),
        "body": b"<p>and on and on</p>" * 500,
        "chunks": b"14\r\n<p>and on and on</p>\r\n" * 500,
    }[kind]
    while True:
        await request.send(piece)
        # Without a pause a writer that never has to wait would keep all others from their turn.
        await asyncio.sleep(0)


@in_the_body()
async def length(request):
    """/length/short (more comes than it says), /length/long, /length/negative, /length/words, /length/two, /length/vast"""
    said = {
        "short": ["4"], "long": ["9999"], "negative": ["-5"], "words": ["many"], "two": ["36", "4"],
        "vast": ["99999999999999999999999999"],
    }[request.word(1, "short")]
    await request.send(head("HTTP/1.1 200 OK", [HTML, *(("Content-Length", value) for value in said)]), PAGE)


@in_the_body()
async def encoding(request):
    """/encoding/garbage, /encoding/half, /encoding/unknown, /encoding/bomb (as large as the reader lets it), /encoding/chunks, /encoding/unasked?name=br"""
    kind = request.word(1, "garbage")
    if kind == "chunks":
        return await request.send(
            head("HTTP/1.1 200 OK", [HTML, ("Transfer-Encoding", "chunked")]), b"zz\r\n", PAGE, b"\r\n0\r\n\r\n")
    name = {"unknown": "x-unheard-of", "unasked": request.query.get("name")}.get(kind, "gzip")
    await request.send(head("HTTP/1.1 200 OK", [HTML, ("Content-Encoding", name), ("Connection", "close")]))
    packer = zlib.compressobj(9, wbits=31)
    if kind == "bomb":
        request.writer.write(packer.compress(PAGE))
        while True:
            await request.send(packer.compress(bytes(1 << 20)))
            await asyncio.sleep(0)
    packed = packer.compress(PAGE * 100) + packer.flush()
    await request.send(packed[: len(packed) // 2] if kind == "half" else b"this was never packed")


async def garbage(request):
    """/garbage/bytes, /garbage/version, /garbage/status, /garbage/zero (NULs), /garbage/old (HTTP/0.9), /garbage/fields, /garbage/empty"""
    await request.send({
        "bytes": random.Random(7).randbytes(3000),
        "version": b"HTTP/7.9 200 OK\r\n\r\n",
        "status": b"HTTP/1.1 fine OK\r\nContent-Length: 0\r\n\r\n",
        "zero": b"HTTP/1.1 200 OK\r\nX-\0: \0\r\nContent-Length: 0\r\n\r\n",
        "old": PAGE,
        "fields": b"HTTP/1.1 200 OK\r\n: no name\r\nno colon\r\n folded\r\nContent-Length: 0\r\n\r\n",
        "empty": b"\r\n\r\n",
    }[request.word(1, "bytes")])


async def surplus(request):
    """/surplus/NAME: fine; but what was left of it comes before the answer to the connection's next request"""
    await request.answer()
    if await Request.read(request.reader, request.writer, request.door):
        await request.send(b"<p>left over</p>\r\n\r\n")


def reset(writer):
    """Closes a connection so that the other side sees a reset."""
    linger = struct.pack("ii", 1, 0)
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    writer.transport.abort()
