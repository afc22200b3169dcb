"""What a server may rightly say: statuses, redirects, limits of rate, cookies, pages with anchors.

A function for each first word of a path; the parts of a path that it does not name are there to make addresses unique.
"""
import asyncio
import gzip
import time
from email.utils import formatdate

# How often an address was asked, for those that change their mind.
asked = {}


def count(request):
    """How often this target was asked before with the same method, or with any."""
    asked[request.target] = asked.get(request.target, 0) + 1
    return asked[request.target] - 1


def retry_after(request):
    """`?retry-after=2` seconds, `?retry-after=date:2` as a date, or whatever else is written there."""
    value = request.query.get("retry-after")
    if value is None:
        return []
    kind, _, seconds = value.partition(":")
    return [("Retry-After", formatdate(time.time() + float(seconds), usegmt=True) if kind == "date" else value)]


async def status(request):
    """/status/404, /status/429?retry-after=1"""
    await request.answer(int(request.word(1, "200")), headers=retry_after(request))


async def head(request):
    """/head/405: HEAD gets that status, GET is fine."""
    await request.answer(int(request.word(1)) if request.method == "HEAD" else 200)


async def slow(request):
    """/slow/0.3: fine after so many seconds."""
    await asyncio.sleep(float(request.word(1)))
    await request.answer()


async def flaky(request):
    """/flaky/2/503/NAME?retry-after=1: fails twice, whatever the method, and is fine then."""
    fails = count(request) < int(request.word(1))
    await request.answer(int(request.word(2)) if fails else 200, headers=retry_after(request) if fails else ())


async def redirect(request):
    """/redirect/301?to=ADDRESS, as it is written there; without `to` there is no Location."""
    to = request.query.get("to")
    await request.answer(int(request.word(1, "302")), headers=[] if to is None else [("Location", to)])


async def chain(request):
    """/chain/30/NAME: 30 redirects, and it is fine then."""
    left, name = int(request.word(1)), request.word(2, "end")
    await (request.answer(302, headers=[("Location", f"/chain/{left - 1}/{name}")]) if left else request.answer())


async def loop(request):
    """/loop/NAME leads to another address, and that leads back."""
    name, side = request.word(1, "loop"), request.word(2)
    await request.answer(302, headers=[("Location", f"/loop/{name}" + ("" if side else "/back"))])


async def cookie(request):
    """/cookie/NAME leads to itself, until the cookie that it sets comes back."""
    name = request.word(1, "visitor")
    if f"{name}=welcome" in (request.header("cookie") or ""):
        await request.answer()
    else:
        await request.answer(302, headers=[("Location", request.target), ("Set-Cookie", f"{name}=welcome; Path=/")])


async def page(request):
    """/page/anchors, /page/huge?mib=5, /page/late?mib=1 (the anchor stands behind so much), /page/text, /page/latin, /page/zipped"""
    kind, filler = request.word(1), b"<p>" + b"filler " * 149_796 + b"</p>\n"
    size = int(request.query.get("mib", "1"))
    if kind == "text":
        return await request.answer(body=b"<p id=top>not HTML</p>", headers=[("Content-Type", "text/plain")])
    if kind == "latin":
        return await request.answer(body='<h1 id="caf\u00e9">x</h1>'.encode("latin-1"))
    if kind == "zipped":
        if "gzip" in (request.header("accept-encoding") or ""):
            return await request.answer(body=gzip.compress(ANCHORS), headers=[("Content-Encoding", "gzip")])
        return await request.answer(body=ANCHORS)
    if kind == "huge":
        return await request.answer(body=b"<!doctype html><h1 id=top>Top</h1>" + filler * size)
    if kind == "late":
        return await request.answer(body=b"<!doctype html>" + filler * size + b"<h1 id=top>Top</h1>")
    await request.answer(body=ANCHORS)


ANCHORS = """<!doctype html><meta charset="utf-8"><title>anchors</title>
<h1 id="top">Top</h1><a name="named">old</a><h2 id='single'>x</h2><h2 ID=bare>x</h2>
<h2 id="caf\u00e9">x</h2><h2 id="two words">x</h2><h2 id="a&amp;b">x</h2><h2 id="per%20cent">x</h2>
<!-- <h2 id="commented">x</h2> --><script>document.write('<h2 id="scripted">x</h2>')</script>
<input name="field"><svg><g id="drawn"></g></svg><p id="user-content-github">x</p>
<p id="unclosed"><div id=twice></div><div id=twice>
""".encode()
