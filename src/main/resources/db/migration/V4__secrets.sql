-- From here on the embedded database is SQLite, no longer H2. Earlier files keep even their comments: Flyway compares
-- their checksums with those of databases that are in use.
-- What SQLite seals texts with; PostgreSQL leaves it empty.

-- A secret is overwritten where it stands, never deleted: a deleted row may leave a copy behind.
create table secret (
	slot    integer primary key,
	secret  bytea not null                          -- 16 bytes, zero once forgotten
);

-- Slots whose secret was overwritten, to be used again.
create table free_secret (
	slot  integer primary key
);

alter table conversation add column secret integer; -- slot of the secret that opens its texts
