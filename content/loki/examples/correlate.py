"""Errors from PostgreSQL, and for each the lines around it from Loki."""

import json
import os
import urllib.parse
import urllib.request
from datetime import datetime, timedelta

import psycopg

LOKI = os.environ.get("LOKI_URL", "http://loki:3100")
TENANT = os.environ.get("LOKI_TENANT", "fraiseql")

UNRESOLVED = """
    SELECT e.error_type, e.error_message, e.occurrence_count, o.trace_id, o.occurred_at
    FROM tb_error_log AS e
    CROSS JOIN LATERAL (
        SELECT trace_id, occurred_at FROM tb_error_occurrence
        WHERE error_id = e.error_id AND trace_id IS NOT NULL
        ORDER BY occurred_at DESC LIMIT 1
    ) AS o
    WHERE e.status = 'unresolved' AND e.last_seen > now() - interval '24 hours'
    ORDER BY e.occurrence_count DESC
    LIMIT 5
"""


def lines_of_trace(trace_id: str, around: datetime) -> list[str]:
    """All lines of one trace, ten minutes before and after, in order of time."""
    start, end = around - timedelta(minutes=10), around + timedelta(minutes=10)
    parameters = {
        "query": f'{{app="fraiseql", env="production"}} | trace_id="{trace_id}"',
        "start": str(int(start.timestamp() * 1e9)),
        "end": str(int(end.timestamp() * 1e9)),
        "direction": "forward",
        "limit": "200",
    }
    request = urllib.request.Request(
        f"{LOKI}/loki/api/v1/query_range?{urllib.parse.urlencode(parameters)}", headers={"X-Scope-OrgID": TENANT}
    )
    with urllib.request.urlopen(request, timeout=30) as response:
        streams = json.load(response)["data"]["result"]
    return [line for _, line in sorted((int(time), line) for stream in streams for time, line in stream["values"])]


def main() -> None:
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        errors = connection.execute(UNRESOLVED).fetchall()
    for error_type, message, count, trace_id, occurred_at in errors:
        print(f"{error_type}: {message} ({count} times)")
        for line in lines_of_trace(trace_id, occurred_at):
            record = json.loads(line)
            print(f"    {record['timestamp']} {record['level']:8} {record['message']}")


if __name__ == "__main__":
    main()
