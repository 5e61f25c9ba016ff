-- Small row groups: both cores scan and write a long list, and a commit finds most of it written.
attach $path as book_file (row_group_size 8192);  -- noqa: PRS
