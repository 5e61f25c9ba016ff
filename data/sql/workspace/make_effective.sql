create schema if not exists effective;
create table if not exists effective_digest (digest varchar not null);
