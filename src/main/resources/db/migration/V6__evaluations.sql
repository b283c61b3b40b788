-- What advisers hold the answers against, and how the last evaluations came out.

create table evaluation_case (
	id        uuid primary key,
	saved_at  timestamp with time zone not null,
	saved_by  varchar not null,                      -- name of the adviser's token
	body      varchar not null,                      -- one conversation as JSON, personal data masked
	note      varchar                                -- personal data masked
);

create index evaluation_case_saved_at on evaluation_case (saved_at, id);

create table evaluation (
	id          uuid primary key,
	started_at  timestamp with time zone not null,
	summary     varchar not null,                    -- as JSON, without the misses
	misses      varchar not null                     -- as JSON, with their traces
);

create index evaluation_started_at on evaluation (started_at);
