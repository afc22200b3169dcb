-- The database that SQL on the pages runs in.
-- region: ticket
CREATE TABLE ticket (
    id integer PRIMARY KEY,
    route text NOT NULL,
    price numeric(6, 2) NOT NULL,
    sold_at timestamptz NOT NULL
);
-- endregion: ticket

INSERT INTO ticket (id, route, price, sold_at) VALUES
    (1041, 'north', 4.50, '2026-06-01 08:05:00+00'),
    (1042, 'south', 6.00, '2026-06-01 08:05:20+00'),
    (1043, 'north', 4.50, '2026-06-01 08:06:00+00');
