"""One request as it arrived, and the bytes of plain answers to it."""
import asyncio
from http import HTTPStatus
from urllib.parse import parse_qs, unquote, urlsplit

LONGEST_HEAD = 64 * 1024


class Request:
    """`path` is split at its slashes and decoded; `query` has the first value of each name."""

    def __init__(self, head, reader, writer, door):
        line, *fields = head.decode("latin-1").split("\r\n")
        self.method, self.target, _ = line.split(" ", 2)
        self.headers = [tuple(part.strip() for part in field.split(":", 1)) for field in fields if ":" in field]
        parts = urlsplit(self.target)
        self.path = [unquote(part, errors="surrogateescape") for part in parts.path.split("/")[1:]]
        self.query = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        self.reader, self.writer, self.door = reader, writer, door

    @classmethod
    async def read(cls, reader, writer, door):
        """The next request of a connection, or None where there is no further one that can be understood."""
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            return cls(head[:-4], reader, writer, door)
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError, OSError):
            return None

    def word(self, index, default=""):
        """A part of the path."""
        return self.path[index] if index < len(self.path) and self.path[index] else default

    def header(self, name):
        return next((value for key, value in self.headers if key.lower() == name), None)

    async def send(self, *parts):
        """Writes bytes as they are, and waits until the other side takes them."""
        for part in parts:
            self.writer.write(part)
        await self.writer.drain()

    async def answer(self, status=200, body=b"<!doctype html><title>fine</title>", headers=()):
        """A whole answer that is right; without its body where HEAD asked."""
        reason = HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else "Unnamed"
        fields = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body))), *headers]
        await self.send(head(f"HTTP/1.1 {status} {reason}", fields), b"" if self.method == "HEAD" else body)


def head(line, fields=()):
    """A status line and fields, up to the empty line."""
    lines = [line, *(f"{name}: {value}" for name, value in fields), "", ""]
    return "\r\n".join(lines).encode("utf-8", errors="surrogateescape")
