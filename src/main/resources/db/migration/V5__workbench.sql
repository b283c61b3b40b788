-- What advisers look at: conversations by nation, figures, what was asked in vain, who did what.

alter table turn add column began_at timestamp with time zone;  -- when its conversation began, which is the order of the list
alter table turn add column first_seq bigint;                   -- its first event; not known of turns before this
alter table turn add column nation varchar;                     -- the nation it was answered for; not known of turns before this
alter table turn add column stars integer;                      -- its newest rating
alter table turn add column by_visitor boolean;                 -- not where an adviser tried something
alter table turn add column millis bigint;                      -- from the question to the answer; not known of turns before this

update turn set
	began_at = (select conversation.began_at from conversation where conversation.id = turn.conversation),
	by_visitor = (select conversation.key_hash is not null from conversation where conversation.id = turn.conversation),
	stars = (select rating.stars from rating where rating.conversation = turn.conversation and rating.turn = turn.number);

-- These two hold all that is asked of turns, so that texts, most of what is stored, are read of none but those that fit.
create index turn_listed on turn (began_at, conversation, number, asked_at, outcome, intent, nation, stars);
create index turn_asked_at on turn (asked_at, by_visitor, outcome, nation, stars, millis);

drop index conversation_began_at;

-- What advisers did. Rows are added and, when they are old, deleted; never changed.
create table audit (
	id       uuid primary key,
	done_at  timestamp with time zone not null,
	who      varchar not null,                       -- the name of the token, or "local"
	action   varchar not null,                       -- method and pattern of the address
	target   uuid,                                   -- the id in the address
	status   integer not null
);

create index audit_done_at on audit (done_at, id);
create index audit_who on audit (who, done_at, id);
