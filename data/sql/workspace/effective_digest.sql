select digest from effective_digest
where digest = $digest;
