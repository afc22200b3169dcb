#!/usr/bin/env python3
"""Writes fraiseql-1.jsonl and fraiseql-2.jsonl: two hours of a FraiseQL service's log, the same in each run.

The guide's queries run on these lines, so that what they find is known. Each line is a JSON object with the labels
of its stream, its time in nanoseconds since 1970, the text, and its structured metadata. The errors are those of
errors.sql, with the same fingerprints. Run it in this folder:

    python3 make-logs.py
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
    "searchProducts": ("StatementTimeout", "canceling statement due to statement timeout"),
    "updateCart": ("ValueError", "quantity is negative"),
    "login": ("PermissionError", "account is locked"),
}
# The rows of tb_error_log.
FINGERPRINTS = {
    "TimeoutError": "88f7dba69886c9ec",
    "ConnectionError": "1f0c2a9be4d35a71",
    "ValueError": "5b1d66e0c2f94c08",
    "StatementTimeout": "c07a41f3d9b2e865",
    "PermissionError": "9e4f70b86a12dc53",
}
# The last request that met a locked account.
LOCKED = {
    "request_id": "req-19c4",
    "trace_id": "b34da6a3ce929d0e0e47364bf92f3577",
    "tenant_id": "borealis",
    "user_id": "u-1207",
    "span_id": "aa0ba902b700f067",
    "duration_ms": 64,
}
# The one request that the guide follows from beginning to end.
STORY = {
    "request_id": "req-7f3a",
    "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736",
    "tenant_id": "acme",
    "user_id": "u-4711",
    "span_id": "00f067aa0ba902b7",
    "duration_ms": 5003,
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
        body["exception_type"] = error
        body["fingerprint"] = FINGERPRINTS.get(error) or digest(f"{error}|{logger}", 16)
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
        spans[2] = story.get("span_id", spans[2])
    step = lambda number: (ids["trace_id"], spans[number])
    emit(time, "info", "operation started", logger=logger, context=context, trace=step(0))
    if story or random.random() < 0.3:
        emit(time + timedelta(milliseconds=3), "debug", "query planned", logger="fraiseql.sql", context=context, trace=step(1))
    slow = story is not None or random.random() < 0.06
    took = round(random.gauss(usual, usual / 5) * (random.uniform(4, 9) if slow else 1))
    took = story["duration_ms"] if story else max(5, took)
    end = time + timedelta(milliseconds=took)
    timed = dict(context, duration_ms=took)
    if fails:
        error, message = ERRORS[operation]
        if error in ("TimeoutError", "StatementTimeout"):
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
    time += timedelta(milliseconds=random.randrange(4_000, 10_000))
request(END - timedelta(seconds=98), "createOrder", 420, True, STORY)
request(END - timedelta(minutes=20), "login", 60, True, LOCKED)
emit(END - timedelta(minutes=7), "critical", "no connection to the database", logger="fraiseql.sql", error="OperationalError")
emit(END - timedelta(minutes=50), "info", "", logger="fraiseql", text="Received signal 1, reopening the log")
emit(END - timedelta(minutes=30), "debug", "healthcheck", logger="fraiseql.http", context={"endpoint": "/health"})
emit(
    END - timedelta(minutes=90), "info", "hello", logger="fraiseql.http", context={"request_id": "req-0001", "endpoint": "/graphql"},
    labels={"env": "development"},
)

# What no collector expects: lines that are not JSON, or only begin like it, and lines with what nobody should read.
BROKEN = [
    '{"timestamp": "2026-11-20T13:11:02.118Z", "level": "error", "message": "cut off by a full dis',
    "Fatal Python error: Segmentation fault",
    "  File \"/app/orders.py\", line 88, in create_order",
    "{not json}",
]
SECRETS = [
    "login failed for ada@example.com with password=hunter2",
    "calling the payment service with api_key=sk_live_0123456789abcdef",
    "card 4111 1111 1111 1111 was declined",
]
for number, text in enumerate(BROKEN * 3):
    emit(END - timedelta(minutes=8 * number + 3), "error", "", logger="fraiseql", text=text)
for number, message in enumerate(SECRETS * 2):
    emit(END - timedelta(minutes=15 * number + 11), "warning", message, logger="fraiseql.payments")

ordered = sorted(lines, key=lambda line: line[0])
for number, part in enumerate((ordered[: len(ordered) // 2], ordered[len(ordered) // 2 :]), start=1):
    with open(f"fraiseql-{number}.jsonl", "w", encoding="utf-8") as file:
        for _, record, metadata in part:
            if metadata:
                record["metadata"] = metadata
            print(json.dumps(record, ensure_ascii=False), file=file)
