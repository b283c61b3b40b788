-- What advisers list conversations by. Turns that ended before this have no outcome.

alter table turn add column outcome varchar;

create index conversation_began_at on conversation (began_at, id);
