"""Logging for a FraiseQL service: one JSON object a line, as the Loki guide expects it."""

from __future__ import annotations

import contextvars
import hashlib
import json
import logging
import logging.handlers
import traceback
from datetime import datetime, timezone

# What belongs to the request that is being served; set by the service's middleware.
request_context: contextvars.ContextVar[dict] = contextvars.ContextVar("request_context", default={})
trace_context: contextvars.ContextVar[dict] = contextvars.ContextVar("trace_context", default={})

CONTEXT_FIELDS = ("user_id", "tenant_id", "operation", "request_id", "endpoint", "duration_ms")


def fingerprint(error: BaseException) -> str:
    """The same for the same error at the same place, whatever its message says."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].name}" if frames else "unknown"
    return hashlib.sha256(f"{type(error).__name__}|{place}".encode()).hexdigest()[:16]


class JSONFormatter(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        time = datetime.fromtimestamp(record.created, tz=timezone.utc)
        line = {
            "timestamp": time.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
            "logger": record.name,
        }
        line.update(trace_context.get())
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            line["exception_type"] = type(error).__name__
            line["fingerprint"] = fingerprint(error)
            line["stack_trace"] = "".join(traceback.format_exception(error))
        context = dict(request_context.get())
        # Values that one call alone has: logger.info("done", extra={"duration_ms": 12}).
        context.update({name: getattr(record, name) for name in CONTEXT_FIELDS if hasattr(record, name)})
        if context:
            line["context"] = context
        return json.dumps(line, ensure_ascii=False, default=str)


def configure(path: str | None = "/var/log/fraiseql/app.log", level: int = logging.INFO) -> None:
    """Sends all records to a file, or to standard error where the path is None."""
    handler = logging.handlers.WatchedFileHandler(path) if path else logging.StreamHandler()
    handler.setFormatter(JSONFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
