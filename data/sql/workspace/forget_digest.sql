delete from effective_digest;
