insert into effective_digest values ($digest);
