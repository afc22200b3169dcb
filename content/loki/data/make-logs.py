#!/usr/bin/env python3
"""Writes fraiseql.jsonl: two hours of a FraiseQL service's log, the same in each run.

The guide's queries run on these lines, so that what they find is known. Each line is a JSON object with the labels
of its stream, its time in nanoseconds since 1970, the text, and its structured metadata. Run it in this folder:

    python3 make-logs.py > fraiseql.jsonl
"""

import hashlib
import json
import random
from datetime import datetime, timedelta, timezone

random.seed(31)

END = datetime(2026, 11, 20, 14, 5, tzinfo=timezone.utc)
START = END - timedelta(hours=2)
TENANTS = ["acme", "borealis", "cobalt", "dune"]
OPERATIONS = [
    # name, usual milliseconds, share of failures
    ("createOrder", 420, 0.10),
    ("orderHistory", 180, 0.02),
    ("searchProducts", 640, 0.03),
    ("updateCart", 90, 0.01),
    ("login", 60, 0.04),
]
ERRORS = {
    "createOrder": ("TimeoutError", "connection to db-1 timed out"),
    "orderHistory": ("ConnectionError", "connection to db-2 refused"),
    "searchProducts": ("TimeoutError", "statement timeout"),
    "updateCart": ("ValueError", "quantity is negative"),
    "login": ("PermissionError", "account is locked"),
}
# The one request that the guide follows from beginning to end.
STORY = {
    "request_id": "req-7f3a",
    "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736",
    "tenant_id": "acme",
    "user_id": "u-4711",
}


def digest(text, length):
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def emit(time, level, message, *, logger, context=None, trace=None, error=None, labels=None, text=None):
    body = {
        "timestamp": time.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "level": level,
        "message": message,
        "logger": logger,
    }
    metadata = {}
    if trace:
        body["trace_id"], body["span_id"] = trace
        metadata["trace_id"], metadata["span_id"] = trace
    if error:
        place = f"{error}|{logger}"
        body["exception_type"] = error
        body["fingerprint"] = "9c1185a5c5e9fc54" if error == "TimeoutError" else digest(place, 16)
        body["stack_trace"] = f"Traceback (most recent call last):\n  ...\n{error}: {message}"
        metadata["fingerprint"] = body["fingerprint"]
    if context:
        body["context"] = context
        for name in ("request_id", "tenant_id"):
            if name in context:
                metadata[name] = context[name]
    stream = {"app": "fraiseql", "env": "production", "level": level}
    stream.update(labels or {})
    line = text if text is not None else json.dumps(body, ensure_ascii=False)
    lines.append((time, {"labels": stream, "ts": str(int(time.timestamp() * 1000) * 1_000_000), "line": line}, metadata))


def request(time, operation, usual, fails, story=None):
    ids = story or {
        "request_id": "req-" + digest(f"request {time}", 6),
        "trace_id": digest(f"trace {time}", 32),
        "tenant_id": random.choices(TENANTS, weights=[5, 3, 2, 1])[0],
        "user_id": "u-" + str(random.randrange(1000, 5000)),
    }
    logger = "fraiseql." + {"createOrder": "orders", "orderHistory": "orders", "searchProducts": "search"}.get(
        operation, "accounts"
    )
    context = {
        "user_id": ids["user_id"],
        "tenant_id": ids["tenant_id"],
        "operation": operation,
        "request_id": ids["request_id"],
        "endpoint": "/graphql",
    }
    spans = [digest(ids["trace_id"] + str(number), 16) for number in range(3)]
    if story:
        spans[2] = "00f067aa0ba902b7"
    step = lambda number: (ids["trace_id"], spans[number])
    emit(time, "info", "operation started", logger=logger, context=context, trace=step(0))
    if story or random.random() < 0.3:
        emit(time + timedelta(milliseconds=3), "debug", "query planned", logger="fraiseql.sql", context=context, trace=step(1))
    slow = story is not None or random.random() < 0.06
    took = round(random.gauss(usual, usual / 5) * (random.uniform(4, 9) if slow else 1))
    took = 5003 if story else max(5, took)
    end = time + timedelta(milliseconds=took)
    timed = dict(context, duration_ms=took)
    if fails:
        error, message = ERRORS[operation]
        if error == "TimeoutError":
            emit(end - timedelta(milliseconds=2), "warning", "database is slow", logger="fraiseql.sql", context=context, trace=step(1))
        emit(end, "error", message, logger=logger, context=timed, trace=step(2), error=error)
    else:
        emit(end, "info", "operation finished", logger=logger, context=timed, trace=step(0))


lines = []
time = START
while time < END - timedelta(seconds=10):
    operation, usual, share = random.choices(OPERATIONS, weights=[3, 4, 3, 4, 2])[0]
    # In the last quarter of an hour the database has its bad time.
    worse = 2 if time > END - timedelta(minutes=15) else 1
    request(time, operation, usual, random.random() < share * worse)
    time += timedelta(milliseconds=random.randrange(9_000, 21_000))
request(END - timedelta(seconds=98), "createOrder", 420, True, STORY)
emit(END - timedelta(minutes=7), "critical", "no connection to the database", logger="fraiseql.sql", error="OperationalError")
emit(END - timedelta(minutes=50), "info", "", logger="fraiseql", text="Received signal 1, reopening the log")
emit(END - timedelta(minutes=30), "debug", "healthcheck", logger="fraiseql.http", context={"endpoint": "/health"})
emit(
    END - timedelta(minutes=90), "info", "hello", logger="fraiseql.http", context={"request_id": "req-0001", "endpoint": "/graphql"},
    labels={"env": "development"},
)

for _, record, metadata in sorted(lines, key=lambda line: line[0]):
    if metadata:
        record["metadata"] = metadata
    print(json.dumps(record, ensure_ascii=False))
