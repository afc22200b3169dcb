-- FraiseQL's tables for errors: one row for each kind of error, and one for each time that it happened.
CREATE TABLE tb_error_log (
    error_id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    error_fingerprint   text NOT NULL UNIQUE,
    error_type          text NOT NULL,
    error_message       text NOT NULL,
    stack_trace         text,
    request_context     jsonb NOT NULL DEFAULT '{}',
    application_context jsonb NOT NULL DEFAULT '{}',
    user_context        jsonb NOT NULL DEFAULT '{}',
    first_seen          timestamptz NOT NULL DEFAULT now(),
    last_seen           timestamptz NOT NULL DEFAULT now(),
    occurrence_count    bigint NOT NULL DEFAULT 1,
    status              text NOT NULL DEFAULT 'unresolved'
        CHECK (status IN ('unresolved', 'resolved', 'ignored', 'investigating')),
    assigned_to         text,
    resolved_at         timestamptz,
    resolved_by         text,
    resolution_notes    text,
    trace_id            text,
    span_id             text,
    severity            text NOT NULL DEFAULT 'error'
        CHECK (severity IN ('debug', 'info', 'warning', 'error', 'critical')),
    tags                jsonb NOT NULL DEFAULT '[]',
    environment         text NOT NULL DEFAULT 'production',
    release_version     text
);

CREATE INDEX ix_error_log_status ON tb_error_log (status, last_seen DESC);
CREATE INDEX ix_error_log_message ON tb_error_log USING gin (to_tsvector('english', error_message));

CREATE TABLE tb_error_occurrence (
    occurrence_id       uuid NOT NULL DEFAULT gen_random_uuid(),
    error_id            uuid NOT NULL REFERENCES tb_error_log (error_id) ON DELETE CASCADE,
    occurred_at         timestamptz NOT NULL DEFAULT now(),
    request_context     jsonb NOT NULL DEFAULT '{}',
    user_context        jsonb NOT NULL DEFAULT '{}',
    stack_trace         text,
    breadcrumbs         jsonb NOT NULL DEFAULT '[]',
    trace_id            text,
    span_id             text,
    PRIMARY KEY (occurrence_id, occurred_at)
) PARTITION BY RANGE (occurred_at);

CREATE INDEX ix_error_occurrence_error ON tb_error_occurrence (error_id, occurred_at DESC);
CREATE INDEX ix_error_occurrence_trace ON tb_error_occurrence (trace_id);

-- A partition for each month; rows of other months go to the default one, so that none is lost.
CREATE TABLE tb_error_occurrence_2026_10 PARTITION OF tb_error_occurrence
    FOR VALUES FROM ('2026-10-01') TO ('2026-11-01');
CREATE TABLE tb_error_occurrence_2026_11 PARTITION OF tb_error_occurrence
    FOR VALUES FROM ('2026-11-01') TO ('2026-12-01');
CREATE TABLE tb_error_occurrence_default PARTITION OF tb_error_occurrence DEFAULT;
