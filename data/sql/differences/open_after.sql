attach $path as after (read_only);
