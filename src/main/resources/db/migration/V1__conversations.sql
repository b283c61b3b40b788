-- One set of migrations for H2 (in PostgreSQL mode) and PostgreSQL: only what both understand.

create table conversation (
	id         uuid primary key,
	key_hash   varchar(64),                          -- SHA-256 of the visitor's key; none when an adviser began it
	began_at   timestamp with time zone not null,
	active_at  timestamp with time zone not null,    -- retention counts from here
	last_seq   bigint not null,
	last_turn  integer not null
);

create index conversation_active_at on conversation (active_at);

-- What is sent to visitors, as it is sent.
create table event (
	conversation  uuid not null references conversation (id) on delete cascade,
	seq           bigint not null,
	request       uuid,                              -- the visitor's request it settles
	body          varchar not null,                  -- the frame as JSON, without its seq
	primary key (conversation, seq),
	unique (conversation, request)
);

create table turn (
	conversation  uuid not null references conversation (id) on delete cascade,
	number        integer not null,
	answer        uuid not null unique,
	question      varchar not null,                  -- personal data masked
	asked_at      timestamp with time zone not null,
	ended_at      timestamp with time zone,
	intent        varchar,
	confidence    double precision,
	memory        varchar,                           -- what later turns need of it, as JSON
	primary key (conversation, number)
);

-- At most one a conversation. A row outlives its server only when the server was killed.
create table running_turn (
	conversation  uuid primary key references conversation (id) on delete cascade,
	number        integer not null,
	server        bigint not null,
	asked_at      timestamp with time zone not null
);

create table rating (
	conversation  uuid not null references conversation (id) on delete cascade,
	turn          integer not null,
	stars         integer not null,
	comment       varchar,                           -- personal data masked
	rated_at      timestamp with time zone not null,
	primary key (conversation, turn)
);

-- Ids of requests to clear, so that a repeated one does not clear what came after it.
create table cleared (
	request     uuid primary key,
	cleared_at  timestamp with time zone not null
);
