attach $path as before (read_only);
