-- Errors of a FraiseQL service, on which the guide's SQL runs. Times are relative to now, so that "the last seven days"
-- always finds something; what the guide shows of the answers does not depend on the day.
INSERT INTO tb_error_log
    (error_id, error_fingerprint, error_type, error_message, first_seen, last_seen, occurrence_count, status,
     assigned_to, resolved_at, resolved_by, resolution_notes, trace_id, span_id, severity, release_version)
VALUES
    ('00000000-0000-4000-8000-000000000001', '88f7dba69886c9ec', 'TimeoutError', 'connection to db-1 timed out',
     now() - interval '40 days', now() - interval '5 minutes', 412, 'unresolved',
     NULL, NULL, NULL, NULL, '4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7', 'error', '2.4.0'),
    ('00000000-0000-4000-8000-000000000002', '1f0c2a9be4d35a71', 'ConnectionError', 'connection to db-2 refused',
     now() - interval '12 days', now() - interval '2 hours', 57, 'investigating',
     'grace@example.com', NULL, NULL, NULL, 'a3ce929d0e0e47364bf92f3577b34da6', '0ba902b700f067aa', 'error', '2.4.0'),
    ('00000000-0000-4000-8000-000000000003', '5b1d66e0c2f94c08', 'ValueError', 'quantity is negative',
     now() - interval '90 days', now() - interval '30 days', 8, 'resolved',
     'ada@example.com', now() - interval '29 days', 'ada@example.com', 'The form checks it in release 2.3.2',
     '77b34da6a3ce929d0e0e47364bf92f35', '02b700f067aa0ba9', 'warning', '2.3.1'),
    ('00000000-0000-4000-8000-000000000004', 'c07a41f3d9b2e865', 'StatementTimeout',
     'canceling statement due to statement timeout',
     now() - interval '60 days', now() - interval '1 day', 131, 'resolved',
     'ada@example.com', now() - interval '20 days', 'ada@example.com', 'Index on orders (customer_id) added in 2.3.4',
     '3577b34da6a3ce929d0e0e47364bf92f', '67aa0ba902b700f0', 'error', '2.4.0'),
    ('00000000-0000-4000-8000-000000000005', '9e4f70b86a12dc53', 'PermissionError', 'account is locked',
     now() - interval '6 hours', now() - interval '20 minutes', 9, 'unresolved',
     NULL, NULL, NULL, NULL, 'b34da6a3ce929d0e0e47364bf92f3577', 'aa0ba902b700f067', 'warning', '2.4.1'),
    ('00000000-0000-4000-8000-000000000006', '20d8e5c11b7f4a96', 'HealthcheckError', 'healthcheck answered 503',
     now() - interval '8 days', now() - interval '8 days', 3, 'ignored',
     NULL, NULL, NULL, NULL, NULL, NULL, 'info', '2.3.4');

-- Five occurrences of each error over the last ten days, and three that are older than a month.
INSERT INTO tb_error_occurrence
    (error_id, occurred_at, request_context, user_context, stack_trace, trace_id, span_id)
SELECT error_id, last_seen - number * interval '2 days',
    jsonb_build_object('operation', 'createOrder', 'duration_ms', 400 + 150 * number),
    jsonb_build_object('tenant_id', (ARRAY['acme', 'borealis', 'cobalt'])[1 + number % 3]),
    'Traceback (most recent call last): ...', trace_id, span_id
FROM tb_error_log, generate_series(0, 4) AS number
WHERE status <> 'ignored'
UNION ALL
SELECT error_id, now() - number * interval '35 days', '{"operation": "createOrder", "duration_ms": 5003}',
    '{"tenant_id": "acme"}', 'Traceback (most recent call last): ...', trace_id, span_id
FROM tb_error_log, generate_series(1, 3) AS number
WHERE error_type = 'TimeoutError';
