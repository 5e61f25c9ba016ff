-- Nobody recovers a file that is still being built: its rows are written once, by a checkpoint.
attach $path as book_file (row_group_size 8192, recovery_mode no_wal_writes);  -- noqa: PRS
